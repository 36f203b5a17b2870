"""How the guards weigh the phrases that they find."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from smsbot.language.phrases import Match, Phrasebook


class Kind(StrEnum):
    SAYS = "says"
    UNLESS = "unless"
    """Takes away what it overlaps and what begins no earlier: "don't stop texting me"."""
    LIMIT = "limit"
    """Takes away whatever it overlaps or follows directly: "… until after five"."""


@dataclass(frozen=True, slots=True)
class Label:
    kind: Kind
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One language's declared words and phrases. In `says`, phrases stand under their rule.

    `macros` are signs that stand for several ways of writing one thing; every phrase with such a
    sign is written out once per way.
    """

    classes: Mapping[str, str]
    says: Mapping[str, tuple[str, ...]]
    unless: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    macros: Mapping[str, tuple[str, ...]] | None = None
    fillers: str = ""


def compile_table(table: Table) -> Phrasebook[Label]:
    """The table's phrasebook. Raises `BadPhrase`."""
    macros = table.macros or {}
    labelled = [
        *((Label(Kind.SAYS, rule), p) for rule, phrases in table.says.items() for p in phrases),
        *((Label(Kind.UNLESS), phrase) for phrase in table.unless),
        *((Label(Kind.LIMIT), phrase) for phrase in table.limits),
    ]
    return Phrasebook(
        [(label, way) for label, phrase in labelled for way in _written_out(phrase, macros)],
        classes={name: words.split() for name, words in table.classes.items()},
        fillers=table.fillers.split(),
    )


def standing(matches: Sequence[Match[Label]]) -> list[Match[Label]]:
    """What is said and not taken away, in the order of the matches."""
    said = [m for m in matches if m.label.kind is Kind.SAYS]
    if not said or len(said) == len(matches):
        return said
    unless, limits = Spread(matches, Kind.UNLESS), Spread(matches, Kind.LIMIT)
    return [
        m
        for m in said
        if not unless.reaches(m.start, m.start) and not limits.reaches(m.end, m.start)
    ]


class Spread:
    """Where the matches of one kind stand: answers without a look at each of them, so that a text
    full of phrases costs no more than its length."""

    def __init__(self, matches: Iterable[Match[Label]], kind: Kind) -> None:
        spans = sorted((m.start, m.end) for m in matches if m.label.kind is kind)
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))

    def reaches(self, begun: int, at: int) -> bool:
        """Whether one that begins no later than `begun` still goes on at `at`."""
        i = bisect_right(self._starts, begun)
        return i > 0 and self._furthest[i - 1] > at


def _written_out(phrase: str, macros: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for sign, ways in macros.items():
        if sign in phrase.split():
            for way in ways:
                filled = " ".join(way if part == sign else part for part in phrase.split())
                yield from _written_out(filled, macros)
            return
    yield phrase
