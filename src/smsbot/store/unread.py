"""Webhooks that were genuine and could not be read: kept whole, so that nothing is lost."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert

from smsbot.store.db import Tx
from smsbot.store.tables import unread


async def add(
    tx: Tx, door: str, problem: str, params: Sequence[tuple[str, str]], now: datetime
) -> None:
    """`door` is inbound or status; `params` are all fields as they came."""
    fields = [[name, value.replace("\x00", "")] for name, value in params]
    await tx.run(insert(unread).values(door=door, problem=problem, params=fields, received_at=now))
