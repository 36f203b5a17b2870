"""What goes into a turn and what comes out of it. Nothing here sends, stores or reads a clock."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from smsbot.conversation.state import ConversationState
from smsbot.domain.act import Act
from smsbot.domain.booking import Appointment, Busy, Slot
from smsbot.domain.contact import Contact
from smsbot.domain.draft import Draft
from smsbot.domain.event import Event
from smsbot.domain.ids import InboxId
from smsbot.domain.task import TaskContext, Then, Urgency
from smsbot.domain.understanding import Understanding
from smsbot.pack.models import Pack


class UnansweredText(NamedTuple):
    """One inbound text that has not been answered yet. `received_at` is UTC; `media` counts."""

    id: InboxId
    body: str
    received_at: datetime
    media: int = 0


@dataclass(frozen=True, slots=True)
class TurnInput:
    """`now` is UTC, as seen for this contact (`Clock.seen_by`). `history` is (who, text), oldest
    first, at most ten, without the unanswered texts; `who` is `customer`, `bot`, or a person.

    `first_reply` says that the reply must begin with the brand and the disclosure: nothing has
    been said yet, or not for long (compliance.md 6).
    """

    texts: tuple[UnansweredText, ...]
    state: ConversationState
    contact: Contact
    pack: Pack
    now: datetime
    history: tuple[tuple[str, str], ...] = ()
    first_reply: bool = False
    record_link: str = ""
    use_model: bool = False
    busy: tuple[Busy, ...] = ()
    """Who is taken when, as of the turn's beginning, as far ahead as can be booked."""
    appointments: tuple[Appointment, ...] = ()
    """The contact's own: booked and not over, and live holds."""
    past: tuple[Appointment, ...] = ()
    """The contact's own that were booked and are not long over."""
    lost: tuple[Slot, ...] = ()
    """Slots that somebody else took while this very turn was thinking."""
    new_id: str = "apt_new"
    """The id of the hold or appointment that this turn may make."""
    link_url: str = ""
    """The public address under which calendar files are served; empty where there is none."""


@dataclass(frozen=True, slots=True)
class HandOff:
    """A person has to go on. `reason` is a sentence for that person, `detail` the stable id of the
    rule that raised it, `queue_hint` the key to look up in `routing.by_reason`. No `reason` says
    more of what a person was told before. `due_at`, UTC, is when the customer wants an answer."""

    reason: str
    detail: str
    urgency: Urgency
    queue_hint: str
    context: TaskContext
    then: Then = Then.TAKE_OVER
    due_at: datetime | None = None


TraceStep = tuple[str, str]
"""(node, what it did), for `smsbot why`."""


@dataclass(frozen=True, slots=True)
class TurnOutput:
    """`drafts` holds one reply or none; `tags` are CRM fields to set, the stage
    among them; `act` is to be carried out by the commit, or the turn thinks again."""

    state: ConversationState
    drafts: tuple[Draft, ...]
    handoff: HandOff | None
    events: tuple[Event, ...]
    understanding: Understanding
    tags: dict[str, str] = field(default_factory=dict)
    trace: tuple[TraceStep, ...] = ()
    act: Act | None = None
