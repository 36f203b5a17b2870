"""Reading weeks, weekends, months and years by their place ("next week"), and pieces of them
("early next week", "end of the month")."""

from collections.abc import Callable
from dataclasses import replace

from smsbot.language.times import words as w
from smsbot.language.times.days import Day, Month, RelativeDay, Shifted, Week, Weekend, Year
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.holidays import Holiday
from smsbot.language.times.lexemes import OTHER
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.months import month_first

ReadDay = Callable[[Line, int], Expression | None]

WHICH = {w.NEXT: 1, w.THIS: 0, w.LAST: -1}
WHICH_NAMES = {w.NEXT: "next", w.THIS: "this", w.LAST: "last"}
_INNER = frozenset({w.THE, w.OF, w.IN})
_PIECES = {w.EARLY: "early", w.MID: "mid", w.LATE: "end", w.END: "end", w.LATER: "later"}
_PART_OF_DAY = {
    w.EARLY: "early morning", w.MID: "midday", w.LATE: "late afternoon", w.END: "end of day",
}  # fmt: skip
"""What "early tomorrow", "late friday" are."""
_NESTING = frozenset({w.UNIT, w.WEEKEND, *_PIECES})
"""What may name a stretch by another day; it is not read within itself, however often it comes."""
_SAYS_WHICH = frozenset({w.THIS, w.NEXT, w.LAST, w.ON, w.THE, w.BY, w.UNTIL, w.OF})
_PREFIXES = {w.EARLY: "early", w.MID: "mid", w.LATE: "late", w.LATER: "late"}
_SPANISH_PARTS = {"tarde": "afternoon", "manana": "morning"}


def read_midweek(line: Line, i: int) -> Expression | None:
    """ "midweek", "midweek next week"."""
    j = line.skip(i + 1, _INNER)
    offset = WHICH.get(line.kind(j))
    if offset is not None and line.name(j + 1) == "week":
        return Expression(i, j + 2, coarse=Week(offset, "mid"))
    return Expression(i, i + 1, coarse=Week(0, "mid"))


def read_weekend(line: Line, i: int, read_day: ReadDay) -> Expression | None:
    """ "weekend", "weekend of the 12th", "weekend after next"."""
    j = i + 1
    if line.kind(j) == OTHER and not ends_well(line, j) and line.kind(i - 1) not in _SAYS_WHICH:
        # "Weekend rates" are rates.
        return None
    behind = {w.NEXT_POST: 1, w.LAST_POST: -1}.get(line.kind(j))
    if behind is not None:
        return Expression(i, j + 1, coarse=Weekend(behind))
    k = line.skip(j, _INNER)
    at = read_day(line, k) if line.kind(j) == w.OF and line.kind(k) not in _NESTING else None
    if at and at.day:
        return Expression(i, at.after, coarse=Weekend(0, at.day))
    if line.kind(j) == w.AFTER and line.kind(j + 1) == w.NEXT:
        return Expression(i, j + 2, coarse=Weekend(2))
    return Expression(i, j, coarse=Weekend(0))


def read_which(line: Line, i: int) -> Expression | None:
    """next, this, last and the stretch, month, holiday or part of a day that it points at."""
    kind, offset = line.kind(i), WHICH[line.kind(i)]
    if kind == w.NEXT and line.kind(i + 1) == w.NEXT and line.kind(i + 2) == w.UNIT:
        return _counted(line, i, i + 2, 2)
    target = line.kind(i + 1)
    if target == w.WEEKEND:
        return Expression(i, i + 2, coarse=Weekend(offset))
    if target == w.UNIT:
        return _counted(line, i, i + 1, offset)
    if target == w.MONTH:
        return _which_month(line, i, offset)
    if target == w.HOLIDAY:
        return Expression(i, i + 2, day=Holiday(line.name(i + 1)), strict=True)
    return _which_part(line, i, kind, offset) if kind != w.NEXT else None


def _which_month(line: Line, i: int, offset: int) -> Expression:
    inner = month_first(line, i + 1)
    if inner and inner.day:
        return replace(inner, first=i)
    return Expression(i, i + 2, coarse=Month(line.value(i + 1), skip=min(offset, 0)))


def _which_part(line: Line, i: int, kind: str, offset: int) -> Expression | None:
    """ "this morning", "last night", "later this afternoon"."""
    day, j = RelativeDay(offset), i + 1
    spanish = _SPANISH_PARTS.get(line.name(j), "")
    if spanish and kind == w.THIS:
        return Expression(i, j + 1, day=day, part=spanish)
    if line.kind(j) == w.PART:
        return Expression(i, j + 1, day=day, part=line.name(j))
    prefix = _PREFIXES.get(line.kind(j), "")
    if prefix and line.kind(j + 1) == w.PART:
        return Expression(i, j + 2, day=day, part=_in_table(prefix, line.name(j + 1)))
    return None


