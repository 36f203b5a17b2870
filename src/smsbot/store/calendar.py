"""The embedded calendar: holds and appointments in our own database, behind the Calendar port.

Everything is done on the connection of the caller's transaction. Who writes locks the persons
concerned first (until the commit) and looks then, so that of two customers for one seat the second
waits and finds it taken; what must never be, two customers in one seat at a time, is besides an
exclusion constraint. The persons of one call are locked in one order: calls cannot deadlock, but
transactions of several calls could, and PostgreSQL would end one of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import psycopg
from psycopg.types.range import TimestamptzRange

from smsbot.domain.booking import Appointment, BookingState, Busy
from smsbot.domain.ids import AppointmentId, ContactId
from smsbot.ports import RawConnection, Seats, SlotTaken
from smsbot.store import calendar_sql as sql
from smsbot.store.calendar_sql import Row

GIVEN_UP = (BookingState.CANCELLED, BookingState.MOVED)
BATCH = 500
LISTED = 20


class EmbeddedCalendar:
    """A calendar of our own, so that a new installation has one. It keeps no state; all moments
    taken and given are aware and UTC."""

    async def busy(
        self, connection: RawConnection, since: datetime, until: datetime, *, now: datetime
    ) -> Sequence[Busy]:
        """What is taken, buffers and all, where it touches [since, until), in order of time. Holds
        that are over at `now` are left out, released or not."""
        values = {"window": TimestamptzRange(since, until), "now": now}
        return [sql.busy_of(row) for row in await sql.rows(connection, sql.BUSY, values)]

    async def upcoming(
        self, connection: RawConnection, contact: ContactId, *, now: datetime
    ) -> Sequence[Appointment]:
        """The contact's booked appointments that have not ended, and live holds, in order."""
        values = {"contact": contact, "now": now}
        return [sql.appointment_of(row) for row in await sql.rows(connection, sql.UPCOMING, values)]

    async def history(
        self, connection: RawConnection, appointment: AppointmentId
    ) -> Sequence[Appointment]:
        """An appointment with those that it was moved from and to, oldest first; empty where there
        is none with this id."""
        found = await sql.rows(connection, sql.HISTORY, {"id": appointment})
        return [sql.appointment_of(row) for row in found]

    async def hold(
        self, connection: RawConnection, wanted: Appointment, service: Seats, *, now: datetime
    ) -> Appointment:
        """Keep a slot until `wanted.expires_at`; the contact's other holds, whoever they are with,
        are let go. With the id of a live hold or of an appointment nothing is written of it, and it
        is returned as it stands; a hold that is over is made anew where the slot is free.

        Raises `SlotTaken`, also for an id that was cancelled or moved; `ValueError` without an
        expiry, or for an id that is another slot's or contact's."""
        if wanted.expires_at is None:
            raise ValueError(f"the hold {wanted.id} has no expiry")
        held = replace(wanted, state=BookingState.HELD)
        return await _take(connection, held, service, now)

    async def book(
        self, connection: RawConnection, wanted: Appointment, service: Seats, *, now: datetime
    ) -> Appointment:
        """Book a slot, or make the hold of the same id an appointment: a live one keeps its seat,
        one that is over is booked where the slot is still free. The contact's own holds that are in
        the way are let go. Again with the same id is the same appointment.

        Raises `SlotTaken`, also for an id that was cancelled or moved; `ValueError` for an id that
        is another slot's or contact's."""
        booked = replace(wanted, state=BookingState.BOOKED, expires_at=None)
        return await _take(connection, booked, service, now)

    async def move(
        self,
        connection: RawConnection,
        old: AppointmentId,
        wanted: Appointment,
        service: Seats,
        *,
        now: datetime,
    ) -> Appointment:
        """Book `wanted` as `book` does and give up `old`, both or neither; the time of `old` counts
        as free, and its note goes along. Again with the same ids is the same appointment.

        Raises `SlotTaken` with nothing given up, also where `old` is no longer held or booked (its
        customer has cancelled meanwhile, say); `LookupError` where this contact has no such
        appointment; `ValueError` as `book` does, or where both ids are the same."""
        if old == wanted.id:
            raise ValueError(f"{old} cannot be moved to itself")
        booked = replace(wanted, state=BookingState.BOOKED, expires_at=None)
        return await _take(connection, booked, service, now, old)

    async def cancel(
        self, connection: RawConnection, appointment: AppointmentId, *, now: datetime
    ) -> None:
        """Give up a hold or an appointment, past or to come; again, or for one that is not there,
        is nothing."""
        await _lock(connection, (appointment,))
        await sql.run(connection, sql.CANCEL, {"id": appointment, "now": now})

    async def note(
        self, connection: RawConnection, appointment: AppointmentId, note: str, *, now: datetime
    ) -> None:
        """Add what the customer said for whoever comes, as a line of its own. Raises `SlotTaken`
        where the appointment is no longer booked: nobody would read it."""
        await _lock(connection, (appointment,))
        if not await sql.run(connection, sql.NOTE, {"id": appointment, "note": note, "now": now}):
            raise SlotTaken(f"{appointment} is no longer booked")


async def release_expired(connection: RawConnection, now: datetime, limit: int = BATCH) -> int:
    """Make holds that are over at `now` (UTC) `expired`, `limit` at most; returns how many. What
    another transaction is at is left to the next time: this never waits."""
    return await sql.run(connection, sql.RELEASE_DUE, {"now": now, "limit": limit})


