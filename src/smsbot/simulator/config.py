"""What the simulated carrier is told at its start: account, numbers, delays, keyword texts."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

E164 = Annotated[str, StringConstraints(pattern=r"^\+[1-9]\d{6,14}$")]
AccountSid = Annotated[str, StringConstraints(pattern=r"^AC[0-9a-fA-F]{32}$")]
ServiceSid = Annotated[str, StringConstraints(pattern=r"^MG[0-9a-fA-F]{32}$")]
WebUrl = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Seconds = Annotated[float, Field(ge=0)]


class CarrierKeywords(StrEnum):
    """Who answers a bare STOP, START or HELP on a number (Twilio support, opt-out keywords)."""

    DEFAULT = "default"
    ADVANCED = "advanced"
    TOLL_FREE = "toll_free"
    NONE = "none"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Geo(_Frozen):
    """Where a number is registered; a blank is sent as a blank, as Twilio does."""

    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = "US"


NOWHERE = Geo()


class Number(_Frozen):
    """One of the business's numbers.

    `inbound_url` and `fallback_url` are the public URLs: they are requested and signed exactly as
    written. Without an `inbound_url` texts are stored and listed only. Numbers that share a
    `messaging_service_sid` are one pool: an opt-out from one is an opt-out from all.
    """

    phone: E164
    carrier_keywords: CarrierKeywords = CarrierKeywords.DEFAULT
    inbound_url: WebUrl | None = None
    fallback_url: WebUrl | None = None
    messaging_service_sid: ServiceSid | None = None
    geo: Geo = NOWHERE


class Timings(_Frozen):
    """Delays of delivery, in seconds."""

    queued_to_sent: Seconds = 0.05
    sent_to_delivered: Seconds = 0.15


class KeywordReplies(_Frozen):
    """What Advanced Opt-Out answers, as the brand configured it; the other modes' texts are fixed.

    An empty text means that the carrier applies the keyword and says nothing.
    """

    stop: str = "You are unsubscribed and will receive no more messages. Reply START to return."
    start: str = "You are subscribed again. Reply HELP for help, STOP to end."
    help: str = "Reply STOP to unsubscribe. Msg&data rates may apply."


class SimulatorConfig(_Frozen):
    """Everything that the simulator is told.

    `seed` makes SIDs and idempotency tokens repeatable. Leave it out where a database outlives the
    simulator: the same seed gives the same SIDs again, and the receiver drops them as duplicates.
    `webhook_timeout` is the total, `connect_timeout` its part for connecting (seconds; Twilio:
    15 and 5, docs/usage/webhooks/webhooks-connection-overrides). `ring` bounds the messages and
    the logged requests that are kept. `list_hides_unsent` leaves messages without a send date out
    of lists that filter on DateSent; Twilio does not say which it does.
    """

    account_sid: AccountSid
    auth_token: Annotated[str, StringConstraints(min_length=1)]
    numbers: tuple[Number, ...]
    timings: Timings = Timings()
    keyword_replies: KeywordReplies = KeywordReplies()
    seed: int | None = None
    webhook_timeout: Annotated[float, Field(gt=0)] = 15.0
    connect_timeout: Annotated[float, Field(gt=0)] = 5.0
    ring: Annotated[int, Field(ge=1)] = 50_000
    list_hides_unsent: bool = False

    @model_validator(mode="after")
    def _each_number_once(self) -> "SimulatorConfig":
        phones = [number.phone for number in self.numbers]
        if len(set(phones)) != len(phones):
            raise ValueError("a number is declared twice")
        return self


def load_config(path: Path) -> SimulatorConfig:
    """Read a SimulatorConfig from a JSON file; OSError or ValidationError if it can't."""
    return SimulatorConfig.model_validate_json(path.read_bytes())
