"""Reading times of the day: "3pm", "half past 3", "1430", "3 thirty", and bare numbers where the
words around them allow it."""

from typing import NamedTuple

from smsbot.language.times import words as w
from smsbot.language.times.evidence import (
    DAYS,
    GOOD_AFTER,
    STRONG,
    bare_hour,
    ends_well,
    is_address,
    is_numbered,
    opens_range,
)
from smsbot.language.times.lexemes import CLOCK, COMMA, DOTTED, HALF_OF_DAY, INT, OTHER
from smsbot.language.times.line import Clock, Line

_NUMERIC = frozenset({INT, w.NUMBER})
_HALVES = frozenset({w.MERIDIEM, HALF_OF_DAY})
_SPOKEN_MINUTES = frozenset({15, 20, 25, 30, 35, 40, 45, 50, 55})
_STEPS = frozenset({5, 10, 15, 20, 25})


class Read(NamedTuple):
    """A clock time, where it ends, and whether it was said to be approximate."""

    clock: Clock
    after: int
    approximate: bool


def read_clock(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """The time of day at `i`; `prefix` is the kinds of the words directly before."""
    kind = line.kind(i)
    if kind in (w.NOON, w.MIDNIGHT) and not prefix and not ends_well(line, i + 1):
        return None
    if kind == w.NOON:
        return _approximate(line, Clock(12, 0), i + 1)
    if kind == w.MIDNIGHT:
        return _approximate(line, Clock(24, 0), i + 1)
    if kind == CLOCK:
        return _with_minutes(line, i)
    if kind == DOTTED:
        marked = line.kind(i + 1) in _HALVES or w.AT in prefix
        return _with_minutes(line, i) if marked and ends_well(line, i + 1) else None
    spoken = _spoken(line, i, prefix)
    if spoken:
        return spoken
    return _number(line, i, prefix) if kind in _NUMERIC else None


def _approximate(line: Line, clock: Clock, after: int) -> Read:
    approximate = False
    dash = line.kind(after) == w.TO and line.lexemes[after].glued and line.kind(after + 1) == w.ISH
    if dash:
        after += 1
    if line.kind(after) == w.ISH:
        approximate, after = True, after + 1
    return Read(clock, after, approximate)


def _half(line: Line, j: int, clock: Clock) -> Read:
    """`clock` with the am or pm that may stand at `j`."""
    approximate = False
    if line.kind(j) == w.ISH and line.kind(j + 1) in _HALVES:
        approximate, j = True, j + 1
    if line.kind(j) in _HALVES and 1 <= clock.hour <= 12 and _is_half(line, j):
        approximate = approximate or bool(line.lexemes[j].extra)
        clock = Clock(clock.hour, clock.minute, line.value(j))
        j += 1
    if line.kind(j) == w.OCLOCK or (
        line.kind(j) == OTHER and line.name(j) in ("h", "hs") and clock.exact
    ):
        j += 1
    found = _approximate(line, clock, j)
    return found._replace(approximate=found.approximate or approximate)


def _is_half(line: Line, j: int) -> bool:
    """Whether the word at `j` is am or pm, and not "am" of "I am"."""
    if line.kind(j) == HALF_OF_DAY or line.lexemes[j].glued or line.name(j) == "pm":
        return True
    return line.name(j - 1) != "i" and line.name(j) == "am"


def _with_minutes(line: Line, i: int) -> Read | None:
    hour, minute = line.value(i), line.lexemes[i].extra
    if not 0 <= hour <= 24 or not 0 <= minute < 60 or (hour == 24 and minute):
        return None
    padded = line.name(i).startswith("0") and line.kind(i + 1) not in _HALVES
    clock = Clock(hour, minute, exact=hour > 12 or hour == 0 or padded)
    if line.kind(i + 1) in (w.UNIT, w.TO) and line.name(i + 1) == "minute":
        return None
    return _half(line, i + 1, clock)


def _spoken(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """half past 3, quarter to 5, ten past 4, 20 to 6."""
    kind = line.kind(i)
    j = i + 1 if kind == w.A else i
    if line.kind(j) in (w.HALF, w.QUARTER) or (
        line.kind(j) in _NUMERIC and line.value(j) in _STEPS
    ):
        minutes = line.value(j)
    else:
        return None
    quarter = line.kind(j) in (w.HALF, w.QUARTER)
    j += 1
    if line.kind(j) == w.UNIT and line.name(j) == "minute":
        j, quarter = j + 1, True
    side, hour = line.kind(j), line.value(j + 1)
    if line.kind(j + 1) not in _NUMERIC or not 1 <= hour <= 12:
        return None
    spelled = kind == w.NUMBER or quarter or line.kind(i - 1) not in (OTHER, w.OF)
    if side == w.PAST or (side == w.AFTER and (spelled or prefix & {w.AT, w.AROUND})):
        return _half(line, j + 2, Clock(hour, minutes))
    before = side in (w.TO, w.UNTIL, w.BEFORE) or (side == w.OF and quarter)
    if before and line.kind(j) != w.HALF and (quarter or minutes in (20, 25)):
        return _half(line, j + 2, Clock(hour - 1 or 12, 60 - minutes))
    return None


def _number(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    value, digits = line.value(i), line.lexemes[i].extra
    if digits > 4:
        return None
    if digits >= 3:
        return _digits(line, i, value, digits, prefix)
    if line.kind(i + 1) in _HALVES and 1 <= value <= 12 and _marked(line, i, prefix):
        return _half(line, i + 1, Clock(value))
    if line.kind(i + 1) == w.OCLOCK and 1 <= value <= 24:
        return _half(line, i + 1, Clock(value, exact=value > 12))
    if line.kind(i + 1) == OTHER and line.name(i + 1) in ("h", "hs") and 13 <= value <= 23:
        return _half(line, i + 1, Clock(value, exact=True))
    if not 1 <= value <= 12:
        return None
    two = _two_numbers(line, i, prefix)
    if two:
        return two
    if line.kind(i + 1) == w.ISH or (line.kind(i + 1) == w.TO and line.kind(i + 2) == w.ISH):
        return _half(line, i + 1, Clock(value)) if line.name(i + 1) != "or so" else None
    if line.name(i) == "one" and not prefix & {
        w.AT,
        w.UNTIL,
        w.BETWEEN,
        w.AFTER,
        w.BEFORE,
        w.AROUND,
    }:
        return None
    if bare_hour(line, i, i + 1, prefix) or opens_range(line, i):
        return _half(line, i + 1, Clock(value))
    return None


def _marked(line: Line, i: int, prefix: frozenset[str]) -> bool:
    """Whether am or pm after the number is theirs: "3 p" needs a word more than "3pm"."""
    after = line.lexemes[i + 1]
    return len(after.name) > 1 or after.glued or bool(prefix & STRONG)


def _two_numbers(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """ "three thirty", "10 15", "3 y media", "6 menos cuarto"."""
    hour, kind = line.value(i), line.kind(i + 1)
    if kind == w.AND and line.kind(i + 2) in (w.HALF, w.QUARTER):
        return _half(line, i + 3, Clock(hour, line.value(i + 2)))
    if kind == w.EXCEPT and line.kind(i + 2) == w.QUARTER:
        return _half(line, i + 3, Clock(hour - 1 or 12, 45))
    if kind not in _NUMERIC or line.value(i + 1) not in range(60):
        return None
    minutes = line.value(i + 1)
    follower = line.kind(i + 2)
    if kind == w.NUMBER and minutes in _SPOKEN_MINUTES and ends_well(line, i + 2):
        return _half(line, i + 2, Clock(hour, minutes))
    written = kind == INT and line.lexemes[i + 1].extra == 2
    if written and (
        follower in _HALVES or (prefix & STRONG and minutes in _SPOKEN_MINUTES | {0, 10, 5})
    ):
        return _half(line, i + 2, Clock(hour, minutes)) if ends_well(line, i + 2) else None
    return None


def _digits(line: Line, i: int, value: int, digits: int, prefix: frozenset[str]) -> Read | None:
    """ "330pm", "at 1430"."""
    hour, minute = divmod(value, 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    ish = line.kind(i + 1) == w.ISH or (line.kind(i + 1) == w.TO and line.kind(i + 2) == w.ISH)
    if (line.kind(i + 1) in _HALVES or ish) and 1 <= hour <= 12:
        return _half(line, i + 1, Clock(hour, minute))
    military = digits == 4 and (hour > 12 or hour < 10)
    clock = Clock(hour, minute, exact=military)
    if line.name(i + 1) in ("hour", "hrs", "hours", "h", "hs") and military:
        return Read(clock, i + 2, False)
    if is_numbered(line, i) or is_address(line, i) or not ends_well(line, i + 1):
        return None
    if (hour == 0 and digits < 4) or minute % 5:
        return None
    year = 1900 <= value < 2100 and not prefix & {w.AT}
    beside = line.kind(i - 1) in DAYS or (line.kind(i - 1) == COMMA and line.kind(i - 2) in DAYS)
    ranged = line.kind(i - 1) == w.TO and (
        line.kind(i - 2) in (CLOCK, w.MERIDIEM) or 0 < line.value(i - 2) <= 12
    )
    if line.kind(i + 1) == w.TO and _is_digits(line, i + 2) and DAYS.intersection(line.kinds):
        ranged = True
    if _is_digits(line, i - 2) and line.kind(i - 1) == w.TO and DAYS.intersection(line.kinds):
        ranged = True
    if not year and (prefix & STRONG or beside or ranged or line.kind(i + 1) in DAYS):
        return Read(clock, i + 1, False)
    if not year and line.name(i + 1) in GOOD_AFTER and line.kind(i - 1) != OTHER:
        return Read(clock, i + 1, False)
    only = line.count == 1 and military and not year
    return Read(clock, i + 1, False) if only or (year is False and prefix & {w.AT}) else None


def _is_digits(line: Line, i: int) -> bool:
    """Whether a quarter of an hour stands at `i` in three or four digits."""
    if line.kind(i) != INT or line.lexemes[i].extra not in (3, 4):
        return False
    return line.value(i) % 100 in (0, 15, 30, 45) and line.value(i) < 1300
