"""The embedded CRM: a system of its own behind the Crm port, in the same database so that a new
installation has one. Nothing but `store.crm` reads or writes it."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from smsbot.store.tables.base import AT, metadata

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
