"""Reading the names of days: which word may begin one, and what reads on."""

from dataclasses import replace

from smsbot.language.times import ordinals, stretches
from smsbot.language.times import words as w
from smsbot.language.times.days import (
    DayOfMonth,
    Month,
    RelativeDay,
    Shifted,
    Week,
    Weekday,
    Weekend,
)
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.holidays import Holiday
from smsbot.language.times.lexemes import (
    BREAK,
    COMMA,
    DATE,
    EDGE,
    INT,
    ISO,
    ORDINAL,
    OTHER,
    SLASHED,
)
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.months import month_alone, month_first
from smsbot.language.times.nth import AfterDay, Nth
from smsbot.language.times.suspects import is_weekday

_INNER = frozenset({w.THE, w.OF, w.IN})
_FIXED = frozenset({w.HOLIDAY, w.MONTH, ORDINAL, DATE, ISO, SLASHED})
_SPANISH = frozenset("lunes martes miercoles jueves viernes sabado domingo".split())


def read_day(line: Line, i: int) -> Expression | None:
    """The day, or stretch of days, that is named at `i`."""
    reader = _READERS.get(line.kind(i))
    found = reader(line, i) if reader else None
    if found is None or found.day is None:
        return found
    return _around(line, found) if found.strict else _early(line, found)


def _early(line: Line, found: Expression) -> Expression:
    """ "tomorrow early": "early" behind a day, with nothing after it that it could belong to."""
    ends = line.kind(found.after + 1) in (EDGE, BREAK, COMMA)
    if line.name(found.after) not in ("early", "temprano") or not ends or found.part:
        return found
    return replace(found, after=found.after + 1, part="early morning")


def _around(line: Line, found: Expression) -> Expression:
    """ "july 4th weekend", "thanksgiving week": the weekend or week about a date."""
    kind, day = line.kind(found.after), found.day
    if day is None or found.last:
        return found
    if kind == w.WEEKEND:
        return Expression(found.first, found.after + 1, coarse=Weekend(0, day))
    if isinstance(day, Holiday) and kind == w.UNIT and line.name(found.after) == "week":
        return Expression(found.first, found.after + 1, coarse=Week(0, at=day))
    return found


def _weekday(line: Line, i: int) -> Expression | None:
    if not is_weekday(line, i):
        return None
    if line.name(i) in _SPANISH and line.kind(i + 1) == INT and ends_well(line, i + 2):
        # In Spanish a number after a weekday is the day of the month.
        number = line.value(i + 1)
        if 1 <= number <= 31:
            return Expression(i, i + 2, day=DayOfMonth(number), strict=True)
    return _with_week(line, i, i + 1, Weekday(line.value(i)))


def _with_week(line: Line, i: int, j: int, day: Weekday) -> Expression:
    """`day` with what may follow it at `j`."""
    for follows in (_beside_date, _in_month, _after_next, _placed_behind, _of_week):
        found = follows(line, i, j, day)
        if found is not None:
            return found
    return Expression(i, j, day=day)


def _beside_date(line: Line, i: int, j: int, day: Weekday) -> Expression | None:
    """ "the friday after thanksgiving"."""
    inner = line.skip(j + 1, _INNER)
    if line.kind(j) not in (w.AFTER, w.BEFORE) or line.kind(inner) not in _FIXED:
        return None
    base = read_day(line, inner)
    if base is None or base.day is None:
        return None
    made = AfterDay(day.number, base.day, 1 if line.kind(j) == w.AFTER else -1)
    return Expression(i, base.after, day=made, strict=True)


def _in_month(line: Line, i: int, j: int, day: Weekday) -> Expression | None:
    """ "a saturday in december"."""
    if line.kind(j) != w.IN or line.kind(j + 1) != w.MONTH or day.which:
        return None
    month = Month(line.value(j + 1))
    return Expression(i, j + 2, day=Nth(1, day.number, month), strict=True)


def _after_next(line: Line, i: int, j: int, day: Weekday) -> Expression | None:
    if line.kind(j) != w.AFTER or line.kind(j + 1) != w.NEXT or line.kind(j + 2) == w.UNIT:
        return None
    return Expression(i, j + 2, day=replace(day, which="next", weeks=1))


def _placed_behind(line: Line, i: int, j: int, day: Weekday) -> Expression | None:
    """ "friday week", "el martes que viene", "el lunes pasado"."""
    if line.kind(j) == w.UNIT and line.name(j) == "week" and not day.which:
        return Expression(i, j + 1, day=replace(day, weeks=1))
    if line.kind(j) == w.NEXT_POST:
        return Expression(i, j + 1, day=replace(day, which="this"))
    if line.kind(j) == w.LAST_POST:
        return Expression(i, j + 1, day=replace(day, which="last"))
    return None


def _of_week(line: Line, i: int, j: int, day: Weekday) -> Expression | None:
    """ "monday next week", "monday of this week"."""
    k = line.skip(j, _INNER)
    offset = stretches.WHICH.get(line.kind(k))
    if offset is None or line.kind(k + 1) != w.UNIT or line.name(k + 1) != "week":
        return None
    return Expression(i, k + 2, day=Weekday(day.number), coarse=Week(offset))


def _which(line: Line, i: int) -> Expression | None:
    """next, this, last and what it points at."""
    if line.kind(i + 1) == w.WEEKDAY and is_weekday(line, i + 1, sure=True):
        which = stretches.WHICH_NAMES[line.kind(i)]
        return _with_week(line, i, i + 2, Weekday(line.value(i + 1), which))
    return stretches.read_which(line, i)


def _last(line: Line, i: int) -> Expression | None:
    return ordinals.read_ordinal(line, i) or _which(line, i)


def _relative(line: Line, i: int) -> Expression | None:
    if line.name(i) == "tom" and line.kind(i + 1) != w.PART:
        return None
    day = RelativeDay(line.value(i))
    if line.kind(i + 1) == w.UNIT and line.name(i + 1) == "week":
        return Expression(i, i + 2, day=Shifted(1, "week", day), strict=True)
    return Expression(i, i + 1, day=day)


def _holiday(line: Line, i: int) -> Expression | None:
    if line.kind(i + 1) == OTHER and not ends_well(line, i + 1):
        # A christmas tree, a black friday sale.
        return None
    return Expression(i, i + 1, day=Holiday(line.name(i)), strict=True)


def _month(line: Line, i: int) -> Expression | None:
    return month_first(line, i) or month_alone(line, i)


def _weekend(line: Line, i: int) -> Expression | None:
    return stretches.read_weekend(line, i, read_day)


def _unit(line: Line, i: int) -> Expression | None:
    return stretches.read_unit(line, i, read_day)


def _piece(line: Line, i: int) -> Expression | None:
    return stretches.read_piece(line, i, read_day)


_READERS = {
    w.WEEKDAY: _weekday, w.RELDAY: _relative, w.HOLIDAY: _holiday, w.WEEKEND: _weekend,
    w.NEXT: _which, w.THIS: _which, w.LAST: _last, w.UNIT: _unit,
    w.EARLY: _piece, w.MID: _piece, w.LATE: _piece, w.END: _piece, w.LATER: _piece,
    w.MIDWEEK: stretches.read_midweek, w.MONTH: _month,
    ORDINAL: ordinals.read_ordinal, w.NTH: ordinals.read_ordinal,
    DATE: ordinals.read_numeric, ISO: ordinals.read_numeric, SLASHED: ordinals.read_slashed,
    INT: ordinals.read_integer, w.NUMBER: ordinals.read_integer,
}  # fmt: skip
