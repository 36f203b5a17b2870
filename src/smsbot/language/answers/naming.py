"""Where a text names the thing that a question asks ("bathrooms", "budget")."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from smsbot.language.answers.pieces import NUM, WORD, Piece, words_of
from smsbot.language.fuzzy import SHORTEST, Spelling, inflections

_PLAIN = frozenset(
    """need needs want have with that this what when your from they them will been were does dont
    here there just like some then than well very much only""".split()
)
"""Words that are no misspelling of anything, however short the answer."""


class Hit(NamedTuple):
    """A normal value, read from `pieces[start:end]`."""

    value: str
    start: int
    end: int


class Span(NamedTuple):
    """`pieces[start:end]`."""

    start: int
    end: int


class Vocabulary:
    """Phrases, and where a text holds them: as they stand, inflected or misspelt by a letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(words for p in phrases if (words := words_of(p))))
        self._forms: dict[str, set[str]] = {}
        for word in {word for phrase in self.phrases for word in phrase}:
            for form in inflections(word) if len(word) > 2 else (word,):
                self._forms.setdefault(form, set()).add(word)
        self._spelling = Spelling(self._forms)
        self._words = {word for phrase in self.phrases for word in phrase}
        self._begun: dict[str, list[int]] = {}
        for place, phrase in enumerate(self.phrases):
            self._begun.setdefault(phrase[0], []).append(place)

    def meant(self, word: str, *, loose: bool = False) -> frozenset[str]:
        """The words of the vocabulary that `word` may stand for. `loose`: real words too may be
        misspelt ones."""
        if word in self._forms:
            return frozenset(self._forms[word])
        near = self._spelling.near(word)
        if not near and word.endswith("s") and len(word) > 3 and word[:-1] in self._forms:
            near = (word[:-1],)
        if not near and loose and len(word) >= SHORTEST - 1 and word not in _PLAIN:
            near = tuple(f for f in self._forms if _one_edit(word, f))
        return frozenset(meant for form in near for meant in self._forms[form])

    def find(
        self, pieces: Sequence[Piece], *, loose: bool = False
    ) -> list[tuple[int, tuple[str, ...], int]]:
        """Every phrase found: where it begins, the phrase, where it ends."""
        known = [
            (i, self.meant(p.text, loose=loose) if p.kind == WORD else frozenset({p.text}))
            for i, p in enumerate(pieces)
            if p.kind in (WORD, NUM) or p.text in self._words
        ]
        found: list[tuple[int, tuple[str, ...], int]] = []
        for at, (i, begins) in enumerate(known):
            for place in sorted(n for word in begins for n in self._begun.get(word, ())):
                phrase = self.phrases[place]
                here = known[at : at + len(phrase)]
                if len(here) == len(phrase) and all(
                    word in meant for word, (_, meant) in zip(phrase, here, strict=True)
                ):
                    found.append((i, phrase, here[-1][0] + 1))
        return found


@lru_cache(maxsize=1024)
def vocabulary(phrases: tuple[str, ...]) -> Vocabulary:
    """The vocabulary of `phrases`, which a pack declares: it is made once, for that takes longer
    than to look for them."""
    return Vocabulary(phrases)


def _one_edit(word: str, form: str) -> bool:
    return (
        len(form) >= SHORTEST - 1
        and word[0] == form[0]
        and OSA.distance(word, form, score_cutoff=1) == 1
    )


def named(pieces: Sequence[Piece], words: Sequence[str]) -> list[Span]:
    """Where `pieces` name one of `words`."""
    if not words:
        return []
    return [Span(start, end) for start, _, end in vocabulary(tuple(words)).find(pieces)]
