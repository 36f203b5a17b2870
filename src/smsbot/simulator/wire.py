"""The payloads of Twilio's wire protocol, field by field as documented.

Sources: docs/messaging/api/message-resource (the resource), docs/messaging/guides/webhook-request
(inbound), docs/messaging/guides/track-outbound-message-status (callbacks).
"""

import mimetypes
from datetime import datetime
from email.utils import format_datetime

from smsbot.simulator.config import Geo, SimulatorConfig
from smsbot.simulator.errors import delivery_text
from smsbot.simulator.keywords import KeywordType
from smsbot.simulator.messages import Change, Message

API_VERSION = "2010-04-01"
# A list price for show: US dollars a segment.
_PRICE = 0.0079


def rfc2822(at: datetime | None) -> str | None:
    """RFC 2822 in GMT ("Mon, 23 Nov 2026 13:36:00 +0000"), or None."""
    return None if at is None else format_datetime(at)


def messages_uri(account_sid: str) -> str:
    """The path of the list, relative to the API's host."""
    return f"/{API_VERSION}/Accounts/{account_sid}/Messages"


def message_json(message: Message, account_sid: str) -> dict[str, object]:
    """The Message resource.

    A message through a Messaging Service has no sender and no segments until one is assigned.
    """
    draft = message.draft
    uri = f"{messages_uri(account_sid)}/{message.sid}"
    priced = message.sent is not None
    return {
        "account_sid": account_sid,
        "api_version": API_VERSION,
        "body": draft.body,
        "date_created": rfc2822(message.created),
        "date_sent": rfc2822(message.sent),
        "date_updated": rfc2822(message.updated),
        "direction": draft.direction,
        "error_code": message.error_code,
        "error_message": delivery_text(message.error_code),
        "from": draft.from_ if message.sender_assigned else None,
        "messaging_service_sid": draft.service_sid,
        "num_media": str(len(draft.media)),
        "num_segments": str(message.segments) if message.sender_assigned else "0",
        "price": f"-{_PRICE * message.segments:.5f}" if priced else None,
        "price_unit": "USD",
        "sid": message.sid,
        "status": message.status,
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": draft.to,
        "uri": f"{uri}.json",
    }


def status_form(message: Message, change: Change, account_sid: str) -> dict[str, str]:
    """The status callback for one change of an outbound message."""
    draft = message.draft
    form = {
        "AccountSid": account_sid,
        "ApiVersion": API_VERSION,
        "From": draft.from_,
        "MessageSid": message.sid,
        "MessageStatus": change.status,
        "SmsSid": message.sid,
        "SmsStatus": change.status,
        "To": draft.to,
    }
    if draft.service_sid is not None:
        form["MessagingServiceSid"] = draft.service_sid
    if change.error_code is not None:
        form["ErrorCode"] = str(change.error_code)
    if change.status in {"delivered", "undelivered"}:
        form["RawDlrDoneDate"] = change.at.strftime("%y%m%d%H%M")
    return form


def inbound_form(
    message: Message, config: SimulatorConfig, geo: Geo, announced: KeywordType | None
) -> dict[str, str]:
    """The webhook for a text from a phone at `geo`; blank values stay in, as Twilio sends them."""
    draft = message.draft
    to_geo = next((number.geo for number in config.numbers if number.phone == draft.to), Geo())
    form = {
        "ToCountry": to_geo.country,
        "ToState": to_geo.state,
        "SmsMessageSid": message.sid,
        "NumMedia": str(len(draft.media)),
        "ToCity": to_geo.city,
        "FromZip": geo.zip,
        "SmsSid": message.sid,
        "FromState": geo.state,
        "SmsStatus": "received",
        "FromCity": geo.city,
        "Body": draft.body,
        "FromCountry": geo.country,
        "To": draft.to,
        "ToZip": to_geo.zip,
        "NumSegments": str(message.segments),
        "MessageSid": message.sid,
        "AccountSid": config.account_sid,
        "From": draft.from_,
        "ApiVersion": API_VERSION,
    }
    if draft.service_sid is not None:
        form["MessagingServiceSid"] = draft.service_sid
    if announced is not None:
        form["OptOutType"] = announced
    for index, url in enumerate(draft.media):
        form[f"MediaUrl{index}"] = url
        form[f"MediaContentType{index}"] = mimetypes.guess_type(url)[0] or "image/jpeg"
    return form
