"""Which words a customer may have meant: inflections and one-edit misspellings.

A misspelling is one letter missing, added, changed or swapped with its neighbour (optimal string
alignment, rapidfuzz). It is looked for only in words of `SHORTEST` letters and more, only with
the first letter kept (or swapped with the second), and never in a word that is itself a word.
"""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from smsbot.language.real_words import real_words

SHORTEST = 5
_LONGEST = 24
_VOWELS = frozenset("aeiou")


def inflections(word: str) -> frozenset[str]:
    """`word` with its plural, possessive, -ing, -ed forms, as they stand in `tokens`.

    English well; Spanish and French by their simple plurals. A form that is no word does no harm.
    """
    if not word.isalpha() or len(word) < 3:
        return frozenset({word})
    forms = {word, word + "s", word + "es"}
    if word.endswith("y") and word[-2] not in _VOWELS:
        forms |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith("e"):
        forms |= {word + "d", (word if word.endswith("ee") else word[:-1]) + "ing"}
    else:
        forms |= {word + "ed", word + "ing"}
        if _doubles(word):
            forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(forms)


def _doubles(word: str) -> bool:
    """Whether the last letter doubles before -ed and -ing, as in "scamming"."""
    return (
        len(word) <= 6
        and word[-1] not in _VOWELS | set("wxy")
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )


class Spelling:
    """The words of a vocabulary that a misspelt one may stand for.

    Every word is filed under itself and under each form of it that lacks one letter; two words
    that are one edit apart share such a form. So a look-up costs what the word's own length
    costs, and nothing for the size of the vocabulary.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._filed: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(vocabulary)):
            if SHORTEST <= len(word) <= _LONGEST and word.isalpha():
                for key in _lacking_one(word):
                    self._filed[key].append(word)

    def near(self, word: str) -> tuple[str, ...]:
        """The vocabulary's words that are one edit from `word`, in alphabetical order."""
        if not SHORTEST - 1 <= len(word) <= _LONGEST or word in real_words() or not word.isalpha():
            return ()
        found = {c for key in _lacking_one(word) for c in self._filed.get(key, ())}
        return tuple(sorted(c for c in found if _one_edit(word, c)))


def _lacking_one(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _one_edit(word: str, meant: str) -> bool:
    begins_alike = word[0] == meant[0] or word[:2] == meant[1::-1]
    return begins_alike and OSA.distance(word, meant, score_cutoff=1) == 1
