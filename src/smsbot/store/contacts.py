"""Contacts, and the lock that every transaction which writes for a contact takes first."""

from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert

from smsbot.domain.consent import ConsentRecord, ConsentStatus
from smsbot.domain.contact import Contact
from smsbot.domain.ids import ContactId, InboxId
from smsbot.store.db import Tx
from smsbot.store.records import to_contact
from smsbot.store.tables import consent, contact

# Made once, like the other statements of a turn: making one takes longer than running it.
_ONE = select(contact).where(contact.c.id == bindparam("contact"))
_LOCKED = _ONE.with_for_update()
_FIELDS = (
    update(contact)
    .where(contact.c.id == bindparam("contact"))
    .values(fields=contact.c.fields.op("||")(bindparam("rest", type_=JSONB)))
)
_FIELDS_AND_STAGE = _FIELDS.values(stage=bindparam("to_stage"))


async def lock(tx: Tx, contact_id: ContactId) -> Contact:
    """The contact's row, locked until the commit. Everything that writes for a contact comes
    through here or `arrival.arrive` first: two conversations cannot both pass a cap, and nothing
    that was read before a STOP can be written after it."""
    return to_contact(await tx.must(_LOCKED, {"contact": contact_id}))


async def read(tx: Tx, contact_id: ContactId) -> Contact:
    return to_contact(await tx.must(_ONE, {"contact": contact_id}))


async def by_phone(tx: Tx, phone: str) -> Contact | None:
    row = await tx.one(select(contact).where(contact.c.phone == phone))
    return to_contact(row) if row else None


async def mark_untextable(tx: Tx, contact_id: ContactId, why: str) -> None:
    await tx.run(update(contact).where(contact.c.id == contact_id).values(untextable=why))


async def write_consent(
    tx: Tx,
    contact_id: ContactId,
    record: ConsentRecord,
    status: ConsentStatus | None,
    message_id: InboxId | None,
) -> None:
    """Append the record and move its projection, together; with no status it stays."""
    await tx.run(
        insert(consent).values(
            id=record.id,
            phone=record.phone,
            brand=record.brand,
            act=record.act.value,
            scope=record.scope.value,
            medium=record.medium,
            method=record.method,
            evidence=record.evidence,
            message_id=message_id,
            at=record.at,
        )
    )
    if status is None:
        return
    await tx.run(
        update(contact)
        .where(contact.c.id == contact_id)
        .values(consent=status.value, consent_id=record.id)
    )


async def ledger(tx: Tx, phone: str) -> list[Row[Any]]:
    """All consent records of a phone, oldest first."""
    statement = select(consent).where(consent.c.phone == phone).order_by(consent.c.at, consent.c.id)
    return list(await tx.rows(statement))


STAGE = "stage"


async def set_fields(tx: Tx, contact_id: ContactId, fields: dict[str, str]) -> None:
    """Merge fields into the mirror of the CRM's record; `stage` is a column of its own."""
    rest = {key: value for key, value in fields.items() if key != STAGE}
    values: dict[str, Any] = {"contact": contact_id, "rest": rest}
    if STAGE in fields:
        await tx.run(_FIELDS_AND_STAGE, {**values, "to_stage": fields[STAGE]})
    else:
        await tx.run(_FIELDS, values)
