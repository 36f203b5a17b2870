"""Guards' verdicts that need a person: danger, escalation, and texts in a conversation that a
person owns or is awaited in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from smsbot.conversation.after_hours import Told
from smsbot.conversation.approved import Piece, from_template
from smsbot.conversation.person import NEEDS
from smsbot.conversation.state import StateUnreadable, dump_state, load_state, must_disclose
from smsbot.conversation.visits import OfVisit, named_visit, said_of_visit
from smsbot.domain.booking import Appointment
from smsbot.domain.conversation import Owner
from smsbot.domain.guard import Action, GuardVerdict
from smsbot.domain.task import TaskContext, Then, Urgency
from smsbot.language.detect import guess_language
from smsbot.pack.guards import Emergency
from smsbot.pack.models import Business
from smsbot.pack.render import find_template, opens_itself, render
from smsbot.pipeline.answering import answer, give
from smsbot.pipeline.appointments import visit_begun
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.handoff import HandedOff, Need, extend_open, hand_off
from smsbot.pipeline.promising import promise
from smsbot.pipeline.say import spoken_in
from smsbot.pipeline.while_closed import Question, ask, question_for
from smsbot.pipeline.while_waiting import heard
from smsbot.store import conversations, inbox, tasks

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
    awaited = arrival.arrived.conversation.owner is Owner.WAITING
    asking = None if silent else _question_for(arrival, spoke)
    told = asking.told if asking else None
    results: list[tuple[Declared, HandedOff]] = []
    begun = await visit_begun(arrival.tx, arrival.services, arrival.contact)
    for verdict, declared in spoke:
        need = _about_visit(_need(arrival, verdict, declared), arrival, begun)
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
        await _say_so(arrival, *results[0], awaited=awaited)
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


def _about_visit(need: Need, arrival: Arrival, begun: Appointment | None) -> Need:
    """The need with the visit that it is about, where the text says that nobody came to one."""
    if begun is None or OfVisit.NOBODY_CAME not in said_of_visit(arrival.text.body):
        return need
    missed = NEEDS["missed_visit"]
    reason = f"{need.reason}: {named_visit(arrival.pack, begun)}"
    urgency = min(need.urgency, missed.urgency, key=lambda one: one.rank)
    context = replace(need.context, next_step=missed.next_step)
    return replace(need, reason=reason, urgency=urgency, context=context)


def _now_waiting(arrival: Arrival) -> Arrival:
    """The arrival with the conversation as the hand-off left it; `held` tells the spell apart."""
    conversation = arrival.arrived.conversation
    if conversation.owner in (Owner.WAITING, Owner.REP):
        return arrival
    fresh = replace(conversation, owner=Owner.WAITING, held=False)
    return replace(arrival, arrived=replace(arrival.arrived, conversation=fresh))


async def _say_so(
    arrival: Arrival, declared: Declared, handed: HandedOff, *, awaited: bool
) -> None:
    """The declared text, or the hand-off's sentence. What is said already is not said again in a
    spell, but for danger: then, or where a person was `awaited` before, there is the holding
    reply. To somebody who may harm themselves nothing lesser is said either: "nobody cares" is no
    complaint then."""
    if declared.urgency is not Urgency.EMERGENCY and await _may_harm_themselves(arrival):
        await _hold(arrival)
    elif declared.text is not None:
        if _said_before(arrival.pack.business, declared, handed):
            await _hold(arrival)
        else:
            await _declared_text(arrival, declared.text, declared, handed)
    elif handed.created and not awaited:
        template, when = promise(arrival.services, arrival.parties, handed, arrival.text.body)
        await _reply(arrival, template, declared.reason, when=when)
    else:
        await _hold(arrival)


def _said_before(business: Business, declared: Declared, handed: HandedOff) -> bool:
    """Whether this spell's task came of a rule with the same text; of danger it is said again."""
    same = [rule.reason for rule in business.guards.escalations if rule.text == declared.text]
    return any(reason in handed.before for reason in same)


async def _declared_text(
    arrival: Arrival, template: str, declared: Declared, handed: HandedOff
) -> None:
    """The rule's own text; behind it, while nobody is there, when somebody is, and to danger the
    approved answer that limits it until then: as far as there is room."""
    after = _also(arrival, declared, handed)
    await _reply(arrival, template, declared.reason, after=after)


def _also(arrival: Arrival, declared: Declared, handed: HandedOff) -> Piece | None:
    if declared.urgency is Urgency.EMERGENCY:
        return heard(arrival).answer
    if handed.open_now:
        return None
    template, when = promise(arrival.services, arrival.parties, handed, arrival.text.body)
    language = spoken_in(arrival.parties, template, arrival.text.body)
    return from_template(arrival.pack, template, language, when=when)


async def for_owned(arrival: Arrival) -> None:
    """A text while a person is awaited or owns the conversation: it joins the task. While one is
    awaited, what limits danger is answered, and a spell has one holding reply; a "thanks" needs
    none."""
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
    if arrival.arrived.conversation.owner is not Owner.WAITING:
        return
    meant = heard(arrival)
    if meant.answer:
        await give(arrival, meant.answer, "It helps until the person comes")
    elif not meant.courtesy:
        await _hold(arrival)


async def _hold(arrival: Arrival) -> None:
    """The holding reply, once a spell."""
    conversation = arrival.arrived.conversation
    if conversation.held or conversation.owner is not Owner.WAITING:
        return
    text = await _holding_text(arrival)
    await _reply(arrival, text, "A person was asked for and is on the way")
    await conversations.mark_held(arrival.tx, conversation.id)


async def _holding_text(arrival: Arrival) -> str:
    """Where somebody may harm themselves, where to find help once more: no note of ours is it."""
    harm = arrival.pack.business.guards.self_harm
    return harm.text if await _may_harm_themselves(arrival) else "holding"


async def _may_harm_themselves(arrival: Arrival) -> bool:
    """Whether a task that waits for a person says so."""
    harm = arrival.pack.business.guards.self_harm
    waiting = await tasks.all_open(arrival.tx, arrival.arrived.conversation.id)
    return any(harm.reason in task.reason for task in waiting)


async def _reply(
    arrival: Arrival, template: str, reason: str, *, after: Piece | None = None, **tokens: str
) -> None:
    lead = await _lead(arrival, template)
    await answer(arrival, template, reason, lead=lead, after=after, **tokens)


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
    language = guess_language(arrival.text.body, state.language)
    told = state.model_copy(update={"disclosed_at": now, "language": language})
    await conversations.set_state(arrival.tx, conversation.id, dump_state(told))
    spoken = spoken_in(arrival.parties, template, arrival.text.body)
    if opens_itself(arrival.pack, find_template(arrival.pack, template, spoken)):
        return ""
    language = spoken_in(arrival.parties, "first_contact", arrival.text.body)
    return render(arrival.pack, "first_contact", language).text