async def of_contact(
    connection: RawConnection, contact: ContactId, *, now: datetime, limit: int = LISTED
) -> Sequence[tuple[Appointment, AppointmentId | None]]:
    """The contact's live holds and all that was ever booked, the latest made first, `limit` at
    most; with each what it was moved to. A hold that was let go is left out: nobody was promised
    more than to keep it."""
    values = {"contact": contact, "now": now, "limit": limit}
    return [
        (sql.appointment_of(row), row["moved_to"] and AppointmentId(row["moved_to"]))
        for row in await sql.rows(connection, sql.OF_CONTACT, values)
    ]


async def _take(
    connection: RawConnection,
    wanted: Appointment,
    service: Seats,
    now: datetime,
    old: AppointmentId | None = None,
) -> Appointment:
    """Hold or book `wanted` in the state it has, and give up `old` for it. All that can be refused
    is refused before anything of the contact is given up."""
    ids = (wanted.id,) if old is None else (wanted.id, old)
    await _lock(connection, ids, wanted)
    person = wanted.slot.person
    over = {"person": person, "ids": list(ids), "now": now}
    await sql.run(connection, sql.RELEASE, over)
    rows = {row["id"]: row for row in await sql.rows(connection, sql.FIND, over)}
    known = _known(rows.get(wanted.id), wanted)
    if old is not None and _given_up_already(rows.get(old), old, wanted, known):
        old = None
    if known is not None and old is None and _stands(known, wanted.state):
        return sql.appointment_of(known)
    if old is not None:
        notes = (rows[old]["note"], wanted.note)
        wanted = replace(wanted, note="\n".join(note for note in notes if note))
    values = _values(wanted, service, now)
    values["seat"] = await _seat(connection, known, service, {**values, "ids": list(ids)})
    if known is not None and known["state"] in sql.LIVE:
        values["during"] = known["during"]
    try:
        await sql.run(connection, sql.LET_GO, values)
        if old is not None:
            await sql.run(connection, sql.GIVE_UP, {"id": old, "moved_to": wanted.id})
        (row,) = await sql.rows(connection, sql.WRITE, values)
    except psycopg.errors.ExclusionViolation as error:
        raise SlotTaken(f"{person} is taken at {wanted.slot.start.isoformat()}") from error
    return sql.appointment_of(row)


async def _lock(
    connection: RawConnection, ids: Sequence[AppointmentId], wanted: Appointment | None = None
) -> None:
    """Lock, until the transaction ends, every person of whom something may change: of `wanted`, of
    the appointments named, and of the holds that the contact of `wanted` lets go."""
    values = {
        "ids": list(ids),
        "person": wanted.slot.person if wanted else None,
        "contact": wanted.contact_id if wanted else None,
    }
    await sql.run(connection, sql.LOCK, values)


def _known(row: Row | None, wanted: Appointment) -> Row | None:
    """What is stored under the id of `wanted`. Raises as `hold` and `book` say."""
    if row is None:
        return None
    if (sql.slot_of(row), row["contact_id"]) != (wanted.slot, wanted.contact_id):
        raise ValueError(f"{wanted.id} is another slot's or another contact's")
    if row["state"] in GIVEN_UP:
        raise SlotTaken(f"{wanted.id} was given up; the slot needs a new id")
    return row


def _given_up_already(
    row: Row | None, old: AppointmentId, wanted: Appointment, known: Row | None
) -> bool:
    """Whether `old` was moved to `wanted` before. Raises as `move` says."""
    if row is None or row["contact_id"] != wanted.contact_id:
        raise LookupError(f"this contact has no appointment {old}")
    if row["state"] in sql.LIVE:
        return False
    if known is not None and row["moved_to"] == wanted.id:
        return True
    raise SlotTaken(f"{old} is {row['state']} and cannot be moved")


def _stands(known: Row, state: BookingState) -> bool:
    """Whether there is nothing to do: it is booked, or held and no more than that is wanted."""
    return known["state"] in (BookingState.BOOKED, state)


async def _seat(
    connection: RawConnection, known: Row | None, service: Seats, values: Mapping[str, Any]
) -> int:
    """The seat to take: the lowest free one, or that of the customer's own live hold, which was
    promised whatever has become of the service since. Raises `SlotTaken`."""
    if known is not None and known["state"] in sql.LIVE:
        return int(known["seat"])
    others = await sql.rows(connection, sql.IN_THE_WAY, values)
    taken = {row["seat"] for row in others if row["joins"]}
    if len(others) >= service.capacity or len(taken) < len(others):
        raise SlotTaken(f"{values['person']} is taken at {values['starts_at'].isoformat()}")
    return min(set(range(service.capacity)) - taken)


def _values(wanted: Appointment, service: Seats, now: datetime) -> dict[str, Any]:
    slot = wanted.slot
    return {
        "id": wanted.id,
        "contact": wanted.contact_id,
        "conversation": wanted.conversation_id,
        "service": slot.service,
        "person": slot.person,
        "during": TimestamptzRange(
            slot.start - timedelta(minutes=service.buffer_before),
            slot.end + timedelta(minutes=service.buffer_after),
        ),
        "starts_at": slot.start,
        "ends_at": slot.end,
        "state": wanted.state.value,
        "place": wanted.place,
        "note": wanted.note,
        "expires_at": wanted.expires_at,
        "now": now,
    }
