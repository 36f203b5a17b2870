"""A text's way into the database, in two statements: look, then write.

Written as SQL because the webhook must answer within milliseconds: what each statement joins would
else be ten round trips. Where the guards let a text pass, the two are all there is, each a
transaction by itself: the second locks what the first has read, and writes nothing where it is not
the same any more. Else both run in one transaction, which locks before it looks.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from typing import Any

import orjson

from smsbot.domain.consent import ConsentRecord, ConsentStatus
from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.event import Event
from smsbot.domain.guard import GuardDecision
from smsbot.domain.ids import InboxId
from smsbot.domain.inbound import InboundText
from smsbot.ports import Ids
from smsbot.store import numbers
from smsbot.store.db import Statements, Tx
from smsbot.store.records import ConversationRow, NumberRow, plain
from smsbot.store.timeline import changes_of

# Both rows are locked, which also reads their newest versions: where this statement had to wait for
# the contact, what it would see without the lock is from before the wait.
_LOOK_AS = """
    WITH ours AS (SELECT * FROM number WHERE phone = %(to)s),
    person AS (SELECT * FROM contact WHERE phone = %(sender)s {person_lock}),
    talk AS (
      SELECT conversation.* FROM conversation
      JOIN person ON person.id = conversation.contact_id
      JOIN ours ON ours.id = conversation.number_id
      {talk_lock}
    ),
    came AS (
      SELECT count(*) FILTER (WHERE received_at > %(now)s - interval '30 seconds') AS last_30s,
             count(*) AS last_hour,
             (array_agg(body ORDER BY received_at DESC))[1:10] AS bodies
      FROM inbox JOIN person ON person.id = inbox.contact_id
      WHERE received_at > %(now)s - interval '1 hour'
    ),
    went AS (
      SELECT count(*) AS last_hour
      FROM outbox JOIN person ON person.id = outbox.contact_id
      WHERE kind = 'reply' AND queued_at > %(now)s - interval '1 hour'
        AND outbox.state NOT IN ('refused', 'cancelled')
    )
    SELECT person.id AS contact_id, person.consent, person.name, person.timezone,
           person.crm_owner, person.stage, person.fields,
           ours.id AS number_id, ours.carrier_keywords, ours.per_second, ours.paused,
           ours.paused_until,
           talk.id AS conversation_id, talk.owner, talk.rep, talk.version, talk.state, talk.held,
           talk.bot_since, talk.turn_failures,
           came.last_30s, came.last_hour, came.bodies, went.last_hour AS replies
    FROM person, ours, talk, came, went
"""
_LOOK = _LOOK_AS.format(person_lock="", talk_lock="")
_LOCK_AND_LOOK = _LOOK_AS.format(
    person_lock="FOR NO KEY UPDATE", talk_lock="FOR NO KEY UPDATE OF conversation"
)


_MAKE = """
    WITH person AS (
      INSERT INTO contact (id, phone, created_at)
      VALUES (%(contact_id)s, %(sender)s, %(now)s)
      ON CONFLICT (phone) DO UPDATE SET phone = excluded.phone
      RETURNING id
    )
    INSERT INTO conversation (id, contact_id, number_id, created_at, bot_since)
    SELECT %(conversation_id)s, person.id, number.id, %(now)s, %(now)s
    FROM person, number WHERE number.phone = %(to)s
    ON CONFLICT (contact_id, number_id) DO NOTHING
    RETURNING id
