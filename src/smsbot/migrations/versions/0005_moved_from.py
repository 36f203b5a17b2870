"""From an appointment back to those that it was moved from, by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_appointment_moved_to",
        "appointment",
        ["moved_to"],
        postgresql_where=sa.text("moved_to IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_appointment_moved_to", table_name="appointment")
