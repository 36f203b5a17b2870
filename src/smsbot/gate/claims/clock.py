"""Times of the day, in minutes since midnight."""

import re
from collections.abc import Iterator

from smsbot.gate.claims.claim import Claim, stated
from smsbot.gate.claims.page import Page

_HALF = r"([ap])(?:\.\s?m\b\.?|\s?m\b)"
_RANGE = re.compile(
    rf"(?<![\d:.$])(\d{{1,2}})(?::(\d\d))?\s*(?:-|to|and|a|y|et|until|till)\s*"
    rf"(\d{{1,2}})(?::(\d\d))?\s*{_HALF}"
)
_TWELVE = re.compile(rf"(?<![\d:.$])(\d{{1,2}})(?:[:.](\d\d))?\s*{_HALF}")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?(?![\d:])")
_HEURES = re.compile(r"(?<![\d:])(\d{1,2})\s?h(?:\s?(\d\d)\b|\b)")
_NAMED = {
    12 * 60: re.compile(r"\b(?:noon|midday|mediodia|midi)\b"),
    0: re.compile(r"\b(?:midnight|medianoche|minuit)\b"),
}
_AT = re.compile(
    r"\b(?:at|by|after|before|around|about|until|till|from|to|since|a\s+las?|vers|apres|avant)"
    r"\s+(\d{1,2})\b(?:\s*o'clock)?|\b(\d{1,2})\s*o'clock"
)


def find_times(page: Page) -> Iterator[Claim]:
    for found in page.find(_RANGE):
        start, end = (
            _half_day(found[1], found[2], found[5]),
            _half_day(found[3], found[4], found[5]),
        )
        if start is not None and end is not None:
            words = page.strike(*found.span())
            # "9-5 PM" begins in either half of the day.
            yield stated("time", words, _fact(start), _fact((start + 720) % 1440))
            yield stated("time", words, _fact(end))
    for found in page.find(_TWELVE):
        minutes = _half_day(found[1], found[2], found[3])
        if minutes is not None:
            yield stated("time", page.strike(*found.span()), _fact(minutes))
    for found in page.find(_CLOCK):
        yield from _clock(page, found)
    for found in page.find(_HEURES):
        if int(found[1]) <= 24 and int(found[2] or 0) < 60:
            minutes = int(found[1]) * 60 + int(found[2] or 0)
            yield stated("time", page.strike(*found.span()), _fact(minutes))
    for minutes, pattern in _NAMED.items():
        for found in page.find(pattern):
            yield stated("time", page.strike(*found.span()), _fact(minutes))


def find_bare_hours(page: Page) -> Iterator[Claim]:
    """ "at 3": a time in either half of the day, or only a number ("at 3 places")."""
    for found in page.find(_AT):
        hour = int(found[1] or found[2])
        if hour <= 24:
            words = page.strike(*found.span())
            facts = {_fact(hour * 60), f"number:{hour}"}
            if 1 <= hour <= 12:
                facts.add(_fact((hour + 12) % 24 * 60))
            yield stated("time", words, *facts)


def _clock(page: Page, found: re.Match[str]) -> Iterator[Claim]:
    hour, minute = int(found[1]), int(found[2])
    if hour > 24 or minute > 59:
        return
    words = page.strike(*found.span())
    exact = _fact(hour * 60 + minute)
    if 1 <= hour <= 12 and not found[1].startswith("0"):
        yield stated("time", words, exact, _fact((hour * 60 + minute + 720) % 1440))
    else:
        yield stated("time", words, exact)


def _half_day(hour: str, minute: str | None, half: str) -> int | None:
    """Minutes since midnight; None where a clock of twelve hours has no such time."""
    if not 1 <= int(hour) <= 12 or int(minute or 0) > 59:
        return None
    return (int(hour) % 12 + (12 if half == "p" else 0)) * 60 + int(minute or 0)


def _fact(minutes: int) -> str:
    return f"time:{minutes}"