def _in_table(prefix: str, part: str) -> str:
    """ "late afternoon" where the table has it, else "afternoon"."""
    name = f"{prefix} {part}".strip()
    return name if name in w.PARTS else part


def _counted(line: Line, i: int, j: int, offset: int) -> Expression | None:
    """The week, month or year `offset` on; [i, j] is what says so."""
    name = line.name(j)
    if name == "week" and line.kind(j + 1) == w.AFTER and line.kind(j + 2) == w.NEXT:
        return Expression(i, j + 3, coarse=Week(2))
    stretch = _stretch(name, offset)
    return Expression(i, j + 1, coarse=stretch) if stretch else None


def _stretch(name: str, offset: int) -> Day | None:
    if name == "week":
        return Week(offset)
    if name == "month":
        return Month(offset=offset)
    return Year(offset) if name == "year" else None


def read_unit(line: Line, i: int, read_day: ReadDay) -> Expression | None:
    """ "week of the 14th", "the week after next", "la semana que viene", "week from friday"."""
    name, side = line.name(i), line.kind(i + 1)
    behind = {w.NEXT_POST: 1, w.LAST_POST: -1}.get(side)
    if behind is not None:
        stretch = _stretch(name, behind)
        return Expression(i, i + 2, coarse=stretch) if stretch else None
    inner = line.skip(i + 2, frozenset({w.THE}))
    if side == w.AFTER and line.kind(inner) == w.NEXT and line.kind(inner + 1) != w.WEEKDAY:
        stretch = _stretch(name, 2)
        return Expression(i, inner + 1, coarse=stretch) if stretch else None
    if line.kind(inner) in _NESTING:
        return None
    if side in (w.AFTER, w.BEFORE) or (name == "week" and side in (w.OF, w.FROM)):
        base = read_day(line, inner)
        named = (base.day or base.coarse) if base else None
        return _beside(i, base.after, name, side, named) if base and named else None
    return None


def _beside(i: int, after: int, name: str, side: str, base: Day) -> Expression | None:
    """The day or week beside `base`."""
    if name == "week" and side != w.FROM:
        offset = {w.OF: 0, w.AFTER: 1, w.BEFORE: -1}[side]
        return Expression(i, after, coarse=Week(offset, at=base))
    if name not in ("day", "week"):
        return None
    count = -1 if side == w.BEFORE else 1
    return Expression(i, after, day=Shifted(count, name, base), strict=True)


def read_piece(line: Line, i: int, read_day: ReadDay) -> Expression | None:
    """early, mid, late, end of, later: and the stretch of time that it is a piece of."""
    kind, j = line.kind(i), i + 1
    if line.kind(j) == w.TO and line.lexemes[j].glued:
        j += 1
    j = line.skip(j, _INNER)
    inner = line.kind(j)
    if inner == w.PART:
        day = RelativeDay(0) if line.name(j) == "tonight" else None
        prefix = _PREFIXES.get(kind, "") if kind != w.LATER else ""
        return Expression(i, j + 1, part=_in_table(prefix, line.name(j)), day=day)
    if inner == w.UNIT and line.name(j) == "day" and kind in (w.EARLY, w.LATE, w.MID):
        part = "morning" if kind == w.EARLY else _PART_OF_DAY[kind]
        return Expression(i, j + 1, part=part)
    if inner in _PIECES:
        return None
    if inner == w.UNIT:
        found = _counted(line, i, j, 0)
    elif inner == w.MONTH:
        found = Expression(i, j + 1, coarse=Month(line.value(j)))
    else:
        found = read_day(line, j)
    return _apply(replace(found, first=i), kind) if found else None


def _apply(found: Expression, kind: str) -> Expression:
    """`found`, or the piece of it that `kind` says."""
    if isinstance(found.coarse, Week | Year | Month) and found.day is None:
        return replace(found, coarse=replace(found.coarse, piece=_PIECES[kind]))
    if found.day is None:
        return found
    if kind == w.LATER:
        today = isinstance(found.day, RelativeDay) and found.day.offset == 0 and not found.part
        return replace(found, bound=w.LATER) if today else found
    if found.part:
        return replace(found, part=_in_table(_PREFIXES.get(kind, ""), found.part))
    return replace(found, part=_PART_OF_DAY[kind])
