"""Whether a text goes on with the booking that was under way before a person took over: "ok so
thursday then", "the second one". What was offered then is not taken; it is offered anew."""

from collections.abc import Sequence

from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.dialogue import Goal
from smsbot.conversation.history import asked_last
from smsbot.conversation.lexicon import word_set
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.domain.booking import BookingState
from smsbot.domain.understanding import Intent

MAY_GO_ON = frozenset({"statement", "question", "availability", "affirm", "unclear"})
FEW_WORDS = 8
"""In more of them a time may be told of something else."""
_PICKING = word_set(
    "first second third 1st 2nd 3rd one two three option number choice primero segundo tercero"
)

_PARTING = "see"


def goes_on_booking(turn: TurnInput, intent: Intent, heard: Heard) -> bool:
    """Only where nothing is booked, and no person's question is answered."""
    dialogue, asked = turn.state.dialogue, asked_last(turn.history)
    if dialogue.goal is not Goal.BOOK or dialogue.asked or intent.name not in MAY_GO_ON:
        return False
    if any(one.state is BookingState.BOOKED for one in turn.appointments):
        return False
    if asked and asked.by_person:
        return False
    said = words_of(intent.words)
    if _PARTING in said:
        return False  # "see you thursday": then it is arranged
    return len(said) <= FEW_WORDS and (bool(heard.times.windows) or _picks(said))


def _picks(said: Sequence[str]) -> bool:
    """Whether the words say which of several things, and name nothing else."""
    named = [word for word in said if word.isdigit() or word in _PICKING]
    others = [word for word in said if word not in named]
    return bool(named) and all(
        kind_of(word) in (Kind.FUNCTION, Kind.CHATTER, Kind.LIGHT) for word in others
    )
