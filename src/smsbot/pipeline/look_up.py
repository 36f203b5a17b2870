"""A send whose outcome nobody knows is looked up at the carrier before anything else (law 4)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from smsbot.domain.delivery import SendState
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import NumberId
from smsbot.pipeline.services import Services
from smsbot.pipeline.settle import accept
from smsbot.ports import Accepted, CarrierDown, CarrierMessage
from smsbot.store import contacts, numbers, outbox, timeline
from smsbot.store.db import Tx
from smsbot.store.records import OutboxRow

CLOCKS_DIFFER = timedelta(seconds=30)
"""How far the carrier's clock may be behind ours."""
ABSENT_ENOUGH = 2
"""Look-ups that must find nothing before a text counts as not sent."""


async def look_up(services: Services, number_id: NumberId) -> int:
    """Settle this number's unknown sends; returns how many were settled either way."""
    async with services.database.transaction() as tx:
        number = await numbers.read(tx, number_id)
        rows = await outbox.unsettled(
            tx, number_id, services.clock.now(), services.timing.http_timeout
        )
    settled = 0
    for row in rows:
        if row.attempted_at is None:
            continue
        try:
            listed = await services.carrier.find_sent(
                sender=number.phone,
                to=row.draft.to,
                body=row.draft.body,
                since=row.attempted_at - CLOCKS_DIFFER,
            )
        except CarrierDown:
            await _ask_later(services, row)
            continue
        await services.reach("look_up.asked")
        settled += await _settle(services, row, listed)
    return settled


async def _ask_later(services: Services, row: OutboxRow) -> None:
    """The carrier cannot be asked: the text stays unknown, and is neither sent nor given up."""
    async with services.database.transaction() as tx:
        if row.contact_id:
            await contacts.lock(tx, row.contact_id)
        now = services.clock.now()
        fresh = await outbox.lock(tx, row.id)
        if _same_attempt(fresh, row):
            await outbox.move(
                tx,
                row.id,
                SendState.UNKNOWN,
                due_at=now + timedelta(seconds=services.timing.look_up_gap),
            )


def _same_attempt(fresh: OutboxRow, row: OutboxRow) -> bool:
    unsettled = fresh.state in (SendState.SENDING, SendState.UNKNOWN)
    return unsettled and fresh.attempt_id == row.attempt_id


async def _settle(services: Services, row: OutboxRow, listed: Sequence[CarrierMessage]) -> bool:
    now = services.clock.now()
    async with services.database.transaction() as tx:
        if row.contact_id:
            await contacts.lock(tx, row.contact_id)
        fresh = await outbox.lock(tx, row.id)
        if not _same_attempt(fresh, row) or fresh.attempt_id is None:
            return False
        known = await outbox.ours(tx, [one.sid for one in listed])
        found = next((one for one in reversed(listed) if one.sid not in known), None)
        if found is not None:
            await accept(tx, fresh, fresh.attempt_id, Accepted(found.sid, found.status), now)
            await _note(tx, fresh, "Looked up: the carrier has it", now)
            return True
        if fresh.absent + 1 < ABSENT_ENOUGH:
            gap = timedelta(seconds=services.timing.look_up_gap)
            await outbox.move(
                tx, fresh.id, SendState.UNKNOWN, absent=fresh.absent + 1, due_at=now + gap
            )
            await _note(tx, fresh, "Looked up: not there; asked once more", now)
            return False
        await outbox.end_attempt(tx, fresh.attempt_id, "absent", now)
        await outbox.move(tx, fresh.id, SendState.QUEUED, due_at=now, attempt_id=None)
        await _note(tx, fresh, "Looked up twice: the carrier never had it; queued again", now)
        await services.jobs.deliver(tx.raw, fresh.number_id)
        return True


async def _note(tx: Tx, row: OutboxRow, reason: str, now: datetime) -> None:
    happened = Event(type=EventType.TEXT_UNKNOWN, reason=reason, at=now, message_id=row.id)
    await timeline.record(
        tx, [happened], contact_id=row.contact_id, conversation_id=row.conversation_id
    )
