"""Which version of the tables a database has."""

from sqlalchemy import text

from smsbot.store.db import Tx


async def version(tx: Tx) -> str | None:
    """The newest migration that has run there; None where none has."""
    there = await tx.must(text("SELECT to_regclass('alembic_version') AS found"))
    if there.found is None:
        return None
    row = await tx.one(text("SELECT version_num FROM alembic_version"))
    return row.version_num if row else None
