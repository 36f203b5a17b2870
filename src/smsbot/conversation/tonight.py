"""Who says at night that it cannot wait, or wants somebody tonight: the person on call is told
where the pack has one for it, else the customer is told the truth. Pure.

It is heard whatever is asked just then, in the first text and in a booking. Whether it can wait is
asked beside the booking, once, and the booking goes on where it can.
"""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from smsbot.conversation.after_hours import (
    TEMPLATES,
    AfterHours,
    Facts,
    Lacks,
    Tonight,
    holds,
    may_call,
    says_urgent,
    still_closed,
)
from smsbot.conversation.booking.arranged import Arranged
from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.dialogue import Goal
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.urgency import can_wait, insists, wants_now
from smsbot.domain.question import AnswerType
from smsbot.language.answers import choices_in
from smsbot.pack.hours import next_opening, within_day
from smsbot.pack.models import Pack

CLOSED_UNTIL = "closed_until"
NOT_TONIGHT = "not_tonight"
CALLED, LETS_WAIT = "called", "lets_wait"
"""Why a step goes to the person on call, and why on to the booking."""
SAYS_WHEN = frozenset({CLOSED_UNTIL, NOT_TONIGHT})
"""What is said of when the business opens: not where a promise says it too."""


def facts_of(turn: TurnInput, heard: Heard) -> Facts:
    """The customer's answers, those of this turn among them."""
    told = {answer.key: answer.value for answer in heard.answers}
    fields = {one.key: one.field for one in turn.pack.qualification.questions}
    known = {k: v for k, field in fields.items() if (v := turn.contact.fields.get(field))}
    return {**known, **turn.state.facts, **told}


def named_in(pack: Pack, text: str) -> Facts:
    """What `text` answers by itself of the questions with choices."""
    questions = [one.question("en") for one in pack.qualification.questions if one.choices]
    return {answer.key: answer.value for answer in choices_in(text, questions)}


def standing(turn: TurnInput) -> AfterHours | None:
    """How it stands with what is asked while nobody is there; None while somebody is, or where
    nobody ever is."""
    business = turn.pack.business
    after = still_closed(turn.state.after_hours, turn.now)
    if after or within_day(business, turn.now):
        return after
    opens = next_opening(business, turn.now)
    return AfterHours(asked=None, opens=opens, beside=True) if opens else None


def said_of_tonight(turn: TurnInput, after: AfterHours) -> Tonight | None:
    """What these texts, or earlier ones that nothing came of yet, say of the time before the
    business opens."""
    text = _text(turn)
    if insists(text):
        return Tonight.URGENT
    if can_wait(text):
        return None
    zone = turn.pack.business.zone
    today = after.opens.astimezone(zone).date() == turn.now.astimezone(zone).date()
    wanted = Tonight.WANTED if wants_now(text, today=not today) else None
    return after.tonight or wanted


def speaks_of_tonight(turn: TurnInput) -> bool:
    """Whether the texts want somebody before the business opens."""
    after = standing(turn)
    return after is not None and said_of_tonight(turn, after) is not None


def is_called(turn: TurnInput, heard: Heard) -> bool:
    """Whether somebody is told now: it cannot wait, and the pack has somebody for it. In a first
    text it is not enough to speak of an emergency: it has to be about something."""
    after = standing(turn)
    if after is None:
        return False
    asked = _is_asked(after)
    urgent = said_of_tonight(turn, after) is Tonight.URGENT or (
        asked and says_urgent(turn.pack.business, _text(turn), turn.now) is True
    )
    about = asked or turn.state.dialogue.asked is not None or heard.names_a_job(turn.pack)
    return urgent and about and bool(may_call(turn.pack.business, facts_of(turn, heard)))


def lets_wait(turn: TurnInput, heard: Heard) -> bool:
    """Whether the texts only say that it can wait, to that question beside a booking. A "no" is no
    answer to the booking's own question, which stands behind it."""
    after = standing(turn)
    if after is None or not _is_asked(after):
        return False
    pending = turn.pack.qualification.named(turn.state.dialogue.asked)
    agreed = pending.key if pending and pending.type is AnswerType.YES_NO else None
    besides = [one for one in heard.answers if one.key != agreed]
    return not besides and says_urgent(turn.pack.business, _text(turn), turn.now) is False


def asks_beside(turn: TurnInput) -> bool:
    """Whether it was asked beside a booking whether it can wait."""
    after = standing(turn)
    return after is not None and _is_asked(after)


def _is_asked(after: AfterHours) -> bool:
    return after.beside and after.asked is Lacks.URGENCY


class Night(NamedTuple):
    """How it stands after a turn of the booking, and what its reply says of tonight: `says`, a
    template with `when`, and `asks`, one that stands for the booking's own question."""

    after: AfterHours | None
    says: str = ""
    asks: str | None = None


def beside_booking(scene: Scene, arranged: Arranged) -> Night:
    """Nothing while somebody is there, and where the booking doesn't go on with a question."""
    after = standing(scene.turn)
    asks = any(one.asks for one in arranged.says)
    if after is None or not asks or arranged.act or arranged.need:
        return Night(after)
    if after.asked and not after.beside:
        return Night(after.model_copy(update={"asked": None}))
    if Lacks.URGENCY in after.known or lets_wait(scene.turn, scene.heard):
        return Night(settled(after))
    said = said_of_tonight(scene.turn, after)
    business = scene.turn.pack.business
    offered = business.routing.on_call_offered
    for_it = holds(offered or business.routing.on_call_for, scene.facts)
    called = may_call(business, scene.facts)
    books = arranged.dialogue.goal in (None, Goal.BOOK)
    if called and for_it and books and (said or offered):
        asked = {"asked": Lacks.URGENCY, "beside": True}
        asking = settled(after).model_copy(update=asked)
        return Night(asking, CLOSED_UNTIL, TEMPLATES[Lacks.URGENCY])
    if said and (called is False or for_it is False):
        return Night(settled(after), NOT_TONIGHT)
    return Night(after.model_copy(update={"tonight": said}))


def unasked(scene: Scene, arranged: Arranged) -> Arranged:
    """What was arranged without its question, which something else is asked for: nobody can choose
    of offers that they have not seen."""
    before = scene.dialogue
    update = {
        "goal": Goal.BOOK,
        "asked": None,
        "tries": 0,
        "asked_before": before.asked_before,
        "offers": (),
        "offered_before": before.offered_before,
        "rounds": before.rounds,
    }
    return replace(arranged, dialogue=arranged.dialogue.model_copy(update=update))


def from_opening(arranged: Arranged, opens: datetime) -> Arranged:
    """What was arranged, with no time kept in mind that is over before the business opens."""
    wanted = arranged.dialogue.wanted
    left = tuple(one for one in wanted if one.end is None or one.end > opens)
    return replace(arranged, dialogue=arranged.dialogue.model_copy(update={"wanted": left}))


def settled(after: AfterHours) -> AfterHours:
    """With whether it can wait no longer open."""
    known = tuple(one for one in Lacks if one in (*after.known, Lacks.URGENCY))
    return after.model_copy(update={"asked": None, "known": known, "tonight": None})


def _text(turn: TurnInput) -> str:
    return "\n".join(one.body for one in turn.texts)
