"""Customers of one calendar: what they want, and how they ask for it."""

from datetime import UTC, datetime, timedelta

import psycopg

from smsbot.domain.booking import Appointment, BookingState, Busy, Slot
from smsbot.domain.ids import AppointmentId, ContactId, ConversationId
from smsbot.ports import Seats
from smsbot.store.calendar import EmbeddedCalendar
from smsbot.store.db import Database

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
ALONE = Seats(capacity=1, buffer_before=0, buffer_after=0)
CLASS = Seats(capacity=6, buffer_before=0, buffer_after=0)
BUFFERED = Seats(capacity=1, buffer_before=15, buffer_after=30)
CUSTOMERS = 30
DAY = timedelta(days=1)
LATER = NOW + timedelta(minutes=10)
"""When a hold that was made now is over."""

calendar = EmbeddedCalendar()


def wanted(
    name: str,
    start: datetime = TEN,
    *,
    customer: int = 0,
    person: str = "ana",
    service: str = "visit",
    minutes: int = 60,
    until: datetime | None = NOW + timedelta(minutes=10),
) -> Appointment:
    return Appointment(
        id=AppointmentId(name),
        contact_id=ContactId(f"con_{customer}"),
        conversation_id=ConversationId(f"cnv_{customer}"),
        slot=Slot(service, person, start, start + timedelta(minutes=minutes)),
        state=BookingState.HELD,
        expires_at=until,
        place="at home",
    )


async def hold(
    database: Database, what: Appointment, service: Seats = ALONE, now: datetime = NOW
) -> Appointment:
    async with database.transaction() as tx:
        return await calendar.hold(tx.raw, what, service, now=now)


async def book(
    database: Database, what: Appointment, service: Seats = ALONE, now: datetime = NOW
) -> Appointment:
    async with database.transaction() as tx:
        return await calendar.book(tx.raw, what, service, now=now)


async def move(
    database: Database, old: str, what: Appointment, service: Seats = ALONE
) -> Appointment:
    async with database.transaction() as tx:
        return await calendar.move(tx.raw, AppointmentId(old), what, service, now=NOW)


async def note(database: Database, name: str, said: str) -> None:
    async with database.transaction() as tx:
        await calendar.note(tx.raw, AppointmentId(name), said, now=NOW)


async def cancel(database: Database, name: str, now: datetime = NOW) -> None:
    async with database.transaction() as tx:
        await calendar.cancel(tx.raw, AppointmentId(name), now=now)


async def busy(database: Database, now: datetime = NOW) -> list[Busy]:
    async with database.transaction() as tx:
        return list(await calendar.busy(tx.raw, TEN - DAY, TEN + DAY, now=now))


async def upcoming(database: Database, customer: int = 0, now: datetime = NOW) -> list[str]:
    async with database.transaction() as tx:
        found = await calendar.upcoming(tx.raw, ContactId(f"con_{customer}"), now=now)
        return [one.id for one in found]


def states(database: Database) -> dict[str, str]:
    with psycopg.connect(database.url) as connection:
        return dict(connection.execute("SELECT id, state FROM appointment").fetchall())
