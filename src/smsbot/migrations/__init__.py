"""The database's schema, version by version, and the way to bring a database up to date."""

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from smsbot.store.db import DatabaseDown

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0006"
"""The newest version that this program knows; tests/store/test_migrations.py holds it true."""


def upgrade(url: str) -> None:
    """Bring the database at `url` (postgresql://…) to the newest version. Safe to run from several
    processes at once: one migrates, the others wait and find nothing to do. Raises
    `DatabaseDown`."""
    try:
        if _version(url) == HEAD:
            return  # without importing alembic: most starts find nothing to do
        from alembic import command

        command.upgrade(config(url), "head")
    except psycopg.OperationalError as error:
        raise DatabaseDown(
            f"the database cannot be reached: {str(error).strip()}\n"
            "Check SMSBOT_DATABASE_URL, and that the server runs and accepts this user."
        ) from error


def config(url: str) -> "Config":
    """How alembic finds our versions, and the database."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent))
    found.attributes["url"] = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return found


def _version(url: str) -> str | None:
    """The database's version; None for an empty one. Raises psycopg's `OperationalError`."""
    with psycopg.connect(url, connect_timeout=10) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except psycopg.errors.UndefinedTable:
            return None
        return row[0] if row else None
