"""An escalation while nobody is there: the task waits for the morning, and the bot asks what it
still lacks (conversation/after_hours.py). What cannot wait is not asked on: on call is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from smsbot.conversation.after_hours import Lacks, Told, begin, go_on, still_closed
from smsbot.conversation.state import (
    ConversationState,
    StateUnreadable,
    after_return,
    dump_state,
    load_state,
    must_disclose,
)
from smsbot.conversation.tonight import named_in
from smsbot.domain.conversation import Owner
from smsbot.language.segments import segments
from smsbot.pack.hours import say_when
from smsbot.pack.render import render
from smsbot.pack.routing import choose_queue
from smsbot.pipeline.answering import answer
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.reopen import reopen
from smsbot.pipeline.say import spoken_in
from smsbot.store import conversations


@dataclass(frozen=True, slots=True)
class Question:
    """What is said to an escalation, and the state after it. `told` is None, and nothing is said,
    where all has been asked before."""

    state: ConversationState
    told: Told | None
    lead: str = ""
    """What goes before it: who is writing, and when a person answers."""


def question_for(arrival: Arrival, needs: Sequence[tuple[str, str]]) -> Question | None:
    """What to ask on an escalation; None where a person takes over at once: somebody is there for
    one of the `needs` (detail, queue), or the conversation is a person's already."""
    conversation, business = arrival.arrived.conversation, arrival.pack.business
    at = arrival.services.clock.seen_by(arrival.contact.phone)
    if conversation.owner not in (Owner.BOT, Owner.CLOSED):
        return None
    if any(choose_queue(business, detail, at, queue=queue)[1] for detail, queue in needs):
        return None
    try:
        state = load_state(conversation.state or None)
    except StateUnreadable:
        return None
    if conversation.owner is Owner.CLOSED:
        state = after_return(state)
    facts = {**state.facts, **named_in(arrival.pack, arrival.text.body)}
    state = state.model_copy(update={"facts": facts})
    after = still_closed(state.after_hours, at)
    if after is None:
        told = begin(business, needs[0][0], arrival.text.body, at, facts)
        return _first(arrival, state, told)
    if after.asked is None:
        return Question(state, None)
    told = go_on(business, after, arrival.text.body, at, facts)
    return Question(state.model_copy(update={"after_hours": told.after}), told)


def _first(arrival: Arrival, state: ConversationState, told: Told | None) -> Question | None:
    """The first question, behind who is writing and when a person answers; None where no question
    is left, or where there is no room for one."""
    if told is None or told.after.asked is None:
        return None
    pack, text = arrival.pack, arrival.text.body
    at = arrival.services.clock.seen_by(arrival.contact.phone)
    before: list[str] = []
    if must_disclose(state, at):
        before.append(
            render(pack, "first_contact", spoken_in(arrival.parties, "first_contact", text)).text
        )
    if told.after.asked is not Lacks.REASON:
        language = spoken_in(arrival.parties, "handoff_after_hours", text)
        when = _when(arrival, "handoff_after_hours", told)
        before.append(render(pack, "handoff_after_hours", language, when=when).text)
    asked = Question(
        state.model_copy(update={"after_hours": told.after, "disclosed_at": at, "promised_at": at}),
        told,
        " ".join(before),
    )
    language = spoken_in(arrival.parties, told.template, text)
    when = _when(arrival, told.template, told)
    body = f"{asked.lead} {render(pack, told.template, language, when=when).text}"
    return asked if segments(body).count <= pack.business.limits.max_segments else None


async def ask(arrival: Arrival, question: Question, reason: str) -> None:
    """Say it and remember it. Any turn that is running loses its fence: it had taken the
    conversation before this text."""
    conversation = arrival.arrived.conversation
    if conversation.owner is Owner.CLOSED:
        await reopen(arrival.tx, conversation, arrival.now)
        fresh = replace(conversation, owner=Owner.BOT, held=False)
        arrival = replace(arrival, arrived=replace(arrival.arrived, conversation=fresh))
    await conversations.move_fences(arrival.tx, arrival.contact.id)
    await conversations.set_state(arrival.tx, conversation.id, dump_state(question.state))
    told = question.told
    if told is not None:
        when = _when(arrival, told.template, told)
        await answer(arrival, told.template, reason, lead=question.lead, when=when)
    elif not arrival.arrived.conversation.held:
        await answer(arrival, "holding", reason)
        await conversations.mark_held(arrival.tx, conversation.id)


def _when(arrival: Arrival, template: str, told: Told) -> str:
    """When a person answers, in the language that `template` will have."""
    language = spoken_in(arrival.parties, template, arrival.text.body)
    at = arrival.services.clock.seen_by(arrival.contact.phone)
    return say_when(arrival.pack.business, told.when, language, now=at)
