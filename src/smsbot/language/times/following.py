"""What is read in the light of the expression just before: "3 or 4", "dec 5 or 6", "tomorrow or the
day after"."""

from dataclasses import replace

from smsbot.language.times import words as w
from smsbot.language.times.days import DayOfMonth, Month, Shifted, Week, Weekday, Weekend
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.lexemes import BREAK, CLOCK, COMMA, EDGE, HALF_OF_DAY, INT, ORDINAL
from smsbot.language.times.line import Expression, Line

_JOINERS = frozenset({w.OR, w.AND, COMMA, w.SOFT, w.THE, w.AROUND, w.AT, w.ON})
_HARD_JOINERS = frozenset({w.OR, w.AND, COMMA})
_HALVES = frozenset({w.MERIDIEM, HALF_OF_DAY, w.OCLOCK, w.ISH})
_MOST_JOINERS = 4


def is_listed(line: Line, last: Expression | None, i: int) -> bool:
    """Whether only joiners stand between `last` and `i`."""
    if last is None or i - last.after > _MOST_JOINERS or i <= last.after:
        return False
    gap = line.kinds[last.after : i]
    return all(kind in _JOINERS for kind in gap) and not _HARD_JOINERS.isdisjoint(gap)


def read_following(line: Line, last: Expression | None, i: int) -> Expression | None:
    """The day at `i` that only `last` explains."""
    if last is None:
        return None
    j = i + 1 if line.kind(i) == w.THE else i
    or_next = line.kind(j) == w.NEXT and line.kind(i - 1) == w.OR and ends_well(line, j + 1)
    if or_next or line.name(j) == "next one":
        return _next_one(last, j)
    return _day_after(line, last, i) or _same_month(line, last, i)


def _day_after(line: Line, last: Expression, i: int) -> Expression | None:
    """ "tomorrow or the day after", "next week or the week after"."""
    j = i + 1 if line.kind(i) == w.THE else i
    day_after = line.name(j) == "day" and line.kind(j + 1) in (w.AFTER, w.NEXT)
    next_day = line.kind(j) == w.NEXT and line.name(j + 1) == "day"
    ends = line.kind(j + 2) in (EDGE, BREAK, COMMA)
    named = last.day or last.coarse
    if line.name(j) == "week" and line.kind(j + 1) == w.AFTER and ends and named:
        return Expression(i, j + 2, coarse=Week(1, at=named))
    if last.day is None or not (ends or w.OR in line.kinds[last.after : i]):
        return None
    if next_day or (day_after and not _names_day(line, j + 2)):
        return Expression(i, j + 2, day=Shifted(1, "day", last.day), strict=True)
    return None


def _same_month(line: Line, last: Expression, i: int) -> Expression | None:
    """ "dec 5 or 6"."""
    j = i + 1 if line.kind(i) == w.THE else i
    day = last.day
    if not isinstance(day, DayOfMonth) or last.timed or not is_listed(line, last, i):
        return None
    if line.kind(j) != INT or not 1 <= line.value(j) <= 31:
        return None
    if line.kind(j + 1) in _HALVES | {w.UNIT, w.TO} or not ends_well(line, j + 1):
        return None
    if w.AT in line.kinds[last.after : i]:
        return None
    return Expression(i, j + 1, day=replace(day, day=line.value(j)), strict=True)


def _next_one(last: Expression, i: int) -> Expression | None:
    """ "this friday or next", "this week or next"."""
    if isinstance(last.day, Weekday):
        return Expression(i, i + 1, day=replace(last.day, which="next"))
    if last.day is None and isinstance(last.coarse, Week | Weekend | Month):
        coarse = replace(last.coarse, offset=last.coarse.offset + 1)
        return Expression(i, i + 1, coarse=coarse)
    return None


def _names_day(line: Line, j: int) -> bool:
    return line.kind(j) in (w.RELDAY, w.WEEKDAY, w.HOLIDAY, w.MONTH, ORDINAL, CLOCK, INT)
