"""The record of each turn: what it took, what it made of it, what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from smsbot.domain.ids import ConversationId, InboxId, TurnId
from smsbot.store.db import Statements, Tx
from smsbot.store.tables import inbox, outbox, turn

_BEGUN = insert(turn)
_ENDED = update(turn).where(turn.c.id == bindparam("ended"))


async def begin(
    on: Statements,
    turn_id: TurnId,
    conversation_id: ConversationId,
    *,
    took: Sequence[InboxId],
    fence: int,
    pack_hash: str,
    before: dict[str, Any],
    now: datetime,
) -> None:
    await on.run(
        _BEGUN,
        {
            "id": turn_id,
            "conversation_id": conversation_id,
            "started_at": now,
            "took": list(took),
            "fence": fence,
            "pack_hash": pack_hash,
            "before": before,
        },
    )


async def end(
    tx: Tx, turn_id: TurnId, outcome: str, reason: str, now: datetime, **kept: Any
) -> None:
    """`outcome` is committed, voided, fenced or failed; `kept` is what it thought, by column."""
    await tx.run(
        _ENDED,
        {"ended": turn_id, "outcome": outcome, "reason": reason, "ended_at": now, **kept},
    )


async def read(tx: Tx, turn_id: str) -> Row[Any] | None:
    return await tx.one(select(turn).where(turn.c.id == turn_id))


async def that_took(tx: Tx, inbox_id: InboxId) -> list[Row[Any]]:
    statement = select(turn).where(turn.c.took.contains([inbox_id])).order_by(turn.c.started_at)
    return list(await tx.rows(statement))


async def named(on: Statements, start: str, *, most: int = 5) -> list[Row[Any]]:
    """The turn with this id, else those whose id begins so, at most `most`."""
    exact = await on.rows(select(turn).where(turn.c.id == start))
    if exact:
        return list(exact)
    begins = turn.c.id.startswith(start, autoescape=True)
    return list(await on.rows(select(turn).where(begins).order_by(turn.c.id).limit(most)))


async def texts_of(on: Statements, took: Sequence[str]) -> list[Row[Any]]:
    """The texts that a turn took, in the order in which it took them."""
    rows = {row.id: row for row in await on.rows(select(inbox).where(inbox.c.id.in_(took)))}
    return [rows[one] for one in took if one in rows]


async def sent_by(on: Statements, turn_id: str) -> tuple[Row[Any], ...]:
    """The body and the gate's decision of each text that a turn put out, in order."""
    answered = select(inbox.c.contact_id).join(turn, turn.c.took[1] == inbox.c.id)
    statement = (
        select(outbox.c.body, outbox.c.decision)
        .where(
            # By the contact's index: a turn's texts all go to whom it answers.
            outbox.c.contact_id == answered.where(turn.c.id == turn_id).scalar_subquery(),
            outbox.c.turn_id == turn_id,
        )
        .order_by(outbox.c.queued_at, outbox.c.id)
    )
    return tuple(await on.rows(statement))
