"""Reading days, weeks, months and dates."""

from dataclasses import replace
from datetime import date

from smsbot.language.times import words as w
from smsbot.language.times.days import (
    AfterDay,
    Day,
    DayOfMonth,
    Month,
    Nth,
    NthDay,
    RelativeDay,
    Shifted,
    Week,
    Weekday,
    Weekend,
    Year,
)
from smsbot.language.times.evidence import ends_well, is_address, is_numbered
from smsbot.language.times.holidays import Holiday
from smsbot.language.times.lexemes import COMMA, DATE, EDGE, INT, ISO, ORDINAL, OTHER, SLASHED
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.months import month_alone, month_first, number_first
from smsbot.language.times.suspects import is_rating, is_weekday

_WHICH = {w.NEXT: 1, w.THIS: 0, w.LAST: -1}
_WHICH_NAMES = {w.NEXT: "next", w.THIS: "this", w.LAST: "last"}
_INNER = frozenset({w.THE, w.OF, w.IN})
_PIECES = {w.EARLY: "early", w.MID: "mid", w.LATE: "end", w.END: "end", w.LATER: "later"}

_FIXED = frozenset({w.HOLIDAY, w.MONTH, ORDINAL, DATE, ISO, SLASHED})
_JOINED_WEEK = frozenset({w.NEXT, w.THIS, w.LAST})


def _midweek(line: Line, i: int) -> Expression | None:
    j = line.skip(i + 1, _INNER)
    if line.kind(j) in _JOINED_WEEK and line.name(j + 1) == "week":
        return Expression(i, j + 2, coarse=Week(_WHICH[line.kind(j)], "mid"))
    return Expression(i, i + 1, coarse=Week(0, "mid"))


def read_day(line: Line, i: int) -> Expression | None:
    """The day, or stretch of days, that is named at `i`."""
    kind = line.kind(i)
    reader = _READERS.get(kind)
    found = reader(line, i) if reader else None
    if found is not None and found.day is not None and found.strict:
        return _around(line, found)
    return found


def _around(line: Line, found: Expression) -> Expression:
    """ "july 4th weekend", "thanksgiving week": the weekend or week about a date."""
    kind, day = line.kind(found.after), found.day
    if day is None or found.last:
        return found
    if kind == w.WEEKEND and not isinstance(day, Weekday):
        return Expression(found.first, found.after + 1, coarse=Weekend(0, day))
    if isinstance(day, Holiday) and kind == w.UNIT and line.name(found.after) == "week":
        return Expression(found.first, found.after + 1, coarse=Week(0, at=day))
    return found


def _weekday(line: Line, i: int) -> Expression | None:
    if not is_weekday(line, i):
        return None
    spanish = line.name(i) in _SPANISH and line.kind(i + 1) == INT and line.lexemes[i + 1].extra <= 2
    if spanish and 1 <= line.value(i + 1) <= 31 and ends_well(line, i + 2):
        return Expression(i, i + 2, day=DayOfMonth(line.value(i + 1)), strict=True)
    return _with_week(line, i, i + 1, Weekday(line.value(i)))


_SPANISH = frozenset("lunes martes miercoles jueves viernes sabado domingo".split())
"""In Spanish a number after a weekday is the day of the month."""


def _with_week(line: Line, i: int, j: int, day: Weekday) -> Expression:
    """`day` with what may follow it: "week", "next week", "after next", "que viene"."""
    j_next = line.skip(j, _INNER) if line.kind(j) in (w.OF, w.IN) else j
    if line.kind(j) == w.UNIT and line.name(j) == "week" and not day.which:
        return Expression(i, j + 1, day=replace(day, weeks=1))
    if line.kind(j) == w.AFTER and line.kind(j + 1) == w.NEXT and line.kind(j + 2) != w.UNIT:
        return Expression(i, j + 2, day=replace(day, which="next", weeks=1))
    if line.kind(j) in (w.AFTER, w.BEFORE) and line.kind(line.skip(j + 1, _INNER)) in _FIXED:
        base = read_day(line, line.skip(j + 1, _INNER))
        if base and base.day:
            made = AfterDay(day.number, base.day, 1 if line.kind(j) == w.AFTER else -1)
            return Expression(i, base.after, day=made, strict=True)
    if line.kind(j) == w.NEXT_POST or line.name(j) == "que viene":
        return Expression(i, j + 1, day=replace(day, which="this"))
    if line.kind(j) == w.LAST_POST:
        return Expression(i, j + 1, day=replace(day, which="last"))
    which = _WHICH_NAMES.get(line.kind(j_next), "")
    if which and line.kind(j_next + 1) == w.UNIT and line.name(j_next + 1) == "week":
        offset = _WHICH[line.kind(j_next)]
        day = Weekday(day.number)
        return Expression(i, j_next + 2, day=day, coarse=Week(offset))
    return Expression(i, j, day=day)


