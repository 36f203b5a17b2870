"""Which expressions speak of one time: "thursday, maybe around 3" is one, "3 or 4" are two."""

from dataclasses import replace

from smsbot.language.times import words as w
from smsbot.language.times.days import (
    Day,
    DayOfMonth,
    Month,
    RelativeDay,
    Shifted,
    Week,
    Weekday,
    Weekend,
)
from smsbot.language.times.lexemes import BREAK, COMMA, OTHER
from smsbot.language.times.line import Expression, Line

OR, AND, LIST, NEAR, FAR, TO = "or", "and", "list", "near", "far", "to"
ALTERNATIVES = frozenset({OR, AND, LIST})
_CLOSE = 4
_STARTS = frozenset({w.AFTER, w.FROM})
_ENDS = frozenset({w.BEFORE, w.BY, w.UNTIL})
_GENERAL = frozenset({"morning", "tonight", "afternoon", "evening"})


def joined(line: Line, said: list[Expression]) -> list[Expression]:
    """`said` with what belongs together made one; the others know how they hang together."""
    found: list[Expression] = []
    for one in said:
        if not found:
            found.append(one)
            continue
        last = found[-1]
        link = _link(line, last.after, one.first)
        both = None
        if last.negated == one.negated and not _closes_list(found, one, link):
            both = _merged(last, one, link)
        if both is not None:
            found[-1] = both
        else:
            found.append(replace(one, joined=LIST if link == NEAR else link))
    return found


def _closes_list(found: list[Expression], one: Expression, link: str) -> bool:
    """Whether a list of times is complete before `one`: in "fri 9 or 10, mon 11" 10 is Friday's."""
    if len(found) < 2 or link != LIST or not one.dated:
        return False
    before, last = found[-2], found[-1]
    listed = last.joined in ALTERNATIVES and last.timed and not last.dated
    return listed and before.dated and before.timed


def _link(line: Line, after: int, first: int) -> str:
    """What stands between two expressions."""
    gap = line.kinds[after:first]
    if w.OR in gap:
        return OR
    if gap and gap[-1] == w.TO:
        # "Thursday - 3pm" has a dash for a comma.
        return TO if line.name(first - 1).isalpha() else LIST
    if w.AND in gap and len(gap) <= _CLOSE:
        return AND
    if all(kind in (w.BUT, w.AND, COMMA) for kind in gap) and w.BUT in gap:
        return NEAR
    if any(kind in (OTHER, BREAK, w.BUT, w.NEG) for kind in gap):
        return FAR
    return LIST if COMMA in gap else NEAR


def _merged(a: Expression, b: Expression, link: str) -> Expression | None:
    """`a` and `b` as one, or None where they are two."""
    if not _may_join(a, b, link):
        return None
    if a.at_once or b.at_once:
        return _without_at_once(a, b, link)
    if a.ahead is not None or b.ahead is not None:
        return _with_ahead(a, b, link)
    time = _time(a, b)
    if time is None or not _one_day(a, b):
        return None
    bound, part = time
    ranged = a.clock is not None and b.clock is not None
    return Expression(
        min(a.first, b.first),
        max(a.after, b.after),
        day=_exact(a, b),
        last=a.last or b.last,
        coarse=a.coarse or b.coarse,
        part=part,
        clock=a.clock or b.clock,
        until=b.clock if ranged else a.until or b.until,
        bound=bound,
        approximate=a.approximate or b.approximate,
        negated=a.negated or b.negated,
        joined=a.joined,
        strict=a.strict or b.strict,
        time_first=a.time_first or b.time_first or (a.timed and not a.dated and b.dated),
    )


def _may_join(a: Expression, b: Expression, link: str) -> bool:
    """Whether what stands between allows that both are one time."""
    if link == AND:
        return (a.dated != b.dated and not a.timed) or _closes_range(a, b)
    if link == FAR:
        return _complements(a, b)
    return link not in (OR, TO)


def is_past(one: Expression) -> bool:
    """Whether a day of the past was named."""
    day, coarse = one.day, one.coarse
    if isinstance(day, RelativeDay):
        return day.offset < 0
    if isinstance(day, Weekday) and day.which == "last":
        return True
    if isinstance(day, Shifted) and day.count < 0 and day.base is None:
        return True
    return one.bound == w.SINCE or (isinstance(coarse, Week | Weekend) and coarse.offset < 0)


