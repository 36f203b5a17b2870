"""The customer's local time, as the page shows and sets it. The demo's customers live where the
business is, so both see the same clock."""

from datetime import datetime, timedelta
from typing import Any, Literal

from smsbot.pack.hours import is_open, next_opening, say_hours, say_when
from smsbot.pack.models import Business

Choice = Literal["now", "open", "night", "custom"]
NIGHT = (2, 14)
"""Hour and minute at which nobody is in the office."""
MOVED = timedelta(seconds=2)


class BadTime(Exception):
    """A moment that cannot be set; says why."""


def moment(
    business: Business, choice: Choice, at: datetime | None, now: datetime
) -> datetime | None:
    """The moment that a choice means, aware; None for the real time. `at` is the local time of a
    `custom` choice, without a zone. Raises `BadTime`."""
    match choice:
        case "now":
            return None
        case "open":
            opens = next_opening(business, now)
            if opens is None:
                raise BadTime(f"{business.brand} declares no opening hours")
            return opens
        case "night":
            return _next(business, now, *NIGHT)
        case "custom":
            if at is None or at.tzinfo is not None:
                raise BadTime("give a date and a time, without a zone")
            return at.replace(tzinfo=business.zone)


def _next(business: Business, now: datetime, hour: int, minute: int) -> datetime:
    local = now.astimezone(business.zone)
    found = local.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0)
    return found if found > local else found + timedelta(days=1)


def view(business: Business, now: datetime, seen: datetime) -> dict[str, Any]:
    """The clock as the page shows it; `seen` is the moment by which this phone is judged."""
    opens = next_opening(business, seen)
    open_now = is_open(business, seen)
    said = f"opens {say_when(business, opens, 'en', now=seen)}" if opens else "never opens"
    return {
        "at": seen.isoformat(),
        "zone": business.timezone,
        "moved": abs(seen - now) > MOVED,
        "open": open_now,
        "says": "open" if open_now else f"closed, {said}",
        "hours": say_hours(business),
    }
