"""Reading times of the day that begin with a plain number: "3pm", "3 thirty", "330", "at 3"."""

from smsbot.language.times import words as w
from smsbot.language.times.bare import bare_hour, opens_range
from smsbot.language.times.evidence import (
    DAYS,
    HALVES,
    NUMERIC,
    STRONG,
    ends_well,
    is_address,
    is_moved,
    is_numbered,
)
from smsbot.language.times.lexemes import CLOCK, COMMA, INT, OTHER
from smsbot.language.times.line import Clock, Line
from smsbot.language.times.marks import Read, has_ish, with_marks
from smsbot.language.times.nouns import GOOD_AFTER

_SPOKEN_MINUTES = frozenset({15, 20, 25, 30, 35, 40, 45, 50, 55})
_WRITTEN_MINUTES = _SPOKEN_MINUTES | {0, 5, 10}
_BEFORE_ONE = frozenset({w.AT, w.UNTIL, w.BETWEEN, w.AFTER, w.BEFORE, w.AROUND})
_HOURS = frozenset("hour hrs hours h hs".split())


def read_number(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """The time at `i`, a number; `prefix` is the kinds of the words before it."""
    digits = line.lexemes[i].extra
    if digits >= 3:
        return _digits(line, i, prefix) if digits <= 4 else None
    clock = _marked(line, i, prefix)
    if clock is not None:
        return with_marks(line, i + 1, clock)
    if not 1 <= line.value(i) <= 12:
        return None
    return _two_numbers(line, i, prefix) or _bare(line, i, prefix)


def _marked(line: Line, i: int, prefix: frozenset[str]) -> Clock | None:
    """A number that am, pm or o'clock makes a time; "3 p" needs a word more than "3pm"."""
    value, kind = line.value(i), line.kind(i + 1)
    if kind in HALVES and 1 <= value <= 12:
        mark = line.lexemes[i + 1]
        if len(mark.name) == 1 and (line.kind(i - 1) == w.IN or is_numbered(line, i)):
            # "She's in 3A".
            return None
        return Clock(value) if len(mark.name) > 1 or mark.glued or prefix & STRONG else None
    if kind == w.OCLOCK and 1 <= value <= 24:
        return Clock(value, exact=value > 12)
    hours = kind == OTHER and line.name(i + 1) in ("h", "hs") and 13 <= value <= 23
    return Clock(value, exact=True) if hours else None


def _bare(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    if has_ish(line, i + 1):
        return with_marks(line, i + 1, Clock(line.value(i)))
    if line.name(i) == "one" and not (prefix & _BEFORE_ONE and _stands_alone(line, i + 1)):
        return None
    if bare_hour(line, i, prefix) or opens_range(line, i):
        return with_marks(line, i + 1, Clock(line.value(i)))
    return None


def _stands_alone(line: Line, j: int) -> bool:
    """Whether what follows "one" leaves it a number: "one visit" does not."""
    return line.kind(j) != OTHER or line.name(j) in GOOD_AFTER


def _two_numbers(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """ "three thirty", "10 15", "3 y media", "6 menos cuarto"."""
    hour, kind = line.value(i), line.kind(i + 1)
    if kind == w.AND and line.kind(i + 2) in (w.HALF, w.QUARTER):
        return with_marks(line, i + 3, Clock(hour, line.value(i + 2)))
    if kind == w.EXCEPT and line.kind(i + 2) == w.QUARTER:
        return with_marks(line, i + 3, Clock(hour - 1 or 12, 45))
    if kind not in NUMERIC or not ends_well(line, i + 2):
        return None
    minutes = line.value(i + 1)
    spoken = kind == w.NUMBER and minutes in _SPOKEN_MINUTES
    written = kind == INT and line.lexemes[i + 1].extra == 2 and minutes in _WRITTEN_MINUTES
    if spoken or (written and (line.kind(i + 2) in HALVES or prefix & STRONG)):
        return with_marks(line, i + 2, Clock(hour, minutes))
    return None


def _digits(line: Line, i: int, prefix: frozenset[str]) -> Read | None:
    """ "330pm", "at 1430"."""
    hour, minute = divmod(line.value(i), 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if (line.kind(i + 1) in HALVES or has_ish(line, i + 1)) and 1 <= hour <= 12:
        return with_marks(line, i + 1, Clock(hour, minute))
    four = line.lexemes[i].extra == 4
    military = four and (hour > 12 or hour < 10)
    clock = Clock(hour, minute, exact=military)
    if military and line.name(i + 1) in _HOURS:
        return Read(clock, i + 2, False)
    doubtful = minute % 5 or (hour == 0 and not four) or not ends_well(line, i + 1)
    if doubtful or is_numbered(line, i) or is_address(line, i):
        return None
    return Read(clock, i + 1, False) if _placed(line, i, prefix, military) else None


def _placed(line: Line, i: int, prefix: frozenset[str], military: bool) -> bool:
    """Whether three or four digits without a mark stand where a time stands."""
    if w.AT in prefix:
        return True
    if 1900 <= line.value(i) < 2100:
        return False
    before = line.kind(i - 2) if line.kind(i - 1) == COMMA else line.kind(i - 1)
    if _is_amount(line, i, prefix):
        return False
    if prefix & STRONG or before in DAYS or line.kind(i + 1) in DAYS or _in_range(line, i):
        return True
    if line.name(i + 1) in GOOD_AFTER and line.kind(i - 1) != OTHER:
        # "Move it to 330 please", and not "tune it to 440 please".
        return line.kind(i - 1) != w.TO or is_moved(line, i)
    return line.count == 1 and military


def _is_amount(line: Line, i: int, prefix: frozenset[str]) -> bool:
    """Whether the digits at `i` are money or a measure: "how about 300", "anything around 900",
    "up to 1500", "between 400 and 600"."""
    about = w.AROUND in prefix and not prefix & (STRONG - {w.AROUND})
    if about and line.value(i) % 50 == 0 and DAYS.isdisjoint(line.kinds):
        return True
    if line.name(i - 1) in ("up to", "upto"):
        return True
    if line.kind(i - 1) != w.BETWEEN or line.kind(i + 1) != w.AND or line.kind(i + 2) != INT:
        return False
    first, last = line.value(i), line.value(i + 2)
    rounded = first % 50 == 0 and last % 50 == 0 and first < last < 1000
    return rounded and DAYS.isdisjoint(line.kinds) and line.kind(i + 3) not in HALVES


def _in_range(line: Line, i: int) -> bool:
    """Whether the digits at `i` end or begin "2-330", "930-1130"."""
    dated = not DAYS.isdisjoint(line.kinds)
    if line.kind(i + 1) == w.TO and _is_digits(line, i + 2):
        return dated
    if line.kind(i - 1) != w.TO:
        return False
    first = line.kind(i - 2)
    hour = first in (CLOCK, w.MERIDIEM) or (first in NUMERIC and 0 < line.value(i - 2) <= 12)
    return hour or (dated and _is_digits(line, i - 2))


def _is_digits(line: Line, i: int) -> bool:
    """Whether a quarter of an hour stands at `i` in three or four digits."""
    if line.kind(i) != INT or line.lexemes[i].extra not in (3, 4):
        return False
    return line.value(i) % 100 in (0, 15, 30, 45) and line.value(i) < 1300
