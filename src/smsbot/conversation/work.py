"""What the nodes of the graph share in one turn, and what they are given."""

import operator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NamedTuple, TypedDict

from smsbot.conversation.after_hours import AfterHours, Told
from smsbot.conversation.approved import Piece
from smsbot.conversation.booking.arranged import Arranged
from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.reading import Reader
from smsbot.conversation.turn import HandOff, TraceStep, TurnInput
from smsbot.domain.draft import Draft
from smsbot.domain.event import Event
from smsbot.domain.understanding import Intent, Understanding
from smsbot.ports import Model


@dataclass(frozen=True, slots=True)
class Ctx:
    """What a turn may look at. Nothing in it changes."""

    turn: TurnInput
    reader: Reader
    model: Model | None


class Branch(StrEnum):
    """Where an intent goes."""

    FAQ = "faq"
    SMALL_TALK = "smalltalk"
    BOOKING = "booking"
    AFTER_HOURS = "after_hours"
    """An answer to what is asked while nobody is there."""
    HAND_OFF = "handoff"
    NOTHING = "nothing"
    """Nothing has to be said or done."""


class Step(NamedTuple):
    """One intent on its way; `place` is its place in the burst, `why` names the need or the rule
    that sent it there."""

    branch: Branch
    intent: Intent
    place: int
    why: str


class PartKind(StrEnum):
    ANSWER = "answer"
    IS_BOT = "is_bot"
    TALK = "talk"
    DONE = "done"
    """What was booked, moved or cancelled, or is said before a question."""
    LINK = "link"
    """The calendar file of what was booked or moved: said where there is room for it."""
    ASK = "ask"
    """The one question of the reply: a declared one, or an offer."""


class Part(NamedTuple):
    """What the reply may hold. `about` is the FAQ entry or the small talk that it answers; `words`
    are the customer's."""

    kind: PartKind
    place: int
    piece: Piece
    about: str
    words: str


class Need(NamedTuple):
    """Why a person is needed: a key of `person.NEEDS`, and the customer's words; `about` names the
    appointment that it is about."""

    detail: str
    words: str
    place: int = 0
    about: str = ""


class Reply(NamedTuple):
    """A composed reply. `answered` are FAQ entries; `disclosed` says that it names the assistant
    as one, `promised` that it speaks of a person; `began` are the questions that it
    begins with while nobody is there."""

    pieces: tuple[Piece, ...]
    answered: tuple[str, ...]
    disclosed: bool
    promised: bool
    began: Told | None = None

    @property
    def body(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


class Work(TypedDict, total=False):
    """The graph's state. Branches run side by side, so what they add is gathered."""

    understanding: Understanding
    heard: Heard
    arranged: Arranged | None
    told: Told | None
    night: AfterHours | None
    """How what is asked after hours stands beside the booking."""
    plan: tuple[Step, ...]
    parts: Annotated[tuple[Part, ...], operator.add]
    needs: Annotated[tuple[Need, ...], operator.add]
    reply: Reply | None
    draft: Draft | None
    handoff: HandOff | None
    events: Annotated[tuple[Event, ...], operator.add]
    trace: Annotated[tuple[TraceStep, ...], operator.add]