def _complements(a: Expression, b: Expression) -> bool:
    """Whether one names a day and the other a time, wherever they stand."""
    if is_past(a) or is_past(b):
        return False
    day_then_time = a.dated and not a.clock and b.timed and not b.dated
    if day_then_time and a.part:
        # "Tomorrow morning works. 9?": the hour is in the morning.
        return not a.bound and not b.part and not b.bound and _hour_in(b, a.part)
    return day_then_time or (a.timed and not a.dated and b.dated and not b.timed)


def _hour_in(one: Expression, part: str) -> bool:
    """Whether the hour of `one` may be in `part`."""
    if one.clock is None or one.clock.exact:
        return False
    return one.clock.half is None or one.clock.half == (part not in w.BEFORE_NOON)


def _without_at_once(a: Expression, b: Expression, link: str) -> Expression | None:
    """ "asap tomorrow" is tomorrow; "today or asap" are two."""
    if link == FAR or a.at_once == b.at_once or (a if b.at_once else b).ahead is not None:
        return None
    named = b if a.at_once else a
    return replace(named, first=a.first, after=b.after, joined=a.joined)


def _with_ahead(a: Expression, b: Expression, link: str) -> Expression | None:
    """ "today in 2 hours" is in 2 hours."""
    exact, other = (a, b) if a.ahead is not None else (b, a)
    today = isinstance(other.day, RelativeDay) and other.day.offset == 0 and not other.clock
    if link == FAR or other.ahead is not None or not today:
        return None
    return replace(exact, first=a.first, after=b.after, joined=a.joined)


def _one_day(a: Expression, b: Expression) -> bool:
    """Whether the days that both name are one."""
    if a.coarse is not None and b.coarse is not None:
        return False
    if a.day is not None and b.day is not None:
        return not a.last and not b.last and (a.day == b.day or _repeats(a, b))
    coarse, day = a.coarse or b.coarse, a.day or b.day
    if coarse is None or day is None:
        return True
    together = (a.coarse and a.day) or (b.coarse and b.day)
    return bool(together) or fits(coarse, day)


def _repeats(a: Expression, b: Expression) -> bool:
    """Whether one only repeats the other: "friday the 4th", "tomorrow, tuesday"."""
    loose = b.day if a.strict else a.day
    if a.strict != b.strict:
        return isinstance(loose, Weekday | RelativeDay)
    for relative, weekday in ((a.day, b.day), (b.day, a.day)):
        if isinstance(relative, RelativeDay) and isinstance(weekday, Weekday):
            return weekday.which in ("", "this")
    return False


def _exact(a: Expression, b: Expression) -> Day | None:
    """The more exact of the days of both: the date, then "tomorrow", then the weekday."""
    if a.day is None or b.day is None:
        return a.day or b.day
    if a.strict != b.strict:
        return a.day if a.strict else b.day
    return a.day if isinstance(a.day, RelativeDay) else b.day


def fits(coarse: Day, day: Day | None) -> bool:
    """Whether `day` may be a day of `coarse`."""
    if isinstance(coarse, Week) and isinstance(day, Weekday):
        return day.which in ("", "this") and not day.weeks
    if isinstance(coarse, Weekend) and isinstance(day, Weekday):
        return day.number in (4, 5, 6) and day.which in ("", "this")
    return isinstance(coarse, Month) and isinstance(day, DayOfMonth) and day.month is None


def _closes_range(a: Expression, b: Expression) -> bool:
    """Whether "after 2" is followed by "and before 5"."""
    clocks = a.clock is not None and b.clock is not None and not a.until and not b.until
    return clocks and a.bound in _STARTS and b.bound in _ENDS and not b.dated


def _time(a: Expression, b: Expression) -> tuple[str, str] | None:
    """The bound and the part of the day of both; None where they name two times."""
    bound = a.bound or b.bound
    if a.clock is not None and b.clock is not None:
        if not _closes_range(a, b):
            return None
        bound = ""
    elif a.bound and b.bound and a.bound != b.bound:
        return None
    part = _part(a.part, b.part)
    return None if part is None else (bound, part)


def _part(a: str, b: str) -> str | None:
    """The part of the day of both: "tonight after work" is after work."""
    if not a or not b or a == b:
        return a or b
    if a in _GENERAL and b not in _GENERAL:
        return b
    return a if b in _GENERAL and (a not in _GENERAL or a == "evening") else None
