"""One house per test process; each test has its own phones and its own workers."""

import itertools
import secrets
from collections.abc import Iterator

import psycopg
import pytest

from tests.conftest import with_database
from tests.faults.house import House, running_house

_AREAS = itertools.count()


@pytest.fixture(scope="session")
def whole_house(
    server_url: str, template_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    name = f"smsbot_faults_{secrets.token_hex(6)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
    directory = tmp_path_factory.mktemp("house")
    with running_house(with_database(server_url, name), directory) as house:
        yield house
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def house(whole_house: House) -> Iterator[House]:
    """A house whose web process runs; workers are each test's own."""
    whole_house.ensure_web()
    yield whole_house
    whole_house.end_test()


@pytest.fixture
def phone() -> str:
    """A customer of this test's own."""
    area = 201 + next(_AREAS)
    return f"+1{area}5550142"
