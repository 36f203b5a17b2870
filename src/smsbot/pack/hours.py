"""When a business is open, and how people say it. Pure; every moment passed in is aware, every
moment returned is UTC.

A day's spans are read on the wall clock of the business and then held as moments, so a clock change
makes a span shorter or longer and never doubles it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from smsbot.pack.hours_words import WORDS, HoursWords
from smsbot.pack.models import Business
from smsbot.pack.week import DAYS, Day, Span

_DAY = dt.timedelta(days=1)
Interval = tuple[dt.datetime, dt.datetime]


def is_open(business: Business, at: dt.datetime) -> bool:
    """Whether the business is open at the moment `at`. The end of a span is not included, and a
    holiday is closed all day."""
    return any(start <= at < end for start, end in intervals(business, _local_date(business, at)))


def within_day(business: Business, at: dt.datetime) -> bool:
    """Whether the business is open at the moment `at` or on a break between two spans of that day:
    over lunch people are away, and the day is not over."""
    day = intervals(business, _local_date(business, at))
    return bool(day) and day[0][0] <= at < day[-1][1]


def next_opening(business: Business, at: dt.datetime) -> dt.datetime | None:
    """The first moment, at or after `at`, at which the business is open (`at` itself where it is
    open then); None for one that never opens."""
    return next((max(start, at.astimezone(dt.UTC)) for start, _ in _ahead(business, at)), None)


def add_business_minutes(business: Business, at: dt.datetime, minutes: float) -> dt.datetime:
    """The moment by which `minutes` of open time have passed since `at`; for a business that never
    opens, `minutes` by the clock. With 0 minutes it is the next opening."""
    left = dt.timedelta(minutes=minutes)
    opens = next_opening(business, at)
    while opens is not None:
        closes = _closing(business, opens)
        if left <= closes - opens:
            return opens + left
        left -= closes - opens
        opens = next_opening(business, closes)
    return at.astimezone(dt.UTC) + left


def say_when(business: Business, at: dt.datetime, language: str, *, now: dt.datetime) -> str:
    """A moment in the business's zone as people say it at `now`: "today at 8:00 AM", "tomorrow at
    8:00 AM", "Monday at 8:00 AM" within six days, else "Mon Nov 30 at 8:00 AM". English where
    `language` is not one of en, es, fr."""
    words = _words(language)
    local = at.astimezone(business.zone)
    days = (local.date() - _local_date(business, now)).days
    return f"{_say_day(words, local.date(), days)} {words.say_at(local.time())}"


def say_day(business: Business, date: dt.date, language: str, *, now: dt.datetime) -> str:
    """A day as people say it at `now`: "today", "Monday" within six days, else "Mon Nov 30"."""
    return _say_day(_words(language), date, (date - _local_date(business, now)).days)


def is_holiday(business: Business, date: dt.date) -> bool:
    """Whether the business is closed on `date` although it may be a day on which it opens."""
    return any(holiday.date == date for holiday in business.holidays)


def say_hours(business: Business, language: str = "en") -> str:
    """The weekly hours, compact, closed days last: "Mon-Fri 8 AM-6 PM, Sat 9 AM-1 PM, closed Sun".
    Holidays are not in it."""
    words = _words(language)
    week = [
        (name, business.hours.get(day, ()))
        for name, day in zip(words.short_days, DAYS, strict=True)
    ]
    runs = [(list(run), spans) for spans, run in groupby(week, key=lambda pair: pair[1])]
    said = [f"{_say_days(run)} {_say_spans(words, spans)}" for run, spans in runs if spans]
    closed = ", ".join(_say_days(run) for run, spans in runs if not spans)
    return ", ".join([*said, *([f"{words.closed} {closed}"] if closed else [])])


def _say_day(words: HoursWords, date: dt.date, days: int) -> str:
    if days == 0:
        return words.today
    if days == 1:
        return words.tomorrow
    weekday = words.weekdays[date.weekday()] if 1 < days < 7 else None
    return weekday or words.say_date(date)


def _say_days(run: Sequence[tuple[str, object]]) -> str:
    first, last = run[0][0], run[-1][0]
    return first if first == last else f"{first}-{last}"


def _say_spans(words: HoursWords, spans: Sequence[Span]) -> str:
    return words.and_.join(words.say_span(span.start, span.end) for span in spans)


def _words(language: str) -> HoursWords:
    return WORDS.get(language, WORDS["en"])


def _local_date(business: Business, at: dt.datetime) -> dt.date:
    return at.astimezone(business.zone).date()


def intervals(
    business: Business, day: dt.date, hours: Mapping[Day, Sequence[Span]] | None = None
) -> list[Interval]:
    """The spans of one day as moments, in order; `hours` in place of the business's own. None on a
    holiday."""
    if is_holiday(business, day):
        return []
    declared = business.hours if hours is None else hours
    spans = sorted(declared.get(DAYS[day.weekday()], ()), key=lambda span: span.start)
    found = [_interval(business, day, span) for span in spans]
    return [(start, end) for start, end in found if start < end]


def _interval(business: Business, day: dt.date, span: Span) -> Interval:
    """A time that comes twice (clocks go back) is the first at a start and the second at an end;
    one that is skipped (clocks go forward) counts as that long after the change (PEP 495)."""
    end_day = day + _DAY if span.end == dt.time(0) else day
    start = dt.datetime.combine(day, span.start, business.zone)
    end = dt.datetime.combine(end_day, span.end, business.zone)
    ends = (end.astimezone(dt.UTC), end.replace(fold=1).astimezone(dt.UTC))
    return start.astimezone(dt.UTC), max(ends)


def _ahead(business: Business, at: dt.datetime) -> Iterator[Interval]:
    """The intervals that end after `at`, in order, for as many days as can matter: in the worst
    case each holiday takes the one open day of its week, and clock changes take two more."""
    today = _local_date(business, at)
    for days in range(7 * (len(business.holidays) + 3) + 1):
        yield from (pair for pair in intervals(business, today + _DAY * days) if pair[1] > at)


def _closing(business: Business, at: dt.datetime) -> dt.datetime:
    """The end of the span that is open at `at`."""
    return next(end for _, end in _ahead(business, at))
