"""The times in a text, read in the light of what is spoken of in a booking."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.conversation.dialogue import SLOT, Dialogue, Goal
from smsbot.conversation.turn import TurnInput
from smsbot.domain.booking import BookingState
from smsbot.domain.times import Grain, TimesFound, Window
from smsbot.language.times import among, find_times, relative_to

_LEAST_BESIDE = 4
"""Letters and digits that must stand beside a time for a text to say anything else."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def times_said(turn: TurnInput, dialogue: Dialogue, text: str, now: datetime) -> TimesFound:
    """The times in `text`, read in the light of what is spoken of: the offers, the week that was
    named, or the customer's one appointment where it is that which the text may be about: "same
    time next week", "an hour later"."""
    zone = turn.pack.business.zone
    if dialogue.asked == SLOT and dialogue.offers:
        return _times_at_offers(dialogue, text, now, zone)
    booked = [one for one in turn.appointments if one.state is BookingState.BOOKED]
    moves = dialogue.goal is Goal.MOVE
    if len(booked) == 1 and (moves or dialogue.asked is None):
        slot = booked[0].slot
        return relative_to(text, Window(slot.start, slot.end, Grain.MINUTE), now, zone)
    week = _week_named(dialogue, zone)
    return among(text, week, now, zone, hours=False) if week else find_times(text, now, zone)


def _times_at_offers(dialogue: Dialogue, text: str, now: datetime, zone: ZoneInfo) -> TimesFound:
    """An hour is on the day, or the days, of the offers, and a weekday in their week."""
    text = _HALF.sub(lambda half: "morning" if half[1].lower() == "a" else "afternoon", text)
    bare = _BARE_HOUR.match(text)
    if bare and len(dialogue.offers) < int(bare[1]) <= _NOON:
        text = f"at {bare[1]}"
    days = sorted({one.start.astimezone(zone).date() for one in dialogue.offers})
    if len(days) > 1:
        return among(text, days, now, zone)
    first = dialogue.offers[0]
    return relative_to(text, Window(first.start, first.end, Grain.MINUTE), now, zone, week=True)


_HALF = re.compile(r"(?<![\d:.])(?<!\d )\b([ap])\.?m\b\.?", re.IGNORECASE)
"""A half of the day said by itself: "am please"."""
_BARE_HOUR = re.compile(
    r"\W*(?:(?:no|nope|ok|okay|how about|what about|maybe|make it)\b\W*)?(\d{1,2})\W*"
    r"(?:(?:please|pls|then|instead)\b\W*)?$",
    re.IGNORECASE,
)
"""A number by itself, which is an hour where there are not so many offers."""
_NOON = 12


def _week_named(dialogue: Dialogue, zone: ZoneInfo) -> tuple[date, ...]:
    """The first day of a week that was named before there was anything to offer."""
    spans = [one for one in dialogue.wanted if one.end is not None]
    weeks = [one for one in spans if one.end and _DAY < one.end - one.start <= _WEEK]
    return tuple(one.start.astimezone(zone).date() for one in weeks[:1])


def apart_from(times: TimesFound, spans: Sequence[tuple[int, int]]) -> TimesFound:
    """The times that are no part of an amount: "two fifty k" is no ten to three."""

    def apart(window: Window) -> bool:
        first, after = window.span
        return all(after <= start or end <= first for start, end in spans)

    return TimesFound(
        tuple(one for one in times.windows if apart(one)),
        tuple(one for one in times.excluded if apart(one)),
    )


def to_come(times: TimesFound, now: datetime) -> TimesFound:
    """The times that are not over: nobody wishes to come yesterday."""
    ahead = tuple(one for one in times.windows if one.end is None or one.end > now)
    return TimesFound(ahead, times.excluded)


def only_times(text: str, times: TimesFound) -> bool:
    """Whether a text names a time and nothing else: "tomorrow morning?" is no address."""
    found = [*times.windows, *times.excluded]
    inside = {place for window in found for place in range(*window.span)}
    left = [char for place, char in enumerate(text) if place not in inside and char.isalnum()]
    return bool(found) and len(left) < _LEAST_BESIDE
