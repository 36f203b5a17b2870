"""The embedded calendar: holds and appointments. Nothing but `store.calendar` reads or writes
them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint

from smsbot.store.tables.base import AT, metadata, one_of

LIVE = "state IN ('held', 'booked')"
"""What takes a seat. A hold that is over counts until somebody makes it `expired`, for a constraint
cannot say now()."""

# A seat of a person as a range of one number, because no extension is needed to index ranges: the
# hash of the person's name, with the seat as its seed. Halved, so that the largest one has a
# successor. Two seats that share a hash (one chance in 2^63) would exclude each other: too strict,
# never too lax.
SEAT = (
    "int8range(hashtextextended(person, seat::bigint) >> 1, "
    "hashtextextended(person, seat::bigint) >> 1, '[]')"
)

appointment = Table(
    "appointment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("contact_id", Text, ForeignKey("contact.id"), nullable=False),
    Column("conversation_id", Text, ForeignKey("conversation.id"), nullable=False),
    Column("service", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("seat", Integer, nullable=False),
    # What is taken, buffers and all; the customer's own time is starts_at to ends_at.
    Column("during", TSTZRANGE, nullable=False),
    Column("starts_at", AT, nullable=False),
    Column("ends_at", AT, nullable=False),
    Column("state", Text, nullable=False),
    Column("place", Text, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    Column("expires_at", AT),
    Column("created_at", AT, nullable=False),
    # Deferred: the old appointment is given up before the new one is there to be named.
    Column("moved_to", Text, ForeignKey("appointment.id", deferrable=True, initially="DEFERRED")),
    one_of("state", "held", "booked", "cancelled", "moved", "expired"),
    CheckConstraint("seat >= 0", name="seat"),
    CheckConstraint(
        "starts_at < ends_at AND during @> tstzrange(starts_at, ends_at)", name="times"
    ),
    CheckConstraint("state <> 'held' OR expires_at IS NOT NULL", name="held_until"),
    CheckConstraint("(state = 'moved') = (moved_to IS NOT NULL)", name="moved_to"),
    ExcludeConstraint(
        (text(SEAT), "&&"),
        ("during", "&&"),
        name="ex_appointment_seat",
        using="gist",
        where=text(LIVE),
    ),
    Index("ix_appointment_during", "during", postgresql_using="gist", postgresql_where=text(LIVE)),
    Index("ix_appointment_contact", "contact_id", "starts_at", postgresql_where=text(LIVE)),
    Index("ix_appointment_moved_to", "moved_to", postgresql_where=text("moved_to IS NOT NULL")),
    Index("ix_appointment_hold", "expires_at", postgresql_where=text("state = 'held'")),
)
