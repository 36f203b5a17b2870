"""Guards' verdicts that need a person: danger, escalation, and texts in a conversation that a
person owns or is awaited in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from smsbot.conversation.after_hours import Told
from smsbot.conversation.state import StateUnreadable, dump_state, load_state, must_disclose
from smsbot.domain.conversation import Owner
from smsbot.domain.guard import Action, GuardVerdict
from smsbot.domain.task import TaskContext, Then, Urgency
from smsbot.pack.guards import Emergency
from smsbot.pack.hours import next_opening, say_when
from smsbot.pack.models import Business
from smsbot.pack.render import render
from smsbot.pack.required import OPENERS
from smsbot.pipeline.answering import answer
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.handoff import HandedOff, Need, extend_open, hand_off
from smsbot.pipeline.say import spoken_in
from smsbot.pipeline.while_closed import Question, ask, question_for
from smsbot.store import conversations, inbox

NEEDS_PERSON = (Action.EMERGENCY, Action.SELF_HARM, Action.ESCALATE)


@dataclass(frozen=True, slots=True)
class Declared:
    """What business.yaml declares for a verdict. `text` is said to the customer; None where the
    hand-off's own sentence is."""

    reason: str
    urgency: Urgency
    queue: str
    text: str | None
    next_step: str


def declared_for(business: Business, verdict: GuardVerdict) -> Declared:
    """The declared rule that spoke. A guard that failed has none: a person looks, as for any
    hand-off."""
    dangers: Sequence[Emergency] = (*business.guards.emergencies, business.guards.self_harm)
    for danger in dangers:
        if danger.id == verdict.detail:
            step = "Call them now"
            queue = business.routing.cannot_wait
            return Declared(danger.reason, Urgency.EMERGENCY, queue, danger.text, step)
    for rule in business.guards.escalations:
        if rule.id == verdict.detail:
            text = None if rule.text == "handoff" else rule.text
            step = "Read the last messages and answer them yourself"
            return Declared(rule.reason, rule.urgency, rule.queue, text, step)
    step = "A safety rule failed on this text: read it and answer"
    return Declared(verdict.reason, Urgency.NORMAL, business.routing.default, None, step)


async def for_danger_and_escalation(arrival: Arrival, *, silent: bool) -> bool:
    """Make the tasks of every verdict that needs a person; unless `silent`, say so to the customer
    once, by the most serious. False where there was none."""
    verdicts = [v for v in arrival.decision.spoke if v.action in NEEDS_PERSON]
    if not verdicts:
        return False
    spoke = [(verdict, declared_for(arrival.pack.business, verdict)) for verdict in verdicts]
    asking = None if silent else _question_for(arrival, spoke)
    told = asking.told if asking else None
    results: list[tuple[Declared, HandedOff]] = []
    for verdict, declared in spoke:
        need = _need(arrival, verdict, declared)
        need = _asked_on(need, told) if asking else need
        handed = await hand_off(arrival.tx, arrival.services, arrival.parties, need, arrival.now)
        results.append((declared, handed))
        arrival = arrival if asking else _now_waiting(arrival)
    # The person gets what came before as well: nothing of it is left for a turn.
    await inbox.close_in_conversation(
        arrival.tx, arrival.arrived.conversation.id, "task", results[0][1].task.id, arrival.now
    )
    if asking:
        await ask(arrival, asking, results[0][0].reason)
    elif not silent:
        await _say_so(arrival, *results[0])
    return True


def _question_for(
    arrival: Arrival, spoke: Sequence[tuple[GuardVerdict, Declared]]
) -> Question | None:
    """What to ask while nobody is there; nothing where one of the rules has words of its own."""
    if any(v.action is not Action.ESCALATE or v.detail is None or d.text for v, d in spoke):
        return None
    return question_for(arrival, [(verdict.detail or "", d.queue) for verdict, d in spoke])


def _asked_on(need: Need, told: Told | None) -> Need:
    """The need as a task that waits while the bot asks on, with what the text told already."""
    if told is None:
        return replace(need, then=Then.ASK_ON)
    context = replace(need.context, facts={**need.context.facts, **told.facts})
    urgency = min(need.urgency, told.urgency or need.urgency, key=lambda one: one.rank)
    return replace(need, then=Then.ASK_ON, context=context, urgency=urgency, due_at=told.due_at)


