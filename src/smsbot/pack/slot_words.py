"""How a slot and a list to choose from are said. Pure; in GSM-7 in every language, as the words of
`hours_words` (Spanish says a Saturday by its date alone)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from smsbot.pack.hours_words import WORDS, HoursWords

_DAYS: Mapping[str, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "es": ("lun", "mar", "mié", "jue", "vie", "", "dom"),
    "fr": ("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
}
_GENERIC = frozenset({"EST", "CST", "MST", "PST", "AKST"})
"""Zones that people call by one name all year: MST and MDT are both "MT"."""


def say_slot(at: dt.datetime, zone: ZoneInfo, language: str) -> str:
    """A moment as it is offered: "Thu Dec 3, 9:00 AM". English where `language` is not one of en,
    es, fr."""
    spoken = language if language in _DAYS else "en"
    words = WORDS[spoken]
    local = at.astimezone(zone)
    date = _date(words, spoken, local.date())
    clock = words.say_clock(local.time()) if spoken == "fr" else _am_pm(local)
    return f"{date}, {clock}"


def say_with_zone(at: dt.datetime, zone: ZoneInfo, language: str) -> str:
    """A moment as it is confirmed: "Thu Dec 3, 9:00 AM MT"."""
    return f"{say_slot(at, zone, language)} {say_zone(zone, at)}"


def say_offer(starts: Sequence[dt.datetime], zone: ZoneInfo, language: str) -> str:
    """Moments to choose from, by number or in words: "1) Thu Dec 3, 9:00 AM 2) Fri Dec 4, 2:00 PM
    MT". A single one has no number."""
    said = [say_slot(one, zone, language) for one in starts]
    return f"{numbered(said) if len(said) > 1 else said[0]} {say_zone(zone, starts[-1])}"


def numbered(labels: Sequence[str]) -> str:
    """What there is to choose from: "1) a repair 2) a tune-up"."""
    return " ".join(f"{number}) {label}" for number, label in enumerate(labels, start=1))


def say_zone(zone: ZoneInfo, at: dt.datetime) -> str:
    """A zone as people write it at the moment `at`: MT where its clocks change, MST in Arizona."""
    year = at.astimezone(zone).year
    winter, summer = (dt.datetime(year, month, 1, tzinfo=zone).tzname() or "" for month in (1, 7))
    if winter in _GENERIC and winter != summer:
        return winter.replace("ST", "T")
    return at.astimezone(zone).tzname() or ""


def _date(words: HoursWords, language: str, date: dt.date) -> str:
    month = words.months[date.month - 1]
    day = f"{month} {date.day}" if language == "en" else f"{date.day} {month}"
    return f"{_DAYS[language][date.weekday()]} {day}".strip()


def _am_pm(local: dt.datetime) -> str:
    return f"{local.hour % 12 or 12}:{local.minute:02} {'AM' if local.hour < 12 else 'PM'}"
