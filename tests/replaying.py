"""Turns of a test's database, run again from their records."""

import psycopg

from smsbot.beside import read_answer
from smsbot.pipeline.replay import Replayed, record_of, replay
from smsbot.pipeline.services import Services


async def every_turn(services: Services) -> list[Replayed]:
    """Every turn that came to an end, replayed, oldest first."""
    with psycopg.connect(services.database.url) as connection:
        rows = connection.execute(
            "SELECT id FROM turn WHERE outcome IS NOT NULL ORDER BY started_at"
        ).fetchall()
    return [await one_turn(services, turn) for (turn,) in rows]


async def one_turn(services: Services, turn: str) -> Replayed:
    async with services.database.statements() as on:
        record = await record_of(on, turn)
    return await replay(record, read_answer)