def _need(arrival: Arrival, verdict: GuardVerdict, declared: Declared) -> Need:
    return Need(
        reason=declared.reason,
        detail=verdict.detail or verdict.rule,
        urgency=declared.urgency,
        queue=declared.queue,
        context=TaskContext(
            wants=f"{declared.reason}: \u201c{verdict.matched}\u201d",
            question=arrival.text.body,
            next_step=declared.next_step,
        ),
        message_id=arrival.id,
    )


def _now_waiting(arrival: Arrival) -> Arrival:
    """The arrival with the conversation as the hand-off left it; `held` tells the spell apart."""
    conversation = arrival.arrived.conversation
    if conversation.owner in (Owner.WAITING, Owner.REP):
        return arrival
    fresh = replace(conversation, owner=Owner.WAITING, held=False)
    return replace(arrival, arrived=replace(arrival.arrived, conversation=fresh))


async def _say_so(arrival: Arrival, declared: Declared, handed: HandedOff) -> None:
    """The declared text, or the hand-off's sentence; a spell of waiting gets only one of those."""
    if declared.text is not None:
        await _reply(arrival, declared.text, declared.reason)
    elif handed.created and not arrival.arrived.conversation.held:
        template, when = _handoff_text(arrival, handed)
        await _reply(arrival, template, declared.reason, when=when)
    else:
        await _hold(arrival)
        return
    await conversations.mark_held(arrival.tx, arrival.arrived.conversation.id)


async def for_owned(arrival: Arrival) -> None:
    """A text while a person is awaited or owns the conversation: it joins the task, and a spell of
    waiting has one holding reply."""
    context = TaskContext(wants="", question=arrival.text.body)
    grew = await extend_open(
        arrival.tx, arrival.services, arrival.parties, context, arrival.id, arrival.now
    )
    if not grew:
        need = Need(
            reason="The customer wrote, and the task had been closed",
            detail="owned",
            urgency=Urgency.NORMAL,
            context=context,
            message_id=arrival.id,
        )
        await hand_off(arrival.tx, arrival.services, arrival.parties, need, arrival.now)
    await _hold(arrival)


async def _hold(arrival: Arrival) -> None:
    """The holding reply, once a spell."""
    conversation = arrival.arrived.conversation
    if conversation.held or conversation.owner is not Owner.WAITING:
        return
    await _reply(arrival, "holding", "A person was asked for and is on the way")
    await conversations.mark_held(arrival.tx, conversation.id)


def _handoff_text(arrival: Arrival, handed: HandedOff) -> tuple[str, str]:
    """The template and its `when`: by when a person is due, or when the business opens."""
    business = arrival.pack.business
    template = "handoff" if handed.open_now else "handoff_after_hours"
    language = spoken_in(arrival.pack, template, arrival.text.body)
    now = arrival.services.clock.seen_by(arrival.contact.phone)
    opens = next_opening(business, now)
    when = handed.task.due_at if handed.open_now or opens is None else opens
    return template, say_when(business, when, language, now=now)


async def _reply(arrival: Arrival, template: str, reason: str, **tokens: str) -> None:
    await answer(arrival, template, reason, lead=await _lead(arrival, template), **tokens)


async def _lead(arrival: Arrival, template: str) -> str:
    """Who is writing, where a guard's reply is the first of the conversation (compliance.md 6);
    nothing where the text says so itself. What was said is remembered."""
    conversation = arrival.arrived.conversation
    try:
        state = load_state(conversation.state or None)
    except StateUnreadable:
        return ""
    # By the clock of the turns: the demo and transcripts may have moved it.
    now = arrival.services.clock.seen_by(arrival.contact.phone)
    if not must_disclose(state, now):
        return ""
    told = state.model_copy(update={"disclosed_at": now})
    await conversations.set_state(arrival.tx, conversation.id, dump_state(told))
    if template in OPENERS:
        return ""
    language = spoken_in(arrival.pack, "first_contact", arrival.text.body)
    return render(arrival.pack, "first_contact", language).text
