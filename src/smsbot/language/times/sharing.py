"""What alternatives share: in "tuesday or thursday at 3" both are at 3, in "3 or 4 on friday" both
are on friday, in "3 or 4pm" both are pm."""

from dataclasses import replace

from smsbot.language.times import words as w
from smsbot.language.times.days import DayOfMonth, Weekday
from smsbot.language.times.evidence import is_moved
from smsbot.language.times.joining import ALTERNATIVES, FAR, TO, fits, is_past
from smsbot.language.times.line import Clock, Expression, Line

_NEAR_HOURS = 5


def shared(line: Line, said: list[Expression]) -> list[Expression]:
    """`said` with what each takes over from its neighbours; a time that is moved away from ("from
    tuesday to thursday") is left out."""
    found = list(said)
    for i in range(1, len(found)):
        found[i] = _forward(found[i - 1], found[i])
        found[i] = _day_forward(found, i)
        found[i] = _at_same_time(line, found[i - 1], found[i])
    for i in range(len(found) - 2, -1, -1):
        if found[i + 1].joined in ALTERNATIVES and found[i].negated == found[i + 1].negated:
            found[i] = _backward(line, found[i], found[i + 1])
    for i in range(len(found) - 1):
        if found[i + 1].joined in ALTERNATIVES:
            found[i], found[i + 1] = _halves(found[i], found[i + 1])
    left = [
        not (i + 1 < len(found) and _moves(line, found[i], found[i + 1])) for i in range(len(found))
    ]
    return [one for one, stays in zip(found, left, strict=True) if stays]


def _moves(line: Line, one: Expression, following: Expression) -> bool:
    """Whether an appointment is to move from `one` to `following`."""
    return following.joined == TO and is_moved(line, one.first, following.first)


def _at_same_time(line: Line, before: Expression, one: Expression) -> Expression:
    """ "Move it to 12/10, same time": with the time that it moves away from."""
    if one.timed or before.clock is None or not one.dated:
        return one
    for i in (one.first - 1, one.after, one.after + 1):
        if line.kind(i) == w.GREETING and line.name(i) == "same time":
            return replace(one, clock=before.clock, until=before.until, part=before.part)
    return one


def _forward(before: Expression, one: Expression) -> Expression:
    """What a later alternative takes over: the week, "next", the month."""
    day = one.day
    if isinstance(day, Weekday) and one.negated and before.coarse and before.day is None:
        # "Next week, but not monday".
        return replace(one, coarse=before.coarse) if fits(before.coarse, day) else one
    if one.joined not in ALTERNATIVES:
        return one
    if before.time_first and one.dated and not one.timed and not one.bound:
        one = _with_time(one, before)
    if isinstance(day, Weekday) and day.which == "" and one.coarse is None:
        if before.coarse is not None and before.day is not None and fits(before.coarse, day):
            return replace(one, coarse=before.coarse)
        if isinstance(before.day, Weekday) and before.day.which in ("next", "this"):
            return replace(one, day=replace(day, which=before.day.which))
    if isinstance(day, DayOfMonth) and day.month is None and isinstance(before.day, DayOfMonth):
        return replace(one, day=replace(day, month=before.day.month, year=before.day.year))
    return one


def _day_forward(found: list[Expression], i: int) -> Expression:
    """A time without a day is on the day that was spoken of before."""
    one = found[i]
    if one.dated or not one.timed:
        return one
    for j in range(i - 1, max(-1, i - 4), -1):
        before = found[j]
        if before.dated:
            if is_past(before) and one.joined == FAR:
                return one
            return replace(one, day=before.day, coarse=before.coarse, last=before.last)
    return one


def _backward(line: Line, one: Expression, following: Expression) -> Expression:
    """What an earlier alternative takes over from the one after it."""
    day, ahead = one.day, following.day
    if one.timed and not one.dated and following.dated and following.timed:
        return replace(one, day=ahead, coarse=following.coarse, last=following.last)
    if isinstance(day, DayOfMonth) and day.month is None and isinstance(ahead, DayOfMonth):
        day = replace(day, month=ahead.month, year=ahead.year)
        one = replace(one, day=day)
    week = following.coarse
    if one.coarse is None and week is not None and ahead is not None and fits(week, day):
        one = replace(one, coarse=week)
    alone = one.dated and not one.timed and not one.bound and line.name(one.after) != "all day"
    return _with_time(one, following) if alone and following.dated and following.timed else one


def _with_time(one: Expression, other: Expression) -> Expression:
    """`one` at the time of day of `other`."""
    return replace(
        one,
        clock=other.clock,
        until=other.until,
        part=other.part,
        bound=other.bound,
        approximate=other.approximate,
    )


def _halves(a: Expression, b: Expression) -> tuple[Expression, Expression]:
    """am and pm, and the part of the day, go over to a neighbour that has none."""
    first, second = a.clock, b.clock
    if first is None or second is None or first.exact or second.exact:
        return a, b
    if a.day == b.day and first.half is None and not a.part:
        a = replace(a, part=b.part)
    if a.day == b.day and second.half is None and not b.part:
        b = replace(b, part=a.part)
    if first.half is None and second.half is not None and not a.part and a.until is None:
        if _hours(first, second.half) < _hours(second, second.half):
            a = replace(a, clock=replace(first, half=second.half))
    elif second.half is None and first.half is not None and not b.part and b.until is None:
        apart = _hours(second, first.half) - _hours(first, first.half)
        if 0 < apart <= _NEAR_HOURS and a.day == b.day:
            b = replace(b, clock=replace(second, half=first.half))
    return a, b


def _hours(clock: Clock, half: int) -> float:
    return clock.hour % 12 + 12 * half + (clock.minute or 0) / 60
