"""What the gate asks about a contact, in one look."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text

from smsbot.domain.ids import ContactId
from smsbot.store.db import Tx

_COUNTS = text(
    """
    SELECT
      count(*) FILTER (WHERE kind = 'reply' AND queued_at > :now - interval '30 seconds')
        AS replies_30s,
      count(*) FILTER (WHERE kind = 'reply' AND queued_at > :now - interval '1 hour')
        AS replies_hour,
      count(*) FILTER (WHERE kind = 'workflow') AS started_day,
      count(*) FILTER (WHERE body = :body AND queued_at > :now - interval '1 hour')
        AS same_hour,
      (SELECT untextable FROM contact WHERE id = :contact) AS untextable,
      (SELECT consent_id FROM contact WHERE id = :contact) AS consent_id
    FROM outbox
    WHERE contact_id = :contact AND id <> :self
      AND queued_at > :now - interval '24 hours'
      AND state NOT IN ('refused', 'cancelled')
    """
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the gate asks about a contact: how much was sent lately, whether the phone can be
    texted, and which consent record is in force."""

    replies_last_30s: int = 0
    replies_last_hour: int = 0
    texts_we_started_last_24h: int = 0
    same_body_last_hour: int = 0
    untextable: str | None = None
    consent_id: str | None = None


async def standing(
    tx: Tx, contact_id: ContactId, *, body: str, excluding: str, now: datetime
) -> Standing:
    """Counted without the draft itself (`excluding` is its id)."""
    row = await tx.must(
        _COUNTS, {"contact": contact_id, "body": body, "self": excluding, "now": now}
    )
    return Standing(
        replies_last_30s=row.replies_30s,
        replies_last_hour=row.replies_hour,
        texts_we_started_last_24h=row.started_day,
        same_body_last_hour=row.same_hour,
        untextable=row.untextable,
        consent_id=row.consent_id,
    )
