"""Packs, whole, by content hash; one row says which is active."""

from datetime import datetime
from functools import lru_cache

import orjson
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

from smsbot.pack.load import dump, parse
from smsbot.pack.models import Pack
from smsbot.store.db import Statements, Tx
from smsbot.store.tables import active_pack, pack


async def activate(tx: Tx, one: Pack, now: datetime) -> None:
    """Store the pack if it is new, and make it the one in force."""
    await tx.run(
        insert(pack)
        .values(hash=one.hash, content=orjson.loads(dump(one)), stored_at=now)
        .on_conflict_do_nothing(index_elements=["hash"])
    )
    await tx.run(
        insert(active_pack)
        .values(hash=one.hash, activated_at=now)
        .on_conflict_do_update(
            index_elements=["one_row"],
            set_={"hash": text("excluded.hash"), "activated_at": text("excluded.activated_at")},
        )
    )


async def active_hash(on: Statements) -> str | None:
    row = await on.one(select(active_pack.c.hash))
    return row.hash if row else None


@lru_cache(maxsize=8)
def _parsed(content: bytes) -> Pack:
    """The same text is the same pack; its tables of phrases take half a second to make."""
    return parse(content.decode())


async def read(on: Statements, content_hash: str) -> Pack:
    """Raises `LookupError` where no pack has this hash."""
    row = await on.must(select(pack.c.content).where(pack.c.hash == content_hash))
    return _parsed(orjson.dumps(row.content))
