"""A text that will not reach the customer: a person is told, where one has to be."""

from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.draft import DraftKind
from smsbot.domain.task import TaskContext, Urgency
from smsbot.pack.models import Pack
from smsbot.pipeline.handoff import Need, Parties, hand_off
from smsbot.pipeline.services import Services
from smsbot.store import conversations, numbers
from smsbot.store.db import Tx
from smsbot.store.records import OutboxRow

TOLD = (DraftKind.REPLY, DraftKind.REP, DraftKind.WORKFLOW)


async def person_instead(
    tx: Tx, services: Services, pack: Pack, row: OutboxRow, contact: Contact, why: str
) -> None:
    """Make a task of a text that was refused, went stale or could not be delivered. Not where the
    contact opted out (silence is what they asked for), nor where a person owns the conversation
    already and the text was the bot's."""
    if row.conversation_id is None or row.draft.kind not in TOLD or not row.draft.fallback_task:
        return
    conversation = await conversations.must(tx, row.conversation_id)
    if contact.consent.suppressed:
        return
    if conversation.owner is Owner.REP and row.draft.kind is not DraftKind.REP:
        return
    need = Need(
        reason=f"A text did not reach the customer: {why}",
        detail="unsent",
        urgency=Urgency.NORMAL,
        context=TaskContext(
            wants="an answer",
            question=f"Unsent: {row.draft.body}",
            next_step="Call, or answer from the desk",
        ),
        message_id=row.id,
    )
    number = await numbers.read(tx, row.number_id)
    parties = Parties(pack, contact, conversation, number)
    await hand_off(tx, services, parties, need, services.clock.now())
