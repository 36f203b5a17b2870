"""Reading dates that begin with a number: "the 5th", "5 december", "12/5"."""

from datetime import date

from smsbot.language.times import words as w
from smsbot.language.times.days import DayOfMonth, Month, Weekday
from smsbot.language.times.evidence import ends_well, is_address, is_numbered
from smsbot.language.times.lexemes import COMMA, EDGE, ISO, ORDINAL, OTHER
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.months import number_first
from smsbot.language.times.nouns import SAFE
from smsbot.language.times.nth import Nth, NthDay
from smsbot.language.times.stretches import WHICH
from smsbot.language.times.suspects import is_rating

_INNER = frozenset({w.THE, w.OF, w.IN})
_SAYS_WHEN = frozenset({w.ON, w.BY, w.UNTIL, w.AFTER, w.BEFORE, w.FROM})
_LISTS = frozenset({w.OR, w.TO, w.AND, w.WEEKDAY, w.BETWEEN})
_MAY_PRECEDE = _SAYS_WHEN | _LISTS | {w.THE, COMMA, EDGE, w.AROUND}
_SIDES = frozenset("left right top bottom end".split())
_BETWEEN = frozenset({COMMA, w.AND, w.OR, w.THE})
_LONGEST_LIST = 12
_PLACED = frozenset("turn left right located parked live lives house corner store".split())
_COUNTED = frozenset(
    """
    time visit appointment call opening quote cleaning estimate session lesson reservation meeting
    tour slot spot
    """.split()
)
"""What is counted and not dated: "my 2nd visit", "the 1st opening"."""


def read_ordinal(line: Line, i: int) -> Expression | None:
    """ "5th", "5th of december", "first monday of december", "last week of the month"."""
    count = -1 if line.kind(i) == w.LAST else line.value(i)
    unit = line.name(i + 1) if line.kind(i + 1) == w.UNIT else ""
    if line.kind(i + 1) == w.WEEKDAY or unit in ("week", "day"):
        return _nth(line, i, count, unit)
    if line.kind(i) == w.LAST or not 1 <= count <= 31 or is_numbered(line, i):
        return None
    k = line.skip(i + 1, frozenset({w.OF, w.THE}))
    month = _month_named(line, k) if line.kind(k) == w.MONTH or k > i + 1 else None
    if month:
        return number_first(count, i, month)
    return Expression(i, i + 1, day=DayOfMonth(count), strict=True) if _alone(line, i) else None


def _nth(line: Line, i: int, count: int, unit: str) -> Expression | None:
    """The first monday, the last week, the last day of a month."""
    k = line.skip(i + 2, _INNER)
    month = _month_named(line, k) if k > i + 2 else None
    if month is None or not -1 <= count <= 31 or not count:
        return None
    if unit == "day":
        return Expression(i, month[1], day=NthDay(count, month[0]), strict=True)
    weekday = None if unit else line.value(i + 1)
    if count > 5:
        return None
    return Expression(i, month[1], day=Nth(count, weekday, month[0]), strict=True)


def _month_named(line: Line, k: int) -> tuple[Month, int] | None:
    """The month at `k` and where it ends: "december", "next month", "the month"."""
    kind, after = line.kind(k), line.kind(k + 1)
    if kind == w.MONTH:
        year = line.value(k + 1) if line.is_year(k + 1) else None
        return Month(line.value(k), year=year), k + 1 + (year is not None)
    if kind in WHICH and after == w.MONTH:
        return Month(line.value(k + 1)), k + 2
    if kind in WHICH and after == w.UNIT and line.name(k + 1) == "month":
        return Month(offset=WHICH[kind]), k + 2
    if kind == w.UNIT and line.name(k) == "month":
        return Month(offset=0), k + 1
    return None


def _alone(line: Line, i: int) -> bool:
    """Whether "the 5th" is a day, and no floor, street or visit."""
    before, follower = line.kind(i - 1), line.kind(i + 1)
    outer = line.kind(i - 2) if before == w.THE else before
    spelled = line.kind(i) == w.NTH
    if spelled and (line.value(i) <= 3 or before != w.THE) and outer not in _SAYS_WHEN:
        return False
    asked = line.name(i - 1) in ("works", "how", "what")
    if not spelled and before not in _MAY_PRECEDE and not asked:
        return False
    if line.name(i + 1) in _COUNTED or (spelled and follower == w.PART):
        return False
    if follower == w.FROM and {line.name(i + 2), line.name(i + 3)} & _SIDES:
        return False
    if before == w.OR and line.name(i - 2) in ("floor", "grade", "place"):
        return False
    street = (before == w.AND and line.kind(i - 2) == OTHER) or (
        follower == w.AND and line.kind(i + 2) == OTHER and before in (EDGE, OTHER)
    )
    if follower in (w.AND, w.OR, w.TO) and line.kind(i + 2) == ORDINAL:
        street = street or is_address(line, i + 2)
    # "The tire place on 5th" is on a street; a day is on the 5th.
    placed = line.name(i - 2) in _PLACED or (
        line.kind(i - 2) == OTHER and line.name(i - 2) not in SAFE
    )
    street = street or (before == w.ON and placed)
    return not street and not is_address(line, i) and ends_well(line, _end_of_list(line, i + 1))


def _end_of_list(line: Line, j: int) -> int:
    """Where "1st, 4th and 9th" ends that goes on at `j`: what follows it says what is counted."""
    stop = j + _LONGEST_LIST
    while j < stop:
        k = line.skip(j, _BETWEEN)
        if k == j or line.kind(k) != ORDINAL:
            return j
        if line.kind(k + 1) in (w.OF, w.MONTH):
            return j
        j = k + 1
    return j


def read_numeric(line: Line, i: int) -> Expression | None:
    """ "12/5/26", "2026-12-05"; month first, unless that is no month."""
    if is_numbered(line, i):
        return None
    lexeme = line.lexemes[i]
    first, second, third = (int(p) for p in lexeme.name.translate(_TO_DASHES).split("-"))
    if lexeme.kind == ISO:
        year, month, day = first, second, third
    else:
        month, day, year = first, second, third + (2000 if third < 100 else 0)
        if month > 12 or ("." in lexeme.name and day <= 12):
            month, day = day, month
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Expression(i, i + 1, day=DayOfMonth(day, month, year), strict=True)


_TO_DASHES = str.maketrans("/.", "--")


def read_slashed(line: Line, i: int) -> Expression | None:
    """ "12/5"; month first, unless that is no month."""
    first, second = line.value(i), line.lexemes[i].extra
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (month == 2 and day > 29):
        return None
    if (day == 31 and month in (4, 6, 9, 11)) or is_rating(line, i) or is_numbered(line, i):
        return None
    return Expression(i, i + 1, day=DayOfMonth(day, month), strict=True)


def read_integer(line: Line, i: int) -> Expression | None:
    """ "5 december", "5 de diciembre"."""
    j = line.skip(i + 1, frozenset({w.OF}))
    day = line.value(i)
    if line.kind(i + 1) == w.WEEKDAY and line.kind(i + 2) == w.FROM_NOW:
        # "Two fridays from now".
        return Expression(i, i + 3, day=Weekday(line.value(i + 1), weeks=day - 1), strict=True)
    if not 1 <= day <= 31 or line.kind(j) != w.MONTH or line.lexemes[i].extra > 2:
        return None
    if j == i + 1 and line.name(j) in ("may", "mar", "march") and not ends_well(line, j + 1):
        return None
    return number_first(day, i, (Month(line.value(j)), j + 1))
