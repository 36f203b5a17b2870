"""How the guards weigh the phrases that they find."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    if not said:
        return []
    against = [m for m in matches if m.label.kind is not Kind.SAYS]
    return [m for m in said if not any(_takes_away(other, m) for other in against)]


def _takes_away(other: Match[Label], said: Match[Label]) -> bool:
    if other.label.kind is Kind.LIMIT:
        return other.start <= said.end and other.end > said.start
    return other.start <= said.start < other.end


def _written_out(phrase: str, macros: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for sign, ways in macros.items():
        if sign in phrase.split():
            for way in ways:
                filled = " ".join(way if part == sign else part for part in phrase.split())
                yield from _written_out(filled, macros)
            return
    yield phrase
