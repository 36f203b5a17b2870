"""The queue of changes to the CRM, and the embedded CRM itself."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, cast, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert

from smsbot.domain.ids import ContactId
from smsbot.ports import CrmChange, CrmDown
from smsbot.store.db import Database, DatabaseDown, Tx
from smsbot.store.tables import contact, crm_change, crm_contact, crm_entry


async def waiting(tx: Tx, contact_id: ContactId, limit: int = 100) -> list[CrmChange]:
    """What the CRM has not been told of this contact, in order."""
    statement = (
        select(crm_change, contact.c.phone)
        .join(contact, contact.c.id == crm_change.c.contact_id)
        .where(crm_change.c.contact_id == contact_id, crm_change.c.done_at.is_(None))
        .order_by(crm_change.c.id)
        .limit(limit)
    )
    return [
        CrmChange(
            id=f"chg_{row.id}",
            contact_id=row.contact_id,
            phone=row.phone,
            kind=row.kind,
            data=row.data,
            at=row.at,
        )
        for row in await tx.rows(statement)
    ]


async def contacts_waiting(tx: Tx, now: datetime, limit: int = 200) -> list[ContactId]:
    """Contacts with changes that may be tried now."""
    statement = (
        select(crm_change.c.contact_id)
        .where(
            crm_change.c.done_at.is_(None),
            (crm_change.c.retry_at.is_(None)) | (crm_change.c.retry_at <= now),
        )
        .distinct()
        .limit(limit)
    )
    return [row.contact_id for row in await tx.rows(statement)]


async def done(tx: Tx, change_ids: Sequence[str], now: datetime) -> None:
    await tx.run(
        update(crm_change)
        .where(crm_change.c.id.in_([_row_id(one) for one in change_ids]))
        .values(done_at=now, problem=None)
    )


async def failed(tx: Tx, change_id: str, problem: str, retry_at: datetime) -> None:
    await tx.run(
        update(crm_change)
        .where(crm_change.c.id == _row_id(change_id))
        .values(attempts=crm_change.c.attempts + 1, problem=problem, retry_at=retry_at)
    )


def _row_id(change_id: str) -> int:
    return int(change_id.removeprefix("chg_"))


class EmbeddedCrm:
    """A CRM of our own behind the Crm port, so that a new installation has one. It is reached as
    any other would be: by changes with an id, in order, applied once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def apply(self, change: CrmChange) -> None:
        try:
            async with self._database.transaction() as tx:
                await _apply(tx, change)
        except DatabaseDown as error:
            raise CrmDown(str(error)) from error


async def _apply(tx: Tx, change: CrmChange) -> None:
    await tx.run(
        insert(crm_contact)
        .values(phone=change.phone, contact_id=change.contact_id)
        .on_conflict_do_nothing(index_elements=["phone"])
    )
    fresh = await tx.run(
        insert(crm_entry)
        .values(
            change_id=change.id,
            phone=change.phone,
            kind=change.kind,
            title=str(change.data.get("title", change.kind)),
            data=dict(change.data),
            at=change.at,
        )
        .on_conflict_do_nothing(index_elements=["change_id"])
    )
    if fresh != 1:
        return
    values = _values(change)
    if values:
        await tx.run(
            update(crm_contact).where(crm_contact.c.phone == change.phone).values(**values)
        )


def _values(change: CrmChange) -> dict[str, Any]:
    """What a change does to the contact's own row."""
    match change.kind:
        case "suppress":
            return {"do_not_text": True}
        case "unsuppress":
            return {"do_not_text": False}
        case "fields":
            fields = dict(change.data)
            stage = {"stage": fields.pop("stage")} if "stage" in fields else {}
            return {"fields": crm_contact.c.fields.op("||")(cast(fields, JSONB)), **stage}
        case _:
            return {}


async def record_of(tx: Tx, phone: str) -> tuple[Row[Any] | None, list[Row[Any]]]:
    """The embedded CRM's record of a phone and its entries, newest last."""
    own = await tx.one(select(crm_contact).where(crm_contact.c.phone == phone))
    entries = await tx.rows(
        select(crm_entry).where(crm_entry.c.phone == phone).order_by(crm_entry.c.at)
    )
    return own, list(entries)
