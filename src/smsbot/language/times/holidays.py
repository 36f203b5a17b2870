"""Days that people name instead of dates."""

from dataclasses import dataclass
from datetime import date, timedelta

from smsbot.language.times.days import Days, one

FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "new years day": (1, 1),
    "new years eve": (12, 31), "july 4th": (7, 4), "halloween": (10, 31),
    "valentines": (2, 14), "juneteenth": (6, 19), "veterans day": (11, 11),
}  # fmt: skip
"""Name -> (month, day)."""

MOVING = {
    "thanksgiving": (11, 3, 4, 0), "black friday": (11, 3, 4, 1), "labor day": (9, 0, 1, 0),
    "memorial day": (5, 0, -1, 0), "mothers day": (5, 6, 2, 0), "fathers day": (6, 6, 3, 0),
    "mlk day": (1, 0, 3, 0), "presidents day": (2, 0, 3, 0),
}  # fmt: skip
"""Name -> (month, weekday, which of the month, days after it)."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """The next one from today on."""

    name: str

    def resolve(self, today: date) -> Days:
        found = self._in(today.year)
        return one(found if found >= today else self._in(today.year + 1))

    def _in(self, year: int) -> date:
        if self.name in FIXED:
            month, day = FIXED[self.name]
            return date(year, month, day)
        month, weekday, count, plus = MOVING[self.name]
        first = date(year, month, 1)
        if count < 0:
            last = date(year, month + 1, 1) - timedelta(1)
            return last - timedelta((last.weekday() - weekday) % 7)
        ahead = (weekday - first.weekday()) % 7 + 7 * (count - 1)
        return first + timedelta(ahead + plus)
