"""What a turn was given, what it decided and what the gate knew, so that it can be run again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = ("given", "gave", "gate_facts")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("turn", sa.Column(name, postgresql.JSONB(), nullable=True))


def downgrade() -> None:
    for name in reversed(COLUMNS):
        op.drop_column("turn", name)
