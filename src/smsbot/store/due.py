"""What is due: asked by the tick, in batches, by partial indexes. Sleepers are not jobs."""

from datetime import datetime, timedelta

from sqlalchemy import select

from smsbot.domain.conversation import Owner
from smsbot.domain.delivery import SendState
from smsbot.domain.ids import ConversationId, NumberId
from smsbot.store.db import Tx
from smsbot.store.tables import conversation, inbox, number, outbox

BATCH = 500


async def turns(tx: Tx, now: datetime, lost_after: float) -> list[ConversationId]:
    """Conversations whose retry has come, or whose text has waited `lost_after` seconds without
    one: its job was lost with the process that held it."""
    retries = select(conversation.c.id).where(conversation.c.retry_at <= now)
    lost = (
        select(inbox.c.conversation_id)
        .join(conversation, conversation.c.id == inbox.c.conversation_id)
        .where(
            inbox.c.settled.is_(None),
            inbox.c.received_at <= now - timedelta(seconds=lost_after),
            conversation.c.retry_at.is_(None),
            conversation.c.owner == Owner.BOT.value,
        )
    )
    rows = await tx.rows(retries.union(lost).limit(BATCH))
    return [row[0] for row in rows]


async def deliveries(tx: Tx, now: datetime) -> list[NumberId]:
    """Numbers with a text that may leave, paused ones aside."""
    rows = await tx.rows(
        select(outbox.c.number_id)
        .join(number, number.c.id == outbox.c.number_id)
        .where(
            outbox.c.state == SendState.QUEUED.value,
            outbox.c.due_at <= now,
            number.c.paused.is_(None),
        )
        .distinct()
    )
    return [row.number_id for row in rows]


async def look_ups(tx: Tx, now: datetime, http_timeout: float) -> list[NumberId]:
    """Numbers with a send of unknown outcome that may be asked about."""
    rows = await tx.rows(
        select(outbox.c.number_id)
        .where(
            ((outbox.c.state == SendState.UNKNOWN.value) & (outbox.c.due_at <= now))
            | (
                (outbox.c.state == SendState.SENDING.value)
                & (outbox.c.attempted_at <= now - timedelta(seconds=http_timeout))
            )
        )
        .distinct()
    )
    return [row.number_id for row in rows]
