"""How alembic runs our migrations: one transaction, under an advisory lock."""

from alembic import context
from sqlalchemy import create_engine, text

from smsbot.store.tables import metadata

MIGRATION_LOCK = 7_735_001
"""Any number, the same in every process of the product."""

engine = create_engine(context.config.attributes["url"])
with engine.begin() as connection:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
    context.configure(connection=connection, target_metadata=metadata)
    context.run_migrations()
engine.dispose()
