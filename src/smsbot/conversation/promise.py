"""What a customer is told about the person who will answer: the truth about when."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from smsbot.conversation.approved import Piece, from_template
from smsbot.conversation.history import person_spoke_last, spoken_to
from smsbot.conversation.person import NEEDS, most_telling
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.work import Need
from smsbot.pack.hours import next_opening, say_when
from smsbot.pack.routing import choose_queue, due_time

HOLDS = timedelta(hours=1)
"""So long a promise is not repeated, while only the bot has spoken since."""


def promised_already(turn: TurnInput) -> bool:
    """Whether the customer was told lately, in this spell, that a person will answer."""
    told = turn.state.promised_at
    heard = spoken_to(turn.history) and not person_spoke_last(turn.history)
    return told is not None and heard and turn.now - told < HOLDS


def promise(
    turn: TurnInput, needs: Sequence[Need], language: str, *, after_answer: bool
) -> tuple[Piece, ...]:
    """The sentences, in English where the pack has no others. `needs` must hold one.

    While somebody is there they say by when a person is due, after hours when the business opens.
    The last sentence can stand alone. `after_answer` says that part of it has just been answered.
    """
    pack = turn.pack
    why = NEEDS[most_telling(needs)]
    special = why.text
    said = (from_template(pack, special, language),) if special else ()
    due = _due_if_there(turn, needs)
    if due is not None:
        when = say_when(pack.business, due, language, now=turn.now)
        template = "handoff_rest" if after_answer else (why.due or "handoff")
        return said or (from_template(pack, template, language, when=when),)
    opens = next_opening(pack.business, turn.now)
    if opens is None:
        return said or (from_template(pack, "holding", language),)
    when = say_when(pack.business, opens, language, now=turn.now)
    return (*said, from_template(pack, "handoff_after_hours", language, when=when))


def _due_if_there(turn: TurnInput, needs: Sequence[Need]) -> datetime | None:
    """By when a person is due, UTC; None where nobody is there now."""
    business = turn.pack.business
    queue, there = choose_queue(business, most_telling(needs), turn.now)
    return due_time(business, queue, turn.now) if there else None
