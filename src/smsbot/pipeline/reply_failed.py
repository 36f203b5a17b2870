"""A turn that failed: when it is tried again, and when a person gets the texts instead."""

from datetime import datetime, timedelta

from smsbot.conversation.state import StateUnreadable
from smsbot.domain.contact import Contact
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import ConversationId
from smsbot.domain.task import TaskContext, Urgency
from smsbot.pipeline.handoff import Need, Parties, hand_off
from smsbot.pipeline.services import Services
from smsbot.store import contacts, conversations, inbox, numbers, timeline
from smsbot.store.db import Tx
from smsbot.store.records import InboxRow

GIVE_UP_AFTER = 3
"""Failed turns in a row, after which a person gets the texts."""


async def note_failure(
    services: Services, conversation_id: ConversationId, error: Exception
) -> None:
    """Note when to try again. Raises `DatabaseDown` where that is what is wrong: the tick finds
    the unanswered text when the database is back."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        row = await conversations.must(tx, conversation_id)
        contact = await contacts.lock(tx, row.contact_id)
        wait = services.timing.backoff(row.turn_failures + 1)
        failures = await conversations.retry_later(
            tx, conversation_id, now + timedelta(seconds=wait)
        )
        happened = Event(type=EventType.TURN_FAILED, reason=_say(error), at=now)
        await timeline.record(
            tx, [happened], contact_id=contact.id, conversation_id=conversation_id
        )
        texts = await inbox.unanswered(tx, conversation_id)
        if failures >= GIVE_UP_AFTER and texts:
            await _give_up(tx, services, contact, conversation_id, texts, now)


def _say(error: Exception) -> str:
    """The type of an error only: its message may hold the customer's words. What our own
    exceptions say is written for people."""
    if isinstance(error, StateUnreadable):
        return str(error)
    return f"A turn failed with {type(error).__name__}"


async def _give_up(
    tx: Tx,
    services: Services,
    contact: Contact,
    conversation_id: ConversationId,
    texts: list[InboxRow],
    now: datetime,
) -> None:
    row = await conversations.must(tx, conversation_id)
    number = await numbers.read(tx, row.number_id)
    need = Need(
        reason=f"The assistant failed {row.turn_failures} times on this text",
        detail="failed",
        urgency=Urgency.NORMAL,
        context=TaskContext(
            wants="an answer",
            question="\n".join(text.body for text in texts),
            next_step="Answer the customer yourself",
        ),
        message_id=texts[-1].id,
    )
    parties = Parties(await services.packs.get(), contact, row, number)
    await hand_off(tx, services, parties, need, now)
    await inbox.settle(tx, [text.id for text in texts], "task", "turn failed", now)
    await conversations.clear_retry(tx, conversation_id)
