"""Turns of a test's database, run again from their records."""

import psycopg

from smsbot.beside import read_answer
from smsbot.pipeline.replay import Replayed, record_of, replay
from smsbot.pipeline.services import Services

ENDED = """
    SELECT turn.id FROM turn
    JOIN conversation ON conversation.id = turn.conversation_id
    JOIN contact ON contact.id = conversation.contact_id
    WHERE turn.outcome IS NOT NULL AND (%(phone)s::text IS NULL OR contact.phone = %(phone)s)
    ORDER BY turn.started_at
"""


async def every_turn(services: Services, phone: str | None = None) -> list[Replayed]:
    """Every turn (of this customer) that came to an end, replayed, oldest first."""
    with psycopg.connect(services.database.url) as connection:
        rows = connection.execute(ENDED, {"phone": phone}).fetchall()
    return [await one_turn(services, turn) for (turn,) in rows]


async def one_turn(services: Services, turn: str) -> Replayed:
    async with services.database.statements() as on:
        record = await record_of(on, turn)
    return await replay(record, read_answer)
