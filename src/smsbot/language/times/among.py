"""Times that are said where other times have been spoken of: offers on several days, a week."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.domain.times import TimesFound
from smsbot.language.times.days import DayOfMonth, Weekday
from smsbot.language.times.finding import find_said, found_from, line_of
from smsbot.language.times.line import Expression

_WEEK = 7


def among(
    text: str, days: Sequence[date], now: datetime, zone: ZoneInfo, *, hours: bool = True
) -> TimesFound:
    """The times that `text` names where `days` have been spoken of: a weekday is the one of their
    week and, with `hours`, a time of day without a day is on each of them. `now` is aware; all
    windows are in `zone`."""
    line = line_of(text)
    said = find_said(line)
    today = now.astimezone(zone).date()
    placed = [in_week_of(one, days, today) for one in said]
    if hours:
        placed = [day for one in placed for day in _on_days(one, days)]
    return found_from(text, line, placed, now, zone) if said else TimesFound()


def in_week_of(one: Expression, days: Sequence[date], today: date) -> Expression:
    """The weekday as a day that is spoken of, else of the week that is, where that is a later one
    than ours. Seven days from its first one where it is more than one week."""
    day = one.day
    bare = isinstance(day, Weekday) and not day.which and not day.weeks and one.coarse is None
    if not bare or not isinstance(day, Weekday) or not days:
        return one
    named = [spoken for spoken in days if spoken.weekday() == day.number]
    if named:
        return replace(one, day=_date(min(named)))
    first = min(days)
    monday = _monday(first)
    if monday <= today:
        return one
    begins = monday if _monday(max(days)) == monday else first
    meant = begins + timedelta((day.number - begins.weekday()) % _WEEK)
    return replace(one, day=_date(meant))


def _on_days(one: Expression, days: Sequence[date]) -> Iterator[Expression]:
    if one.dated or not one.timed or one.ahead is not None or one.at_once or not days:
        yield one
        return
    for day in sorted(set(days)):
        yield replace(one, day=_date(day))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _date(day: date) -> DayOfMonth:
    return DayOfMonth(day.day, day.month, day.year)
