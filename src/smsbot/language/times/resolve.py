"""From what was said to windows of local time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.domain.times import Grain, Window
from smsbot.language.times import words as w
from smsbot.language.times.clock_of import minutes_of, range_of
from smsbot.language.times.days import (
    Day,
    DayOfMonth,
    Days,
    Month,
    RelativeDay,
    Shifted,
    Week,
    Weekday,
    Weekend,
    monday_of,
    month_start,
    one,
)
from smsbot.language.times.line import Expression
from smsbot.language.times.local import later, local

_DAY = 24 * 60
_UPPER = frozenset({w.BEFORE, w.BY, w.UNTIL})


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, in the customer's zone."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def minutes(self) -> int:
        """Minutes of the wall clock since midnight."""
        return self.now.hour * 60 + self.now.minute

    def at(self, day: date, minutes: int = 0) -> datetime:
        return local(day, minutes, self.zone)


@dataclass(frozen=True, slots=True)
class Found:
    """A window without its words."""

    start: datetime
    end: datetime | None
    grain: Grain


def resolve(said: Expression, moment: Moment) -> Found | None:
    """The window that `said` means at `moment`; None where it is none, as a year gone by."""
    if said.at_once:
        return Found(moment.now, None, Grain.NOW)
    if said.ahead is not None:
        return _ahead(said.ahead, said.bound, moment)
    days = _days(said, moment.today)
    if days is not None and days.after.year < moment.today.year - 1:
        return None
    if days is not None and said.timed and said.day is None:
        # "This week after 4" is the week; "after" is not said of it.
        return Found(moment.at(days.first), moment.at(days.after), days.grain)
    if days is not None and not said.timed:
        return _whole_days(said, days, moment)
    return _timed(said, days, moment)


def _ahead(ahead: timedelta, bound: str, moment: Moment) -> Found:
    there = later(moment.now, ahead, moment.zone)
    if bound == w.WITHIN:
        grain = Grain.HOUR if ahead >= timedelta(hours=1) else Grain.MINUTE
        return Found(moment.now, there, grain)
    return Found(there, later(there, timedelta(minutes=1), moment.zone), Grain.MINUTE)


def _days(said: Expression, today: date) -> Days | None:
    """The days named, or None where none is."""
    day, coarse = said.day, said.coarse
    if said.bound == w.SINCE and isinstance(day, Weekday) and not day.which:
        day = Weekday(day.number, "last")
    if day is None and coarse is None:
        return None
    found = _in_coarse(day, coarse, today) if coarse else None
    if found is None:
        found = (day or coarse or RelativeDay(0)).resolve(today)
    if said.last is None:
        return found
    last = _last(said.last, found.first, today, coarse)
    return found._replace(after=max(last.after, found.after))


def _in_coarse(day: Day | None, coarse: Day, today: date) -> Days | None:
    stretch = coarse.resolve(today)
    if isinstance(coarse, Week | Weekend) and isinstance(day, Weekday):
        return one(monday_of(stretch.first) + timedelta(day.number))
    if isinstance(coarse, Month) and isinstance(day, DayOfMonth):
        found = DayOfMonth(day.day, stretch.first.month, stretch.first.year).resolve(today)
        if found.after <= today and coarse == Month(offset=0):
            # "The first of the month" is the next first.
            ahead = month_start(today, 1)
            found = DayOfMonth(day.day, ahead.month, ahead.year).resolve(today)
        return found
    return None


def _last(last: Day, first: date, today: date, coarse: Day | None) -> Days:
    if isinstance(last, Shifted | RelativeDay):
        return last.resolve(today)
    if isinstance(last, Weekday):
        return Weekday(last.number).resolve(first) if not last.which else last.resolve(today)
    if isinstance(last, DayOfMonth) and coarse is not None:
        return DayOfMonth(last.day, first.month, first.year).resolve(first)
    return last.resolve(first)


def _whole_days(said: Expression, days: Days, moment: Moment) -> Found:
    """Days without a time of day, by the word before them."""
    first, after, now = moment.at(days.first), moment.at(days.after), moment.now
    grain, bound = days.grain, said.bound
    if bound == w.WITHIN and isinstance(said.last, Shifted):
        unit = said.last.unit
        return Found(now, after, Grain(unit) if unit in ("week", "month", "year") else Grain.DAY)
    if bound in (w.AFTER, w.FROM):
        return Found(after if bound == w.AFTER else first, None, grain)
    if bound == w.SINCE and first < now:
        return Found(first, now, grain)
    if bound == w.BEFORE and first > now:
        return Found(now, first, grain)
    until = bound in (w.BY, w.UNTIL) or (bound == w.LATER and first < now)
    return Found(now if until and after > now else first, after, grain)


def _timed(said: Expression, days: Days | None, moment: Moment) -> Found:
    """A time of day, on its day or on the next day on which it is still to come."""
    today = isinstance(said.day, RelativeDay) and said.day.offset == 0
    start, end = _minutes(said, moment.minutes if today else None)
    day = days.first if days else _next_day(said, start, end, moment)
    last = day if days is None or said.last is None else days.after - timedelta(1)
    grain = _grain(said)
    return _bounded(said, moment, (day, start), (last, end), grain)


def _minutes(said: Expression, now: int | None) -> tuple[int, int]:
    """From and to, in minutes of the day."""
    if said.clock is None:
        first, after = w.PARTS[said.part]
        return first * 60, after * 60
    if said.until is not None:
        return range_of(said.clock, said.until, said.part, now)
    start = minutes_of(said.clock, said.part, now)
    return start, start + (60 if said.clock.minute is None else 1)


def _next_day(said: Expression, start: int, end: int, moment: Moment) -> date:
    """Today, or tomorrow where it is over for today."""
    if said.bound == w.SINCE:
        return moment.today - timedelta(moment.at(moment.today, start) > moment.now)
    decisive = start
    if said.bound in _UPPER and said.clock is None:
        decisive = start if said.bound == w.BEFORE else end
    elif said.bound == w.AFTER and said.clock is None:
        decisive = end
    return moment.today + timedelta(moment.at(moment.today, decisive) <= moment.now)


def _grain(said: Expression) -> Grain:
    if said.clock is None:
        return Grain.PART
    if said.clock.minute is None:
        return Grain.HOUR
    whole = said.clock.minute == 0 and said.clock.hour in (12, 24)
    spoken = said.until is not None and said.until.minute is None
    return Grain.HOUR if whole and spoken else Grain.MINUTE


def _bounded(
    said: Expression,
    moment: Moment,
    first: tuple[date, int],
    last: tuple[date, int],
    grain: Grain,
) -> Found:
    start, end = moment.at(*first), moment.at(*last)
    bound, now = said.bound, moment.now
    point = start if said.clock is not None or bound == w.BEFORE else end
    if bound in (w.AFTER, w.FROM):
        if bound == w.AFTER and said.clock is None:
            start, first = end, last
        limit = _DAY if first[1] < _DAY else 2 * _DAY
        return _made(start, moment.at(first[0], limit), grain, moment)
    if bound == w.SINCE and start < now:
        return Found(start, now, grain)
    if bound == w.BEFORE and said.until is None:
        begin = moment.at(first[0], _from_part(said, first[1]))
        if begin <= now < point:
            begin = now
        return _made(begin, point, grain, moment)
    if bound in (w.BY, w.UNTIL) and said.until is None and point > now:
        return Found(now, point, grain)
    return _made(start, end, grain, moment)


def _from_part(said: Expression, point: int) -> int:
    """The minute from which "saturday morning before 11" is meant: 6:00, and 0 without a part."""
    begin = w.PARTS[said.part][0] * 60 if said.part and said.clock else 0
    return begin if begin < point else 0


def _made(start: datetime, end: datetime, grain: Grain, moment: Moment) -> Found:
    """A window; one that a clock change has emptied keeps a minute."""
    if end.timestamp() <= start.timestamp():
        end = later(start, timedelta(minutes=1), moment.zone)
    return Found(start, end, grain)


def window(found: Found, words: str, span: tuple[int, int], approximate: bool) -> Window:
    return Window(found.start, found.end, found.grain, approximate, words, span)
