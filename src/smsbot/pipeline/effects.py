"""What each guard's decision does, in the transaction that stores the text."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from smsbot.domain.consent import ConsentAct, ConsentStatus, Scope
from smsbot.domain.conversation import Owner
from smsbot.domain.draft import DraftKind
from smsbot.domain.event import Event, EventType
from smsbot.domain.guard import Action
from smsbot.domain.task import TaskContext, Then, Urgency
from smsbot.guards import unsure
from smsbot.pipeline import persons
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.consent import Said, record_consent
from smsbot.pipeline.gate_facts import CONFIRMS
from smsbot.pipeline.handoff import Need, hand_off
from smsbot.pipeline.reopen import reopen
from smsbot.pipeline.say import say
from smsbot.store import timeline

SETTLED: dict[Action, str | None] = {
    Action.PASS: None,  # the turn answers it
    Action.OPT_OUT: "guard",
    Action.HELP: "guard",
    Action.OPT_IN: "guard",
    Action.WRONG_NUMBER: "guard",
    Action.SUPPRESSED: "guard",
    Action.EMERGENCY: "task",
    Action.SELF_HARM: "task",
    Action.ESCALATE: "task",
    Action.OWNED: "task",
    Action.AUTO_REPLY: "guard",
    Action.FLOOD: "guard",
}
"""How a text is dealt with at once; None leaves it unanswered for a turn."""


async def apply(arrival: Arrival) -> None:
    """Run the winner's effect, and the tasks of those that spoke beside it: an opt-out limits what
    is sent, never which tasks are made."""
    await EFFECTS[arrival.decision.action](arrival)
    await _failed_guards(arrival)


async def _pass(arrival: Arrival) -> None:
    """The turn was enqueued with the text itself; a closed conversation is the bot's again."""
    conversation = arrival.arrived.conversation
    if conversation.owner is Owner.CLOSED:
        await reopen(arrival.tx, conversation, arrival.now)
    if arrival.decision.winner.rule == unsure.RULE:
        await _unsure(arrival)


async def _unsure(arrival: Arrival) -> None:
    """Perhaps an opt-out (compliance.md 1, rule 5): no marketing from here on, and a person reads
    it; the bot answers meanwhile."""
    winner = arrival.decision.winner
    await record_consent(
        arrival.tx,
        arrival.services,
        arrival.pack.business.brand,
        # The text itself has just been recorded as permission to answer it.
        replace(arrival.contact, consent=ConsentStatus.GRANTED),
        Said(
            act=ConsentAct.WITHDRAWN,
            scope=Scope.MARKETING,
            medium="sms",
            method=winner.rule,
            evidence=arrival.text.body,
            reason=winner.reason,
        ),
        message_id=arrival.id,
        now=arrival.now,
    )
    need = Need(
        reason="This may be an opt-out: read it",
        detail=winner.rule,
        urgency=Urgency.LOW,
        context=TaskContext(
            wants="perhaps no more texts",
            question=arrival.text.body,
            next_step="Ask what they meant; marketing has ended already",
        ),
        then=Then.LOOK,
        message_id=arrival.id,
    )
    await hand_off(arrival.tx, arrival.services, arrival.parties, need, arrival.now)


async def _opt_out(arrival: Arrival) -> None:
    winner = arrival.decision.winner
    await _withdraw(
        arrival,
        Said(
            act=ConsentAct.WITHDRAWN,
            scope=Scope.ALL,
            medium="sms",
            method=winner.rule,
            evidence=arrival.text.body,
            reason=winner.reason,
        ),
        template="opt_out_confirmation",
    )
    await persons.for_danger_and_escalation(arrival, silent=True)


async def _wrong_number(arrival: Arrival) -> None:
    winner = arrival.decision.winner
    await _withdraw(
        arrival,
        Said(
            act=ConsentAct.WRONG_NUMBER,
            scope=Scope.ALL,
            medium="sms",
            method=winner.rule,
            evidence=arrival.text.body,
            reason=winner.reason,
        ),
        template="wrong_number",
    )
    await persons.for_danger_and_escalation(arrival, silent=True)
    need = Need(
        reason="The reader says that this is a wrong number: check the contact's phone",
        detail=winner.rule,
        urgency=Urgency.LOW,
        context=TaskContext(
            wants="not to be texted",
            question=arrival.text.body,
            next_step="Correct the phone in the record",
        ),
        then=Then.LOOK,
        message_id=arrival.id,
    )
    await hand_off(arrival.tx, arrival.services, arrival.parties, need, arrival.now)


