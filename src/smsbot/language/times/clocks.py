"""Reading times of the day: "3:15", "noon", "half past 3", and numbers."""

from smsbot.language.times import words as w
from smsbot.language.times.evidence import HALVES, NUMERIC, ends_well
from smsbot.language.times.lexemes import CLOCK, DOTTED, OTHER
from smsbot.language.times.line import Clock, Line
from smsbot.language.times.marks import Read, with_ish, with_marks
from smsbot.language.times.numbers import read_number
from smsbot.language.times.suspects import is_ratio

_NAMED = {w.NOON: Clock(12, 0), w.MIDNIGHT: Clock(24, 0)}
_STEPS = frozenset({5, 10, 15, 20, 25})
_PARTS_OF_HOUR = frozenset({w.HALF, w.QUARTER})


def read_clock(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """The time of day at `i`; `prefix` is the kinds of the words directly before."""
    kind = line.kind(i)
    named = _NAMED.get(kind)
    if named is not None:
        # "midnight blue" is a colour.
        return with_ish(line, i + 1, named) if prefix or ends_well(line, i + 1) else None
    if kind == CLOCK:
        return None if is_ratio(line, i) else _with_minutes(line, i)
    if kind == DOTTED:
        two_digits = line.name(i)[-3] == "."
        marked = line.kind(i + 1) in HALVES or (w.AT in prefix and two_digits)
        return _with_minutes(line, i) if marked and ends_well(line, i + 1) else None
    return _spoken(line, i, prefix) or (read_number(line, i, prefix) if kind in NUMERIC else None)


def _with_minutes(line: Line, i: int) -> Read | None:
    hour, minute = line.value(i), line.lexemes[i].extra
    if not 0 <= hour <= 24 or not 0 <= minute < 60 or (hour == 24 and minute):
        return None
    padded = line.name(i).startswith("0") and line.kind(i + 1) not in HALVES
    if line.kind(i + 1) == w.UNIT and line.name(i + 1) == "minute":
        return None
    return with_marks(line, i + 1, Clock(hour, minute, exact=hour > 12 or hour == 0 or padded))


def _spoken(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """half past 3, quarter to 5, ten past 4, 20 to 6."""
    kind = line.kind(i)
    j = i + 1 if kind == w.A else i
    named = line.kind(j) in _PARTS_OF_HOUR
    minutes = line.value(j)
    if not named and (line.kind(j) not in NUMERIC or minutes not in _STEPS):
        return None
    half = line.kind(j) == w.HALF
    j += 1
    if line.kind(j) == w.UNIT and line.name(j) == "minute":
        j, named = j + 1, True
    side, hour = line.kind(j), line.value(j + 1)
    if line.kind(j + 1) not in NUMERIC or not 1 <= hour <= 12:
        return None
    counted = kind != w.NUMBER and line.kind(i - 1) in (OTHER, w.OF)
    sure = named or not counted or prefix & {w.AT, w.AROUND}
    if side == w.PAST or (side == w.AFTER and sure):
        return with_marks(line, j + 2, Clock(hour, minutes))
    before = side in (w.TO, w.UNTIL, w.BEFORE) or (side == w.OF and named)
    if before and not half and (named or minutes in (20, 25)):
        return with_marks(line, j + 2, Clock(hour - 1 or 12, 60 - minutes))
    return None
