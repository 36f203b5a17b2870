"""Which times are free, and which of them to offer. Pure; all moments are aware, slots are UTC.

The one place that knows: what is offered, held and booked is judged by the same function, so that
no booking skips a check that availability makes (voices.md 12).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from smsbot.domain.booking import Busy, Slot
from smsbot.domain.times import Window
from smsbot.pack.booking import Booking, Service
from smsbot.pack.hours import Interval, intervals
from smsbot.pack.models import Business

_DAY = dt.timedelta(days=1)
AROUND = dt.timedelta(minutes=60)
"""How far from a time said with "around" or "ish" a slot may begin."""


@dataclass(frozen=True, slots=True)
class Asked:
    """When the customer wants to come: within any of `windows` (everywhere where there are none)
    and in none of `excluded`."""

    windows: tuple[Window, ...] = ()
    excluded: tuple[Window, ...] = ()

    def allows(self, start: dt.datetime) -> bool:
        """Whether a slot may begin at `start`."""
        if any(_within(window, start) for window in self.excluded):
            return False
        return not self.windows or any(_within(window, start) for window in self.windows)


def _within(window: Window, start: dt.datetime) -> bool:
    slack = AROUND if window.approximate else dt.timedelta(0)
    begins = window.start - slack
    if window.end is None:
        return start >= begins
    return begins <= start < window.end + slack


class Diary:
    """The free slots of one service, as it was known at `now` (UTC) who is busy."""

    def __init__(
        self, booking: Booking, business: Business, busy: Iterable[Busy], now: dt.datetime
    ) -> None:
        self._booking = booking
        self._business = business
        self._now = now
        self._busy: dict[str, list[Busy]] = {}
        for one in busy:
            self._busy.setdefault(one.person, []).append(one)

    def free(self, service: Service, asked: Asked | None = None) -> Iterator[Slot]:
        """Every free slot, earliest first; of several people at one time the one with the least
        to do that day."""
        wanted = asked or Asked()
        length = dt.timedelta(minutes=service.minutes)
        for start in self._starts(service):
            if not wanted.allows(start):
                continue
            people = [one for one in service.people if self._can(service, one, start)]
            if people:
                person = min(people, key=lambda one: self._load(one, start))
                yield Slot(service.id, person, start, start + length)

    def is_free(self, service: Service, slot: Slot) -> bool:
        """Whether exactly this slot could be offered now."""
        on_grid = any(start == slot.start for start in self._starts(service))
        return on_grid and self._can(service, slot.person, slot.start)

    def _starts(self, service: Service) -> Iterator[dt.datetime]:
        """The moments at which the service may begin, in order, whoever does it."""
        first = self._now + dt.timedelta(minutes=self._booking.lead_minutes)
        today = self._now.astimezone(self._business.zone).date()
        length = dt.timedelta(minutes=service.minutes)
        step = dt.timedelta(minutes=self._booking.step)
        for days in range(self._booking.horizon_days + 1):
            for opens, closes in self._open(service, today + _DAY * days):
                start = opens
                while start + length <= closes:
                    if start >= first:
                        yield start
                    start += step

    def _open(self, service: Service, day: dt.date) -> Sequence[Interval]:
        return intervals(self._business, day, service.hours)

    def _can(self, service: Service, person: str, start: dt.datetime) -> bool:
        day = start.astimezone(self._business.zone).date()
        away = any(a.person == person and a.first <= day <= a.last for a in self._booking.absences)
        if away or person not in service.people:
            return False
        begins, ends = taken(service, start)
        meets = [one for one in self._busy.get(person, ()) if begins < one.end and one.start < ends]
        shared = all(one.service == service.id and one.begins == start for one in meets)
        return shared and len({one.seat for one in meets}) < service.capacity

    def _load(self, person: str, start: dt.datetime) -> tuple[int, str]:
        zone = self._business.zone
        day = start.astimezone(zone).date()
        busy = self._busy.get(person, ())
        return sum(one.begins.astimezone(zone).date() == day for one in busy), person


def taken(service: Service, start: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """What a slot at `start` takes of a person's time, buffers and all."""
    before, after = service.buffer_before, service.buffer_after
    length = dt.timedelta(minutes=service.minutes + after)
    return start - dt.timedelta(minutes=before), start + length


def spread(
    slots: Iterable[Slot], count: int, zone: dt.tzinfo, *, together: bool = False
) -> list[Slot]:
    """At most `count` of the slots, to choose from: on different days where there are such, else at
    different parts of a day. With `together` the first ones stand: the customer named a time."""
    first = list(_firsts(slots, 400))
    if together or len(first) <= count:
        return first[:count]
    found: list[Slot] = []
    for key in (_day, _half, _start):
        for slot in first:
            if len(found) == count:
                break
            if key(slot, zone) not in {key(one, zone) for one in found}:
                found.append(slot)
    return sorted(found, key=lambda slot: slot.start)


def _firsts(slots: Iterable[Slot], most: int) -> Iterator[Slot]:
    for _, slot in zip(range(most), slots, strict=False):
        yield slot


def _day(slot: Slot, zone: dt.tzinfo) -> object:
    return slot.start.astimezone(zone).date()


def _half(slot: Slot, zone: dt.tzinfo) -> object:
    local = slot.start.astimezone(zone)
    return local.date(), local.hour < 12


def _start(slot: Slot, zone: dt.tzinfo) -> object:  # noqa: ARG001 one of the three keys
    return slot.start
