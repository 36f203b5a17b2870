"""Which times are free, and which of them to offer. Pure; all moments are aware, slots are UTC.

The one place that knows: what is offered, held and booked is judged by the same function, so that
no booking skips a check that availability makes (voices.md 12). A buffer may lie outside of
the hours: who travels to the first customer of a day sets out before it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from smsbot.domain.booking import Busy, Slot
from smsbot.domain.times import Window
from smsbot.pack.booking import Booking, Service
from smsbot.pack.hours import Interval, intervals
from smsbot.pack.models import Business

_DAY = dt.timedelta(days=1)
AROUND = dt.timedelta(minutes=60)
"""How far from a time said with "around" or "ish" a slot may begin."""
_MOST = 400
"""So many free slots are looked at: some weeks, for what is offered."""


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
        """Every free slot, earliest first; of several people at one time the one who has the class
        already (seats), else the one with the least to do that day."""
        wanted = asked or Asked()
        length = dt.timedelta(minutes=service.minutes)
        for start in self._starts(service, self._earliest(self._now)):
            if not wanted.allows(start):
                continue
            people = [one for one in service.people if self._can(service, one, start)]
            if people:
                person = min(people, key=lambda one: self._preference(service, one, start))
                yield Slot(service.id, person, start, start + length)

    def is_free(
        self, service: Service, slot: Slot, *, offered_at: dt.datetime | None = None
    ) -> bool:
        """Whether exactly this slot could be offered now. Where it was offered before, at
        `offered_at`, the lead time counts from then: who takes the first slot a minute later is not
        too late. What has begun is never free."""
        whole = slot.end - slot.start == dt.timedelta(minutes=service.minutes)
        if slot.service != service.id or not whole or slot.start < self._now:
            return False
        first = self._earliest(offered_at or self._now)
        on_grid = any(start == slot.start for start in self._starts(service, first))
        return on_grid and self._can(service, slot.person, slot.start)

    def _earliest(self, asked_at: dt.datetime) -> dt.datetime:
        return asked_at + dt.timedelta(minutes=self._booking.lead_minutes)

    def _starts(self, service: Service, first: dt.datetime) -> Iterator[dt.datetime]:
        """The moments from `first` on at which the service may begin, in order, whoever does
        it."""
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

    def _preference(
        self, service: Service, person: str, start: dt.datetime
    ) -> tuple[bool, int, str]:
        """By this the least of several people is chosen."""
        zone = self._business.zone
        day = start.astimezone(zone).date()
        busy = self._busy.get(person, ())
        begun = any(one.service == service.id and one.begins == start for one in busy)
        load = sum(one.begins.astimezone(zone).date() == day for one in busy)
        return not begun, load, person


def taken(service: Service, start: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """What a slot at `start` takes of a person's time, buffers and all."""
    before, after = service.buffer_before, service.buffer_after
    length = dt.timedelta(minutes=service.minutes + after)
    return start - dt.timedelta(minutes=before), start + length


def spread(
    slots: Iterable[Slot], count: int, zone: dt.tzinfo, *, together: bool = False
) -> list[Slot]:
    """At most `count` of the slots, in order, to choose from: on different days, mornings and
    afternoons in turn, where there are such; else at different parts of a day. With `together` the
    first ones stand: the customer named a time."""
    first = list(islice(slots, _MOST))
    if together or len(first) <= count:
        return first[:count]
    found = _in_turn(first, count, zone)
    for key in (_half, _start):
        for slot in first:
            if len(found) == count:
                break
            if key(slot, zone) not in {key(one, zone) for one in found}:
                found.append(slot)
    return sorted(found, key=lambda slot: slot.start)


def _in_turn(slots: Sequence[Slot], count: int, zone: dt.tzinfo) -> list[Slot]:
    """One slot a day, each in another half of its day than the one before, if it has one."""
    found: list[Slot] = []
    for _, day in groupby(slots, key=lambda slot: _half(slot, zone)[0]):
        if len(found) == count:
            break
        that_day = list(day)
        before = _half(found[-1], zone)[1] if found else None
        other = (slot for slot in that_day if _half(slot, zone)[1] != before)
        found.append(next(other, that_day[0]))
    return found


def _half(slot: Slot, zone: dt.tzinfo) -> tuple[dt.date, bool]:
    """The day, and whether it is its morning."""
    local = slot.start.astimezone(zone)
    return local.date(), local.hour < 12


def _start(slot: Slot, zone: dt.tzinfo) -> object:  # noqa: ARG001 one of the two keys
    return slot.start
