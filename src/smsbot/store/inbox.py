"""Texts that came in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, select, text, update

from smsbot.domain.ids import CarrierSid, ContactId, ConversationId, InboxId
from smsbot.store.db import Statements, Tx
from smsbot.store.records import InboxRow, to_inbox
from smsbot.store.tables import inbox, outbox

_UNANSWERED = (
    select(inbox)
    .where(inbox.c.conversation_id == bindparam("conversation"), inbox.c.settled.is_(None))
    .order_by(inbox.c.received_at, inbox.c.id)
)


_SETTLED = update(inbox).where(
    inbox.c.id.in_(bindparam("ids", expanding=True)), inbox.c.settled.is_(None)
)


async def unanswered(on: Statements, conversation_id: ConversationId) -> list[InboxRow]:
    """What nobody has answered yet, oldest first."""
    rows = await on.rows(_UNANSWERED, {"conversation": conversation_id})
    return [to_inbox(row) for row in rows]


async def settle(tx: Tx, ids: Sequence[InboxId], how: str, by: str, now: datetime) -> int:
    """Mark texts as dealt with; returns how many still were not."""
    return await tx.run(
        _SETTLED, {"ids": list(ids), "settled": how, "settled_by": by, "settled_at": now}
    )


async def close_for_contact(tx: Tx, contact_id: ContactId, by: str, now: datetime) -> int:
    """Close everything unanswered of a contact, in all conversations (law 2)."""
    return await tx.run(
        update(inbox)
        .where(inbox.c.contact_id == contact_id, inbox.c.settled.is_(None))
        .values(settled="closed", settled_by=by, settled_at=now)
    )


async def close_in_conversation(
    tx: Tx, conversation_id: ConversationId, how: str, by: str, now: datetime
) -> int:
    return await tx.run(
        update(inbox)
        .where(inbox.c.conversation_id == conversation_id, inbox.c.settled.is_(None))
        .values(settled=how, settled_by=by, settled_at=now)
    )


async def known(tx: Tx, sids: Sequence[CarrierSid]) -> set[str]:
    """Which of these are stored already."""
    rows = await tx.rows(select(inbox.c.carrier_sid).where(inbox.c.carrier_sid.in_(sids)))
    return {row.carrier_sid for row in rows}


def _said(*, since: bool) -> CompoundSelect[Any]:
    """The last messages of both sides, latest first."""
    came = select(
        inbox.c.received_at.label("at"), inbox.c.id, text("'customer'"), inbox.c.body
    ).where(
        inbox.c.conversation_id == bindparam("conversation"),
        inbox.c.id.not_in(bindparam("excluding", expanding=True)),
    )
    went = select(
        outbox.c.queued_at.label("at"),
        outbox.c.id,
        text("CASE WHEN outbox.kind = 'rep' THEN 'rep' ELSE 'bot' END"),
        outbox.c.body,
    ).where(
        outbox.c.conversation_id == bindparam("conversation"),
        outbox.c.kind != "staff",
        outbox.c.state.not_in(["refused", "cancelled", "failed"]),
    )
    if since:
        came = came.where(inbox.c.received_at >= bindparam("came_since"))
        went = went.where(outbox.c.queued_at >= bindparam("went_since"))
    both = came.union_all(went).order_by(text("1 DESC, 2 DESC"))
    return both.limit(bindparam("most"))


_SAID, _SAID_SINCE = _said(since=False), _said(since=True)


async def history(
    on: Statements,
    conversation_id: ConversationId,
    *,
    since: datetime | None = None,
    excluding: Sequence[InboxId] = (),
    limit: int = 10,
) -> tuple[tuple[str, str], ...]:
    """The last messages of both sides as (who, text), oldest first. What was refused or cancelled
    was never said and is left out."""
    values: dict[str, Any] = {
        "conversation": conversation_id,
        "excluding": list(excluding),
        "most": limit,
    }
    if since is not None:
        # The text that a hand-back answers may be a moment older than the change of owner.
        values |= {"came_since": since - timedelta(seconds=1), "went_since": since}
    rows = await on.rows(_SAID if since is None else _SAID_SINCE, values)
    return tuple((row[2], row[3]) for row in reversed(rows))
