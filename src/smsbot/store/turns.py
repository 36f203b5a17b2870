"""The record of each turn: what it took, what it made of it, what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from smsbot.domain.ids import ConversationId, InboxId, TurnId
from smsbot.store.db import Statements, Tx
from smsbot.store.tables import turn


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
        insert(turn).values(
            id=turn_id,
            conversation_id=conversation_id,
            started_at=now,
            took=list(took),
            fence=fence,
            pack_hash=pack_hash,
            before=before,
        )
    )


async def end(
    tx: Tx, turn_id: TurnId, outcome: str, reason: str, now: datetime, **kept: Any
) -> None:
    """`outcome` is committed, voided, fenced or failed; `kept` is what it thought, by column."""
    await tx.run(
        update(turn)
        .where(turn.c.id == turn_id)
        .values(outcome=outcome, reason=reason, ended_at=now, **kept)
    )


async def read(tx: Tx, turn_id: str) -> Row[Any] | None:
    return await tx.one(select(turn).where(turn.c.id == turn_id))


async def that_took(tx: Tx, inbox_id: InboxId) -> list[Row[Any]]:
    statement = select(turn).where(turn.c.took.contains([inbox_id])).order_by(turn.c.started_at)
    return list(await tx.rows(statement))
