"""The parts of a text's story: what `smsbot why` prints and the demo shows. All of it is typed,
frozen, and turns into JSON as it stands. Times are UTC."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from smsbot.domain.decision import Decision
from smsbot.domain.guard import GuardVerdict
from smsbot.domain.understanding import Understanding


@dataclass(frozen=True, slots=True)
class TextRef:
    """Another text of the story, in one line. `what` is the guard's rule of a text that came in,
    and of one that goes out its carrier status or its state. `kind` is `customer` or the draft's
    kind."""

    id: str
    direction: Literal["in", "out"]
    kind: str
    body: str
    at: datetime
    what: str
    to: str = ""
    """The phone that it goes to; empty for a text that came in."""


@dataclass(frozen=True, slots=True)
class TurnPart:
    """One turn that took the text. `outcome` is committed, voided, fenced, failed, or None while
    it runs (or died); `trace` is (node, what it did)."""

    id: str
    outcome: str | None
    reason: str | None
    started_at: datetime
    ended_at: datetime | None
    took: tuple[TextRef, ...]
    pack_hash: str
    versions: dict[str, str]
    understanding: Understanding | None
    trace: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TaskPart:
    """A task that the text made (`made`) or extended, as it stands now, with the texts that were
    sent for it: to our own people, and by the rep."""

    id: str
    made: bool
    kind: str
    reason: str
    urgency: str
    queue: str
    state: str
    assigned_to: str | None
    due_at: datetime
    texts: tuple[TextRef, ...]


@dataclass(frozen=True, slots=True)
class ConsentPart:
    id: str
    act: str
    scope: str
    medium: str
    method: str
    evidence: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EventPart:
    """One line of the timeline about this text."""

    type: str
    reason: str
    at: datetime
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GatePart:
    """What the gate said: `when` the text was put into the queue, or at its dispatch."""

    when: Literal["queue", "dispatch"]
    decision: Decision


@dataclass(frozen=True, slots=True)
class AttemptPart:
    """One call to the carrier. `outcome` is accepted, rejected, absent, or None where no answer is
    known; `detail` holds the carrier's code and message."""

    id: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None
    carrier_sid: str | None
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """One status callback, in the order of arrival, with what it changed."""

    status: str
    effect: str
    error_code: str | None
    at: datetime
    carrier_sid: str


@dataclass(frozen=True, slots=True)
class OutboundStory:
    """One text that goes out. `reason` says why somebody wanted to send it, `source` which
    template, or which rep, composed it. `gate` has every rule's verdict of each pass. `cancelled`
    says why it was taken out of the queue. Times are UTC."""

    id: str
    kind: str
    phone: str
    name: str | None
    number: str
    body: str
    segments: int
    reason: str
    source: str
    pack_hash: str | None
    answers: tuple[TextRef, ...]
    turn: TurnPart | None
    task_id: str | None
    queued_at: datetime
    gate: tuple[GatePart, ...]
    cancelled: str | None
    consent: ConsentPart | None
    consent_checked_at: datetime | None
    state: str
    due_at: datetime
    status: str | None
    error_code: str | None
    carrier_sid: str | None
    sent_at: datetime | None
    attempts: tuple[AttemptPart, ...]
    receipts: tuple[ReceiptPart, ...]
    events: tuple[EventPart, ...]
    direction: Literal["out"] = "out"


@dataclass(frozen=True, slots=True)
class InboundStory:
    """One text that came in, and all that came of it. `source` is how it reached us: `webhook`, or
    fetched from the carrier. `guards` are all that spoke, in order, `guard` the one that won.
    `settled` is turn, guard, closed or task, and None while it waits; `owner` is the
    conversation's now. Times are UTC."""

    id: str
    phone: str
    name: str | None
    number: str
    conversation_id: str
    owner: str
    rep: str | None
    body: str
    media: tuple[dict[str, str], ...]
    segments: int
    received_at: datetime
    source: str
    carrier_sid: str
    guard: GuardVerdict
    guards: tuple[GuardVerdict, ...]
    settled: str | None
    settled_by: str | None
    settled_at: datetime | None
    turns: tuple[TurnPart, ...]
    tasks: tuple[TaskPart, ...]
    consents: tuple[ConsentPart, ...]
    replies: tuple[OutboundStory, ...]
    events: tuple[EventPart, ...]
    direction: Literal["in"] = "in"


Story = InboundStory | OutboundStory
