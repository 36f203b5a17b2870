"""Our sending numbers: pace and pauses."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, text, update
from sqlalchemy.dialects.postgresql import insert

from smsbot.domain.ids import NumberId
from smsbot.pack.models import Number
from smsbot.ports import Ids
from smsbot.store.db import Statements, Tx
from smsbot.store.records import NumberRow, to_number
from smsbot.store.tables import number

UNDECLARED = "this number is not in business.yaml"


async def arrive(tx: Tx, phone: str, ids: Ids, now: datetime) -> NumberRow:
    """The number that a text came to. One that nobody declared is kept, paused: its texts are
    stored and seen by a person, and nothing leaves from it."""
    row = await tx.one(select(number).where(number.c.phone == phone))
    if row is None:
        await tx.run(
            insert(number)
            .values(
                id=ids.new("num"),
                phone=phone,
                use_case="unknown",
                carrier_keywords="none",
                per_second=1,
                refilled_at=now,
                received_until=now,
                paused=UNDECLARED,
            )
            .on_conflict_do_nothing(index_elements=["phone"])
        )
        row = await tx.must(select(number).where(number.c.phone == phone))
    return to_number(row)


async def declare(tx: Tx, declared: Sequence[Number], ids: Ids, now: datetime) -> None:
    """Bring the table in line with the pack. A number's history stays."""
    for one in declared:
        values = {
            "use_case": one.use_case,
            "carrier_keywords": one.carrier_keywords,
            "per_second": one.messages_per_second,
        }
        await tx.run(
            insert(number)
            .values(
                id=ids.new("num"),
                phone=one.phone,
                tokens=max(1.0, one.messages_per_second),
                refilled_at=now,
                received_until=now,
                **values,
            )
            .on_conflict_do_update(index_elements=["phone"], set_=values)
        )
        await tx.run(
            update(number)
            .where(number.c.phone == one.phone, number.c.paused == UNDECLARED)
            .values(paused=None)
        )


_ONE = select(number).where(number.c.id == bindparam("number"))


async def read(on: Statements, number_id: NumberId) -> NumberRow:
    return to_number(await on.must(_ONE, {"number": number_id}))


async def declared(tx: Tx) -> list[NumberRow]:
    """All numbers that are ours."""
    rows = await tx.rows(select(number).where(number.c.use_case != "unknown").order_by(number.c.id))
    return [to_number(row) for row in rows]


async def all_known(tx: Tx) -> list[Row[Any]]:
    """Every number that a text was sent from or came to, also undeclared ones, as rows."""
    return list(await tx.rows(select(number).order_by(number.c.phone)))


async def pause(tx: Tx, number_id: NumberId | None, why: str, until: datetime | None) -> None:
    """Pause one number, or all of them where none is named. `until` None: until a person acts."""
    statement = update(number).values(paused=why, paused_until=until)
    await tx.run(statement if number_id is None else statement.where(number.c.id == number_id))


async def resume_due(tx: Tx, now: datetime) -> None:
    """Lift the pauses whose time has come."""
    await tx.run(
        update(number)
        .where(number.c.paused_until.is_not(None), number.c.paused_until <= now)
        .values(paused=None, paused_until=None)
    )


async def resume(tx: Tx, phone: str) -> bool:
    """Lift a pause by hand. False where there is no such number."""
    return (
        await tx.run(
            update(number).where(number.c.phone == phone).values(paused=None, paused_until=None)
        )
        == 1
    )


_TAKE = text(
    """
    UPDATE number
    SET tokens = filled.tokens - least(:wanted, floor(filled.tokens)), refilled_at = :now
    FROM (
      SELECT id, least(greatest(1.0, per_second),
             tokens + greatest(0, extract(epoch FROM :now - refilled_at)) * per_second) AS tokens
      FROM number WHERE id = :number FOR UPDATE
    ) AS filled
    WHERE number.id = filled.id
    RETURNING least(:wanted, floor(filled.tokens))::int AS granted, number.tokens, number.per_second
    """
)


async def take_tokens(
    on: Statements, number_id: NumberId, wanted: int, now: datetime
) -> tuple[int, float]:
    """Take up to `wanted` texts' worth of this number's pace: how many may go now, and how many
    seconds until the next may. The bucket holds one second's worth, and is in the row so that
    every process shares it (compliance.md 4, throughput)."""
    row = await on.must(_TAKE, {"number": number_id, "wanted": wanted, "now": now})
    missing = max(0.0, 1.0 - row.tokens)
    return row.granted, missing / row.per_second


async def give_back(on: Statements, number_id: NumberId, count: int) -> None:
    """Return tokens that were taken and not used."""
    await on.run(
        update(number).where(number.c.id == number_id).values(tokens=number.c.tokens + count)
    )


async def received_until(tx: Tx, number_id: NumberId) -> datetime:
    row = await tx.must(select(number.c.received_until).where(number.c.id == number_id))
    found: datetime = row.received_until
    return found


async def mark_received(tx: Tx, number_id: NumberId, until: datetime) -> None:
    """All texts to this number up to `until` are known to be stored."""
    await tx.run(
        update(number)
        .where(number.c.id == number_id, number.c.received_until < until)
        .values(received_until=until)
    )
