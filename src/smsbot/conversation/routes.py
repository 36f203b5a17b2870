"""Which way each intent goes: the one table, and the few facts that bend it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smsbot.conversation.after_hours import Lacks, still_closed
from smsbot.conversation.another_wish import ANOTHER, another_wish
from smsbot.conversation.booking.besides import asked_beside, only_asks
from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.forms import asks, wants
from smsbot.conversation.history import asked_last, spoken_to
from smsbot.conversation.own_visit import booked_of, moves_own, of_visit
from smsbot.conversation.person import ASIDE
from smsbot.conversation.prices import asks_its_price
from smsbot.conversation.returning import goes_on_booking
from smsbot.conversation.tonight import (
    CALLED,
    LETS_WAIT,
    asks_beside,
    is_called,
    lets_wait,
    speaks_of_tonight,
)
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.visits import OWN_APPOINTMENT, OfVisit
from smsbot.conversation.waiting import may_be_told_later
from smsbot.conversation.whys import WHY, asked_why
from smsbot.conversation.wishes import asks_own_appointment
from smsbot.conversation.words import Kind, kind_of, stem, words_of
from smsbot.conversation.work import Branch, Step
from smsbot.domain.understanding import Intent
from smsbot.pack.models import Pack

ROUTES: Mapping[str, Branch] = {
    "faq": Branch.FAQ,  # below answer_at: HAND_OFF
    "book": Branch.BOOKING,  # these four to HAND_OFF where nothing can be booked
    "availability": Branch.BOOKING,
    "reschedule": Branch.BOOKING,
    "cancel_appointment": Branch.BOOKING,
    "price": Branch.FAQ,  # the declared price of a service; to HAND_OFF where nothing is booked
    WHY: Branch.FAQ,
    "status": Branch.HAND_OFF,
    "extend": Branch.HAND_OFF,
    OWN_APPOINTMENT: Branch.BOOKING,  # a status that the calendar knows
    **dict.fromkeys(OfVisit, Branch.BOOKING),
    "question": Branch.HAND_OFF,
    "statement": Branch.HAND_OFF,
    "unclear": Branch.HAND_OFF,
    "human": Branch.HAND_OFF,
    "is_bot": Branch.SMALL_TALK,  # these two also where a pack has no such small talk
    "greeting": Branch.SMALL_TALK,
    "media": Branch.HAND_OFF,
    "introduction": Branch.NOTHING,
    "reaction": Branch.NOTHING,
}
"""Every intent but the declared small talk, which goes to SMALL_TALK by its own id. No other comes
here: what a model invents has been discarded by then."""

COURTESIES = frozenset({"thanks", "goodbye", "affirm", "deny"})
"""Small talk that needs no answer once we have said something and asked nothing."""
ANSWERS = frozenset({"affirm", "deny"})
"""Small talk that answers a question, where one was asked."""


GOES_ON = frozenset({"statement", "question", "affirm", "deny", "unclear", "introduction"})
"""What these mean is told by the question that is pending, where it is answered."""


MAY_HOLD_A_QUESTION = frozenset({"statement", "question", "unclear", "affirm", "deny"})
"""What an answer looks like behind which something else is asked: "renter. who pays?"."""
ASKS_AFTER = frozenset({"status", "question", "availability", "statement", "book"})
"""What "when is my appointment?" looks like."""
MAY_ASK_A_PRICE = frozenset({"faq", "question", "unclear"})
"""What "how much is it?" looks like where nothing is under way that it could be about."""


def plan_of(
    turn: TurnInput, intents: Sequence[Intent], heard: Heard | None = None
) -> tuple[Step, ...]:
    """Where each intent goes, in the order of the burst. Who only says their name is greeted.

    While something is under way, what answers it goes on with it; and what was asked besides is
    answered first, and the pending question asked again.
    """
    heard = heard or Heard()
    waiting = turn.state.after_hours
    if intents and is_called(turn, heard):
        return _called_plan(turn, intents)
    if intents and lets_wait(turn, heard):
        return (Step(Branch.BOOKING, intents[0], 0, LETS_WAIT),)
    if waiting and waiting.asked and not waiting.beside:
        closed = still_closed(waiting, turn.now) is not None
        return _after_hours_plan(turn, intents, waiting.asked, closed=closed)
    if not _under_way(turn) and not (heard.answers and asks_beside(turn)):
        if intents and all(intent.name == "introduction" for intent in intents):
            intents = [replace(intents[0], name="greeting")]
        plan = [
            _step(turn, _told_by_answers(turn, intent, heard), place)
            for place, intent in enumerate(intents)
        ]
        plan += _another(turn, plan, heard)
        if plan and asks_beside(turn) and all(one.branch in ANSWERED for one in plan):
            plan.append(Step(Branch.AFTER_HOURS, plan[-1].intent, len(plan), "pending"))
        return tuple(plan)
    steps = [_under_way_step(turn, one, place, heard) for place, one in enumerate(intents)]
    if _asks_again(steps):
        steps.append(Step(Branch.BOOKING, steps[-1].intent, len(steps), "pending"))
    return tuple(steps)


def _another(turn: TurnInput, steps: Sequence[Step], heard: Heard) -> tuple[Step, ...]:
    """The step of a second wish, where the first one begins a booking."""
    books = [step for step in steps if step.branch is Branch.BOOKING and step.why in NAMES_A_TIME]
    more = another_wish(turn, heard) if books else ""
    told = Intent("statement", 1.0, words=more)
    return (Step(Branch.HAND_OFF, told, len(steps), ANOTHER),) if more else ()


def _called_plan(turn: TurnInput, intents: Sequence[Intent]) -> tuple[Step, ...]:
    """Who is on call is told; what a declared answer covers is answered as well."""
    steps = [_step(turn, intent, place) for place, intent in enumerate(intents)]
    answered = [step for step in steps if step.branch is Branch.FAQ and step.intent.faq_id]
    return (*answered, Step(Branch.AFTER_HOURS, intents[0], len(steps), CALLED))


def _told_by_answers(turn: TurnInput, intent: Intent, heard: Heard) -> Intent:
    """What says nothing else, but what the pack would ask ("the furnace is broken", an address), is
    a wish for it to be seen to; "anything earlier?" is about the appointment that there is."""
    own = _of_own(turn, intent, heard)
    if own:
        return replace(intent, name=own)
    if intent.name in MAY_ASK_A_PRICE and asks_its_price(turn, intent.words):
        return replace(intent, name="price", faq_id=None)
    if turn.pack.booking is None or not heard.names_a_job(turn.pack):
        return intent
    if booked_of(turn) and not wants(words_of(intent.words)):
        return intent  # a remark about what is booked is for whoever comes
    if intent.name == "reschedule" and not booked_of(turn):
        return replace(intent, name="book")
    asked = intent.name == "question" and _only_a_job(turn.pack, intent, heard)
    return replace(intent, name="book") if asked or intent.name == "statement" else intent


def _of_own(turn: TurnInput, intent: Intent, heard: Heard) -> str | None:
    """What a text is where it is about the customer's own appointment, or goes on with the booking
    of one."""
    about = of_visit(turn, intent, heard)
    if about or moves_own(turn, intent, heard):
        return about or "reschedule"
    return "book" if goes_on_booking(turn, intent, heard) else None


def _only_a_job(pack: Pack, intent: Intent, heard: Heard) -> bool:
    """Whether a question names nothing but what the pack asks, and times: "can someone do a tune-up
    on saturday?" wants one, "can you repair my hot air balloon?" asks for what we may not do."""
    times = (*heard.times.windows, *heard.times.excluded)
    told = [*(one.words for one in heard.answers), *(one.words for one in times)]
    chosen = {(answer.key, answer.value) for answer in heard.answers}
    for question in pack.qualification.questions:
        for choice in question.choices:
            if (question.key, choice.value) in chosen:
                told += choice.words
    known = {stem(word) for words in told for word in words_of(words)}
    said = [word for word in words_of(intent.words) if kind_of(word) is Kind.CONTENT]
    return all(stem(word) in known for word in said)


