"""Verifies and reads what Twilio posts (compliance.md 5)."""

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, urlsplit

from smsbot.adapters.twilio.convert import count
from smsbot.adapters.twilio.errors import remedy_of_status
from smsbot.adapters.twilio.signature import signatures
from smsbot.domain.delivery import Status
from smsbot.domain.ids import AttemptId, CarrierSid
from smsbot.domain.inbound import InboundText, Media, Place, StatusReport
from smsbot.ports import BadWebhook

SIGNATURE = "x-twilio-signature"
_KEYWORDS = ("STOP", "START", "HELP")
_MEDIA = re.compile(r"MediaUrl(\d{1,3})")


class TwilioWebhook:
    """`ports.Webhook` for Twilio. `auth_token` is the account's, with which it signs."""

    def __init__(self, auth_token: str) -> None:
        self._token = auth_token

    def verify(
        self,
        url: str,
        headers: Mapping[str, str],
        params: Sequence[tuple[str, str]],
        body: bytes | None = None,
    ) -> bool:
        """Whether Twilio signed exactly this, over all fields, known to us or not; values are
        neither trimmed nor dropped when blank. A proxy may have hidden or added the port, so the
        address is tried with and without it.

        A request with a body that is no form carries `bodySHA256` in its address: then `body` is
        needed, and `params` are empty. Any exception is a no.
        """
        try:
            given = next(value for name, value in headers.items() if name.lower() == SIGNATURE)
            if not params and not _hash_holds(url, body):
                return False
            possible = signatures(self._token, url, params)
            return any(hmac.compare_digest(one.encode(), given.encode()) for one in possible)
        except Exception:
            return False

    def inbound(self, params: Sequence[tuple[str, str]]) -> InboundText:
        """One inbound text, with all fields kept in `raw`. Fields that we do not know are no
        error, and one that is damaged beside the text never costs the text.

        Raises `BadWebhook` where a text without sender, recipient or SID cannot be stored as one.
        """
        fields = dict(params)
        keyword = fields.get("OptOutType", "").upper()
        return InboundText(
            sid=CarrierSid(_needed(fields, "MessageSid", "SmsMessageSid", "SmsSid")),
            sender=_needed(fields, "From"),
            to=_needed(fields, "To"),
            body=fields.get("Body", ""),
            media=_media(fields),
            carrier_keyword=keyword if keyword in _KEYWORDS else None,
            place=Place(
                city=fields.get("FromCity") or None,
                state=fields.get("FromState") or None,
                zip=fields.get("FromZip") or None,
                country=fields.get("FromCountry") or None,
            ),
            segments=count(fields.get("NumSegments")),
            raw=fields,
        )

    def status(self, params: Sequence[tuple[str, str]], query: Mapping[str, str]) -> StatusReport:
        """One status callback; `query` is that of our callback address.

        Raises `BadWebhook` for a status that did not exist when this was written. It cannot be
        ranked, so whoever calls answers 200 and keeps the request as it came: a refusal would only
        make Twilio repeat it.
        """
        fields = dict(params)
        named = _needed(fields, "MessageStatus", "SmsStatus")
        try:
            status = Status(named)
        except ValueError:
            raise BadWebhook(f"MessageStatus is {named!r}, which is no status we know") from None
        code = fields.get("ErrorCode", "")
        known = code if code not in ("", "0") else None
        return StatusReport(
            sid=CarrierSid(_needed(fields, "MessageSid", "SmsSid")),
            status=status,
            error_code=known,
            remedy=remedy_of_status(status, known),
            attempt=AttemptId(query["attempt"]) if query.get("attempt") else None,
            raw=fields,
        )


def _needed(fields: Mapping[str, str], *names: str) -> str:
    """The first of these fields that is there and not blank."""
    for name in names:
        if fields.get(name):
            return fields[name]
    raise BadWebhook(f"the field {names[0]} is missing or blank")


def _media(fields: Mapping[str, str]) -> tuple[Media, ...]:
    """By the addresses that are there, in their order; NumMedia only repeats how many."""
    numbers = sorted(int(found[1]) for found in map(_MEDIA.fullmatch, fields) if found)
    return tuple(
        Media(fields[f"MediaUrl{number}"], fields.get(f"MediaContentType{number}", ""))
        for number in numbers
    )


def _hash_holds(url: str, body: bytes | None) -> bool:
    """Whether the body is the one whose hash is part of the signed address, where one is."""
    stated = parse_qs(urlsplit(url).query).get("bodySHA256")
    if stated is None:
        return not body
    if body is None:
        return False
    return hmac.compare_digest(hashlib.sha256(body).hexdigest(), stated[0].lower())
