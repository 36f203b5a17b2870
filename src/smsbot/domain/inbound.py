"""A text as it came in, in our words and no vendor's."""

from dataclasses import dataclass, field

from smsbot.domain.delivery import Status
from smsbot.domain.ids import AttemptId, CarrierSid
from smsbot.domain.remedy import Remedy


@dataclass(frozen=True, slots=True)
class Media:
    url: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the carrier believes the phone is from; any part may be missing."""

    city: str | None = None
    state: str | None = None
    zip: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class InboundText:
    """One inbound text. `sender` is E.164 for a phone; short codes and names are kept as sent.

    `raw` holds all fields of the webhook, as they came.
    """

    sid: CarrierSid
    sender: str
    to: str
    body: str
    media: tuple[Media, ...] = ()
    carrier_keyword: str | None = None
    place: Place = Place()
    segments: int = 1
    raw: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One status callback. `attempt` comes from our own callback address and names the call that
    made the message, also where the carrier's SID is not known yet."""

    sid: CarrierSid
    status: Status
    error_code: str | None = None
    remedy: Remedy | None = None
    attempt: AttemptId | None = None
    raw: dict[str, str] = field(default_factory=dict)
