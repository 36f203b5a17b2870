"""An approved text, a carrier over a mocked wire, and messages as Twilio lists them."""

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.draft import Approved, DispatchPass, Draft, DraftKind
from smsbot.gate import GateFacts, clear
from smsbot.pack.models import Limits

ACCOUNT = "AC" + "a" * 32
TOKEN = "12345"
OURS, PHONE = "+15125550100", "+15125550142"
PUBLIC = "https://bot.example.com"
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
LIST_PATH = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
API = f"https://api.twilio.com{LIST_PATH}"
BODY = "We're open until 6 PM."


def approved(
    kind: DraftKind = DraftKind.REPLY, *, queued_at: datetime = NOW, body: str = BODY
) -> Approved[DispatchPass]:
    """A text that the gate has cleared at NOW."""
    facts = GateFacts(
        limits=Limits(),
        consent=ConsentStatus.GRANTED,
        owner=Owner.BOT,
        bot_since=None,
        number_paused=None,
        number_paused_until=None,
        untextable=None,
        replies_last_30s=0,
        replies_last_hour=0,
        texts_we_started_last_24h=0,
        same_body_last_hour=0,
        already_confirmed=False,
        carrier_confirms=False,
        answers_superseded=False,
        queued_at=queued_at,
    )
    draft = Draft(kind, PHONE, body, "Answers a question", "faq.hours@1", evidence=(body,))
    _, text = clear(draft, facts, NOW)
    assert text is not None
    return text


def message(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A message resource; `created` is its date of creation."""
    created = changes.pop("created", NOW)
    return {
        "account_sid": ACCOUNT,
        "api_version": "2010-04-01",
        "body": BODY,
        "date_created": format_datetime(created),
        "date_sent": None,
        "date_updated": format_datetime(created),
        "direction": "outbound-api",
        "error_code": None,
        "error_message": None,
        "from": OURS,
        "messaging_service_sid": None,
        "num_media": "0",
        "num_segments": "1",
        "price": None,
        "price_unit": "USD",
        "sid": f"SM{number:032x}",
        "status": "queued",
        "subresource_uris": {},
        "to": PHONE,
        "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/SM{number:032x}.json",
        **changes,
    }


def page(*messages: dict[str, Any], following: str | None = None) -> dict[str, Any]:
    """One page of the list."""
    return {
        "end": len(messages),
        "first_page_uri": LIST_PATH,
        "messages": list(messages),
        "next_page_uri": following,
        "page": 0,
        "page_size": 1000,
        "previous_page_uri": None,
        "start": 0,
        "uri": LIST_PATH,
    }
