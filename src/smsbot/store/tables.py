"""The tables. The truth is here; the engine's jobs hold ids only.

Times are `timestamptz`, UTC. What must never be is a constraint: one row per carrier SID, one open
task of a kind per conversation, one confirmation per opt-out, ledgers that cannot be rewritten
(by trigger, in the first migration).
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(column_0_label)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
AT = DateTime(timezone=True)


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


contact = Table(
    "contact",
    metadata,
    Column("id", Text, primary_key=True),
    Column("phone", Text, nullable=False, unique=True),
    Column("consent", Text, nullable=False, server_default="none"),
    Column("consent_id", Text),
    Column("name", Text),
    Column("timezone", Text),
    Column("crm_owner", Text),
    Column("stage", Text),
    Column("fields", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Column("untextable", Text),
    Column("created_at", AT, nullable=False),
    _one_of("consent", "none", "granted", "withdrawn", "wrong_number"),
)

number = Table(
    "number",
    metadata,
    Column("id", Text, primary_key=True),
    Column("phone", Text, nullable=False, unique=True),
    Column("use_case", Text, nullable=False),
    Column("carrier_keywords", Text, nullable=False),
    Column("per_second", Double, nullable=False),
    Column("tokens", Double, nullable=False, server_default="1"),
    Column("refilled_at", AT, nullable=False),
    Column("paused", Text),
    Column("paused_until", AT),
    Column("received_until", AT, nullable=False),
    _one_of("carrier_keywords", "default", "advanced", "toll_free", "none"),
)

conversation = Table(
    "conversation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("contact_id", Text, ForeignKey("contact.id"), nullable=False),
    Column("number_id", Text, ForeignKey("number.id"), nullable=False),
    Column("owner", Text, nullable=False, server_default="bot"),
    Column("rep", Text),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("state", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Column("held", Boolean, nullable=False, server_default=text("false")),
    Column("turn_failures", Integer, nullable=False, server_default="0"),
    Column("retry_at", AT),
    Column("bot_since", AT, nullable=False),
    Column("created_at", AT, nullable=False),
    UniqueConstraint("contact_id", "number_id"),
    Index("ix_conversation_retry", "retry_at", postgresql_where=text("retry_at IS NOT NULL")),
    _one_of("owner", "bot", "waiting", "rep", "closed"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Text, primary_key=True),
    Column("carrier_sid", Text, nullable=False, unique=True),
    Column("contact_id", Text, ForeignKey("contact.id"), nullable=False),
    Column("conversation_id", Text, ForeignKey("conversation.id"), nullable=False),
    Column("body", Text, nullable=False),
    Column("media", JSONB, nullable=False, server_default=text("'[]'::jsonb")),
    Column("received_at", AT, nullable=False),
    Column("action", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("guards", JSONB, nullable=False),
    Column("settled", Text),
    Column("settled_by", Text),
    Column("settled_at", AT),
    Column("segments", Integer, nullable=False, server_default="1"),
    Column("source", Text, nullable=False, server_default="webhook"),
    Column("raw", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Index("ix_inbox_contact", "contact_id", "received_at"),
    Index(
        "ix_inbox_unanswered",
        "conversation_id",
        "received_at",
        postgresql_where=text("settled IS NULL"),
    ),
    _one_of("settled", "turn", "guard", "closed", "task"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Text, primary_key=True),
    Column("contact_id", Text, ForeignKey("contact.id")),
    Column("conversation_id", Text, ForeignKey("conversation.id")),
    Column("number_id", Text, ForeignKey("number.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("to_phone", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("status", Text),
    Column("error_code", Text),
    Column("carrier_sid", Text, unique=True),
    Column("reason", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("answers", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("evidence", JSONB, nullable=False, server_default=text("'[]'::jsonb")),
    Column("while_waiting", Boolean, nullable=False, server_default=text("false")),
    Column("fallback_task", Boolean, nullable=False, server_default=text("true")),
    Column("once_key", Text, unique=True),
    Column("turn_id", Text),
    Column("task_id", Text),
    Column("decision", JSONB, nullable=False),
    Column("dispatch", JSONB),
    Column("pack_hash", Text),
    Column("consent_id", Text),
    Column("consent_checked_at", AT),
    Column("segments", Integer, nullable=False, server_default="1"),
    Column("priority", Integer, nullable=False, server_default="10"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("attempt_id", Text),
    Column("attempted_at", AT),
    Column("due_at", AT, nullable=False),
    Column("queued_at", AT, nullable=False),
    Column("sent_at", AT),
    Column("absent", Integer, nullable=False, server_default="0"),
    Index(
        "ix_outbox_due",
        "number_id",
        "priority",
        "due_at",
        postgresql_where=text("state = 'queued'"),
    ),
    Index(
        "ix_outbox_unsettled",
        "due_at",
        postgresql_where=text("state IN ('sending', 'unknown')"),
    ),
    Index("ix_outbox_contact", "contact_id", "queued_at"),
    Index("ix_outbox_task", "task_id", postgresql_where=text("task_id IS NOT NULL")),
    _one_of("kind", "reply", "workflow", "rep", "system", "staff"),
    _one_of("state", "queued", "sending", "unknown", "sent", "refused", "cancelled", "failed"),
)

attempt = Table(
    "attempt",
    metadata,
    Column("id", Text, primary_key=True),
    Column("outbox_id", Text, ForeignKey("outbox.id"), nullable=False, index=True),
    Column("started_at", AT, nullable=False),
    Column("ended_at", AT),
    Column("outcome", Text),
    Column("carrier_sid", Text),
    Column("detail", JSONB),
)

receipt = Table(
    "receipt",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("carrier_sid", Text, nullable=False, index=True),
    Column("attempt_id", Text),
    Column("outbox_id", Text, index=True),
    Column("status", Text, nullable=False),
    Column("error_code", Text),
    Column("effect", Text, nullable=False),
    Column("received_at", AT, nullable=False),
    Column("raw", JSONB, nullable=False),
)

unread = Table(
    "unread",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("door", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("params", JSONB, nullable=False),
    Column("received_at", AT, nullable=False),
)

turn = Table(
    "turn",
    metadata,
    Column("id", Text, primary_key=True),
    Column("conversation_id", Text, ForeignKey("conversation.id"), nullable=False, index=True),
    Column("started_at", AT, nullable=False),
    Column("ended_at", AT),
    Column("took", ARRAY(Text), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("outcome", Text),
    Column("reason", Text),
    Column("pack_hash", Text, nullable=False),
    Column("before", JSONB, nullable=False),
    Column("after", JSONB),
    Column("understanding", JSONB),
    Column("trace", JSONB),
    Column("versions", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
)

consent = Table(
    "consent",
    metadata,
    Column("id", Text, primary_key=True),
    Column("phone", Text, nullable=False),
    Column("brand", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("medium", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("message_id", Text),
    Column("at", AT, nullable=False),
    Index("ix_consent_phone", "phone", "at"),
)

event = Table(
    "event",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("contact_id", Text),
    Column("conversation_id", Text),
    Column("message_id", Text),
    Column("type", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("data", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Column("at", AT, nullable=False),
    Index("ix_event_contact", "contact_id", "id"),
    Index("ix_event_message", "message_id", postgresql_where=text("message_id IS NOT NULL")),
)

task = Table(
    "task",
    metadata,
    Column("id", Text, primary_key=True),
    Column("contact_id", Text, ForeignKey("contact.id"), nullable=False),
    Column("conversation_id", Text, ForeignKey("conversation.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("queue", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("assigned_to", Text),
    Column("context", JSONB, nullable=False),
    Column("created_at", AT, nullable=False),
    Column("due_at", AT, nullable=False),
    Column("claimed_at", AT),
    Column("resolved_at", AT),
    Column("resolution", Text),
    Index(
        "uq_task_open_of_a_kind",
        "conversation_id",
        "kind",
        unique=True,
        postgresql_where=text("state <> 'resolved'"),
    ),
    Index("ix_task_waiting", "queue", "due_at", postgresql_where=text("state = 'open'")),
    _one_of("state", "open", "claimed", "resolved"),
)

pack = Table(
    "pack",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("content", JSONB, nullable=False),
    Column("stored_at", AT, nullable=False),
)

active_pack = Table(
    "active_pack",
    metadata,
    Column("one_row", Boolean, primary_key=True, server_default=text("true")),
    Column("hash", Text, ForeignKey("pack.hash"), nullable=False),
    Column("activated_at", AT, nullable=False),
    CheckConstraint("one_row", name="one_row"),
)

crm_change = Table(
    "crm_change",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("contact_id", Text, ForeignKey("contact.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("at", AT, nullable=False),
    Column("done_at", AT),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("retry_at", AT),
    Column("problem", Text),
    Index("ix_crm_change_waiting", "contact_id", "id", postgresql_where=text("done_at IS NULL")),
)

# The embedded CRM: a system of its own behind the Crm port, in the same database so that a new
# installation has one. Nothing but `store.embedded_crm` reads or writes it.
crm_contact = Table(
    "crm_contact",
    metadata,
    Column("phone", Text, primary_key=True),
    Column("contact_id", Text, nullable=False),
    Column("name", Text),
    Column("stage", Text),
    Column("owner", Text),
    Column("do_not_text", Boolean, nullable=False, server_default=text("false")),
    Column("fields", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
)

crm_entry = Table(
    "crm_entry",
    metadata,
    Column("change_id", Text, primary_key=True),
    Column("phone", Text, ForeignKey("crm_contact.phone"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("at", AT, nullable=False),
    Index("ix_crm_entry_phone", "phone", "at"),
)
