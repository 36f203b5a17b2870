"""What is queued leaves: gated again, claimed, sent, settled. One drain per number at a time."""

import asyncio
from dataclasses import dataclass

from smsbot import gate
from smsbot.domain.contact import Contact
from smsbot.domain.decision import Decision
from smsbot.domain.delivery import SendState
from smsbot.domain.draft import Approved, DispatchPass
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import AttemptId, NumberId
from smsbot.pack.models import Pack
from smsbot.pipeline.gate_facts import facts_of
from smsbot.pipeline.services import Services
from smsbot.pipeline.settle import settle
from smsbot.pipeline.unsendable import person_instead
from smsbot.store import contacts, numbers, outbox, timeline
from smsbot.store.db import Tx
from smsbot.store.records import NumberRow, OutboxRow, decision_json

BATCH = 50
AT_ONCE = 8
"""Calls to the carrier at the same time, by one drain."""
LONGEST_WAIT = 5.0
"""Seconds for which a drain waits for its number's pace; beyond, it ends and the tick is back."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A text that may be sent, its attempt on record."""

    approved: Approved[DispatchPass]
    attempt: AttemptId


async def drain(services: Services, number_id: NumberId) -> int:
    """Send what is due from a number, replies before bulk, at its pace; returns how many calls
    were made. One text that must wait never blocks the others."""
    calls = 0
    while True:
        async with services.database.statements() as on:
            number = await numbers.read(on, number_id)
            now = services.clock.now()
            rows = [] if number.paused else await outbox.due(on, number_id, now, BATCH)
            if not rows:
                return calls
            granted, wait = await numbers.take_tokens(on, number_id, len(rows), now)
        if granted == 0:
            if wait > LONGEST_WAIT:
                return calls
            await asyncio.sleep(wait)
            continue
        await services.reach("deliver.due")
        slots = asyncio.Semaphore(AT_ONCE)
        sent = await asyncio.gather(*(_one(services, slots, row, number) for row in rows[:granted]))
        calls += sum(sent)
        if unused := granted - sum(sent):
            async with services.database.statements() as on:
                await numbers.give_back(on, number_id, unused)


async def _one(
    services: Services, slots: asyncio.Semaphore, due: OutboxRow, number: NumberRow
) -> bool:
    """Gate, claim, call, settle one text. True where the carrier was called."""
    async with slots:
        pack = await services.packs.get()
        claimed = await _claim(services, pack, due, number)
        if claimed is None:
            return False
        await services.reach("deliver.claimed")
        outcome = await services.carrier.send(
            claimed.approved, sender=number.phone, attempt=claimed.attempt
        )
        await services.reach("deliver.sent")
        await settle(services, pack, due, claimed.attempt, outcome)
        await services.reach("deliver.settled")
        return True


async def _claim(
    services: Services, pack: Pack, due: OutboxRow, number: NumberRow
) -> Claimed | None:
    """The last look before a text leaves: under the contact's lock, on facts read under it. After
    this commit the text counts as sent before any STOP that comes later."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        contact = await contacts.lock(tx, due.contact_id) if due.contact_id else None
        row, conversation = await outbox.lock_with_conversation(tx, due.id)
        if row.state is not SendState.QUEUED:
            return None
        facts = await facts_of(
            tx,
            pack,
            row.draft,
            number=number,
            contact=contact,
            conversation=conversation,
            excluding=row.id,
            now=now,
            queued_at=row.queued_at,
            once_key=row.once_key,
        )
        decision, approved = gate.clear(row.draft, facts, now)
        if approved is None:
            await _held_back(tx, services, pack, row, contact, decision)
            return None
        attempt = AttemptId(services.ids.new("att"))
        claimed = await outbox.claim(tx, row.id, attempt, decision, now=now)
        await services.reach("deliver.claiming")
        return Claimed(approved, attempt) if claimed else None


async def _held_back(
    tx: Tx,
    services: Services,
    pack: Pack,
    row: OutboxRow,
    contact: Contact | None,
    decision: Decision,
) -> None:
    """A deferral goes back into the queue; a refusal is final, and a person is told where the
    customer would else be left without an answer."""
    if decision.outcome == "deferred" and decision.until is not None:
        await outbox.move(
            tx, row.id, SendState.QUEUED, due_at=decision.until, dispatch=decision_json(decision)
        )
        kind = EventType.TEXT_DEFERRED
    else:
        await outbox.move(tx, row.id, SendState.REFUSED, dispatch=decision_json(decision))
        kind = EventType.TEXT_REFUSED
    happened = Event(
        type=kind,
        reason=decision.reason,
        at=decision.at,
        data={"kind": row.draft.kind.value, "rule": decision.rule, "body": row.draft.body},
        message_id=row.id,
    )
    await timeline.record(
        tx, [happened], contact_id=row.contact_id, conversation_id=row.conversation_id
    )
    if kind is EventType.TEXT_REFUSED and contact is not None:
        await person_instead(tx, services, pack, row, contact, decision.reason)
