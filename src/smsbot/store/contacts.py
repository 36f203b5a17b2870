"""Contacts, and the lock that every transaction which writes for a contact takes first."""

from typing import Any

from sqlalchemy import Row, cast, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert

from smsbot.domain.consent import ConsentRecord, ConsentStatus
from smsbot.domain.contact import Contact
from smsbot.domain.ids import ContactId, InboxId
from smsbot.store.db import Tx
from smsbot.store.records import to_contact
from smsbot.store.tables import consent, contact


async def lock(tx: Tx, contact_id: ContactId) -> Contact:
    """The contact's row, locked until the commit. Everything that writes for a contact comes
    through here or `arrival.arrive` first: two conversations cannot both pass a cap, and nothing
    that was read before a STOP can be written after it."""
    statement = select(contact).where(contact.c.id == contact_id).with_for_update()
    return to_contact(await tx.must(statement))


async def read(tx: Tx, contact_id: ContactId) -> Contact:
    return to_contact(await tx.must(select(contact).where(contact.c.id == contact_id)))


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


async def consent_id(tx: Tx, contact_id: ContactId) -> str | None:
    """The record that the contact's status comes from."""
    row = await tx.must(select(contact.c.consent_id).where(contact.c.id == contact_id))
    found: str | None = row.consent_id
    return found


async def ledger(tx: Tx, phone: str) -> list[Row[Any]]:
    """All consent records of a phone, oldest first."""
    statement = select(consent).where(consent.c.phone == phone).order_by(consent.c.at, consent.c.id)
    return list(await tx.rows(statement))


STAGE = "stage"


async def set_fields(tx: Tx, contact_id: ContactId, fields: dict[str, str]) -> None:
    """Merge fields into the mirror of the CRM's record; `stage` is a column of its own."""
    rest = {key: value for key, value in fields.items() if key != STAGE}
    values: dict[str, Any] = {"fields": contact.c.fields.op("||")(cast(rest, JSONB))}
    if STAGE in fields:
        values["stage"] = fields[STAGE]
    await tx.run(update(contact).where(contact.c.id == contact_id).values(**values))