def _relative(line: Line, i: int) -> Expression | None:
    day = RelativeDay(line.value(i))
    if line.kind(i + 1) == w.UNIT and line.name(i + 1) == "week":
        return Expression(i, i + 2, day=Shifted(1, "week", day), strict=True)
    return Expression(i, i + 1, day=day)


def _holiday(line: Line, i: int) -> Expression | None:
    return Expression(i, i + 1, day=Holiday(line.name(i)), strict=True)


def _weekend(line: Line, i: int) -> Expression | None:
    j = i + 1
    if line.kind(j) == w.NEXT_POST:
        return Expression(i, j + 1, coarse=Weekend(1))
    if line.kind(j) == w.LAST_POST:
        return Expression(i, j + 1, coarse=Weekend(-1))
    if line.kind(j) == w.OF:
        at = read_day(line, line.skip(j, _INNER))
        if at and at.day:
            return Expression(i, at.after, coarse=Weekend(0, at.day))
    if line.kind(j) == w.AFTER and line.kind(j + 1) == w.NEXT:
        return Expression(i, j + 2, coarse=Weekend(2))
    return Expression(i, j, coarse=Weekend(0))


def _which(line: Line, i: int) -> Expression | None:
    """next, this, last and what it points at."""
    kind, j = line.kind(i), i + 1
    target, name, offset = line.kind(j), line.name(j), _WHICH[line.kind(i)]
    if target == kind == w.NEXT and line.kind(j + 1) == w.UNIT:
        j, target, name, offset = j + 1, w.UNIT, line.name(j + 1), 2
    if target == w.WEEKDAY and is_weekday(line, j, sure=True):
        return _with_week(line, i, j + 1, Weekday(line.value(j), _WHICH_NAMES[kind]))
    if target == w.WEEKEND:
        return Expression(i, j + 1, coarse=Weekend(offset))
    if target == w.UNIT and name in ("week", "month", "year"):
        return _unit(line, i, j, offset)
    if target == w.MONTH:
        inner = month_first(line, j)
        if inner and inner.day:
            return replace(inner, first=i)
        return Expression(i, j + 1, coarse=_month_which(line.value(j), offset))
    if target == w.HOLIDAY:
        return Expression(i, j + 1, day=Holiday(line.name(j)), strict=True)
    spanish = {"tarde": "afternoon", "manana": "morning"}.get(name, "")
    if spanish and kind == w.THIS:
        return Expression(i, j + 1, day=RelativeDay(0), part=spanish)
    if target == w.PART and kind != w.NEXT:
        day = RelativeDay(offset)
        return Expression(i, j + 1, day=day, part=line.name(j))
    if target in (w.EARLY, w.LATE, w.LATER) and line.kind(j + 1) == w.PART and kind == w.THIS:
        prefix = "early" if target == w.EARLY else "late"
        return Expression(i, j + 2, day=RelativeDay(0), part=f"{prefix} {line.name(j + 1)}")
    return None


def _month_which(number: int, offset: int) -> Day:
    return Month(number, skip=-1 if offset < 0 else 0)


def _unit(line: Line, i: int, j: int, offset: int) -> Expression | None:
    """The week, month or year `offset` on; [i, j) is what says so."""
    name = line.name(j)
    if name == "week" and line.kind(j + 1) == w.AFTER and line.kind(j + 2) == w.NEXT:
        return Expression(i, j + 3, coarse=Week(2))
    if name == "week":
        return Expression(i, j + 1, coarse=Week(offset))
    if name == "month":
        return Expression(i, j + 1, coarse=Month(offset=offset))
    return Expression(i, j + 1, coarse=Year(offset))


def _bare_unit(line: Line, i: int) -> Expression | None:
    """ "week of the 14th", "the week after next", "la semana que viene", "week from friday"."""
    name, j = line.name(i), i + 1
    if name not in ("week", "month", "year", "day"):
        return None
    if line.kind(j) in (w.NEXT_POST, w.LAST_POST) and name != "day":
        return replace(_unit(line, i, i, 1 if line.kind(j) == w.NEXT_POST else -1), after=j + 1)  # type: ignore[type-var]
    if line.kind(j) in (w.AFTER, w.BEFORE) or (name == "week" and line.kind(j) in (w.OF, w.FROM)):
        return _unit_beside(line, i, name)
    if name == "week" and line.kind(j) == w.NEXT_POST:
        return Expression(i, j + 1, coarse=Week(1))
    return None


