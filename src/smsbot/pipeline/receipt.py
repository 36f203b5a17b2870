"""Status callbacks: each is kept, ranked, and never turns *delivered* back."""

from smsbot.domain.delivery import SendState, Status, advances
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import OutboxId
from smsbot.domain.inbound import StatusReport
from smsbot.domain.remedy import Remedy
from smsbot.pipeline.remedies import remedy
from smsbot.pipeline.services import Services
from smsbot.pipeline.settle import UNSETTLED, accept
from smsbot.ports import Accepted, Rejected
from smsbot.store import contacts, outbox, receipts, timeline
from smsbot.store.db import Tx
from smsbot.store.records import OutboxRow

FAILURES = (Status.UNDELIVERED, Status.FAILED)


async def receipt(services: Services, report: StatusReport) -> str:
    """Store one callback and move its text on. Returns the effect that is kept with it: `advanced`,
    `not newer`, `of an earlier attempt`, or `waits for its message`."""
    now = services.clock.now()
    pack = await services.packs.get()
    async with services.database.transaction() as tx:
        outbox_id = await _whose(tx, report)
        if outbox_id is None:
            await receipts.add(tx, report, None, "waits for its message", now)
            return "waits for its message"
        found = await outbox.read(tx, outbox_id)
        assert found is not None
        contact = await contacts.lock(tx, found.contact_id) if found.contact_id else None
        row = await outbox.lock(tx, outbox_id)
        row = await _learn_sid(tx, services, row, report)
        effect = _effect(row, report)
        await receipts.add(tx, report, outbox_id, effect, now)
        await services.reach("receipt.stored")
        if effect == "advanced":
            await _advance(tx, services, row, report)
            if report.status in FAILURES:
                await remedy(tx, services, pack, row, contact, _as_refusal(report), now)
        return effect


async def _whose(tx: Tx, report: StatusReport) -> OutboxId | None:
    """By the attempt in our own callback address, else by the carrier's SID."""
    if report.attempt is not None:
        found = await outbox.of_attempt(tx, report.attempt)
        if found is not None:
            return found
    return await outbox.by_sid(tx, report.sid)


async def _learn_sid(tx: Tx, services: Services, row: OutboxRow, report: StatusReport) -> OutboxRow:
    """A callback that names our attempt proves that the carrier has the text, also where the
    answer to the call never came: that settles it."""
    if row.state not in UNSETTLED or report.attempt is None or row.attempt_id != report.attempt:
        return row
    proof = Accepted(report.sid, Status.QUEUED)
    await accept(tx, row, report.attempt, proof, services.clock.now())
    settled = await outbox.read(tx, row.id)
    assert settled is not None
    return settled


def _effect(row: OutboxRow, report: StatusReport) -> str:
    if row.carrier_sid != report.sid:
        return "of an earlier attempt"
    return "advanced" if advances(row.status, report.status) else "not newer"


async def _advance(tx: Tx, services: Services, row: OutboxRow, report: StatusReport) -> None:
    await outbox.set_status(tx, row.id, report.status, report.error_code)
    if row.state is SendState.FAILED and report.status in (Status.DELIVERED, Status.READ):
        await outbox.move(tx, row.id, SendState.SENT)
    happened = Event(
        type=EventType.TEXT_STATUS,
        reason=f"The carrier says: {report.status.value}",
        at=services.clock.now(),
        data={"status": report.status.value, "code": report.error_code, "sid": report.sid},
        message_id=row.id,
    )
    await timeline.record(
        tx, [happened], contact_id=row.contact_id, conversation_id=row.conversation_id
    )


def _as_refusal(report: StatusReport) -> Rejected:
    """A failure after acceptance. One that may have been delivered all the same is not looked up,
    for the carrier has just said what it knows; a person decides."""
    found = report.remedy or Remedy.GIVE_UP
    if found is Remedy.RECONCILE:
        found = Remedy.GIVE_UP
    code = report.error_code or report.status.value
    return Rejected(code, f"the text was {report.status.value}", found)
