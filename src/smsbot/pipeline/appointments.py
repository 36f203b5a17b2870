"""What a turn needs of the calendar, and what it does there: in the turn's own transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from smsbot.conversation.visits import lately
from smsbot.domain.act import Act, ActKind
from smsbot.domain.booking import Appointment, BookingState, Busy
from smsbot.domain.contact import Contact
from smsbot.domain.event import Event, EventType
from smsbot.pack.models import Pack
from smsbot.pipeline.handoff import Parties
from smsbot.pipeline.services import Services
from smsbot.ports import Seats
from smsbot.store.db import Statements, Tx

_AROUND = timedelta(days=1)
"""A job that began before the horizon, or ends after it, takes time within it."""


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    busy: tuple[Busy, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    past: tuple[Appointment, ...] = ()


async def calendar_facts(
    on: Statements, services: Services, pack: Pack, contact: Contact
) -> CalendarFacts:
    """Who is taken as far ahead as can be booked, and the contact's own; nothing where the pack
    books nothing."""
    if pack.booking is None:
        return CalendarFacts()
    # By the clock of the turns: what is ahead of this customer, and what is over, also in the demo.
    now, seen = services.clock.now(), services.clock.seen_by(contact.phone)
    until = seen + timedelta(days=pack.booking.horizon_days) + _AROUND
    busy = await services.calendar.busy(on.raw, seen - _AROUND, until, now=now)
    mine = await services.calendar.upcoming(on.raw, contact.id, now=seen - _AROUND)
    live = (one for one in mine if (one.expires_at or one.slot.end) > seen)
    past = (one for one in mine if one.slot.end <= seen and lately(one, seen))
    return CalendarFacts(tuple(busy), tuple(live), tuple(past))


async def visit_begun(tx: Tx, services: Services, contact: Contact) -> Appointment | None:
    """The contact's latest visit that has begun and is not long over."""
    seen = services.clock.seen_by(contact.phone)
    mine = await services.calendar.upcoming(tx.raw, contact.id, now=seen - _AROUND)
    return next((one for one in reversed(mine) if lately(one, seen)), None)


async def carry_out(
    tx: Tx, services: Services, parties: Parties, act: Act, message_id: str
) -> Event | None:
    """Hold, book, move, cancel or add a note; the event, none for a hold, nor for a note, which
    the turn tells of itself. Raises `SlotTaken`, after
    which the transaction can only be rolled back. The caller holds the contact's lock."""
    now, calendar = services.clock.now(), services.calendar
    if act.kind is ActKind.NOTE:
        await calendar.note(tx.raw, act.id, act.note, now=now)
        return None
    if act.kind is ActKind.CANCEL or act.slot is None:
        await calendar.cancel(tx.raw, act.id, now=now)
        return _event(EventType.APPOINTMENT_CANCELLED, "Cancelled by text", act, message_id, now)
    assert parties.pack.booking is not None, "only a pack with bookings makes acts"
    service = parties.pack.booking.service(act.slot.service)
    seats = Seats(service.capacity, service.buffer_before, service.buffer_after)
    state = BookingState.HELD if act.kind is ActKind.HOLD else BookingState.BOOKED
    wanted = Appointment(
        act.id,
        parties.contact.id,
        parties.conversation.id,
        act.slot,
        state,
        act.expires_at,
        act.place,
        act.note,
    )
    match act.kind:
        case ActKind.HOLD:
            await calendar.hold(tx.raw, wanted, seats, now=now)
            return None
        case ActKind.MOVE if act.old is not None:
            await calendar.move(tx.raw, act.old, wanted, seats, now=now)
            return _event(EventType.APPOINTMENT_MOVED, "Moved by text", act, message_id, now)
        case ActKind.READDRESS if act.old is not None:
            await calendar.move(tx.raw, act.old, wanted, seats, now=now)
            why = "Goes to another address by text, at the same time"
            return _event(EventType.APPOINTMENT_MOVED, why, act, message_id, now)
        case _:
            await calendar.book(tx.raw, wanted, seats, now=now)
            return _event(EventType.APPOINTMENT_BOOKED, "Booked by text", act, message_id, now)


def _event(type_: EventType, reason: str, act: Act, message_id: str, now: datetime) -> Event:
    slot = act.slot
    data = {
        "appointment": act.id,
        "old": act.old,
        "service": slot.service if slot else None,
        "person": slot.person if slot else None,
        "start": slot.start.isoformat() if slot else None,
        "place": act.place or None,
        "note": act.note or None,
    }
    told = {key: value for key, value in data.items() if value}
    return Event(type_, reason, now, told, message_id)