STANDS = frozenset({Branch.FAQ, Branch.BOOKING})
"""Where an intent goes also while something is asked after hours: it is answered and booked."""
ANSWERED = frozenset({Branch.FAQ, Branch.SMALL_TALK})
"""What leaves the question standing that is pending."""
NAMES_A_TIME = frozenset({"book", "availability"})
"""What a time looks like that was asked for."""


def _after_hours_plan(
    turn: TurnInput, intents: Sequence[Intent], asked: Lacks, *, closed: bool
) -> tuple[Step, ...]:
    """What is no question of its own is said to what is asked; beside what is answered, the
    question stands. Once the business is open, what is said to it is for the person."""
    steps: list[Step] = []
    for place, intent in enumerate(intents):
        step = _step(turn, intent, place)
        timed = asked is Lacks.WINDOW and intent.name in NAMES_A_TIME
        told = asked is Lacks.REASON and intent.name == "faq" and not _asking(intent.words)
        if intent.name == "reaction" or (
            (step.branch in STANDS or intent.name == "is_bot") and not timed and not told
        ):
            steps.append(step)
        else:
            branch = Branch.AFTER_HOURS if closed else Branch.HAND_OFF
            steps.append(Step(branch, intent, place, "statement"))
    if closed and steps and all(step.branch in ANSWERED for step in steps):
        steps.append(Step(Branch.AFTER_HOURS, steps[-1].intent, len(steps), "pending"))
    return tuple(steps)


