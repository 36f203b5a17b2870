"""The database and the only commit."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import orjson
import psycopg
from psycopg.rows import dict_row
from sqlalchemy import Executable, Row, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from smsbot.ports import RawConnection


class DatabaseDown(Exception):
    """The database could not be reached or went away; nothing of the transaction was kept, or
    what was kept is whole."""


class Statements:
    """What statements run on. As it is, each of them is a transaction of its own, in force when it
    has returned, and costs one trip; in a `Tx` they are one transaction."""

    def __init__(self, connection: AsyncConnection, raw: RawConnection) -> None:
        self._connection = connection
        self.raw = raw

    async def run(self, statement: Executable, values: Any = None) -> int:
        """Execute; returns the number of rows that changed."""
        result = await self._connection.execute(statement, values)
        return getattr(result, "rowcount", -1)

    async def rows(
        self, statement: Executable, values: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        return (await self._connection.execute(statement, values)).all()

    async def one(
        self, statement: Executable, values: Mapping[str, Any] | None = None
    ) -> Row[Any] | None:
        """The first row, or None."""
        return (await self._connection.execute(statement, values)).first()

    async def must(
        self, statement: Executable, values: Mapping[str, Any] | None = None
    ) -> Row[Any]:
        """The one row that has to be there. Raises `LookupError`."""
        row = await self.one(statement, values)
        if row is None:
            raise LookupError("a row that must exist is missing")
        return row

    async def driver_row(self, statement: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
        """The first row of a statement in the driver's own form (`%(name)s`), by column name.

        For the few statements of the webhook only: SQLAlchemy's part of such a trip costs as much
        as the trip itself.
        """
        driver: Any = self.raw
        cursor = driver.cursor(row_factory=dict_row)
        await cursor.execute(statement, values)
        found: dict[str, Any] | None = await cursor.fetchone()
        return found


class Tx(Statements):
    """One transaction. It ends with the block that opened it: commit, or nothing."""


class Database:
    """`url` is a PostgreSQL URL (postgresql://…); `size` the most connections at once.

    `silence` is how many seconds a transaction may stand still: a process that was frozen in the
    middle of one (a paused machine, a cut network) would else hold its locks, and so all who want
    the same contact, for as long as it sleeps. The server ends it then; awake, it sees
    `DatabaseDown`.
    """

    def __init__(self, url: str, *, size: int = 10, silence: float = 20.0) -> None:
        self.url = plain_url(url)
        self._engine: AsyncEngine = create_async_engine(
            self.url.replace("postgresql://", "postgresql+psycopg://", 1),
            pool_size=size,
            max_overflow=0,
            pool_pre_ping=False,
            pool_timeout=10,
            # The connection that was used last is used next: its statements are prepared.
            pool_use_lifo=True,
            # A lone statement is then a transaction by itself, without the two trips of BEGIN and
            # COMMIT; `transaction` says BEGIN.
            isolation_level="AUTOCOMMIT",
            json_serializer=lambda value: orjson.dumps(value).decode(),
            json_deserializer=orjson.loads,
            connect_args={"prepare_threshold": 1},
        )
        event.listen(self._engine.sync_engine, "connect", _ending_silence(silence))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """Commits when the block ends well, rolls back when it raises. Raises `DatabaseDown`
        where the server is away."""
        with _telling():
            async with self._engine.begin() as connection:
                raw = (await connection.get_raw_connection()).driver_connection
                assert raw is not None
                await raw.execute("BEGIN", prepare=False)
                yield Tx(connection, RawConnection(raw))

    @asynccontextmanager
    async def statements(self) -> AsyncIterator[Statements]:
        """For what needs no transaction: it holds no lock from one statement to the next, and no
        two of its writes belong together. Raises `DatabaseDown` as `transaction` does."""
        with _telling():
            async with self._engine.connect() as connection:
                raw = (await connection.get_raw_connection()).driver_connection
                yield Statements(connection, RawConnection(raw))

    async def close(self) -> None:
        await self._engine.dispose()


@contextmanager
def _telling() -> Iterator[None]:
    """Whatever says that the server is away, said as `DatabaseDown`."""
    try:
        yield
    except DBAPIError as error:
        if error.connection_invalidated or _is_away(error):
            raise DatabaseDown(str(error.orig)) from error
        raise
    except psycopg.OperationalError as error:
        raise DatabaseDown(str(error)) from error
    except PoolTimeout as error:
        raise DatabaseDown("no connection became free in time") from error


def _ending_silence(seconds: float) -> Callable[[Any, object], None]:
    """Told on each new connection rather than in its options, where it would undo what the URL says
    in its own."""
    told = f"SET idle_in_transaction_session_timeout = {round(seconds * 1000)}"

    def tell(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(told)
        cursor.close()

    return tell


def plain_url(url: str) -> str:
    """The URL without a driver, as psycopg takes it: postgres:// and postgresql+psycopg:// too."""
    scheme, _, rest = url.partition("://")
    if scheme not in ("postgres", "postgresql", "postgresql+psycopg"):
        raise ValueError(f"the database's URL begins with {scheme}://; it must be postgresql://")
    return f"postgresql://{rest}"


def _is_away(error: DBAPIError) -> bool:
    """Class 08 (connection), 57P (shutdown) and no code at all (could not connect)."""
    code = getattr(error.orig, "sqlstate", None)
    return code is None or code.startswith(("08", "57P"))
