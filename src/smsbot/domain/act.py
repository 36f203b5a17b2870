"""What a turn wants done to the calendar, in the transaction that commits the turn."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smsbot.domain.booking import Slot
from smsbot.domain.ids import AppointmentId


class ActKind(StrEnum):
    HOLD = "hold"
    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"
    NOTE = "note"
    """Something for whoever comes, on the appointment that there is."""
    READDRESS = "readdress"
    """The same time at another place."""


@dataclass(frozen=True, slots=True)
class Act:
    """`id` names the hold or appointment that is made, or for a cancellation the one given up;
    `old` is the one that a move or another place gives up. `expires_at` (UTC) ends a hold. `note`
    is what the customer said for whoever comes."""

    kind: ActKind
    id: AppointmentId
    slot: Slot | None = None
    old: AppointmentId | None = None
    place: str = ""
    expires_at: datetime | None = None
    note: str = ""
