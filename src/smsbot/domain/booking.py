"""Slots, holds and appointments."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smsbot.domain.ids import AppointmentId, ContactId, ConversationId


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that may be offered: [start, end) in UTC, with the person who would come. What is
    taken besides (travel, cleaning up) is the service's buffer and not in here."""

    service: str
    person: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Busy:
    """A seat of a person that is taken, buffers and all: [start, end) in UTC. Seats are shared only
    by customers of one service that begin together, at `begins`."""

    person: str
    seat: int
    service: str
    begins: datetime
    start: datetime
    end: datetime


class BookingState(StrEnum):
    HELD = "held"
    """Kept for a customer until `expires_at`."""
    BOOKED = "booked"
    CANCELLED = "cancelled"
    MOVED = "moved"
    """Given up for another appointment."""
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A hold or an appointment; times are UTC. `place` is where it happens, in words;
    `note` what the customer said for whoever comes, a line each time."""

    id: AppointmentId
    contact_id: ContactId
    conversation_id: ConversationId
    slot: Slot
    state: BookingState
    expires_at: datetime | None = None
    place: str = ""
    note: str = ""
