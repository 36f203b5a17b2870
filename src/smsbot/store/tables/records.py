"""Ledgers, tasks, packs, and what the CRM is to be told."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from smsbot.store.tables.base import AT, metadata, one_of

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
    one_of("state", "open", "claimed", "resolved"),
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
