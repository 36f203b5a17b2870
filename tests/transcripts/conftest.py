"""The houses that the transcripts of one test process share."""

import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack

import psycopg
import pytest
import pytest_asyncio

from tests.conftest import with_database
from tests.transcripts.harness import Houses


@pytest.fixture(scope="session")
def new_database(server_url: str, template_database: str) -> Iterator[Callable[[], str]]:
    """Makes databases, migrated and empty, that stay until the tests are over."""
    made: list[str] = []

    def make() -> str:
        name = f"smsbot_house_{secrets.token_hex(6)}"
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
        made.append(name)
        return with_database(server_url, name)

    yield make
    with psycopg.connect(server_url, autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def houses(new_database: Callable[[], str]) -> AsyncIterator[Houses]:
    """For tests in the session's event loop: the houses run in it."""
    async with AsyncExitStack() as stack:
        yield Houses(stack, new_database)
