"""Handing over to a person: why, and what the person is told."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smsbot.conversation.another_wish import ANOTHER
from smsbot.conversation.forms import introduced_name
from smsbot.conversation.history import CUSTOMER, SHOWN
from smsbot.conversation.lexicon import PRICING
from smsbot.conversation.turn import HandOff, TurnInput
from smsbot.conversation.words import words_of
from smsbot.conversation.work import Need
from smsbot.domain.task import TaskContext, Then, Urgency
from smsbot.domain.understanding import Understanding


class Why(NamedTuple):
    """What a need means to the person. `text` is a template that goes before what is said of when
    a person answers, or stands for it while somebody is there."""

    reason: str
    wants: str
    next_step: str
    urgency: Urgency = Urgency.NORMAL
    text: str | None = None
    due: str | None = None
    """A template that says by `when` instead of `handoff`, while somebody is there."""
    look: bool = False
    """Whether a person only has to know, and the bot goes on."""


ASIDE = "aside"
"""A question beside a booking, which goes on."""
NEEDS: Mapping[str, Why] = {
    "missed_visit": Why(
        "Says that nobody has come",
        "to know when somebody comes",
        "Ask whoever should be there, and tell the customer",
        Urgency.URGENT,
    ),
    "human": Why("Asked for a person", "a person", "Say hello and ask how you can help"),
    "no_slot_fits": Why(
        "No time that was offered fits",
        "an appointment at another time",
        "Find a time with the customer; what was offered stands in the last messages",
        due="handoff_booking",
    ),
    "outside_area": Why(
        "The address is outside the area that can be booked by text",
        "an appointment outside the area",
        "Say whether you can come there",
        due="outside_area",
    ),
    "no_service": Why(
        "The answers fit none of the services that can be booked by text",
        "what cannot be booked by text",
        "See whether and how it can be done, and say so",
    ),
    "no_availability": Why(
        "Nothing is free in the time that can be booked",
        "an appointment",
        "Find a time with the customer",
        due="handoff_no_slots",
    ),
    "readdress": Why(
        "Corrects the address of a visit",
        "the visit to be at another address",
        "See whether you can come there at that time, and say so",
        Urgency.URGENT,
    ),
    "no_appointment": Why(
        "Wants to change an appointment, and none is known under this phone",
        "a change to an appointment",
        "Look for the appointment under another name or phone",
    ),
    "which_appointment": Why(
        "It stayed unclear which appointment is meant",
        "a change to an appointment",
        "Ask which appointment is meant",
    ),
    "unanswered": Why(
        "Did not answer what was asked, twice",
        "to be helped without the questions",
        "Read the last messages and go on from there",
    ),
    "slot_lost": Why(
        "The times that were chosen were taken by others, again and again",
        "an appointment",
        "Find a time with the customer",
    ),
    "booking": Why("Wants an appointment", "an appointment", "Find a time with the customer"),
    "extend": Why(
        "Wants more time than was arranged",
        "a longer stay or visit",
        "See whether it can be longer, and say so",
    ),
    "status": Why("Asks how a job or an order stands", "the state of things", "Look it up and say"),
    "language": Why(
        "Writes in a language that we have no answer in",
        "an answer in their language",
        "Answer in the customer's language",
        text="language_handoff",
    ),
    "pricing": Why(
        "Asked for a price that no approved answer gives",
        "a price",
        "Give or find out the price",
        due="handoff_pricing",
    ),
    "question": Why(
        "Asked what no approved answer covers", "an answer", "Answer the open question"
    ),
    "overflow": Why(
        "Asked more than one reply can hold", "the remaining answers", "Answer what is still open"
    ),
    "answer": Why("Answered a question that a person had asked", "to go on", "Go on from there"),
    "accepted": Why("Said yes to what the assistant offered", "what was offered", "Arrange it"),
    "statement": Why(
        "Told something that no rule or answer covers",
        "to be heard",
        "Read it and answer what is needed",
    ),
    "media": Why(
        "Sent a picture or file, which the assistant cannot open",
        "someone to look at it",
        "Open the picture or file and answer",
        text="media_received",
    ),
    "defect": Why(
        "The assistant's reply failed its check and was withheld",
        "an answer",
        "Answer the customer yourself",
    ),
    "unclear": Why(
        "Could not be understood",
        "something that the assistant could not make out",
        "Read it in context; ask what was meant",
        text="not_understood",
    ),
    ASIDE: Why(
        "Asked what no approved answer covers, while booking",
        "an answer",
        "Answer the open question; the booking goes on",
        look=True,
    ),
    ANOTHER: Why(
        "Wants a second thing beside what is being booked",
        "a second thing, which is not booked",
        "Arrange the second thing with the customer; the booking of the first goes on",
        look=True,
    ),
    "visit_note": Why(
        "Told something for whoever comes",
        "whoever comes to know it",
        "See that whoever comes knows it",
        Urgency.LOW,
        look=True,
    ),
}
"""By detail, the most telling first: the first one gives the task its reason and its queue."""


def needs_for(detail: str, words: str, place: int) -> Need:
    """A need for a person; an open question about money is one for whoever sells."""
    asks_price = detail == "question" and not PRICING.isdisjoint(words_of(words))
    return Need("pricing" if asks_price else detail, words, place)


def taking_over(needs: Sequence[Need]) -> tuple[Need, ...]:
    """The needs with which a person takes over from the bot."""
    return tuple(need for need in needs if not NEEDS[need.detail].look)


def most_telling(needs: Sequence[Need]) -> str:
    """The detail that names the hand-off. `needs` must hold one."""
    return min((need.detail for need in needs), key=list(NEEDS).index)


def hand_off_for(
    turn: TurnInput, understanding: Understanding, needs: Sequence[Need]
) -> HandOff | None:
    """The hand-off that these needs make together; None where there are none."""
    if not needs:
        return None
    present = {need.detail for need in needs}
    details = [detail for detail in NEEDS if detail in present]
    first = NEEDS[details[0]]
    return HandOff(
        reason="; ".join(_reason(detail, needs) for detail in details),
        detail=details[0],
        urgency=min((NEEDS[detail].urgency for detail in details), key=lambda u: u.rank),
        queue_hint=details[0],
        context=TaskContext(
            wants=first.wants,
            question=open_question(turn, needs),
            facts=_facts(turn, understanding),
            last_messages=_last_messages(turn),
            link=turn.record_link,
            next_step=first.next_step,
        ),
        then=Then.TAKE_OVER if taking_over(needs) else Then.LOOK,
    )


def _reason(detail: str, needs: Sequence[Need]) -> str:
    about = next((need.about for need in needs if need.detail == detail and need.about), "")
    return f"{NEEDS[detail].reason}: {about}" if about else NEEDS[detail].reason


def as_task_context(turn: TurnInput, question: str) -> TaskContext:
    """The context of a task that is there already: what is new."""
    return TaskContext(
        wants="", question=question, last_messages=_last_messages(turn), link=turn.record_link
    )


def open_question(turn: TurnInput, needs: Sequence[Need]) -> str:
    """What is open, in the customer's words, one thing a line."""
    ordered = sorted(needs, key=lambda need: need.place)
    said = [need.words.strip(" ,;") for need in ordered if need.words]
    bodies = [text.body.strip() for text in turn.texts if text.body.strip()]
    return "\n".join(dict.fromkeys(said or bodies))


def stated_facts(turn: TurnInput, understanding: Understanding) -> dict[str, str]:
    """What the customer has stated, in this turn and before, in their words. A name only where the
    CRM has none."""
    stated = {**turn.state.facts, **understanding.slots}
    for intent in understanding.intents:
        name = introduced_name(words_of(intent.words), intent.words)
        if name and not turn.contact.name:
            stated["name"] = name
    return stated


def _facts(turn: TurnInput, understanding: Understanding) -> dict[str, str]:
    known = {"name": turn.contact.name, "language": understanding.language}
    if understanding.sentiment != "neutral":
        known["mood"] = understanding.sentiment
    if understanding.time_expression:
        known["when"] = understanding.time_expression
    named = {key: value for key, value in known.items() if value}
    return {**named, **stated_facts(turn, understanding)}


def _last_messages(turn: TurnInput) -> tuple[tuple[str, str], ...]:
    now = tuple((CUSTOMER, text.body) for text in turn.texts)
    return (*turn.history, *now)[-SHOWN:]
