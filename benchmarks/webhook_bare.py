"""A loop that inserts one row and defers one job in a transaction: what the webhook is held to.

With the same libraries and the same event loop as the product, for it is the product's work that
is measured, not theirs.
"""

import asyncio
import os
import sys
import time

from procrastinate import App
from procrastinate.psycopg_connector import PsycopgConnector
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from smsbot.loop import loop_factory

TABLE = text("CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, body text)")
INSERT = text("INSERT INTO bare (body) VALUES (:body)")


async def main(seconds: float, at_once: int) -> float:
    url = os.environ["BENCH_DATABASE"].replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_async_engine(url, pool_size=at_once)
    app = App(connector=PsycopgConnector(conninfo=os.environ["BENCH_DATABASE"]))

    @app.task(name="turn")
    async def turn(subject: str) -> None:
        """Never run here."""

    async with engine.begin() as connection:
        await connection.execute(TABLE)
    end = time.perf_counter() + seconds
    begun = time.perf_counter()
    counts = await asyncio.gather(*(_loop(engine, turn, end, n) for n in range(at_once)))
    took = time.perf_counter() - begun
    await engine.dispose()
    return sum(counts) / took


async def _loop(engine: AsyncEngine, turn: object, end: float, lane: int) -> int:
    count = 0
    while time.perf_counter() < end:
        async with engine.begin() as connection:
            await connection.execute(INSERT, {"body": "what are your hours?"})
            raw = (await connection.get_raw_connection()).driver_connection
            deferrer = turn.configure(lock=f"bare:{lane}:{count}", connection=raw)  # type: ignore[attr-defined]
            await deferrer.defer_async(subject="x")
        count += 1
    return count


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        print(runner.run(main(float(sys.argv[1]), int(sys.argv[2]))))
