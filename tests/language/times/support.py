"""A customer in Denver, and their windows written short."""

from datetime import datetime
from zoneinfo import ZoneInfo

from smsbot.domain.times import Window
from smsbot.language.times import find_times

DENVER = ZoneInfo("America/Denver")
MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=DENVER)


def short(window: Window) -> str:
    """ "11-24 15:00 hour" """
    return f"{window.start:%m-%d %H:%M} {window.grain.value}"


def times(text: str, now: datetime = MONDAY, zone: ZoneInfo = DENVER) -> list[str]:
    return [short(one) for one in find_times(text, now, zone).windows]


def excluded(text: str, now: datetime = MONDAY) -> list[str]:
    return [short(one) for one in find_times(text, now, DENVER).excluded]


def only(text: str, now: datetime = MONDAY, zone: ZoneInfo = DENVER) -> Window:
    [window] = find_times(text, now, zone).windows
    return window
