"""Twilio's message resource in our words (docs/messaging/api/message-resource)."""

from datetime import datetime
from typing import Any

from smsbot.adapters.twilio.errors import remedy_of_status
from smsbot.domain.delivery import Status
from smsbot.domain.ids import CarrierSid
from smsbot.domain.inbound import InboundText
from smsbot.ports import Accepted, CarrierMessage

TRIAL_PREFIX = "Sent from your Twilio trial account - "
"""What Twilio puts before each body that a trial account sends: not part of what we said."""


def accepted(message: Any) -> Accepted:
    """A created message. Raises ValueError where the answer has no SID."""
    if not message.sid:
        raise ValueError("the answer has no sid")
    return Accepted(CarrierSid(message.sid), status_of(message.status), count(message.num_segments))


def as_sent(message: Any, since: datetime) -> CarrierMessage:
    """A listed outgoing message; `since` stands in for a date of creation that cannot be read."""
    status = status_of(message.status)
    code = str(message.error_code) if message.error_code else None
    return CarrierMessage(
        sid=CarrierSid(message.sid),
        sender=message.from_ or "",
        to=message.to or "",
        body=(message.body or "").removeprefix(TRIAL_PREFIX),
        status=status,
        created_at=created_at(message, since),
        error_code=code,
        remedy=remedy_of_status(status, code),
    )


def as_inbound(message: Any) -> InboundText:
    """A listed inbound message, with the SID that its webhook had."""
    raw = {
        "MessageSid": message.sid,
        "From": message.from_,
        "To": message.to,
        "Body": message.body,
        "NumMedia": message.num_media,
        "NumSegments": message.num_segments,
        "MessagingServiceSid": message.messaging_service_sid,
    }
    return InboundText(
        sid=CarrierSid(message.sid),
        sender=message.from_ or "",
        to=message.to or "",
        body=message.body or "",
        segments=count(message.num_segments),
        raw={name: str(value) for name, value in raw.items() if value is not None},
    )


def created_at(message: Any, otherwise: datetime) -> datetime:
    """When Twilio made the message, UTC, to the second."""
    made: datetime | None = message.date_created
    return made if made is not None else otherwise


def status_of(value: object) -> Status:
    """Our status for Twilio's. One that we do not know is a message all the same: the least that
    can be said of it is that it was accepted, and every later word outranks that."""
    try:
        return Status(str(value))
    except ValueError:
        return Status.ACCEPTED


def count(value: object) -> int:
    """A number of segments: at least one, also where Twilio does not know it yet."""
    text = str(value)
    return max(1, int(text)) if text.isdecimal() else 1
