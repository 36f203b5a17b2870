"""What the gate is told of a draft, read fresh in the transaction that asks."""

from datetime import datetime

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.draft import Draft
from smsbot.gate.facts import GateFacts
from smsbot.pack.models import Pack
from smsbot.store import outbox
from smsbot.store.db import Tx
from smsbot.store.records import ConversationRow, NumberRow
from smsbot.store.standing import Standing, standing

CONFIRMS = "confirm:"
"""Before the id of a consent record: the once-key of the one text that confirms it."""


async def facts_of(
    tx: Tx,
    pack: Pack,
    draft: Draft,
    *,
    number: NumberRow,
    contact: Contact | None,
    conversation: ConversationRow | None,
    excluding: str,
    now: datetime,
    queued_at: datetime | None = None,
    once_key: str | None = None,
    carrier_confirms: bool = False,
) -> GateFacts:
    """`excluding` is the draft's own row, which its caps must not count; `queued_at` is set at
    dispatch, when the draft may have grown old."""
    lately = Standing()
    if contact is not None:
        lately = await standing(tx, contact.id, body=draft.body, excluding=excluding, now=now)
    used = queued_at is None and once_key is not None and await outbox.once_done(tx, once_key)
    return GateFacts(
        consent=contact.consent if contact else ConsentStatus.NONE,
        owner=conversation.owner if conversation else Owner.BOT,
        bot_since=conversation.bot_since if conversation else None,
        number_paused=number.paused,
        number_paused_until=number.paused_until,
        untextable=lately.untextable,
        already_confirmed=used,
        carrier_confirms=carrier_confirms,
        answers_superseded=_superseded(lately, once_key),
        queued_at=queued_at,
        limits=pack.business.limits,
        replies_last_30s=lately.replies_last_30s,
        replies_last_hour=lately.replies_last_hour,
        texts_we_started_last_24h=lately.texts_we_started_last_24h,
        same_body_last_hour=lately.same_body_last_hour,
    )


def _superseded(lately: Standing, once_key: str | None) -> bool:
    """Whether the confirmation of a consent record is of one that is in force no longer."""
    if once_key is None or not once_key.startswith(CONFIRMS):
        return False
    return lately.consent_id != once_key.removeprefix(CONFIRMS)
