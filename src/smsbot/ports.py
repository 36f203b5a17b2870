"""What the inside needs from outside. Adapters and the store implement these; tests fake them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType, Protocol

from smsbot.domain.booking import Appointment, Busy
from smsbot.domain.delivery import Status
from smsbot.domain.draft import Approved, DispatchPass
from smsbot.domain.ids import (
    AppointmentId,
    AttemptId,
    CarrierSid,
    ContactId,
    ConversationId,
    NumberId,
)
from smsbot.domain.inbound import InboundText, StatusReport
from smsbot.domain.remedy import Remedy
from smsbot.domain.understanding import Understanding


class Clock(Protocol):
    def now(self) -> datetime:
        """The moment, UTC, aware."""
        ...

    def seen_by(self, phone: str) -> datetime:
        """The moment by which business hours and greetings are judged for this phone. It is
        `now()` everywhere but in the demo, where a customer's local time can be set."""
        ...


class Ids(Protocol):
    def new(self, prefix: str) -> str:
        """A new identifier, `prefix_…`, sorting by time of making."""
        ...


RawConnection = NewType("RawConnection", object)
"""The driver's connection of the current transaction: what is done on it, the same commit does."""

# ---- the carrier -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accepted:
    """The carrier has the text."""

    sid: CarrierSid
    status: Status
    segments: int = 1


@dataclass(frozen=True, slots=True)
class Rejected:
    """The carrier refused it, for certain: no message exists there. `retry_after` is seconds."""

    code: str
    message: str
    remedy: Remedy
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, or none that tells: a message may or may not exist (law 4)."""

    reason: str


SendOutcome = Accepted | Rejected | Unknown


@dataclass(frozen=True, slots=True)
class CarrierMessage:
    """A message as the carrier lists it. `created_at` is UTC."""

    sid: CarrierSid
    sender: str
    to: str
    body: str
    status: Status
    created_at: datetime
    error_code: str | None = None
    remedy: Remedy | None = None


class Carrier(Protocol):
    async def send(
        self, text: Approved[DispatchPass], *, sender: str, attempt: AttemptId
    ) -> SendOutcome:
        """Send one text from `sender`. Never raises for what the network or the carrier does."""
        ...

    async def find_sent(
        self, *, sender: str, to: str, body: str, since: datetime
    ) -> Sequence[CarrierMessage]:
        """Outgoing messages with exactly this body, made at or after `since` (UTC), newest first.
        Raises `CarrierDown`."""
        ...

    async def list_received(self, *, number: str, since: datetime) -> Sequence[InboundText]:
        """Texts that came to `number` at or after `since` (UTC), oldest first.
        Raises `CarrierDown`."""
        ...


class CarrierDown(Exception):
    """The carrier could not be asked; ask again later."""


class Webhook(Protocol):
    """Reads and verifies what the carrier posts."""

    def verify(
        self, url: str, headers: Mapping[str, str], params: Sequence[tuple[str, str]]
    ) -> bool:
        """Whether this request is the carrier's: `url` is the public one with its query string,
        `params` are all fields of the body in any order, blank values kept. False on any doubt."""
        ...

    def inbound(self, params: Sequence[tuple[str, str]]) -> InboundText:
        """Raises `BadWebhook` with the field that is missing."""
        ...

    def status(self, params: Sequence[tuple[str, str]], query: Mapping[str, str]) -> StatusReport:
        """Raises `BadWebhook`."""
        ...


class BadWebhook(Exception):
    """A verified request that cannot be read; says which field is wrong."""


# ---- the model ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    """One FAQ entry as the model sees it."""

    id: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedNow:
    """The declared question that is open. `type` is an `AnswerType`'s value; `choices` are (value,
    label) of each option, for a choice only."""

    key: str
    type: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class UnderstandRequest:
    """Everything that the model may choose from; what it answers outside of it is discarded."""

    prompt: str
    prompt_version: str
    texts: tuple[str, ...]
    intents: tuple[str, ...]
    questions: tuple[Question, ...]
    pending: str | None = None
    asked: AskedNow | None = None
    history: tuple[tuple[str, str], ...] = field(default=())


class Model(Protocol):
    async def understand(self, request: UnderstandRequest) -> Understanding:
        """One structured call, bounded by the configured deadline. Raises `ModelFailed`."""
        ...


class ModelFailed(Exception):
    """The model was slow, refused, was cut off, or answered what was not offered. The message says
    which, without the customer's words."""


