"""The life of an outgoing text, and how the carrier's statuses are ranked."""

from enum import StrEnum


class SendState(StrEnum):
    """Where a row of the outbox is. `sending` is committed before the carrier is called, so that
    a crash in between is visible as such and is looked up, never repeated (law 4)."""

    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    SENT = "sent"
    """The carrier has it; `Status` says how far it came."""
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


OPEN_STATES = (SendState.QUEUED, SendState.SENDING, SendState.UNKNOWN)


class Status(StrEnum):
    """The carrier's statuses of an outgoing message (Twilio: Message status values)."""

    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CANCELED = "canceled"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    DELIVERED = "delivered"
    READ = "read"


_RANK = {
    Status.ACCEPTED: 0,
    Status.SCHEDULED: 1,
    Status.QUEUED: 2,
    Status.SENDING: 3,
    Status.SENT: 4,
    Status.CANCELED: 5,
    Status.UNDELIVERED: 5,
    Status.FAILED: 5,
    Status.DELIVERED: 6,
    Status.READ: 7,
}


def advances(current: Status | None, new: Status) -> bool:
    """Whether `new` moves a message on. Callbacks come late, twice and out of order: a lower or
    equal rank never overwrites, so *delivered* is never turned back into *sent*. A delivery report
    outranks a failure: a handset that has the text has it (and a failure after it is stale)."""
    return current is None or _RANK[new] > _RANK[current]
