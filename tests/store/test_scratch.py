"""A database that goes with its block."""

import psycopg
import pytest

from smsbot.store.db import DatabaseDown
from smsbot.store.scratch import NoScratch, scratch


def databases(url: str) -> set[str]:
    with psycopg.connect(url, autocommit=True) as connection:
        return {row[0] for row in connection.execute("SELECT datname FROM pg_database")}


def test_it_is_empty_one_s_own_and_gone_at_the_end(server_url: str) -> None:
    before = databases(server_url)
    with scratch(server_url) as url, psycopg.connect(url) as connection:
        [name] = connection.execute("SELECT current_database()").fetchone() or ("",)
        assert name not in before
        connection.execute("CREATE TABLE kept (word text)")
    assert name not in databases(server_url)


def test_it_is_gone_also_where_the_block_failed(server_url: str) -> None:
    before = databases(server_url)

    def fail() -> None:
        with scratch(server_url):
            assert databases(server_url) != before
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert databases(server_url) == before


def test_who_may_not_make_databases_is_told(server_url: str) -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS smsbot_plain")
        connection.execute("CREATE ROLE smsbot_plain LOGIN")
    plain = server_url.replace("postgres:@", "smsbot_plain:@", 1)
    try:
        with pytest.raises(NoScratch), scratch(plain):
            pass
    finally:
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute("DROP ROLE smsbot_plain")


def test_a_server_that_is_away_is_said() -> None:
    with pytest.raises(DatabaseDown), scratch("postgresql://nobody@127.0.0.1:9/none"):
        pass
