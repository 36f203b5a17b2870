"""What a turn leaves behind: the next state, and fields for the CRM."""

from datetime import datetime

from smsbot.conversation.booking.arranged import Arranged
from smsbot.conversation.dialogue import Dialogue
from smsbot.conversation.person import ASIDE, open_question, stated_facts
from smsbot.conversation.state import REMEMBERED_INTENTS, ConversationState
from smsbot.conversation.tongue import OTHER
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.waiting import after_this
from smsbot.conversation.work import Reply, Work
from smsbot.domain.task import Then
from smsbot.domain.understanding import Intent

MISUNDERSTOOD = frozenset({"question", "pricing", "statement", "unclear"})
"""Needs that arise where the bot did not know what to say."""


def next_state(turn: TurnInput, work: Work) -> ConversationState:
    """The state after the turn. A hand-off leaves its open question; a turn that needed no person
    clears what earlier ones left, so that nothing old is repeated."""
    state, understanding = turn.state, work["understanding"]
    needs = work.get("needs", ())
    reply = work.get("reply") if work.get("draft") else None
    lost = any(need.detail in MISUNDERSTOOD for need in needs)
    raised = work.get("handoff")
    handed = raised is not None and raised.then is not Then.LOOK
    aside = any(need.detail == ASIDE for need in needs)
    spoken = understanding.language
    names = tuple(_name(intent) for intent in understanding.intents)
    arranged = arranged_of(work)
    return ConversationState(
        language=state.language if spoken == OTHER else spoken,
        misunderstood=state.misunderstood + 1 if lost else 0,
        last_intents=(*names, *state.last_intents)[:REMEMBERED_INTENTS],
        facts={**stated_facts(turn, understanding), **answers_of(work)},
        disclosed_at=turn.now if reply and reply.disclosed else state.disclosed_at,
        open_question=open_question(turn, needs) if handed else None,
        promised_at=_promised_at(turn, reply, handed=handed),
        dialogue=_dialogue(turn, arranged, reply, handed=handed, aside=aside),
        after_hours=after_this(turn, work),
    )


def arranged_of(work: Work) -> Arranged | None:
    """What was arranged, where its words were said: what the customer is not told is not done."""
    return work.get("arranged") if work.get("draft") else None


def answers_of(work: Work) -> dict[str, str]:
    return {answer.key: answer.value for answer in work["heard"].answers}


def _dialogue(
    turn: TurnInput, arranged: Arranged | None, reply: Reply | None, *, handed: bool, aside: bool
) -> Dialogue:
    """What is under way after the turn; it pauses once a person takes over; with `aside` a person
    was promised for a question beside it."""
    before = turn.state.dialogue
    after = before if arranged is None or reply is None else arranged.dialogue
    if handed:
        return (after if after.goal else before).paused()
    kept = arranged is not None and reply is not None and aside
    return after.model_copy(update={"aside": True}) if kept else after


def tags_of(turn: TurnInput, work: Work) -> dict[str, str]:
    """CRM fields: what the customer wanted last, the first thing first, their language, and what
    they answered."""
    understanding = work["understanding"]
    fields = {one.key: one.field for one in turn.pack.qualification.questions}
    tags = {fields[key]: value for key, value in answers_of(work).items() if key in fields}
    if understanding.intents:
        wanted = dict.fromkeys(_name(intent) for intent in understanding.intents)
        tags |= {"last_intent": ", ".join(wanted), "language": understanding.language}
    arranged = arranged_of(work)
    if arranged and arranged.stage:
        tags["stage"] = arranged.stage
    return tags


def _promised_at(turn: TurnInput, reply: Reply | None, *, handed: bool) -> datetime | None:
    if reply and reply.promised:
        return turn.now
    return turn.state.promised_at if handed else None


def _name(intent: Intent) -> str:
    return f"faq:{intent.faq_id}" if intent.faq_id else intent.name
