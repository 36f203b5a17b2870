"""A database that goes with the block that made it."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from smsbot.store.db import DatabaseDown, plain_url


class NoScratch(Exception):
    """This user may not make databases on this server."""


@contextmanager
def scratch(url: str) -> Iterator[str]:
    """The URL of an empty database of one's own on the server at `url`, dropped at the end with all
    that is in it. What is in the database that `url` names is neither read nor written. Raises
    `NoScratch` and `DatabaseDown`."""
    plain = plain_url(url)
    name = f"smsbot_scratch_{secrets.token_hex(6)}"
    _execute(plain, sql.SQL("CREATE DATABASE {}"), name)
    try:
        own = make_url(plain).set(database=name)
        yield own.render_as_string(hide_password=False)
    finally:
        _execute(plain, sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)


def _execute(url: str, statement: sql.SQL, name: str) -> None:
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement.format(sql.Identifier(name)))
    except psycopg.errors.InsufficientPrivilege as error:
        raise NoScratch(f"this user may not make databases on the server: {error}") from error
    except psycopg.OperationalError as error:
        raise DatabaseDown(str(error)) from error
