"""Services, diaries and times to try them on, with everything said in Denver."""

import datetime as dt
from collections.abc import Iterable

from smsbot.domain.booking import Busy, Slot
from smsbot.domain.times import Grain, Window
from smsbot.pack.booking import Booking, Service
from smsbot.pack.models import Business
from smsbot.pack.slots import Asked, Diary, taken

from .weeks import business, denver

WEEK = business({day: [("08:00", "12:00"), ("13:00", "17:00")] for day in ("mon", "tue", "wed")})
MONDAY = "2026-11-23"
"""The Wednesday after it is the last open day of its week."""


def service(**over: object) -> Service:
    fields: dict[str, object] = {"id": "visit", "name": {"en": "visit"}, "minutes": 60}
    return Service.model_validate({**fields, "people": ("ana",), **over})


def booking(one: Service, **over: object) -> Booking:
    fields = {"services": (one,), "lead_minutes": 0, "horizon_days": 7, "step": 60}
    return Booking.model_validate({**fields, **over})


def starts(
    one: Service,
    *,
    now: str = f"{MONDAY}T00:00",
    busy: Iterable[Busy] = (),
    week: Business = WEEK,
    asked: Asked | None = None,
    day: str = "",
    **over: object,
) -> list[str]:
    """The free slots as local times, "23 08:00", of all days or of one."""
    diary = Diary(booking(one, **over), week, busy, denver(now).astimezone(dt.UTC))
    found = [said(slot.start, week) for slot in diary.free(one, asked)]
    return [one for one in found if one.startswith(day)]


def said(at: dt.datetime, week: Business = WEEK) -> str:
    return at.astimezone(week.zone).strftime("%d %H:%M")


def busy(one: Service, start: str, *, seat: int = 0, person: str = "ana") -> Busy:
    begins = denver(start).astimezone(dt.UTC)
    return Busy(person, seat, one.id, begins, *taken(one, begins))


def at(one: Service, start: str, person: str = "ana", minutes: int = 60) -> Slot:
    begins = denver(start).astimezone(dt.UTC)
    return Slot(one.id, person, begins, begins + dt.timedelta(minutes=minutes))


def window(start: str, end: str | None, grain: Grain = Grain.HOUR, *, ish: bool = False) -> Window:
    return Window(denver(start), denver(end) if end else None, grain, approximate=ish)
