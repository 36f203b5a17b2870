"""Texts that go out: queued, claimed, settled. A row is claimed for sending only here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert

from smsbot.domain.decision import Decision
from smsbot.domain.delivery import SendState, Status
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.ids import (
    AttemptId,
    CarrierSid,
    ContactId,
    ConversationId,
    NumberId,
    OutboxId,
    TaskId,
    TurnId,
)
from smsbot.store.db import Statements, Tx
from smsbot.store.records import (
    ConversationRow,
    OutboxRow,
    decision_json,
    part_of,
    to_conversation,
    to_outbox,
)
from smsbot.store.tables import attempt, contact, conversation, outbox

PRIORITY = {
    DraftKind.SYSTEM: 1,
    DraftKind.STAFF: 2,
    DraftKind.REP: 3,
    DraftKind.REPLY: 3,
    DraftKind.WORKFLOW: 9,
}
"""Smaller leaves first: replies before bulk."""


_ADDED = insert(outbox)
_LOCKED = select(outbox).where(outbox.c.id == bindparam("outbox")).with_for_update()
_LOCKED_WITH_CONVERSATION = (
    select(outbox, conversation)
    .outerjoin(conversation, conversation.c.id == outbox.c.conversation_id)
    .where(outbox.c.id == bindparam("outbox"))
    .with_for_update(of=outbox)
)
_SENDING = (
    update(outbox)
    .where(outbox.c.id == bindparam("outbox"), outbox.c.state == SendState.QUEUED.value)
    .values(
        state=SendState.SENDING.value,
        attempt_id=bindparam("attempt"),
        attempted_at=bindparam("now"),
        attempts=outbox.c.attempts + 1,
        absent=0,
        dispatch=bindparam("decided"),
        # The record that the contact's status comes from.
        consent_id=select(contact.c.consent_id)
        .where(contact.c.id == outbox.c.contact_id)
        .scalar_subquery(),
        consent_checked_at=bindparam("now"),
    )
    .returning(outbox.c.id, outbox.c.attempt_id, outbox.c.attempted_at)
    .cte("claimed")
)
_CLAIMED = (
    insert(attempt)
    .from_select(
        ["id", "outbox_id", "started_at"],
        select(_SENDING.c.attempt_id, _SENDING.c.id, _SENDING.c.attempted_at),
    )
    .returning(attempt.c.id)
)


async def add(
    tx: Tx,
    outbox_id: OutboxId,
    draft: Draft,
    decision: Decision,
    *,
    state: SendState,
    number_id: NumberId,
    contact_id: ContactId | None,
    conversation_id: ConversationId | None,
    now: datetime,
    pack_hash: str,
    segments: int,
    once_key: str | None = None,
    turn_id: TurnId | None = None,
    task_id: TaskId | None = None,
) -> None:
    """Store a draft with the gate's decision: queued where it was approved or deferred, or
    refused, so that what was not sent can be explained as well."""
    await tx.run(
        _ADDED,
        {
            "id": outbox_id,
            "contact_id": contact_id,
            "conversation_id": conversation_id,
            "number_id": number_id,
            "kind": draft.kind.value,
            "to_phone": draft.to,
            "body": draft.body,
            "state": state.value,
            "reason": draft.reason,
            "source": draft.source,
            "answers": list(draft.answers),
            "evidence": list(draft.evidence),
            "while_waiting": draft.while_waiting,
            "fallback_task": draft.fallback_task,
            "once_key": once_key,
            "turn_id": turn_id,
            "task_id": task_id,
            "decision": decision_json(decision),
            "pack_hash": pack_hash,
            "segments": segments,
            "priority": PRIORITY[draft.kind],
            "due_at": decision.until or now,
            "queued_at": now,
        },
    )


_RANKED = (
    select(
        outbox,
        func.row_number()
        .over(
            partition_by=func.coalesce(outbox.c.contact_id, outbox.c.id),
            order_by=(outbox.c.priority, outbox.c.queued_at, outbox.c.id),
        )
        .label("nth"),
    )
    .where(
        outbox.c.number_id == bindparam("number"),
        outbox.c.state == SendState.QUEUED.value,
        outbox.c.due_at <= bindparam("now"),
    )
    .subquery()
)
# Made once: making it took longer than running it.
_DUE = (
    select(_RANKED)
    .where(_RANKED.c.nth == 1)
    .order_by(_RANKED.c.priority, _RANKED.c.queued_at, _RANKED.c.id)
    .limit(bindparam("most"))
)


async def due(on: Statements, number_id: NumberId, now: datetime, limit: int) -> list[OutboxRow]:
    """What may leave this number now, replies first, at most one text a contact so that their
    order holds."""
    rows = await on.rows(_DUE, {"number": number_id, "now": now, "most": limit})
    return [to_outbox(row) for row in rows]


async def lock(tx: Tx, outbox_id: OutboxId) -> OutboxRow:
    """The row as it is now, locked until the commit."""
    return to_outbox(await tx.must(_LOCKED, {"outbox": outbox_id}))


async def lock_with_conversation(
    tx: Tx, outbox_id: OutboxId
) -> tuple[OutboxRow, ConversationRow | None]:
    """The row, locked until the commit, and the conversation that it belongs to, in one trip."""
    row = await tx.must(_LOCKED_WITH_CONVERSATION, {"outbox": outbox_id})
    spoken = part_of(row, conversation)
    return to_outbox(part_of(row, outbox)), to_conversation(spoken) if spoken.id else None


async def read(tx: Tx, outbox_id: OutboxId) -> OutboxRow | None:
    row = await tx.one(select(outbox).where(outbox.c.id == outbox_id))
    return to_outbox(row) if row else None


async def claim(
    tx: Tx, outbox_id: OutboxId, attempt_id: AttemptId, decision: Decision, *, now: datetime
) -> bool:
    """Queued to sending, with the attempt and the consent record in force on record before the
    carrier is called. False where it is not queued any more: somebody else has it, or it was
    cancelled."""
    values = {
        "outbox": outbox_id,
        "attempt": attempt_id,
        "decided": decision_json(decision),
        "now": now,
    }
    return await tx.one(_CLAIMED, values) is not None


async def move(tx: Tx, outbox_id: OutboxId, state: SendState, **values: Any) -> None:
    """Set the state, and whatever else belongs to the change."""
    await tx.run(update(outbox).where(outbox.c.id == outbox_id).values(state=state.value, **values))


async def end_attempt(
    tx: Tx,
    attempt_id: AttemptId,
    outcome: str,
    now: datetime,
    *,
    sid: CarrierSid | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    await tx.run(
        update(attempt)
        .where(attempt.c.id == attempt_id)
        .values(ended_at=now, outcome=outcome, carrier_sid=sid, detail=detail)
    )


async def of_attempt(tx: Tx, attempt_id: AttemptId) -> OutboxId | None:
    row = await tx.one(select(attempt.c.outbox_id).where(attempt.c.id == attempt_id))
    return row.outbox_id if row else None


async def by_sid(tx: Tx, sid: CarrierSid) -> OutboxId | None:
    row = await tx.one(select(outbox.c.id).where(outbox.c.carrier_sid == sid))
    return row.id if row else None


async def ours(tx: Tx, sids: Sequence[str]) -> set[str]:
    """Which of these messages at the carrier are already accounted for by a row of ours."""
    listed = await tx.rows(
        select(outbox.c.carrier_sid)
        .where(outbox.c.carrier_sid.in_(sids))
        .union(select(attempt.c.carrier_sid).where(attempt.c.carrier_sid.in_(sids)))
    )
    return {row[0] for row in listed}


async def cancel_queued(
    tx: Tx, contact_id: ContactId, why: str, *, kinds: Sequence[DraftKind] | None = None
) -> list[OutboxId]:
    """Cancel what is queued for a contact and not yet claimed (law 2). What is claimed was sent
    before; what is unknown is looked up, and the gate refuses any second try."""
    statement = (
        update(outbox)
        .where(
            outbox.c.contact_id == contact_id,
            outbox.c.state == SendState.QUEUED.value,
            outbox.c.kind.in_([kind.value for kind in kinds]) if kinds else literal(True),
        )
        .values(
            state=SendState.CANCELLED.value,
            dispatch={"outcome": "cancelled", "reason": why},
        )
        .returning(outbox.c.id)
    )
    return [row.id for row in await tx.rows(statement)]


async def unsettled(
    tx: Tx, number_id: NumberId, now: datetime, http_timeout: float
) -> list[OutboxRow]:
    """Sends whose outcome nobody knows and that may be asked about now: `unknown` ones that are
    due, and `sending` ones older than the HTTP time-out (seconds), whose sender has died."""
    statement = (
        select(outbox)
        .where(
            outbox.c.number_id == number_id,
            ((outbox.c.state == SendState.UNKNOWN.value) & (outbox.c.due_at <= now))
            | (
                (outbox.c.state == SendState.SENDING.value)
                & (outbox.c.attempted_at <= now - timedelta(seconds=http_timeout))
            ),
        )
        .order_by(outbox.c.attempted_at)
        .limit(200)
    )
    return [to_outbox(row) for row in await tx.rows(statement)]


async def once_done(tx: Tx, once_key: str) -> bool:
    row = await tx.one(select(outbox.c.id).where(outbox.c.once_key == once_key))
    return row is not None


async def set_status(tx: Tx, outbox_id: OutboxId, status: Status, error_code: str | None) -> None:
    await tx.run(
        update(outbox)
        .where(outbox.c.id == outbox_id)
        .values(status=status.value, error_code=error_code)
    )
