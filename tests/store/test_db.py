"""What ends a transaction, and what needs none: the engine's connections are in autocommit."""

import asyncio

import pytest
from sqlalchemy import text

from smsbot.store.db import Database, DatabaseDown

MAKE = text("CREATE TABLE kept (n int)")
ADD = text("INSERT INTO kept VALUES (:n)")
ALL = text("SELECT n FROM kept ORDER BY n")


async def _kept(database: Database) -> list[int]:
    async with database.statements() as on:
        return [row.n for row in await on.rows(ALL)]


async def _fail(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.run(ADD, {"n": 1})
        await tx.driver_row("INSERT INTO kept VALUES (%(n)s) RETURNING n", {"n": 2})
        raise ZeroDivisionError


async def test_a_block_that_raises_leaves_nothing_and_its_connection_clean(
    database_url: str,
) -> None:
    database = Database(database_url, size=1)  # so that all have the same connection
    async with database.statements() as on:
        await on.run(MAKE)
    with pytest.raises(ZeroDivisionError):
        await _fail(database)
    assert await _kept(database) == []
    async with database.transaction() as tx:
        await tx.run(ADD, {"n": 3})
    assert await _kept(database) == [3]
    await database.close()


async def test_a_transaction_is_seen_by_others_at_its_end_and_a_statement_at_once(
    database_url: str,
) -> None:
    database = Database(database_url, size=2)
    async with database.statements() as on:
        await on.run(MAKE)
        await on.run(ADD, {"n": 1})
        assert await _kept(database) == [1]
    async with database.transaction() as tx:
        await tx.run(ADD, {"n": 2})
        assert await _kept(database) == [1]
    assert await _kept(database) == [1, 2]
    await database.close()


async def _stand_still(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.run(ADD, {"n": 1})
        await asyncio.sleep(0.6)
        await tx.run(ADD, {"n": 2})


async def test_the_server_ends_a_transaction_that_stands_still(database_url: str) -> None:
    database = Database(database_url, size=2, silence=0.2)
    async with database.statements() as on:
        await on.run(MAKE)
    with pytest.raises(DatabaseDown):
        await _stand_still(database)
    assert await _kept(database) == []
    await database.close()
