"""Finding declared phrases in a text: all of them at once, in one pass, in linear time.

A phrase is written as words with blanks between:

    lawyer          that word, or misspelt by one letter
    lawyer+         with its inflections too: plural, 's, -ing, -ed
    =lawyer         as it stands, no misspelling
    a|b             one of these
    {people}        one of the words of a declared class; may stand among alternatives
    word?           may be left out (never first or last in a phrase)
    *               any one word
    ...             up to three words, whatever they are
    0-9             a number in digits
    >>              up to eight words, and punctuation too
    /               a clause's edge: punctuation, or the text's beginning or end
    ^   $           the text's beginning, the text's end

Filler words may stand between the words of a phrase and are skipped. No phrase reaches over
punctuation unless it says so.

How: every element of every phrase is one bit, and one integer holds where all phrases stand (the
extended Shift-And automaton; Navarro and Raffinot, Flexible Pattern Matching in Strings, 4.3).
Most texts hold all the words of no phrase, in whatever order: one sum sees that first, whose carry
runs out of a phrase only where none of its words is missing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from smsbot.language.fuzzy import SHORTEST, Spelling, inflections
from smsbot.language.normalise import MARKS, paired, squeeze, tokens

L = TypeVar("L")

_BEGIN, _END = "^", "$"
_EDGES = frozenset({*MARKS, _BEGIN, _END})
_NUMBER = "0-9"
_GAP = 3
_FAR = 8
REACH = 40
_AROUND_BAR = re.compile(r" *\| *")
_DIGITS = str.maketrans("013457", "oieast")


class BadPhrase(ValueError):
    """A phrase that cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Match(Generic[L]):
    """A phrase found in `tokens[start:end]`; `label` is what it was declared under."""

    label: L
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[L]):
    label: L
    shift: int
    """Where its first bit stands."""
    before: tuple[int, ...]
    """Per element the elements that may come directly before it, as bits."""


class _Entry(NamedTuple):
    """What one word is to all phrases: the elements it may be, those of them that begin a phrase,
    and whether it is a filler."""

    places: int
    begins: int
    filler: bool


@dataclass(slots=True)
class _Element:
    forms: frozenset[str] = frozenset()
    optional: bool = False
    anything: bool = False
    number: bool = False


class Phrasebook(Generic[L]):
    """Compiled phrases. `classes` are the words behind `{name}`; with `inflected`, a phrase of one
    word stands for its inflections without asking. Raises `BadPhrase`."""

    def __init__(
        self,
        phrases: Iterable[tuple[L, str]],
        *,
        classes: Mapping[str, Iterable[str]] | None = None,
        fillers: Iterable[str] = (),
        inflected: bool = False,
    ) -> None:
        self._words: dict[str, int] = {}
        self._any = self._number = self._first = self._last = self._optional = 0
        self._block_before = self._block_end = self._beyond = 0
        self._ends: dict[int, _Phrase[L]] = {}
        reader = _Reader(classes or {}, inflected)
        bit = 0
        for label, text in phrases:
            elements = reader.read(text)
            self._add(label, bit, elements)
            # The bit beyond is no element's: a carry out of this phrase stays in it.
            bit += len(elements) + 1
        self._fillers = reader.class_of(fillers)
        self._spelling = Spelling(reader.misspellable)
        self._known = {word: self._entry((word,)) for word in {*self._words, *self._fillers}}
        self._known |= {edge: self._entry((edge,), anything=False) for edge in _EDGES}
        self._meaning = lru_cache(maxsize=16384)(self._guess)

    def find(self, words: Sequence[str]) -> list[Match[L]]:
        """Every phrase found, in the order in which they end; clause edges are not part of it."""
        known, meaning = self._known, self._meaning
        entries = [known.get(token) or meaning(token) for token in (_BEGIN, *words, _END)]
        there = self._optional
        for entry in entries:
            there |= entry.places
        if not there + self._first & self._beyond:
            return []
        return [_trimmed(match, words, entries) for match in self._run(entries)]

    def _run(self, entries: list[_Entry]) -> list[Match[L]]:
        """The phrases found, from positions in `entries`."""
        found: list[Match[L]] = []
        last, may_skip = self._last, self._block_before | self._optional
        state = 0
        for i, (places, begins, filler) in enumerate(entries):
            if state:
                kept = state & ~last if filler else 0
                state = (state << 1 & places) | begins | kept
            else:
                state = begins
            if state:
                if state & may_skip:
                    state = self._skip_optional(state)
                if state & last:
                    found.extend(self._ended(state & last, entries, i))
        return found

    def _skip_optional(self, state: int) -> int:
        full = state | self._block_end
        return state | (self._optional & (~(full - self._block_before) ^ full))

    def _ended(self, hits: int, entries: list[_Entry], i: int) -> Iterable[Match[L]]:
        while hits:
            lowest = hits & -hits
            hits ^= lowest
            phrase = self._ends[lowest.bit_length() - 1]
            yield Match(phrase.label, self._start(phrase, entries, i), i)

    def _start(self, phrase: _Phrase[L], entries: list[_Entry], i: int) -> int:
        """Where the shortest reading of `phrase` that ends at `i` begins; looks back `REACH`."""
        reached = 1 << (len(phrase.before) - 1)
        floor = max(0, i - REACH)
        while not reached & 1 and i > floor:
            i -= 1
            here = entries[i].places >> phrase.shift
            before = 0
            for element, may_precede in enumerate(phrase.before):
                if reached >> element & 1:
                    before |= may_precede
            kept = reached if entries[i].filler else 0
            reached = (before & here) | kept
        return i

    def _add(self, label: L, bit: int, elements: list[_Element]) -> None:
        before: list[int] = []
        may_precede = 0
        for i, element in enumerate(elements):
            here = 1 << (bit + i)
            before.append(may_precede)
            may_precede = (may_precede if element.optional else 0) | 1 << i
            if element.optional:
                self._optional |= here
                if not elements[i - 1].optional:
                    self._block_before |= here >> 1
                if not elements[i + 1].optional:
                    self._block_end |= here
            if element.number:
                self._number |= here
            if element.anything:
                self._any |= here
            for form in element.forms:
                self._words[form] = self._words.get(form, 0) | here
        self._first |= 1 << bit
        self._last |= 1 << (bit + len(elements) - 1)
        self._beyond |= 1 << (bit + len(elements))
        self._ends[bit + len(elements) - 1] = _Phrase(label, bit, tuple(before))

    def _entry(self, meanings: Iterable[str], *, anything: bool = True) -> _Entry:
        meant = set(meanings)
        places = self._any if anything else 0
        for word in meant:
            places |= self._words.get(word, 0)
            if word[0].isdigit():
                places |= self._number
        return _Entry(places, places & self._first, not self._fillers.isdisjoint(meant))

    def _guess(self, token: str) -> _Entry:
        """What a word that no phrase names may stand for: stretched, with digits for letters, or
        misspelt."""
        if not any(char.isalpha() for char in token):
            return self._entry((token,))
        candidates = {*squeeze(token), token if token.isalpha() else token.translate(_DIGITS)}
        candidates.update([near for c in candidates for near in self._spelling.near(c)])
        return self._entry((token, *candidates))


