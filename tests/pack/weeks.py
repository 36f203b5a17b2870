"""Businesses with any hours, and moments in Denver."""

import datetime as dt
from zoneinfo import ZoneInfo

from smsbot.pack.load import load_shipped
from smsbot.pack.models import Business, Holiday
from smsbot.pack.week import DAYS, Span

JUNIPER = load_shipped().business
DENVER = ZoneInfo("America/Denver")


def denver(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=DENVER)


def business(
    hours: dict[str, list[tuple[str, str]]],
    *,
    zone: str = "America/Denver",
    holidays: tuple[str, ...] = (),
) -> Business:
    spans = {
        day: tuple(
            Span(start=dt.time.fromisoformat(start), end=dt.time.fromisoformat(end))
            for start, end in pairs
        )
        for day, pairs in hours.items()
    }
    closed = tuple(Holiday(date=dt.date.fromisoformat(day), name=day) for day in holidays)
    return JUNIPER.model_copy(update={"hours": spans, "timezone": zone, "holidays": closed})


NEVER = business({})
ALWAYS = business({day: [("00:00", "00:00")] for day in DAYS})
