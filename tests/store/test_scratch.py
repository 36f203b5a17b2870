"""A database that goes with its block. Other tests may use the same server meanwhile."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from smsbot.store.db import DatabaseDown
from smsbot.store.scratch import NoScratch, scratch


def exists(server: str, database: str) -> bool:
    with psycopg.connect(server, autocommit=True) as connection:
        asked = "SELECT 1 FROM pg_database WHERE datname = %s"
        return connection.execute(asked, [database]).fetchone() is not None


def name_of(url: str) -> str:
    return make_url(url).database or ""


def test_it_is_empty_one_s_own_and_gone_at_the_end(server_url: str) -> None:
    with scratch(server_url) as url, psycopg.connect(url) as connection:
        [name] = connection.execute("SELECT current_database()").fetchone() or ("",)
        assert name == name_of(url) != name_of(server_url)
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        assert connection.execute(tables).fetchone() == (0,)
        connection.execute("CREATE TABLE kept (word text)")
    assert not exists(server_url, name)


def test_it_is_gone_also_where_the_block_failed(server_url: str) -> None:
    made: list[str] = []

    def fail() -> None:
        with scratch(server_url) as url:
            made.append(name_of(url))
            assert exists(server_url, made[0])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not exists(server_url, made[0])


@contextmanager
def plain_user(server: str) -> Iterator[str]:
    """The server's URL for a user who may do nothing; gone at the end."""
    role, password = f"smsbot_plain_{secrets.token_hex(4)}", secrets.token_hex(8)
    own = make_url(server).set(username=role, password=password)
    make = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(
        sql.Identifier(role), sql.Literal(password)
    )
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(make)
        try:
            yield own.render_as_string(hide_password=False)
        finally:
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


def test_who_may_not_make_databases_is_told(server_url: str) -> None:
    with plain_user(server_url) as url, pytest.raises(NoScratch), scratch(url):
        pass


def test_a_server_that_is_away_is_said() -> None:
    with pytest.raises(DatabaseDown), scratch("postgresql://nobody@127.0.0.1:9/none"):
        pass
