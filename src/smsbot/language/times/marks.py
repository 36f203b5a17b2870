"""What may stand directly behind a clock time: am, pm, o'clock, ish."""

from typing import NamedTuple

from smsbot.language.times import words as w
from smsbot.language.times.evidence import HALVES
from smsbot.language.times.lexemes import HALF_OF_DAY, OTHER
from smsbot.language.times.line import Clock, Line


class Read(NamedTuple):
    """A clock time, where it ends, and whether it was said to be approximate."""

    clock: Clock
    after: int
    approximate: bool


def has_ish(line: Line, j: int) -> bool:
    """Whether "ish" or "-ish" stands at `j`; "or so" makes no time of a number."""
    k = j + 1 if line.kind(j) == w.TO and line.lexemes[j].glued else j
    return line.kind(k) == w.ISH and line.name(k) == "ish"


def with_marks(line: Line, j: int, clock: Clock) -> Read:
    """`clock` with the am or pm, the o'clock and the "ish" that may stand at `j`."""
    approximate = False
    if line.kind(j) == w.ISH and line.kind(j + 1) in HALVES:
        approximate, j = True, j + 1
    if line.kind(j) in HALVES and 1 <= clock.hour <= 12 and _is_half(line, j):
        approximate = approximate or bool(line.lexemes[j].extra)
        clock = Clock(clock.hour, clock.minute, line.value(j))
        j += 1
    hours = line.kind(j) == OTHER and line.name(j) in ("h", "hs") and clock.exact
    if line.kind(j) == w.OCLOCK or hours:
        j += 1
    found = with_ish(line, j, clock)
    return found._replace(approximate=found.approximate or approximate)


def with_ish(line: Line, after: int, clock: Clock) -> Read:
    """`clock` with the "ish" or "or so" that may stand at `after`."""
    if line.kind(after) == w.TO and has_ish(line, after):
        return Read(clock, after + 2, True)
    if line.kind(after) == w.ISH:
        return Read(clock, after + 1, True)
    return Read(clock, after, False)


def _is_half(line: Line, j: int) -> bool:
    """Whether the word at `j` is am or pm, and not "am" of "I am"."""
    sure = line.kind(j) == HALF_OF_DAY or line.lexemes[j].glued or line.name(j) == "pm"
    return sure or (line.name(j) == "am" and line.name(j - 1) != "i")
