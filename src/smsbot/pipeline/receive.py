"""A text comes in: stored once, guarded, and what the guards decided is in force at the commit."""

from dataclasses import dataclass
from datetime import datetime

from smsbot.domain.consent import ConsentAct, ConsentRecord, Scope
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
from smsbot.store.arrival import Arrived
from smsbot.store.db import Tx


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
    clean = _storable(text)
    now = services.clock.now()
    decision: GuardDecision
    try:
        async with services.database.transaction() as tx:
            await services.reach("receive.begun")
            arrived = await arrival.arrive(tx, clean.sender, clean.to, services.ids, now)
            decision = _guard(pack, arrived, clean)
            inbox_id = await _store(tx, services, pack, arrived, clean, decision, source, now)
            await apply(Arrival(tx, services, pack, arrived, clean, inbox_id, decision, now))
            await services.reach("receive.written")
    except _Repeat:
        return Received(None, decision)
    await services.reach("receive.committed")
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


def _guard(pack: Pack, arrived: Arrived, text: InboundText) -> GuardDecision:
    facts = GuardFacts(
        suppressed=arrived.contact.consent.suppressed,
        owner=arrived.conversation.owner,
        carrier_keyword=text.carrier_keyword,
        texts_last_30s=arrived.lately.texts_30s,
        texts_last_hour=arrived.lately.texts_hour,
        replies_last_hour=arrived.lately.replies_hour,
        recent_bodies=arrived.lately.bodies,
    )
    return evaluate(text.body, facts, pack.business.guards)


async def _store(
    tx: Tx,
    services: Services,
    pack: Pack,
    arrived: Arrived,
    text: InboundText,
    decision: GuardDecision,
    source: str,
    now: datetime,
) -> InboxId:
    """Raises `_Repeat`."""
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
    fresh = await arrival.write(
        tx,
        inbox_id,
        arrived,
        text,
        decision,
        settled=SETTLED[decision.action],
        consent=_conversational(services, pack, text, decision, now),
        happened=happened,
        job=services.jobs.turn(arrived.conversation.id) if passed else None,
        source=source,
        now=now,
    )
    if not fresh:
        raise _Repeat
    return inbox_id


NO_PERMISSION = (Action.OPT_OUT, Action.WRONG_NUMBER, Action.SUPPRESSED, Action.AUTO_REPLY)
"""What these say is no permission to be answered."""


def _conversational(
    services: Services, pack: Pack, text: InboundText, decision: GuardDecision, now: datetime
) -> ConsentRecord | None:
    """Who texts us may be answered about what was asked, and nothing more (DESIGN.md 3)."""
    if decision.action in NO_PERMISSION:
        return None
    return ConsentRecord(
        id=ConsentId(services.ids.new("cns")),
        phone=text.sender,
        brand=pack.business.brand,
        act=ConsentAct.GRANTED,
        scope=Scope.CONVERSATIONAL,
        medium="sms",
        method="inbound text",
        evidence=text.body,
        at=now,
    )
