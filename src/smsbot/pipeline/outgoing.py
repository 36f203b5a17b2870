"""A draft into the outbox: through the gate, stored with its decision, its delivery enqueued."""

from dataclasses import dataclass
from datetime import datetime

from smsbot import gate
from smsbot.domain.contact import Contact
from smsbot.domain.decision import Decision
from smsbot.domain.delivery import SendState
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import OutboxId, TaskId, TurnId
from smsbot.language.segments import segments
from smsbot.pack.models import Pack
from smsbot.pipeline.gate_facts import facts_of
from smsbot.pipeline.services import Services
from smsbot.store import outbox, timeline
from smsbot.store.db import Tx
from smsbot.store.records import ConversationRow, NumberRow


@dataclass(frozen=True, slots=True)
class Queued:
    """What became of a draft."""

    id: OutboxId
    decision: Decision
    facts: gate.GateFacts
    """What the decision was made on."""

    @property
    def refused(self) -> bool:
        return self.decision.outcome == "refused"


_EVENTS = {
    "approved": EventType.TEXT_QUEUED,
    "deferred": EventType.TEXT_DEFERRED,
    "refused": EventType.TEXT_REFUSED,
}


async def put_out(
    tx: Tx,
    services: Services,
    pack: Pack,
    draft: Draft,
    *,
    number: NumberRow,
    contact: Contact | None,
    conversation: ConversationRow | None,
    now: datetime,
    once_key: str | None = None,
    carrier_confirms: bool = False,
    turn_id: TurnId | None = None,
    task_id: TaskId | None = None,
) -> Queued:
    """Judge a draft and store it with the verdict. The caller holds the contact's lock.

    `once_key` names what this text may answer only once, ever (an opt-out record); a refusal does
    not use it up.
    """
    outbox_id = OutboxId(services.ids.new("out"))
    facts = await facts_of(
        tx,
        pack,
        draft,
        number=number,
        contact=contact,
        conversation=conversation,
        excluding=outbox_id,
        now=now,
        once_key=once_key,
        carrier_confirms=carrier_confirms,
    )
    decision, approved = gate.admit(draft, facts, now)
    state = SendState.REFUSED if decision.outcome == "refused" else SendState.QUEUED
    await outbox.add(
        tx,
        outbox_id,
        draft if approved is None else approved.draft,
        decision,
        state=state,
        number_id=number.id,
        contact_id=contact.id if contact else None,
        conversation_id=conversation.id if conversation else None,
        now=now,
        pack_hash=pack.hash,
        segments=segments(draft.body).count,
        once_key=once_key if state is SendState.QUEUED else None,
        turn_id=turn_id,
        task_id=task_id,
    )
    about = (None, None) if draft.kind is DraftKind.STAFF else (contact, conversation)
    await _record(tx, _event(outbox_id, draft, decision, now), *about)
    if decision.outcome == "approved":
        await services.jobs.deliver(tx.raw, number.id)
    return Queued(outbox_id, decision, facts)


def _event(outbox_id: OutboxId, draft: Draft, decision: Decision, now: datetime) -> Event:
    return Event(
        type=_EVENTS[decision.outcome],
        reason=f"{draft.reason}: {decision.reason}",
        at=now,
        data={"kind": draft.kind.value, "body": draft.body, "rule": decision.rule},
        message_id=outbox_id,
    )


async def _record(
    tx: Tx, happened: Event, contact: Contact | None, conversation: ConversationRow | None
) -> None:
    await timeline.record(
        tx,
        [happened],
        contact_id=contact.id if contact else None,
        conversation_id=conversation.id if conversation else None,
    )
