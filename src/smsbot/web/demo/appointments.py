"""The contact's holds and appointments as the page shows them."""

from datetime import datetime
from typing import Any

from smsbot.domain.booking import Appointment, BookingState
from smsbot.domain.calendar_link import link_of
from smsbot.domain.ids import ContactId
from smsbot.pack.models import Business, Pack
from smsbot.pack.qualification import in_language
from smsbot.pack.slot_words import say_with_zone
from smsbot.store import calendar
from smsbot.store.db import Tx
from smsbot.web.demo.words import BOOKING

LIVE = (BookingState.HELD, BookingState.BOOKED)
FILED = (BookingState.BOOKED, BookingState.CANCELLED)
"""Whose link has a file: a hold has none yet, and one that was moved shares its successor's."""


async def view(
    tx: Tx, pack: Pack, contact: ContactId, *, now: datetime, base_url: str
) -> list[dict[str, Any]]:
    """What is held or booked first, in order of time; then what was moved or cancelled, the latest
    made first. Links begin with `base_url`."""
    found = await calendar.of_contact(tx.raw, contact, now=now)
    starts = {one.id: one.slot.start for one, _ in found}
    live = sorted((row for row in found if row[0].state in LIVE), key=lambda row: starts[row[0].id])
    given_up = [row for row in found if row[0].state not in LIVE]
    return [
        _shown(pack, one, starts.get(moved_to) if moved_to else None, base_url)
        for one, moved_to in (*live, *given_up)
    ]


def _shown(
    pack: Pack, one: Appointment, moved_to: datetime | None, base_url: str
) -> dict[str, Any]:
    """`moved_to` is when it was moved to, UTC."""
    word, tone = BOOKING[one.state]
    return {
        "id": one.id,
        "state": {"word": word, "tone": tone},
        "live": one.state in LIVE,
        "service": _service(pack, one.slot.service),
        "when": _said(pack.business, one.slot.start),
        "start": one.slot.start.isoformat(),
        "end": one.slot.end.isoformat(),
        "place": one.place,
        "note": one.note,
        "person": _person(pack.business, one.slot.person),
        "held_until": one.expires_at.isoformat() if one.expires_at else None,
        "moved_to": _said(pack.business, moved_to) if moved_to else None,
        "file": link_of(base_url, one.id) if one.state in FILED else None,
    }


def _said(business: Business, at: datetime) -> str:
    return say_with_zone(at, business.zone, "en")


def _service(pack: Pack, service: str) -> str:
    """Its name; the id of one that the pack has no more."""
    declared = pack.booking.services if pack.booking else ()
    names = [in_language(one.name, "en") for one in declared if one.id == service]
    return names[0] if names else service


def _person(business: Business, person: str) -> str:
    return next((one.name for one in business.people if one.id == person), person)
