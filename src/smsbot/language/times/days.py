"""Days as people name them, and which days of the calendar they are, seen from today.

Every name resolves to `Days`: the first day, the day after the last, and how exactly that was
said. Weeks begin on Monday; weekdays count from 0 for Monday.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from smsbot.domain.times import Grain

_MONDAY, _WEDNESDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 2, 3, 5, 6


class Days(NamedTuple):
    """[first, after)."""

    first: date
    after: date
    grain: Grain


class Day(Protocol):
    """A day or a stretch of days, as named."""

    def resolve(self, today: date) -> Days: ...


def one(day: date) -> Days:
    return Days(day, day + timedelta(1), Grain.DAY)


def monday_of(day: date) -> date:
    return day - timedelta(day.weekday())


def month_start(day: date, months: int = 0) -> date:
    """The first of the month that lies `months` after the month of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_later(day: date, months: int) -> date:
    """`day`, `months` on; the last of the month where that month is too short."""
    first = month_start(day, months)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def _working_days(day: date, count: int) -> date:
    """`day` and `count` days that are neither Saturday nor Sunday."""
    step = timedelta(1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() < _SATURDAY
    return day


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """today 0, tomorrow 1, yesterday -1."""

    offset: int

    def resolve(self, today: date) -> Days:
        return one(today + timedelta(self.offset))


@dataclass(frozen=True, slots=True)
class Weekday:
    """`which` is "" (the next after today), "this" (from today on), "next" (of the next calendar
    week) or "last" (before today). `weeks` is added to it."""

    number: int
    which: str = ""
    weeks: int = 0

    def resolve(self, today: date) -> Days:
        ahead = (self.number - today.weekday()) % 7
        if self.which == "next":
            ahead = 7 - today.weekday() + self.number
        elif self.which == "last":
            ahead = ahead - 7
        elif self.which == "":
            ahead = ahead or 7
        return one(today + timedelta(ahead + 7 * self.weeks))


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A date. Without a year the next such from today on; without a month the next such day."""

    day: int
    month: int | None = None
    year: int | None = None

    def resolve(self, today: date) -> Days:
        if self.month and self.year:
            length = calendar.monthrange(self.year, self.month)[1]
            return one(date(self.year, self.month, min(self.day, length)))
        start = month_start(today)
        for months in range(97):
            first = month_start(start, months)
            if self.month in (None, first.month) and self._stands_in(first, today):
                return one(first.replace(day=self.day))
        return one(today)

    def _stands_in(self, first: date, today: date) -> bool:
        length = calendar.monthrange(first.year, first.month)[1]
        return self.day <= length and first.replace(day=self.day) >= today


@dataclass(frozen=True, slots=True)
class Shifted:
    """`count` units from `base` (today where there is none): "in 3 days", "a week from friday".
    A `vague` count ("a couple of weeks") has the unit's own grain."""

    count: int
    unit: str
    base: Day | None = None
    vague: bool = False

    def resolve(self, today: date) -> Days:
        start = self.base.resolve(today).first if self.base else today
        if self.unit == "business day":
            return one(_working_days(start, self.count))
        if self.unit in ("month", "year"):
            start = month_later(start, self.count * (12 if self.unit == "year" else 1))
        else:
            start += timedelta(self.count * (7 if self.unit == "week" else 1))
        if not self.vague or self.unit == "day":
            return one(start)
        if self.unit == "week":
            return Days(start, start + timedelta(7), Grain.WEEK)
        months = 12 if self.unit == "year" else 1
        return Days(start, month_later(start, months), Grain(self.unit))


@dataclass(frozen=True, slots=True)
class Week:
    """The calendar week `offset` weeks on, or a `piece` of it: early, mid, end, later."""

    offset: int
    piece: str = ""
    at: Day | None = None
    """The week that holds that day, instead of today's."""

    def resolve(self, today: date) -> Days:
        around = self.at.resolve(today).first if self.at else today
        monday = monday_of(around) + timedelta(7 * self.offset)
        if self.piece == "mid":
            return one(monday + timedelta(_WEDNESDAY))
        first, after = 0, 7
        if self.piece == "early":
            after = _WEDNESDAY
        elif self.piece == "end":
            first, after = _THURSDAY, _SATURDAY
        elif self.piece == "later":
            start = max(today + timedelta(1), monday)
            return Days(start, max(monday + timedelta(7), start + timedelta(1)), Grain.WEEK)
        return Days(monday + timedelta(first), monday + timedelta(after), Grain.WEEK)


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday of the week `offset` weeks on."""

    offset: int = 0
    at: Day | None = None

    def resolve(self, today: date) -> Days:
        around = self.at.resolve(today).first if self.at else today
        if self.at and around.weekday() == _MONDAY:
            # "labor day weekend" is the one before that Monday.
            around -= timedelta(1)
        saturday = monday_of(around) + timedelta(7 * self.offset + _SATURDAY)
        return Days(saturday, saturday + timedelta(2), Grain.WEEKEND)


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number (the running or next one; `skip` adds years), or `offset` months on;
    `piece` is early (1-10), mid (11-20) or end (from 21)."""

    number: int | None = None
    offset: int = 0
    year: int | None = None
    piece: str = ""
    skip: int = 0

    def start(self, today: date) -> date:
        """The first of the month."""
        if self.number is None:
            return month_start(today, self.offset)
        year = self.year or today.year + (self.number < today.month) + self.skip
        return date(year, self.number, 1)

    def resolve(self, today: date) -> Days:
        first = self.start(today)
        after = month_start(first, 1)
        if self.piece == "early":
            after = first.replace(day=11)
        elif self.piece == "mid":
            first, after = first.replace(day=11), first.replace(day=21)
        elif self.piece in ("end", "late"):
            first = first.replace(day=21)
        elif self.piece == "later":
            first = max(first, today + timedelta(1))
            after = max(after, first + timedelta(1))
        return Days(first, after, Grain.MONTH)


@dataclass(frozen=True, slots=True)
class Year:
    """The year `offset` years on, or that `number`; `piece` is a third of it."""

    offset: int = 0
    number: int | None = None
    piece: str = ""

    def resolve(self, today: date) -> Days:
        year = self.number or today.year + self.offset
        first, last = {"early": (1, 3), "mid": (5, 8), "end": (10, 12)}.get(self.piece, (1, 12))
        return Days(date(year, first, 1), month_start(date(year, last, 1), 1), Grain.YEAR)
