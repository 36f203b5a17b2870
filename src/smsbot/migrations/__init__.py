"""The database's schema, version by version, and the way to bring a database up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from smsbot.store.db import DatabaseDown


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["url"] = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return config


def upgrade(url: str) -> None:
    """Bring the database at `url` (postgresql://…) to the newest version. Safe to run from several
    processes at once: one migrates, the others wait and find nothing to do. Raises
    `DatabaseDown`."""
    try:
        command.upgrade(_config(url), "head")
    except OperationalError as error:
        raise DatabaseDown(
            f"the database cannot be reached: {str(error.orig).strip()}\n"
            "Check SMSBOT_DATABASE_URL, and that the server runs and accepts this user."
        ) from error


def head() -> str:
    """The newest version that this program knows."""
    found = ScriptDirectory(str(Path(__file__).parent)).get_current_head()
    assert found is not None
    return found
