"""What the carrier answered becomes the text's state."""

from datetime import datetime, timedelta

from smsbot.domain.delivery import SendState, Status, advances
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import AttemptId
from smsbot.pack.models import Pack
from smsbot.pipeline.remedies import remedy
from smsbot.pipeline.services import Services
from smsbot.ports import Accepted, Rejected, SendOutcome, Unknown
from smsbot.store import contacts, outbox, receipts, timeline
from smsbot.store.db import Tx
from smsbot.store.records import OutboxRow

UNSETTLED = (SendState.SENDING, SendState.UNKNOWN)


async def settle(
    services: Services,
    pack: Pack,
    sent: OutboxRow,
    attempt: AttemptId,
    outcome: SendOutcome,
) -> None:
    """Write the outcome of one attempt. Nothing where another way has settled it already: a status
    callback may overtake the answer to the call that it is about."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        contact = await contacts.lock(tx, sent.contact_id) if sent.contact_id else None
        row = await outbox.lock(tx, sent.id)
        if row.state not in UNSETTLED or row.attempt_id != attempt:
            return
        match outcome:
            case Accepted():
                await accept(tx, row, attempt, outcome, now)
            case Rejected():
                detail = {"code": outcome.code, "message": outcome.message}
                await outbox.end_attempt(tx, attempt, "rejected", now, detail=detail)
                await remedy(tx, services, pack, row, contact, outcome, now)
            case Unknown():
                await _unknown(tx, services, row, outcome, now)


async def accept(
    tx: Tx, row: OutboxRow, attempt: AttemptId, outcome: Accepted, now: datetime
) -> None:
    """The carrier has it under this SID; callbacks that came before we knew are taken over. The
    caller holds the locks."""
    status = outcome.status
    error_code = None
    for early in await receipts.orphans(tx, outcome.sid):
        if advances(status, Status(early.status)):
            status, error_code = Status(early.status), early.error_code
    await receipts.adopt(tx, outcome.sid, row.id)
    await outbox.end_attempt(tx, attempt, "accepted", now, sid=outcome.sid)
    await outbox.move(
        tx,
        row.id,
        SendState.SENT,
        carrier_sid=outcome.sid,
        status=status.value,
        error_code=error_code,
        sent_at=now,
    )
    happened = Event(
        type=EventType.TEXT_SENT,
        reason=row.draft.reason,
        at=now,
        data={
            "kind": row.draft.kind.value,
            "body": row.draft.body,
            "sid": outcome.sid,
            "status": status.value,
            "segments": outcome.segments,
            "source": row.draft.source,
        },
        message_id=row.id,
    )
    await timeline.record(
        tx, [happened], contact_id=row.contact_id, conversation_id=row.conversation_id
    )


async def _unknown(
    tx: Tx, services: Services, row: OutboxRow, outcome: Unknown, now: datetime
) -> None:
    """Looked up before anything else happens to it (law 4), after the HTTP time-out has passed."""
    await outbox.move(
        tx,
        row.id,
        SendState.UNKNOWN,
        due_at=now + timedelta(seconds=services.timing.http_timeout),
        absent=0,
    )
    happened = Event(type=EventType.TEXT_UNKNOWN, reason=outcome.reason, at=now, message_id=row.id)
    await timeline.record(
        tx, [happened], contact_id=row.contact_id, conversation_id=row.conversation_id
    )