# ---- the CRM -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CrmChange:
    """One change to a contact's record, delivered in order and applied once by its `id`.

    `kind` is `timeline`, `fields`, `suppress`, `unsuppress` or `task`; `data` is its content.
    """

    id: str
    contact_id: ContactId
    phone: str
    kind: str
    data: Mapping[str, object]
    at: datetime


class Crm(Protocol):
    async def apply(self, change: CrmChange) -> None:
        """Apply one change; again with the same id is nothing. Raises `CrmDown`."""
        ...


class CrmDown(Exception):
    """The CRM could not be reached or said no for now; the change stays queued."""


# ---- the calendar ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seats:
    """How much of a person's time a service takes: minutes around the slot, and how many customers
    at the same time."""

    capacity: int
    buffer_before: int
    buffer_after: int


class Calendar(Protocol):
    """Who is taken when, and the only writer of holds and appointments. Everything that writes does
    it on the connection of the current transaction: by that commit or not at all."""

    async def busy(
        self, connection: RawConnection, since: datetime, until: datetime, *, now: datetime
    ) -> Sequence[Busy]:
        """What is taken between two moments (UTC), live holds included."""
        ...

    async def upcoming(
        self, connection: RawConnection, contact: ContactId, *, now: datetime
    ) -> Sequence[Appointment]:
        """The contact's booked appointments that have not ended, and live holds, in order."""
        ...

    async def history(
        self, connection: RawConnection, appointment: AppointmentId
    ) -> Sequence[Appointment]:
        """An appointment with those that it was moved from and to, oldest first; empty where there
        is none with this id."""
        ...

    async def hold(
        self, connection: RawConnection, wanted: Appointment, service: Seats, *, now: datetime
    ) -> Appointment:
        """Keep a slot until `wanted.expires_at`; the contact's other holds are let go. Again with
        the same id is the same hold. Raises `SlotTaken`."""
        ...

    async def book(
        self, connection: RawConnection, wanted: Appointment, service: Seats, *, now: datetime
    ) -> Appointment:
        """Book a slot, or make a hold of the same id an appointment. Again with the same id is the
        same appointment. Raises `SlotTaken`."""
        ...

    async def move(
        self,
        connection: RawConnection,
        old: AppointmentId,
        wanted: Appointment,
        service: Seats,
        *,
        now: datetime,
    ) -> Appointment:
        """Book `wanted` and give up `old`, both or neither. Raises `SlotTaken`, with `old` still
        booked."""
        ...

    async def note(
        self, connection: RawConnection, appointment: AppointmentId, note: str, *, now: datetime
    ) -> None:
        """Add what was said for whoever comes. Raises `SlotTaken` where it is no longer booked."""
        ...

    async def cancel(
        self, connection: RawConnection, appointment: AppointmentId, *, now: datetime
    ) -> None:
        """Give up a hold or an appointment; again is nothing."""
        ...


class SlotTaken(Exception):
    """Somebody else has the slot. The caller's transaction can only be rolled back."""


# ---- jobs --------------------------------------------------------------------------------------


class Jobs(Protocol):
    def turn(self, conversation: ConversationId) -> tuple[str, Mapping[str, object]]:
        """The job of a turn as an SQL expression with its values (`%(name)s`): the webhook makes it
        in the very statement that stores the text, for every round trip counts there."""
        ...

    async def deliver(self, connection: RawConnection, number: NumberId) -> None: ...
