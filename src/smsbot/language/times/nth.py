"""Days by their place among others: "first monday of june", "the friday after thanksgiving"."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from smsbot.domain.times import Grain
from smsbot.language.times.days import Day, Days, Month, month_start, one


@dataclass(frozen=True, slots=True)
class Nth:
    """The `count`th weekday (or week, with `weekday` None) of a month; -1 is the last."""

    count: int
    weekday: int | None
    month: Month

    def resolve(self, today: date) -> Days:
        found = self._of(self.month, today)
        # "the first monday of the month" said on the 20th is the next month's.
        if found.after <= today and self.month.year is None:
            ahead = replace(self.month, skip=1) if self.month.number else self._next_month()
            found = self._of(ahead, today)
        return found

    def _next_month(self) -> Month:
        return replace(self.month, offset=self.month.offset + (self.month.offset == 0))

    def _of(self, month: Month, today: date) -> Days:
        first = month.start(today)
        after = month_start(first, 1)
        if self.weekday is None:
            begin = first + timedelta(7 * (self.count - 1))
            if self.count < 0:
                begin = after - timedelta(7)
            return Days(begin, begin + timedelta(7), Grain.WEEK)
        if self.count < 0:
            back = (after - timedelta(1)).weekday() - self.weekday
            return one(after - timedelta(1 + back % 7))
        ahead = (self.weekday - first.weekday()) % 7 + 7 * (self.count - 1)
        return one(first + timedelta(ahead))


@dataclass(frozen=True, slots=True)
class NthDay:
    """The `count`th day of a month; -1 is the last."""

    count: int
    month: Month

    def resolve(self, today: date) -> Days:
        first = self.month.start(today)
        day = month_start(first, 1) if self.count < 0 else first - timedelta(1)
        return one(day + timedelta(self.count))


@dataclass(frozen=True, slots=True)
class AfterDay:
    """The first `weekday` after `base` (`count` 1) or the last before it (`count` -1)."""

    weekday: int
    base: Day
    count: int = 1

    def resolve(self, today: date) -> Days:
        base = self.base.resolve(today)
        if self.count < 0:
            return one(base.first - timedelta((base.first.weekday() - self.weekday - 1) % 7 + 1))
        last = base.after - timedelta(1)
        return one(last + timedelta((self.weekday - last.weekday() - 1) % 7 + 1))