def _unit_beside(line: Line, i: int, name: str) -> Expression | None:
    j = i + 1
    side = line.kind(j)
    inner = line.skip(j + 1, frozenset({w.THE}))
    if side == w.AFTER and line.kind(inner) == w.NEXT and line.kind(inner + 1) != w.WEEKDAY:
        made = {"week": Week(2), "month": Month(offset=2), "year": Year(2)}.get(name)
        return Expression(i, inner + 1, coarse=made) if made else None
    base = read_day(line, inner)
    if base is None:
        return None
    named = base.day or base.coarse
    if named is None:
        return None
    if name == "week":
        if side == w.FROM:
            return Expression(i, base.after, day=Shifted(1, "week", named), strict=True)
        offset = {w.OF: 0, w.AFTER: 1, w.BEFORE: -1}[side]
        return Expression(i, base.after, coarse=Week(offset, at=named))
    if name == "day" and side != w.OF:
        made_day = Shifted(1 if side == w.AFTER else -1, "day", named)
        return Expression(i, base.after, day=made_day, strict=True)
    return None


def _piece(line: Line, i: int) -> Expression | None:
    """early, mid, late, end of, later: and the stretch of time that it is a piece of."""
    piece, kind = _PIECES[line.kind(i)], line.kind(i)
    j = i + 1
    if line.kind(j) == w.TO and line.lexemes[j].glued:
        j += 1
    j = line.skip(j, _INNER)
    inner = line.kind(j)
    if inner == w.UNIT and line.name(j) in ("week", "month", "year"):
        found: Expression | None = _unit(line, i, j, 0)
    elif inner == w.UNIT and line.name(j) == "day" and kind in (w.EARLY, w.LATE, w.MID):
        part = {w.EARLY: "morning", w.MID: "midday", w.LATE: "late afternoon"}[kind]
        return Expression(i, j + 1, part=part)
    elif inner == w.MONTH:
        found = Expression(i, j + 1, coarse=Month(line.value(j)))
    elif inner == w.PART:
        return _part_piece(line, i, j, kind)
    else:
        found = read_day(line, j)
    if found is None:
        return None
    return _apply_piece(replace(found, first=i), piece, kind)


def _part_piece(line: Line, i: int, j: int, kind: str) -> Expression | None:
    word = {w.EARLY: "early", w.MID: "mid", w.LATE: "late"}.get(kind, "")
    name = f"{word} {line.name(j)}".strip()
    day = RelativeDay(0) if line.name(j) == "tonight" else None
    return Expression(i, j + 1, part=name if name in w.PARTS else line.name(j), day=day)


def _apply_piece(found: Expression, piece: str, kind: str) -> Expression | None:
    coarse = found.coarse
    if found.day is not None:
        if kind == w.LATER and isinstance(found.day, RelativeDay) and found.day.offset == 0:
            return replace(found, bound=w.LATER)
        part = {w.EARLY: "early morning", w.LATE: "late afternoon", w.MID: "midday"}.get(kind, "")
        if kind == w.END:
            part = "end of day"
        if found.part:
            name = f"{piece} {found.part}".replace("end", "late")
            return replace(found, part=name if name in w.PARTS else found.part)
        return replace(found, part=part)
    if isinstance(coarse, Week | Year):
        return replace(found, coarse=replace(coarse, piece=piece))
    if isinstance(coarse, Month):
        return replace(found, coarse=replace(coarse, piece=piece))
    return found


def _ordinal(line: Line, i: int) -> Expression | None:
    """ "5th", "5th of december", "first monday of december", "last week of the month"."""
    count = -1 if line.kind(i) == w.LAST else line.value(i)
    j = i + 1
    if line.kind(j) == w.UNIT and line.name(j) == "day" and line.kind(j + 1) in (w.OF, w.IN):
        month = _month_named(line, line.skip(j + 1, _INNER))
        return Expression(i, month[1], day=NthDay(count, month[0]), strict=True) if month else None
    if line.kind(j) == w.WEEKDAY or (line.kind(j) == w.UNIT and line.name(j) == "week"):
        k = line.skip(j + 1, _INNER)
        month = _month_named(line, k) if k > j + 1 else None
        if month and -1 <= count <= 5 and count:
            weekday = line.value(j) if line.kind(j) == w.WEEKDAY else None
            return Expression(i, month[1], day=Nth(count, weekday, month[0]), strict=True)
        return None
    if line.kind(i) == w.LAST or not 1 <= count <= 31 or is_numbered(line, i):
        return None
    k = line.skip(j, frozenset({w.OF, w.THE}))
    month = _month_named(line, k) if line.kind(k) == w.MONTH or k > j else None
    if month:
        return number_first(count, i, month)
    return _ordinal_alone(line, i, count)