"""
"""For a text that is the first of its contact or conversation. Writing the phone onto itself waits
for whoever is making the same contact, and locks it."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What the guards ask about the last hour. Texts that arrive in the same instant may miss each
    other here; the limits that are judged by it are far from so exact."""

    texts_30s: int
    texts_hour: int
    replies_hour: int
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """The contact, locked until the commit, the conversation and the number of a new text."""

    contact: Contact
    conversation: ConversationRow
    number: NumberRow
    lately: Lately


async def look(on: Statements, sender: str, to: str, now: datetime) -> Arrived | None:
    """What is known of a contact, its conversation and our number, with nothing locked; None where
    one of them is new."""
    row = await on.driver_row(_LOOK, {"sender": sender, "to": to, "now": now})
    return _read(row, sender, to) if row else None


async def arrive(
    tx: Tx, sender: str, to: str, ids: Ids, now: datetime, *, new: bool = False
) -> Arrived:
    """Find or make the contact, the conversation and the number, and lock the contact. `new` says
    that one of them was not there a moment ago: they are made before they are looked for."""
    values = {"sender": sender, "to": to, "now": now}
    row = None if new else await tx.driver_row(_LOCK_AND_LOOK, values)
    if row is None:
        made = {**values, "contact_id": ids.new("con"), "conversation_id": ids.new("cnv")}
        if await tx.driver_row(_MAKE, made) is None:
            await numbers.arrive(tx, to, ids, now)
            await tx.driver_row(_MAKE, made)
        row = await tx.driver_row(_LOCK_AND_LOOK, values)
        assert row is not None
    return _read(row, sender, to)


def _read(row: dict[str, Any], sender: str, to: str) -> Arrived:
    return Arrived(
        contact=Contact(
            id=row["contact_id"],
            phone=sender,
            consent=ConsentStatus(row["consent"]),
            name=row["name"],
            timezone=row["timezone"],
            crm_owner=row["crm_owner"],
            stage=row["stage"],
            fields=row["fields"],
        ),
        conversation=ConversationRow(
            id=row["conversation_id"],
            contact_id=row["contact_id"],
            number_id=row["number_id"],
            owner=Owner(row["owner"]),
            rep=row["rep"],
            version=row["version"],
            state=row["state"],
            held=row["held"],
            bot_since=row["bot_since"],
            turn_failures=row["turn_failures"],
        ),
        number=NumberRow(
            id=row["number_id"],
            phone=to,
            carrier_keywords=row["carrier_keywords"],
            per_second=row["per_second"],
            paused=row["paused"],
            paused_until=row["paused_until"],
        ),
        lately=Lately(
            row["last_30s"], row["last_hour"], row["replies"], tuple(row["bodies"] or ())
        ),
    )


# The contact's lock comes first, as everywhere; whoever waits for it reads the newest versions.
# `same` has a row where the guards have judged by what is still so.
_WRITE = """
    WITH person AS (
      SELECT id, consent FROM contact WHERE id = %(contact_id)s FOR NO KEY UPDATE
    ),
    talk AS (
      SELECT conversation.owner FROM conversation JOIN person ON person.id = contact_id
      WHERE conversation.id = %(conversation_id)s FOR NO KEY UPDATE OF conversation
    ),
    same AS (
      SELECT FROM person, talk WHERE person.consent = %(consent)s AND talk.owner = %(owner)s
    ),
    stored AS (
      INSERT INTO inbox (id, carrier_sid, contact_id, conversation_id, body, media, received_at,
                         action, rule, reason, guards, settled, settled_by, settled_at,
                         segments, source, raw)
      SELECT %(id)s, %(sid)s, %(contact_id)s, %(conversation_id)s, %(body)s, %(media)s::jsonb,
             %(now)s, %(action)s, %(rule)s, %(reason)s, %(guards)s::jsonb,
             %(settled)s, %(rule_if_settled)s, %(settled_at)s::timestamptz,
             %(segments)s, %(source)s, %(raw)s::jsonb
      FROM same
      ON CONFLICT (carrier_sid) DO NOTHING
      RETURNING id
    ),
    permission AS (
      INSERT INTO consent (id, phone, brand, act, scope, medium, method, evidence, message_id, at)
      SELECT %(consent_id)s::text, %(phone)s, %(brand)s, %(act)s, %(scope)s, %(medium)s,
             %(method)s, %(evidence)s, stored.id, %(now)s
      FROM stored WHERE %(consent_id)s::text IS NOT NULL
      RETURNING id
    ),
    projection AS (
      UPDATE contact SET consent = 'granted', consent_id = permission.id
      FROM permission WHERE contact.id = %(contact_id)s AND contact.consent = 'none'
    ),
    noted AS (
      INSERT INTO event (contact_id, conversation_id, message_id, type, reason, data, at)
      SELECT %(contact_id)s, %(conversation_id)s, stored.id, %(event_type)s, %(event_reason)s,
             %(event_data)s::jsonb, %(now)s
      FROM stored
    ),
    told AS (
      INSERT INTO crm_change (contact_id, kind, data, at)
      SELECT %(contact_id)s, change ->> 0, change -> 1, %(now)s
      FROM stored, jsonb_array_elements(%(changes)s::jsonb) AS change
    )
    SELECT EXISTS (SELECT FROM same) AS same, EXISTS (SELECT FROM stored) AS fresh
"""
_WITH_JOB = ", (SELECT {job} FROM stored) AS job"


class Written(Enum):
    """What became of a text's second statement. Only `STORED` wrote anything."""

    STORED = "stored"
    REPEAT = "repeat"
    """This carrier SID is stored already."""
    MOVED = "moved"
    """The contact's consent or the conversation's owner is not what the guards judged by."""


async def write(
    on: Statements,
    inbox_id: InboxId,
    arrived: Arrived,
    received: InboundText,
    decision: GuardDecision,
    *,
    settled: str | None,
    consent: ConsentRecord | None,
    happened: Event,
    job: tuple[str, Mapping[str, object]] | None = None,
    source: str,
    now: datetime,
) -> Written:
    """Store the text with what the guards said, its consent record, its event and the job that
    answers it (an SQL expression with its values), all or none."""
    call, job_values = job or ("NULL", {})
    row = await on.driver_row(
        _WRITE + _WITH_JOB.format(job=call),
        {
            **job_values,
            "id": inbox_id,
            "sid": received.sid,
            "contact_id": arrived.contact.id,
            "conversation_id": arrived.conversation.id,
            "consent": arrived.contact.consent.value,
            "owner": arrived.conversation.owner.value,
            "body": received.body,
            "media": _json([asdict(item) for item in received.media]),
            "now": now,
            "action": decision.action.value,
            "rule": decision.winner.rule,
            "reason": decision.winner.reason,
            "guards": _json(plain(decision.spoke)),
            "settled": settled,
            "rule_if_settled": decision.winner.rule if settled else None,
            "settled_at": now if settled else None,
            "segments": received.segments,
            "source": source,
            "raw": _json(received.raw),
            "event_type": happened.type.value,
            "event_reason": happened.reason,
            "event_data": _json(plain(happened.data)),
            "changes": _json(plain(changes_of(happened))),
            **_consent_values(consent),
        },
    )
    assert row is not None
    if not row["same"]:
        return Written.MOVED
    return Written.STORED if row["fresh"] else Written.REPEAT


def _consent_values(record: ConsentRecord | None) -> dict[str, Any]:
    names = ("phone", "brand", "act", "scope", "medium", "method", "evidence")
    if record is None:
        return {"consent_id": None, **dict.fromkeys(names)}
    return {"consent_id": record.id, **{name: plain(getattr(record, name)) for name in names}}


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
