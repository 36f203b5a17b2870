"""Taking a turn: what is unanswered once the customer has finished, and the facts about it."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.ids import AppointmentId, ConversationId, InboxId, TurnId
from smsbot.pack.models import Pack
from smsbot.pipeline.appointments import CalendarFacts, calendar_facts
from smsbot.pipeline.services import Services
from smsbot.store import conversations, inbox, turns
from smsbot.store.records import ConversationRow, InboxRow, NumberRow


@dataclass(frozen=True, slots=True)
class Taken:
    """What a turn works on, as it was when it was taken."""

    id: TurnId
    pack: Pack
    contact: Contact
    conversation: ConversationRow
    number: NumberRow
    texts: tuple[InboxRow, ...]
    history: tuple[tuple[str, str], ...]
    calendar: CalendarFacts
    made: AppointmentId
    """The id of what this turn may book: the same one however often it thinks again."""

    @property
    def ids(self) -> tuple[InboxId, ...]:
        return tuple(text.id for text in self.texts)


async def settled(services: Services, conversation_id: ConversationId) -> Taken | None:
    """Take what is unanswered once the customer has finished: `quiet` seconds after the last text,
    `at_most` seconds after the first."""
    pack = await services.packs.get()
    settling = pack.business.settling
    async with services.database.statements() as on:
        texts = await inbox.unanswered(on, conversation_id)
    while texts:
        calm = texts[-1].received_at + timedelta(seconds=settling.quiet)
        limit = texts[0].received_at + timedelta(seconds=settling.at_most)
        left = (min(calm, limit) - services.clock.now()).total_seconds()
        if left > 0:
            await asyncio.sleep(left)
        taken, texts = await _take(services, pack, conversation_id, seen=texts)
        if taken is not None:
            return taken
    return None


async def _take(
    services: Services, pack: Pack, conversation_id: ConversationId, seen: list[InboxRow]
) -> tuple[Taken | None, list[InboxRow]]:
    """The unanswered texts and the facts. Nothing is taken where there is nothing for the bot to
    answer, nor where texts came since `seen`: those are given back, to be waited for.

    No transaction: nothing is locked, one row is written, and what has moved between these reads
    is found by the commit's fence, as what moves after them is.
    """
    async with services.database.statements() as on:
        found = await conversations.with_parties(on, conversation_id)
        texts = await inbox.unanswered(on, conversation_id)
        if found is None:
            return None, []
        row, contact, number = found
        if row.owner is not Owner.BOT:
            return None, []
        if len(texts) > len(seen):
            return None, texts
        if not texts:
            return None, []
        history = await inbox.history(
            on, conversation_id, since=row.bot_since, excluding=[text.id for text in texts]
        )
        turn_id = TurnId(services.ids.new("trn"))
        await turns.begin(
            on,
            turn_id,
            conversation_id,
            took=[text.id for text in texts],
            fence=row.version,
            pack_hash=pack.hash,
            before=row.state,
            now=services.clock.now(),
        )
        facts = await calendar_facts(on, services, pack, contact)
        made = AppointmentId(services.ids.new("apt"))
        taken = Taken(turn_id, pack, contact, row, number, tuple(texts), history, facts, made)
        return taken, texts
