"""A draft that nothing speaks against, and facts that allow everything; tests change one thing."""

from datetime import UTC, datetime
from typing import Any

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.draft import Draft, DraftKind
from smsbot.gate import GateFacts
from smsbot.pack.models import Limits

NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
BODY = "We're open until 6 PM."


def draft(kind: DraftKind = DraftKind.REPLY, body: str = BODY, **changes: Any) -> Draft:
    values: dict[str, Any] = {
        "kind": kind,
        "to": "+15125550142",
        "body": body,
        "reason": "Answers a question",
        "source": "faq.hours@1",
        "evidence": (body,),
        **changes,
    }
    return Draft(**values)


def facts(**changes: Any) -> GateFacts:
    values: dict[str, Any] = {
        "limits": Limits(),
        "consent": ConsentStatus.GRANTED,
        "owner": Owner.BOT,
        "bot_since": None,
        "number_paused": None,
        "number_paused_until": None,
        "untextable": None,
        "replies_last_30s": 0,
        "replies_last_hour": 0,
        "texts_we_started_last_24h": 0,
        "same_body_last_hour": 0,
        "already_confirmed": False,
        "carrier_confirms": False,
        "answers_superseded": False,
        **changes,
    }
    return GateFacts(**values)
