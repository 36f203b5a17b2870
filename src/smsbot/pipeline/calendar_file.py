"""The calendar file behind the link in a confirmation: the appointment as it stands now."""

from collections.abc import Sequence

from smsbot.conversation.state import StateUnreadable, load_state
from smsbot.domain.booking import Appointment, BookingState
from smsbot.domain.calendar_link import appointment_of, token_of
from smsbot.pack.models import Business, Pack
from smsbot.pack.qualification import in_language
from smsbot.pipeline.ics import CalendarEvent, calendar_file
from smsbot.pipeline.services import Services
from smsbot.store import conversations
from smsbot.store.db import Statements


async def calendar_file_of(services: Services, token: str) -> bytes | None:
    """The file for whoever holds the token; None where it names no appointment. The link of an
    appointment that was moved gives the one that it was moved to. Raises `DatabaseDown`."""
    asked = appointment_of(token)
    if asked is None:
        return None
    pack = await services.packs.get()
    async with services.database.statements() as on:
        chain = await services.calendar.history(on.raw, asked)
        if not chain or chain[-1].state not in (BookingState.BOOKED, BookingState.CANCELLED):
            return None
        language = await _language(on, chain[-1])
    return calendar_file(event_of(pack, chain, language), services.clock.now())


async def _language(on: Statements, one: Appointment) -> str:
    """What the customer speaks; English where that cannot be told."""
    row = await conversations.read(on, one.conversation_id)
    try:
        return load_state((row.state if row else None) or None).language
    except StateUnreadable:
        return load_state(None).language


def event_of(pack: Pack, chain: Sequence[Appointment], language: str) -> CalendarEvent:
    """`chain` is the appointment with all that it was moved from, oldest first. Nothing of the
    customer is told but when, what and where."""
    first, last = chain[0], chain[-1]
    cancelled = last.state is BookingState.CANCELLED
    business = pack.business
    return CalendarEvent(
        uid=f"{token_of(first.id)}@smsbot",
        sequence=len(chain) - 1 + cancelled,
        start=last.slot.start,
        end=last.slot.end,
        summary=_summary(pack, last.slot.service, language),
        organizer=(business.brand, _reached(business)),
        location=last.place,
        cancelled=cancelled,
    )


def _summary(pack: Pack, service: str, language: str) -> str:
    """The service's name and the brand; the brand alone where the pack has that service no more."""
    declared = pack.booking.services if pack.booking else ()
    names = [in_language(one.name, language) for one in declared if one.id == service]
    return ", ".join([*names, pack.business.brand])


def _reached(business: Business) -> str:
    """As a URI: by mail where there is an address, else by the number that texts."""
    if business.support_email:
        return f"mailto:{business.support_email}"
    return f"tel:{business.numbers[0].phone}"
