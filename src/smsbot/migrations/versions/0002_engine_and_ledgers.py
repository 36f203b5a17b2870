"""The engine's tables, and ledgers that cannot be rewritten."""

from alembic import op

from smsbot.engine.schema import sql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LEDGERS = ("consent", "event", "receipt")
# A receipt learns once whose it is (a callback may come before its message is known); nothing else
# of it ever changes.
REFUSE = """
CREATE FUNCTION smsbot_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'receipt' AND TG_OP = 'UPDATE'
     AND to_jsonb(OLD) - 'outbox_id' = to_jsonb(NEW) - 'outbox_id'
     AND to_jsonb(OLD) ->> 'outbox_id' IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: write a new row', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(sql().replace("%", "%%"))
    op.execute(REFUSE)
    for ledger in LEDGERS:
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {ledger} "
            "FOR EACH ROW EXECUTE FUNCTION smsbot_append_only()"
        )
        op.execute(
            f"CREATE TRIGGER not_emptied BEFORE TRUNCATE ON {ledger} "
            "FOR EACH STATEMENT EXECUTE FUNCTION smsbot_append_only()"
        )


def downgrade() -> None:
    """The consent ledger is evidence that has to outlive a downgrade: there is none."""
    raise RuntimeError("version 0002 cannot be undone; restore a backup of the database")
