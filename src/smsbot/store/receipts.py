"""Status callbacks, each kept, in the order in which they came."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from smsbot.domain.ids import CarrierSid, OutboxId
from smsbot.domain.inbound import StatusReport
from smsbot.store.db import Tx
from smsbot.store.tables import receipt


async def add(
    tx: Tx, report: StatusReport, outbox_id: OutboxId | None, effect: str, now: datetime
) -> None:
    """`effect` says what it changed: `advanced`, `not newer`, or `waits for its message`."""
    await tx.run(
        insert(receipt).values(
            carrier_sid=report.sid,
            attempt_id=report.attempt,
            outbox_id=outbox_id,
            status=report.status.value,
            error_code=report.error_code,
            effect=effect,
            received_at=now,
            raw=report.raw,
        )
    )


async def of_message(tx: Tx, outbox_id: OutboxId) -> list[Row[Any]]:
    statement = select(receipt).where(receipt.c.outbox_id == outbox_id).order_by(receipt.c.id)
    return list(await tx.rows(statement))


async def orphans(tx: Tx, sid: CarrierSid) -> list[Row[Any]]:
    """Callbacks that came before anyone knew whose they were."""
    statement = (
        select(receipt)
        .where(receipt.c.carrier_sid == sid, receipt.c.outbox_id.is_(None))
        .order_by(receipt.c.id)
    )
    return list(await tx.rows(statement))


async def adopt(tx: Tx, sid: CarrierSid, outbox_id: OutboxId) -> None:
    await tx.run(
        update(receipt)
        .where(receipt.c.carrier_sid == sid, receipt.c.outbox_id.is_(None))
        .values(outbox_id=outbox_id)
    )
