"""The embedded calendar's holds and appointments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LIVE = sa.text("state IN ('held', 'booked')")
SEAT = (
    "int8range(hashtextextended(person, seat::bigint) >> 1, "
    "hashtextextended(person, seat::bigint) >> 1, '[]')"
)


def upgrade() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("during", postgresql.TSTZRANGE(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('held', 'booked', 'cancelled', 'moved', 'expired')",
            name=op.f("ck_appointment_state"),
        ),
        sa.CheckConstraint("seat >= 0", name=op.f("ck_appointment_seat")),
        sa.CheckConstraint(
            "starts_at < ends_at AND during @> tstzrange(starts_at, ends_at)",
            name=op.f("ck_appointment_times"),
        ),
        sa.CheckConstraint(
            "state <> 'held' OR expires_at IS NOT NULL", name=op.f("ck_appointment_held_until")
        ),
        sa.CheckConstraint(
            "(state = 'moved') = (moved_to IS NOT NULL)", name=op.f("ck_appointment_moved_to")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_appointment_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_appointment_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["moved_to"],
            ["appointment.id"],
            name=op.f("fk_appointment_moved_to"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        postgresql.ExcludeConstraint(
            (sa.text(SEAT), "&&"),
            ("during", "&&"),
            name="ex_appointment_seat",
            using="gist",
            where=LIVE,
        ),
    )
    op.create_index(
        "ix_appointment_during",
        "appointment",
        ["during"],
        postgresql_using="gist",
        postgresql_where=LIVE,
    )
    op.create_index(
        "ix_appointment_contact",
        "appointment",
        ["contact_id", "starts_at"],
        postgresql_where=LIVE,
    )
    op.create_index(
        "ix_appointment_hold",
        "appointment",
        ["expires_at"],
        postgresql_where=sa.text("state = 'held'"),
    )


def downgrade() -> None:
    op.drop_table("appointment")
