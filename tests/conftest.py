"""What every test may ask for: a PostgreSQL, and a fresh migrated database on it."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from smsbot import migrations
from smsbot.store.embedded import embedded

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""No test is timed: a busy machine is no defect, and the first text loads what the guards know."""

SERVER = "SMSBOT_TEST_DATABASE_URL"
"""A PostgreSQL server to test against instead of the embedded one; the user must be allowed to
make databases."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-transcripts",
        action="store_true",
        help="write what happened into tests/transcripts/*.yaml, to be reviewed as a diff",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what talks to a database, so that `-m database` runs just that against another one."""
    for item in items:
        if "server_url" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The server: the one named by SMSBOT_TEST_DATABASE_URL, or the embedded one."""
    named = os.environ.get(SERVER)
    if named:
        yield named
        return
    # Not under pytest's own directory: that one is closed to the user that PostgreSQL runs as where
    # the tests are run by root, and every other test run closes it again.
    with tempfile.TemporaryDirectory(prefix="smsbot-") as place:
        Path(place).chmod(0o755)
        with embedded(Path(place) / "data") as url:
            yield url


@pytest.fixture(scope="session")
def template_database(server_url: str) -> Iterator[str]:
    """A database made by the migrations, which the tests' own are copied from."""
    name = f"smsbot_template_{secrets.token_hex(4)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    migrations.upgrade(with_database(server_url, name))
    yield name
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database_url(server_url: str, template_database: str) -> Iterator[str]:
    """The URL of a fresh, migrated, empty database of this test's own."""
    name = f"smsbot_test_{secrets.token_hex(6)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
    yield with_database(server_url, name)
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def with_database(url: str, name: str) -> str:
    """The same server, another database; a socket's directory stays in the query string."""
    head, _, query = url.partition("?")
    server = head.rsplit("/", 1)[0] if head.count("/") > 2 else head
    return f"{server}/{name}" + (f"?{query}" if query else "")
