"""A text comes in: stored once, guarded, and what the guards decided is in force at the commit."""

from dataclasses import dataclass
from datetime import datetime

from smsbot.domain.consent import ConsentAct, ConsentRecord, Scope
from smsbot.domain.conversation import Owner
from smsbot.domain.event import Event, EventType
from smsbot.domain.guard import Action, GuardDecision, GuardFacts
from smsbot.domain.ids import ConsentId, InboxId
from smsbot.domain.inbound import InboundText
from smsbot.guards import evaluate
from smsbot.pack.models import Pack
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.effects import SETTLED, apply
from smsbot.pipeline.services import Services
from smsbot.store import arrival
from smsbot.store.arrival import Arrived, Written
from smsbot.store.db import Statements


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a webhook. `id` is None for a repeat, which changed nothing."""

    id: InboxId | None
    decision: GuardDecision

    @property
    def repeat(self) -> bool:
        return self.id is None


class _Repeat(Exception):
    """This carrier SID is stored already: leave the transaction without a trace."""


async def receive(services: Services, text: InboundText, *, source: str = "webhook") -> Received:
    """Store one inbound text and apply what the guards decide, in one transaction.

    The same carrier SID again, also at the same time, changes nothing. Raises `DatabaseDown`
    where nothing could be stored: the carrier is told so, and tries again or is asked later.
    """
    pack = await services.packs.get()
    incoming = Incoming(services, pack, _storable(text), source, services.clock.now())
    arrived, received = await _passing(incoming)
    if received is None:
        received = await _with_effects(incoming, new=arrived is None)
    if not received.repeat:
        await services.reach("receive.committed")
    return received


@dataclass(frozen=True, slots=True)
class Incoming:
    """A text on its way in."""

    services: Services
    pack: Pack
    text: InboundText
    source: str
    now: datetime


async def _passing(incoming: Incoming) -> tuple[Arrived | None, Received | None]:
    """The way of most texts: nothing is to be done but to store it, in one statement that holds
    only if what the guards judged by is still so. For all others nothing is received, and nothing
    written; no one has arrived where the contact, the conversation or the number is new."""
    services, text = incoming.services, incoming.text
    async with services.database.statements() as on:
        arrived = await arrival.look(on, text.sender, text.to, incoming.now)
        if arrived is None:
            return None, None
        decision = _guard(incoming, arrived)
        if decision.spoke or arrived.conversation.owner is not Owner.BOT:
            return arrived, None
        await services.reach("receive.passing")
        inbox_id, written = await _store(on, incoming, arrived, decision)
    match written:
        case Written.STORED:
            return arrived, Received(inbox_id, decision)
        case Written.REPEAT:
            return arrived, Received(None, decision)
        case Written.MOVED:
            return arrived, None


async def _with_effects(incoming: Incoming, *, new: bool) -> Received:
    """A text that is the first of its contact, or that a guard has something to do for: under the
    contact's lock from the first look to the last effect."""
    services, text = incoming.services, incoming.text
    decision: GuardDecision
    try:
        async with services.database.transaction() as tx:
            await services.reach("receive.begun")
            arrived = await arrival.arrive(
                tx, text.sender, text.to, services.ids, incoming.now, new=new
            )
            decision = _guard(incoming, arrived)
            inbox_id, written = await _store(tx, incoming, arrived, decision)
            if written is Written.REPEAT:
                raise _Repeat
            assert written is Written.STORED, "what is locked cannot have moved"
            await apply(
                Arrival(
                    tx, services, incoming.pack, arrived, text, inbox_id, decision, incoming.now
                )
            )
            await services.reach("receive.written")
    except _Repeat:
        return Received(None, decision)
    return Received(inbox_id, decision)


def _storable(text: InboundText) -> InboundText:
    """PostgreSQL's text holds every character but NUL."""
    if "\x00" not in text.body and not any("\x00" in value for value in text.raw.values()):
        return text
    raw = {key: value.replace("\x00", "") for key, value in text.raw.items()}
    return InboundText(
        sid=text.sid,
        sender=text.sender.replace("\x00", ""),
        to=text.to,
        body=text.body.replace("\x00", ""),
        media=text.media,
        carrier_keyword=text.carrier_keyword,
        place=text.place,
        segments=text.segments,
        raw=raw,
    )


def _guard(incoming: Incoming, arrived: Arrived) -> GuardDecision:
    facts = GuardFacts(
        suppressed=arrived.contact.consent.suppressed,
        owner=arrived.conversation.owner,
        carrier_keyword=incoming.text.carrier_keyword,
        texts_last_30s=arrived.lately.texts_30s,
        texts_last_hour=arrived.lately.texts_hour,
        replies_last_hour=arrived.lately.replies_hour,
        recent_bodies=arrived.lately.bodies,
    )
    return evaluate(incoming.text.body, facts, incoming.pack.business.guards)


async def _store(
    on: Statements, incoming: Incoming, arrived: Arrived, decision: GuardDecision
) -> tuple[InboxId, Written]:
    services, text, now = incoming.services, incoming.text, incoming.now
    inbox_id = InboxId(services.ids.new("in"))
    happened = Event(
        type=EventType.TEXT_RECEIVED,
        reason=decision.winner.reason,
        at=now,
        data={
            "body": text.body,
            "media": len(text.media),
            "action": decision.action.value,
            "rule": decision.winner.rule,
        },
        message_id=inbox_id,
    )
    passed = decision.action is Action.PASS
    written = await arrival.write(
        on,
        inbox_id,
        arrived,
        text,
        decision,
        settled=SETTLED[decision.action],
        consent=_conversational(incoming, decision),
        happened=happened,
        job=services.jobs.turn(arrived.conversation.id) if passed else None,
        source=incoming.source,
        now=now,
    )
    return inbox_id, written


NO_PERMISSION = (Action.OPT_OUT, Action.WRONG_NUMBER, Action.SUPPRESSED, Action.AUTO_REPLY)
"""What these say is no permission to be answered."""


def _conversational(incoming: Incoming, decision: GuardDecision) -> ConsentRecord | None:
    """Who texts us may be answered about what was asked, and nothing more (DESIGN.md 3)."""
    if decision.action in NO_PERMISSION:
        return None
    return ConsentRecord(
        id=ConsentId(incoming.services.ids.new("cns")),
        phone=incoming.text.sender,
        brand=incoming.pack.business.brand,
        act=ConsentAct.GRANTED,
        scope=Scope.CONVERSATIONAL,
        medium="sms",
        method="inbound text",
        evidence=incoming.text.body,
        at=incoming.now,
    )
