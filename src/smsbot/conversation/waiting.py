"""Who has been promised a person, when one is there, and what is done while nobody is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from smsbot.conversation.after_hours import URGENT, AfterHours, Told, begin, still_closed
from smsbot.conversation.history import CUSTOMER, person_spoke_last, spoken_to
from smsbot.conversation.person import as_task_context, most_telling
from smsbot.conversation.turn import HandOff, TurnInput
from smsbot.conversation.work import Need, Work
from smsbot.domain.task import Then, Urgency
from smsbot.pack.hours import next_opening
from smsbot.pack.routing import choose_queue, due_time

CANNOT_WAIT = "The customer says that it cannot wait until we open"
SAID_BEFORE = 2
"""So many of the customer's texts before are told to who is called at night."""
HOLDS = timedelta(hours=1)
"""So long a promise is not repeated, while only the bot has spoken since."""


def promised_already(turn: TurnInput) -> bool:
    """Whether the customer was told lately, in this spell, that a person will answer."""
    told = turn.state.promised_at
    heard = spoken_to(turn.history) and not person_spoke_last(turn.history)
    return told is not None and heard and turn.now - told < HOLDS


def due_if_there(turn: TurnInput, needs: Sequence[Need]) -> datetime | None:
    """By when a person is due, UTC; None where nobody is there now. `needs` must hold one."""
    business = turn.pack.business
    queue, there = choose_queue(business, most_telling(needs), turn.now)
    return due_time(business, queue, turn.now) if there else None


def may_be_told_later(turn: TurnInput) -> bool:
    """Whether a person can be promised for one question while the bot goes on: no other was
    promised lately, and some day somebody is there."""
    free = not turn.state.dialogue.aside and not promised_already(turn)
    return free and next_opening(turn.pack.business, turn.now) is not None


def when_looked_at(turn: TurnInput, needs: Sequence[Need]) -> datetime:
    """By when a person has looked at `needs` while the bot goes on, UTC: as their task says."""
    business = turn.pack.business
    queue, _ = choose_queue(business, most_telling(needs), turn.now, waits=False)
    return due_time(business, queue, turn.now)


def questions_for(turn: TurnInput, needs: Sequence[Need]) -> Told | None:
    """The questions to begin with while nobody is there; None where somebody is, or where they
    were begun before."""
    if not needs or promised_already(turn) or due_if_there(turn, needs) is not None:
        return None
    if still_closed(turn.state.after_hours, turn.now):
        return None
    text = "\n".join(one.body for one in turn.texts)
    return begin(turn.pack.business, most_telling(needs), text, turn.now, turn.state.facts)


def over_night(
    turn: TurnInput, handoff: HandOff | None, needs: Sequence[Need], told: Told | None
) -> HandOff | None:
    """The hand-off with what was told to the questions. While nobody is there, the bot keeps the
    conversation from the first question on."""
    asking = still_closed(turn.state.after_hours, turn.now)
    raised = handoff or (_more(turn, called=told.at_once) if told else None)
    if raised is None or (told is None and (asking is None or raised.then is Then.LOOK)):
        return raised
    if told and told.at_once:
        raised = replace(raised, reason=CANNOT_WAIT, detail=URGENT, queue_hint=URGENT)
    there = (bool(needs) and due_if_there(turn, needs) is not None) or bool(told and told.at_once)
    raised = replace(raised, then=Then.TAKE_OVER if there else Then.ASK_ON)
    if told is None:
        return raised
    urgency = min(raised.urgency, told.urgency or raised.urgency, key=lambda one: one.rank)
    context = replace(raised.context, facts={**raised.context.facts, **told.facts})
    return replace(raised, urgency=urgency, context=context, due_at=told.due_at)


def after_this(turn: TurnInput, work: Work) -> AfterHours | None:
    """How the questions stand after the turn. A booking that was begun ends them."""
    reply, told = work.get("reply") if work.get("draft") else None, work.get("told")
    handoff, arranged = work.get("handoff"), work.get("arranged")
    if handoff and handoff.then is Then.TAKE_OVER:
        return None
    latest = told or (reply.began if reply else None)
    if latest is None and "night" in work and work.get("draft"):
        return work["night"]
    after = latest.after if latest else still_closed(turn.state.after_hours, turn.now)
    began = reply is not None and reply.began is not None
    if after and arranged and arranged.dialogue.asked and not began:
        return after.model_copy(update={"asked": None})
    return after


def _more(turn: TurnInput, *, called: bool) -> HandOff:
    """More for a task that waits; it gets no reason of its own. Who is `called` at night reads what
    it is about in the customer's texts before, too."""
    texts = [text.body for text in turn.texts]
    before = [said for who, said in turn.history if who == CUSTOMER][-SAID_BEFORE:]
    question = "\n".join([*before, *texts] if called else texts)
    context = as_task_context(turn, question=question)
    return HandOff("", "after_hours", Urgency.LOW, "after_hours", context)