def _asking(words: str) -> bool:
    """Whether a declared question is asked, and not only its matter named: "billing"."""
    return words.rstrip().endswith("?") or asks(words_of(words))


def _under_way(turn: TurnInput) -> bool:
    return turn.pack.booking is not None and turn.state.dialogue.asked is not None


def _under_way_step(turn: TurnInput, intent: Intent, place: int, heard: Heard) -> Step:
    if asked_why(turn, intent.words):
        return _step(turn, replace(intent, name=WHY, faq_id=None), place)
    if intent.name in MAY_ASK_A_PRICE and asks_its_price(turn, intent.words):
        return _step(turn, replace(intent, name="price", faq_id=None), place)
    if heard.gives_up and not heard.answers:
        return Step(Branch.BOOKING, intent, place, "pending")
    beside = asked_beside(intent.words, heard) if intent.name in MAY_HOLD_A_QUESTION else ""
    besides = only_asks(intent.words, heard)
    unknown = intent.name == "question" and (besides or not heard.anything)
    unknown = unknown and not speaks_of_tonight(turn)
    if (unknown or beside) and may_be_told_later(turn):
        asked = replace(intent, words=beside) if beside else intent
        return Step(Branch.HAND_OFF, asked, place, ASIDE)
    # "Install", said where that was asked, is the answer and no question about installing.
    told = heard.answered or any(answer.corrects for answer in heard.answers)
    answers = intent.name == "faq" and told and not _asking(intent.words) and not besides
    if answers or (intent.name in GOES_ON and not unknown):
        return Step(Branch.BOOKING, intent, place, "pending")
    return _step(turn, intent, place)


def _asks_again(steps: Sequence[Step]) -> bool:
    """Whether the pending question still stands after what else was said: not where a person
    takes over."""
    return bool(steps) and all(
        step.branch not in (Branch.BOOKING, Branch.HAND_OFF) or step.why == ASIDE for step in steps
    )


def _step(turn: TurnInput, intent: Intent, place: int) -> Step:
    if (
        intent.name in ASKS_AFTER
        and turn.pack.booking
        and asks_own_appointment(intent.words, booked=bool(booked_of(turn)))
    ):
        intent = replace(intent, name=OWN_APPOINTMENT)
    declared = any(intent.name == entry.id for entry in turn.pack.small_talk.entries)
    answers = _answers(turn, intent)
    if answers:
        return Step(Branch.HAND_OFF, intent, place, answers)
    if intent.name in COURTESIES and not (declared and _wants_words(turn)):
        return Step(Branch.NOTHING, intent, place, "courtesy")
    if ROUTES.get(intent.name) is Branch.BOOKING and turn.pack.booking is None:
        return Step(Branch.HAND_OFF, intent, place, "booking")
    if intent.name == "price" and turn.pack.booking is None:
        return Step(Branch.HAND_OFF, intent, place, "pricing")
    if intent.name == "faq" and intent.confidence < turn.pack.faq.answer_at:
        return Step(Branch.HAND_OFF, intent, place, "question")
    return Step(Branch.SMALL_TALK if declared else ROUTES[intent.name], intent, place, intent.name)


def _answers(turn: TurnInput, intent: Intent) -> str | None:
    """The need that arises where the customer answers what we asked: a person's question is the
    person's to go on with, and so is a yes to what an answer offered."""
    asked = asked_last(turn.history)
    if intent.name in ANSWERS and asked and asked.by_person:
        return "answer"
    follow_ups = [entry.follow_up for entry in turn.pack.faq.entries if entry.follow_up]
    if intent.name == "affirm" and asked and any(f.endswith(asked.words) for f in follow_ups):
        return "accepted"
    return None


def _wants_words(turn: TurnInput) -> bool:
    """Whether a courtesy is to be answered: nothing was said by us yet, or something was asked."""
    return asked_last(turn.history) is not None or not spoken_to(turn.history)
