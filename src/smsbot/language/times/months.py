"""Reading months, and dates with a month's name."""

from dataclasses import replace

from smsbot.language.times import words as w
from smsbot.language.times.days import DayOfMonth, Month
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.lexemes import CLOCK, COMMA, HALF_OF_DAY, INT, ORDINAL
from smsbot.language.times.line import Expression, Line

_CLEAR = frozenset(
    """
    january february feb febuary july september sept sep october oct november nov december dec
    apr jul aug enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre
    noviembre diciembre
    """.split()
)
"""The names that are months without more; "may" and "march" are verbs, "april" is a neighbour."""
_BEFORE = frozenset(
    {w.IN, w.BY, w.UNTIL, w.BEFORE, w.AFTER, w.OF, w.SINCE, w.FROM, w.BETWEEN, w.FOR, w.AROUND}
)
_JOINERS = frozenset({w.OR, w.AND, w.TO})
_CLOCKISH = frozenset({w.MERIDIEM, w.OCLOCK, HALF_OF_DAY})


def month_first(line: Line, i: int) -> Expression | None:
    """ "dec 5", "december the 5th", "dec 5-8", "dec 5, 2026"; [i] is the month."""
    month = line.value(i)
    j = i + 2 if line.kind(i + 1) == w.THE else i + 1
    kind = line.kind(j)
    if kind == INT and line.lexemes[j].extra == 4 and 2000 <= line.value(j) < 2100:
        return Expression(i, j + 1, coarse=Month(month, year=line.value(j)))
    if kind == INT:
        if line.lexemes[j].extra > 2 or line.kind(j + 1) in _CLOCKISH or line.kind(j + 1) == w.UNIT:
            return None
        if line.name(i) in ("may", "march", "mar") and not ends_well(line, j + 1):
            return None
    elif kind not in (ORDINAL, w.NTH):
        return None
    day = line.value(j)
    if not 1 <= day <= 31:
        return None
    j += 1
    year, j = _year(line, j)
    found = Expression(i, j, day=DayOfMonth(day, month, year), strict=True)
    return _ranged(line, found, month)


def number_first(day: int, i: int, month: tuple[Month, int]) -> Expression | None:
    """ "5th of december", "the 5th of next month"."""
    named, j = month
    if named.number is None:
        return Expression(i, j, day=DayOfMonth(day), coarse=named, strict=True)
    return Expression(i, j, day=DayOfMonth(day, named.number, named.year), strict=True)


def month_alone(line: Line, i: int) -> Expression | None:
    """A month as such: "december", "in may"."""
    before, after = line.kind(i - 1), line.kind(i + 1)
    beside = (before in _JOINERS and line.kind(i - 2) == w.MONTH) or (
        after in _JOINERS and line.kind(i + 2) == w.MONTH
    )
    if line.name(i) in _CLEAR or before in _BEFORE or beside:
        if line.name(i) in ("mar", "sep", "may", "mayo") and before not in _BEFORE and not beside:
            return None
        return Expression(i, i + 1, coarse=Month(line.value(i)))
    return None


def _year(line: Line, j: int) -> tuple[int | None, int]:
    k = j + 1 if line.kind(j) == COMMA else j
    if line.kind(k) == w.OF:
        k += 1
    if line.kind(k) == INT and line.lexemes[k].extra == 4 and 1900 <= line.value(k) < 2100:
        return line.value(k), k + 1
    return None, j


def _ranged(line: Line, found: Expression, month: int) -> Expression:
    """The end of "dec 5-8"; "dec 5 or 6" is read here too, as a range would be wrong: not."""
    j = found.after
    if line.kind(j) == w.TO and line.kind(j + 1) in (INT, ORDINAL):
        k = j + 2
        last = line.value(j + 1)
        clock = line.kind(k) in _CLOCKISH or line.kind(j + 1) == CLOCK
        first = found.day
        if isinstance(first, DayOfMonth) and not clock and first.day < last <= 31:
            return replace(found, after=k, last=DayOfMonth(last, month, first.year))
    return found