def _month_named(line: Line, k: int) -> tuple[Month, int] | None:
    kind = line.kind(k)
    if kind == w.MONTH:
        year = line.value(k + 1) if line.kind(k + 1) == INT and line.lexemes[k + 1].extra == 4 else None
        return Month(line.value(k), year=year), k + 1 + (year is not None)
    if kind in _WHICH and line.kind(k + 1) == w.MONTH:
        return Month(line.value(k + 1)), k + 2
    if kind in _WHICH and line.kind(k + 1) == w.UNIT and line.name(k + 1) == "month":
        return Month(offset=_WHICH[kind]), k + 2
    if kind == w.UNIT and line.name(k) == "month":
        return Month(offset=0), k + 1
    return None


def _ordinal_alone(line: Line, i: int, count: int) -> Expression | None:
    before = line.kind(i - 1)
    wanted = (w.ON, w.BY, w.UNTIL, w.AFTER, w.BEFORE, w.FROM, w.OR, w.TO, w.AND, w.WEEKDAY, w.BETWEEN)
    outer = line.kind(i - 2) if before == w.THE else before
    if line.kind(i) == w.NTH and (count <= 3 or before != w.THE) and outer not in wanted[:6]:
        return None
    if line.kind(i) == ORDINAL and before not in (*wanted, w.THE, COMMA, EDGE, w.AROUND):
        if line.name(i - 1) not in ("is", "does", "works", "how", "what"):
            return None
    follower = line.kind(i + 1)
    if line.name(i + 1) == "time" or (before == w.AND and line.kind(i - 2) == OTHER):
        return None
    if follower == OTHER and line.name(i + 1) in ("visit", "appointment", "call", "opening", "quote", "cleaning", "estimate", "session", "lesson", "reservation", "meeting", "tour"):
        return None
    crossing = follower == w.AND and line.kind(i + 2) == OTHER
    if crossing or is_address(line, i) or not ends_well(line, i + 1) or (follower == w.PART and line.kind(i) == w.NTH):
        return None
    return Expression(i, i + 1, day=DayOfMonth(count), strict=True)


def _numeric(line: Line, i: int) -> Expression | None:
    lexeme = line.lexemes[i]
    pieces = [int(p) for p in lexeme.name.replace("/", "-").replace(".", "-").split("-")]
    if lexeme.kind == ISO:
        year, month, day = pieces
    else:
        month, day, year = pieces
        if month > 12 or ("." in lexeme.name and day <= 12):
            month, day = day, month
        year += 2000 if year < 100 else 0
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Expression(i, i + 1, day=DayOfMonth(day, month, year), strict=True)


def _slashed(line: Line, i: int) -> Expression | None:
    first, second = line.value(i), line.lexemes[i].extra
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (month == 2 and day > 29):
        return None
    if (day == 31 and month in (4, 6, 9, 11)) or is_rating(line, i) or is_numbered(line, i):
        return None
    return Expression(i, i + 1, day=DayOfMonth(day, month), strict=True)


def _month(line: Line, i: int) -> Expression | None:
    return month_first(line, i) or month_alone(line, i)


def _integer(line: Line, i: int) -> Expression | None:
    """ "5 december", "5 de diciembre"."""
    j = line.skip(i + 1, frozenset({w.OF}))
    day = line.value(i)
    if not 1 <= day <= 31 or line.kind(j) != w.MONTH or line.lexemes[i].extra > 2:
        return None
    if j == i + 1 and line.name(j) in ("may", "mar", "march") and not ends_well(line, j + 1):
        return None
    return number_first(day, i, (Month(line.value(j)), j + 1))


def _last(line: Line, i: int) -> Expression | None:
    return _ordinal(line, i) or _which(line, i)


_READERS = {
    w.WEEKDAY: _weekday, w.RELDAY: _relative, w.HOLIDAY: _holiday, w.WEEKEND: _weekend,
    w.NEXT: _which, w.THIS: _which, w.LAST: _last, w.UNIT: _bare_unit,
    w.EARLY: _piece, w.MID: _piece, w.LATE: _piece, w.END: _piece, w.LATER: _piece,
    ORDINAL: _ordinal, w.NTH: _ordinal, DATE: _numeric, ISO: _numeric, SLASHED: _slashed,
    w.MIDWEEK: _midweek, w.MONTH: _month, INT: _integer, w.NUMBER: _integer,
}  # fmt: skip
"""What may begin the name of a day, and what reads on."""
