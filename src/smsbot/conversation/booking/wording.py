"""How slots and answers are said: in the zone of the place where the appointment happens."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from smsbot.domain.booking import Slot
from smsbot.pack.hours_words import WORDS

_GENERIC = {
    one: f"{one[0]}T" for base in ("E", "C", "M", "P") for one in (f"{base}ST", f"{base}DT")
}
"""US zones as people say them, whatever the season: "MT"."""


def say_slot(start: dt.datetime, zone: ZoneInfo, language: str) -> str:
    """ "Thu Dec 3, 3:00 PM"."""
    words = WORDS.get(language, WORDS["en"])
    local = start.astimezone(zone)
    at = words.say_at(local.time())
    clock = at.removeprefix("at ") if language == "en" else at
    return f"{words.say_date(local.date())}, {clock}"


def say_with_zone(start: dt.datetime, zone: ZoneInfo, language: str) -> str:
    """ "Thu Dec 3, 3:00 PM MT": how an appointment is confirmed."""
    return f"{say_slot(start, zone, language)} {zone_name(start, zone)}"


def zone_name(at: dt.datetime, zone: ZoneInfo) -> str:
    name = at.astimezone(zone).tzname() or ""
    return _GENERIC.get(name, name)


def say_options(slots: Sequence[Slot], zone: ZoneInfo, language: str) -> str:
    """ "1) Thu Dec 3, 9:00 AM 2) Fri Dec 4, 2:00 PM 3) …, MT": to be answered by number or in
    words. A single one has no number."""
    said = [say_slot(slot.start, zone, language) for slot in slots]
    listed = said if len(said) == 1 else [f"{n}) {one}" for n, one in enumerate(said, start=1)]
    return f"{' '.join(listed)} {zone_name(slots[-1].start, zone)}"