async def _withdraw(arrival: Arrival, said: Said, template: str) -> None:
    """Record it; confirm it once, unless the carrier has, or it was in force already."""
    was_suppressed = arrival.contact.consent.suppressed
    record, contact = await record_consent(
        arrival.tx,
        arrival.services,
        arrival.pack.business.brand,
        arrival.contact,
        said,
        message_id=arrival.id,
        now=arrival.now,
    )
    if was_suppressed:
        return
    parties = replace(arrival.parties, contact=contact)
    await say(
        arrival.tx,
        arrival.services,
        parties,
        template,
        kind=DraftKind.SYSTEM,
        reason="Confirmation of the opt-out",
        text=arrival.text.body,
        answers=(arrival.id,),
        now=arrival.now,
        once_key=f"{CONFIRMS}{record.id}",
        carrier_confirms=arrival.carrier_answered,
    )


async def _opt_in(arrival: Arrival) -> None:
    """START and UNSTOP re-consent, with a record (compliance.md 1, rule 6)."""
    winner = arrival.decision.winner
    record, contact = await record_consent(
        arrival.tx,
        arrival.services,
        arrival.pack.business.brand,
        arrival.contact,
        Said(
            act=ConsentAct.GRANTED,
            scope=Scope.INFORMATIONAL,
            medium="sms",
            method=winner.rule,
            evidence=arrival.text.body,
            reason=winner.reason,
        ),
        message_id=arrival.id,
        now=arrival.now,
    )
    await say(
        arrival.tx,
        arrival.services,
        replace(arrival.parties, contact=contact),
        "opt_in_confirmation",
        kind=DraftKind.SYSTEM,
        reason="Confirmation of the opt-in",
        text=arrival.text.body,
        answers=(arrival.id,),
        now=arrival.now,
        once_key=f"{CONFIRMS}{record.id}",
        carrier_confirms=arrival.carrier_answered,
    )


async def _help(arrival: Arrival) -> None:
    """HELP is answered with the brand and a contact, to anyone, at most once a minute."""
    minute = arrival.now.strftime("%Y%m%d%H%M")
    await say(
        arrival.tx,
        arrival.services,
        arrival.parties,
        "help",
        kind=DraftKind.SYSTEM,
        reason="HELP was asked for",
        text=arrival.text.body,
        answers=(arrival.id,),
        now=arrival.now,
        once_key=f"help:{arrival.contact.id}:{minute}",
        carrier_confirms=arrival.carrier_answered,
    )


async def _suppressed(arrival: Arrival) -> None:
    """Nothing is sent, but a person may have to know."""
    made = await persons.for_danger_and_escalation(arrival, silent=True)
    if made:
        return
    need = Need(
        reason="A contact who opted out has texted: nothing was answered",
        detail="suppressed",
        urgency=Urgency.LOW,
        context=TaskContext(
            wants=arrival.text.body[:120],
            question=arrival.text.body,
            next_step="They can text START to be answered again; a call is possible too",
        ),
        then=Then.LOOK,
        message_id=arrival.id,
    )
    await hand_off(arrival.tx, arrival.services, arrival.parties, need, arrival.now)


async def _danger(arrival: Arrival) -> None:
    await persons.for_danger_and_escalation(arrival, silent=False)


async def _owned(arrival: Arrival) -> None:
    await persons.for_owned(arrival)


async def _quiet(arrival: Arrival) -> None:
    """A machine, or far too many texts: nothing is answered, and a person is told once."""
    need = Need(
        reason=arrival.decision.winner.reason,
        detail=arrival.decision.winner.rule,
        urgency=Urgency.LOW,
        context=TaskContext(
            wants="unclear: this may be a machine",
            question=arrival.text.body,
            next_step="Look whether a person is writing; reply if so",
        ),
        then=Then.LOOK,
        message_id=arrival.id,
    )
    await hand_off(arrival.tx, arrival.services, arrival.parties, need, arrival.now)


EFFECTS: dict[Action, Callable[[Arrival], Awaitable[None]]] = {
    Action.PASS: _pass,
    Action.OPT_OUT: _opt_out,
    Action.HELP: _help,
    Action.OPT_IN: _opt_in,
    Action.WRONG_NUMBER: _wrong_number,
    Action.SUPPRESSED: _suppressed,
    Action.EMERGENCY: _danger,
    Action.SELF_HARM: _danger,
    Action.ESCALATE: _danger,
    Action.OWNED: _owned,
    Action.AUTO_REPLY: _quiet,
    Action.FLOOD: _quiet,
}
"""Every action has one line; tests/pipeline/test_tables.py holds both tables complete."""


async def _failed_guards(arrival: Arrival) -> None:
    """A guard that raised is a defect on record; its verdict has handed the text to a person."""
    failed = [v for v in arrival.decision.spoke if v.rule.startswith("guard_failed")]
    happened = [
        Event(type=EventType.GUARD_FAILED, reason=v.reason, at=arrival.now, message_id=arrival.id)
        for v in failed
    ]
    await timeline.record(
        arrival.tx,
        happened,
        contact_id=arrival.contact.id,
        conversation_id=arrival.arrived.conversation.id,
    )
