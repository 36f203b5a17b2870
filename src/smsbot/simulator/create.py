"""POST Messages.json: what is accepted, in the order in which Twilio complains.

Source: docs/messaging/api/message-resource; the codes at docs/api/errors/{code}.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from smsbot.simulator.config import Number
from smsbot.simulator.errors import TwilioError, blocked_recipient
from smsbot.simulator.messages import Draft
from smsbot.simulator.simulator import Simulator

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_NANP = re.compile(r"\+1[2-9]\d{2}[2-9]\d{6}")
_URL = re.compile(r"https?://\S+")
_MAX_BODY = 1600
_MAX_VALIDITY = 36_000


@dataclass(frozen=True, slots=True)
class _Sender:
    number: Number
    service_sid: str | None
    assigned: bool


def draft_of(sim: Simulator, form: Mapping[str, list[str]]) -> Draft:
    """The message that `form` asks for; TwilioError when Twilio would refuse it."""
    to, body, media = _first(form, "To"), _first(form, "Body"), form.get("MediaUrl", [])
    _check_recipient(to)
    sender = _sender(sim, _first(form, "From"), _first(form, "MessagingServiceSid"), to)
    if sender.number.phone == to:
        raise TwilioError(400, 21266, "'To' and 'From' number cannot be the same")
    if not body and not media:
        raise TwilioError(400, 21602, "Message body is required.")
    if len(body) > _MAX_BODY:
        raise TwilioError(
            400, 21617, "The concatenated message body exceeds the 1600 character limit."
        )
    if sim.blocks.blocked(sender.number.phone, to):
        raise blocked_recipient()
    return Draft(
        sid=sim.sids.message(media=bool(media)),
        direction="outbound-api",
        from_=sender.number.phone,
        to=to,
        body=body,
        status="queued" if sender.service_sid is None else "accepted",
        media=tuple(media),
        service_sid=sender.service_sid,
        sender_assigned=sender.assigned,
        callback_url=_callback(_first(form, "StatusCallback")),
        validity=_validity(_first(form, "ValidityPeriod")),
    )


def _first(form: Mapping[str, list[str]], name: str) -> str:
    return form.get(name, [""])[0]


def _check_recipient(to: str) -> None:
    if not to:
        raise TwilioError(400, 21604, "A 'To' phone number is required.")
    shape = _NANP if to.startswith("+1") else _E164
    if not shape.fullmatch(to):
        raise TwilioError(400, 21211, f"Invalid 'To' Phone Number: {to}")


def _sender(sim: Simulator, from_: str, service_sid: str, to: str) -> _Sender:
    if not from_ and not service_sid:
        raise TwilioError(400, 21603, "A 'From' phone number is required.")
    if not service_sid:
        return _Sender(_own_number(sim, from_), None, assigned=True)
    pool = [each for each in sim.config.numbers if each.messaging_service_sid == service_sid]
    if not pool:
        raise TwilioError(404, 20404, f"The Messaging Service {service_sid} was not found")
    if not from_:
        return _Sender(_sticky(sim, pool, to), service_sid, assigned=False)
    number = _own_number(sim, from_)
    if number not in pool:
        raise TwilioError(
            400, 21606, f"The From phone number {from_} is not in the Messaging Service's pool."
        )
    return _Sender(number, service_sid, assigned=True)


def _own_number(sim: Simulator, from_: str) -> Number:
    number = sim.numbers.get(from_)
    if number is not None:
        return number
    if _E164.fullmatch(from_):
        raise TwilioError(
            400,
            21659,
            f"'From' {from_} is not a Twilio phone number or Short Code country mismatch",
        )
    raise TwilioError(
        400,
        21606,
        f"The From phone number {from_} is not a valid, SMS-capable inbound phone number or "
        "short code for your account.",
    )


def _sticky(sim: Simulator, pool: list[Number], to: str) -> Number:
    # Sticky Sender: a recipient keeps hearing from the number that they know.
    phones = {number.phone: number for number in pool}
    for message in sim.book.newest_first(to):
        if message.number in phones:
            return phones[message.number]
    return phones[sim.sids.pick(list(phones))]


def _callback(url: str) -> str | None:
    if url and not _URL.fullmatch(url):
        raise TwilioError(400, 21609, f"The 'StatusCallback' URL {url} is not a valid URL.")
    return url or None


def _validity(value: str) -> int:
    # docs/messaging/api/message-resource: seconds, 1 to 36,000, 36,000 unless given.
    if not value:
        return _MAX_VALIDITY
    if not value.isdecimal() or not 1 <= int(value) <= _MAX_VALIDITY:
        raise TwilioError(400, 21622, f"ValidityPeriod {value} is not an integer from 1 to 36000")
    return int(value)
