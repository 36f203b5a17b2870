"""A turn as a record: what the graph was given and what it decided, as JSON, and a model that
answers from the record. From it `smsbot replay` runs the same turn again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from smsbot.conversation.asking_model import ASKED_AND_FAILED
from smsbot.conversation.state import load_state
from smsbot.conversation.turn import HandOff, TurnInput, TurnOutput, UnansweredText
from smsbot.conversation.work import Branch
from smsbot.domain.act import Act
from smsbot.domain.booking import Appointment, Busy, Slot
from smsbot.domain.contact import Contact
from smsbot.domain.draft import Draft
from smsbot.domain.event import Event
from smsbot.domain.understanding import Understanding
from smsbot.pack.models import Pack
from smsbot.ports import ModelFailed, UnderstandRequest


@dataclass(frozen=True, slots=True)
class _Given:
    """`TurnInput` without what is stored elsewhere: the texts, the pack, the state before."""

    contact: Contact
    now: datetime
    history: tuple[tuple[str, str], ...]
    first_reply: bool
    record_link: str
    use_model: bool
    busy: tuple[Busy, ...]
    appointments: tuple[Appointment, ...]
    lost: tuple[Slot, ...]
    new_id: str
    link_url: str = ""
    past: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class _Gave:
    """`TurnOutput` without the state, the understanding and the trace, which have columns."""

    drafts: tuple[Draft, ...]
    handoff: HandOff | None
    events: tuple[Event, ...]
    tags: dict[str, str]
    act: Act | None


_GIVEN = TypeAdapter(_Given)
_GAVE = TypeAdapter(_Gave)


def given_of(turn: TurnInput, output: TurnOutput) -> dict[str, Any]:
    """What the graph was given, to be stored beside the texts, the pack and the state before.

    Who is taken when is kept only where the graph came to look at it: it is the whole calendar, as
    far ahead as can be booked.
    """
    looked = any(node == Branch.BOOKING.value for node, _ in output.trace)
    given = _Given(
        contact=turn.contact,
        now=turn.now,
        history=turn.history,
        first_reply=turn.first_reply,
        record_link=turn.record_link,
        use_model=turn.use_model,
        busy=turn.busy if looked else (),
        appointments=turn.appointments,
        lost=turn.lost,
        new_id=turn.new_id,
        link_url=turn.link_url,
        past=turn.past,
    )
    found: dict[str, Any] = _GIVEN.dump_python(given, mode="json")
    return found


def gave_of(output: TurnOutput) -> dict[str, Any]:
    """What the graph decided, but for what the turn's record has columns for."""
    gave = _Gave(output.drafts, output.handoff, output.events, output.tags, output.act)
    found: dict[str, Any] = _GAVE.dump_python(gave, mode="json")
    return found


def turn_of(
    given: Mapping[str, Any],
    *,
    texts: tuple[UnansweredText, ...],
    before: Mapping[str, Any] | None,
    pack: Pack,
) -> TurnInput:
    """The very input of a recorded turn. Raises `StateUnreadable` and pydantic's
    `ValidationError`."""
    kept = _GIVEN.validate_python(given)
    return TurnInput(
        texts=texts,
        state=load_state(before or None),
        contact=kept.contact,
        pack=pack,
        now=kept.now,
        history=kept.history,
        first_reply=kept.first_reply,
        record_link=kept.record_link,
        use_model=kept.use_model,
        busy=kept.busy,
        appointments=kept.appointments,
        lost=kept.lost,
        new_id=kept.new_id,
        link_url=kept.link_url,
        past=kept.past,
    )


ReadAnswer = Callable[[str, str], Understanding]
"""Reads a model's own output: (the output, who answered). Raises `ModelFailed`."""


class RecordedModel:
    """Answers as the model answered, or failed, when the turn was recorded: by its stored output,
    read as production reads it. `understanding` is the turn's, as stored."""

    def __init__(self, understanding: Mapping[str, Any], read: ReadAnswer) -> None:
        self._stored = understanding
        self._read = read

    async def understand(self, request: UnderstandRequest) -> Understanding:  # noqa: ARG002
        """Raises `ModelFailed` as it was raised then, or because nothing was asked then."""
        raw, problem = self._stored.get("raw"), self._stored.get("problem") or ""
        if raw is not None:
            return self._read(raw, self._stored["source"])
        if problem.startswith(ASKED_AND_FAILED):
            raise ModelFailed(problem.removeprefix(ASKED_AND_FAILED))
        raise ModelFailed("it was not asked when this turn was recorded")
