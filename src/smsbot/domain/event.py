"""Facts that happened. Each is stored with its reason and written to the contact's timeline."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class EventType(StrEnum):
    """Every type has one line in `store.timeline.HANDLERS`; a test holds that table complete."""

    TEXT_RECEIVED = "text.received"
    TEXT_QUEUED = "text.queued"
    TEXT_REFUSED = "text.refused"
    TEXT_DEFERRED = "text.deferred"
    TEXT_SENT = "text.sent"
    TEXT_STATUS = "text.status"
    TEXT_CANCELLED = "text.cancelled"
    TEXT_UNKNOWN = "text.unknown"
    CONSENT_CHANGED = "consent.changed"
    OWNER_CHANGED = "owner.changed"
    TASK_CREATED = "task.created"
    TASK_EXTENDED = "task.extended"
    TASK_CLAIMED = "task.claimed"
    TASK_RESOLVED = "task.resolved"
    TURN_COMMITTED = "turn.committed"
    TURN_VOIDED = "turn.voided"
    TURN_FAILED = "turn.failed"
    TURN_QUIET = "turn.quiet"
    """The bot had nothing to say to a text; the reason says why that is no neglect."""
    CONTACT_CHANGED = "contact.changed"
    APPOINTMENT_BOOKED = "appointment.booked"
    APPOINTMENT_MOVED = "appointment.moved"
    APPOINTMENT_CANCELLED = "appointment.cancelled"
    APPOINTMENT_NOTED = "appointment.noted"
    """The customer said something for whoever comes."""
    NUMBER_PAUSED = "number.paused"
    GUARD_FAILED = "guard.failed"
    DEFECT = "defect"
    """Something that should not happen and that was contained (a reply failed the output check)."""


@dataclass(frozen=True, slots=True)
class Event:
    """`at` is UTC. `reason` is a sentence for a person."""

    type: EventType
    reason: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    message_id: str | None = None
