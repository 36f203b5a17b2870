"""Contacts, our numbers, conversations."""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from smsbot.store.tables.base import AT, metadata, one_of

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
    one_of("consent", "none", "granted", "withdrawn", "wrong_number"),
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
    one_of("carrier_keywords", "default", "advanced", "toll_free", "none"),
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
    one_of("owner", "bot", "waiting", "rep", "closed"),
)