def _trimmed(match: Match[L], words: Sequence[str], entries: Sequence[_Entry]) -> Match[L]:
    """From positions, where 0 is the text's beginning, to tokens, without marks at the ends and
    without the fillers that it begins with: "please" belongs to no phrase more than to another."""
    start, end = max(match.start - 1, 0), min(match.end, len(words))
    while end > start and words[end - 1] in MARKS:
        end -= 1
    first = start
    while first < end and (words[first] in MARKS or entries[first + 1].filler):
        first += 1
    if first < end:
        return Match(match.label, first, end)
    while start < end and words[start] in MARKS:
        start += 1
    return Match(match.label, start, end)


class _Reader:
    """Reads phrases as they are written; gathers the words in which misspellings are looked for."""

    def __init__(self, classes: Mapping[str, Iterable[str]], inflected: bool) -> None:
        self._inflected = inflected
        self.misspellable: set[str] = set()
        self._classes = {
            name: self.class_of(words, f"word class {name}") for name, words in classes.items()
        }

    def read(self, text: str) -> list[_Element]:
        pieces = paired(_AROUND_BAR.sub("|", text).split())
        inflected = self._inflected and len(pieces) == 1
        elements = [e for piece in pieces for e in self._elements(piece, text, inflected)]
        if not elements:
            raise BadPhrase("a phrase needs at least one word; this one is empty")
        if elements[0].optional or elements[-1].optional:
            raise BadPhrase(
                f"'{text}' begins or ends with something that may be left out; leave it out"
            )
        return elements

    def class_of(self, words: Iterable[str], where: str = "fillers") -> frozenset[str]:
        return frozenset(chain.from_iterable(self._forms(word, where) for word in words))

    def _elements(self, piece: str, text: str, inflected: bool) -> list[_Element]:
        if piece == "...":
            return [_Element(optional=True, anything=True) for _ in range(_GAP)]
        if piece == ">>":
            return [_Element(MARKS, optional=True, anything=True) for _ in range(_FAR)]
        optional = piece.endswith("?") and len(piece) > 1
        body = piece[:-1] if optional else piece
        if body == "*":
            return [_Element(optional=optional, anything=True)]
        parts = body.split("|")
        forms = chain.from_iterable(
            self._alternative(p, text, inflected) for p in parts if p != _NUMBER
        )
        return [_Element(frozenset(forms), optional, number=_NUMBER in parts)]

    def _alternative(self, part: str, text: str, inflected: bool) -> frozenset[str]:
        if part == "/":
            return _EDGES
        if part in (_BEGIN, _END):
            return frozenset({part})
        if part.startswith("{") and part.endswith("}"):
            name = part[1:-1]
            if name not in self._classes:
                known = ", ".join(sorted(self._classes)) or "none"
                raise BadPhrase(f"'{text}' names the word class {part}; declared are: {known}")
            return self._classes[name]
        return self._forms(part, f"'{text}'", inflected)

    def _forms(self, word: str, where: str, inflected: bool = False) -> frozenset[str]:
        plain = _one_word(word.removeprefix("=").removesuffix("+"))
        if plain is None:
            raise BadPhrase(f"{where}: '{word}' is not one word")
        if word.startswith("="):
            return frozenset({plain})
        forms = inflections(plain) if inflected or word.endswith("+") else frozenset({plain})
        if len(plain) >= SHORTEST:
            self.misspellable |= forms
        return forms


@lru_cache(maxsize=8192)
def _one_word(written: str) -> str | None:
    """The token that `written` is. `None` where it is none or several."""
    read = tokens(written)
    return read[0] if len(read) == 1 and read[0] not in MARKS else None
