"""An opt-out or an opt-in takes effect: the ledger, its projection, and all that follows, in the
transaction of the one who calls (law 2)."""

from dataclasses import dataclass, replace
from datetime import datetime

from smsbot.domain.consent import ConsentAct, ConsentRecord, Scope, project
from smsbot.domain.contact import Contact
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import ConsentId, InboxId
from smsbot.pipeline.services import Services
from smsbot.store import contacts, conversations, inbox, outbox, timeline
from smsbot.store.db import Tx


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, and how: the evidence of a consent record."""

    act: ConsentAct
    scope: Scope
    medium: str
    method: str
    evidence: str
    reason: str


async def record_consent(
    tx: Tx,
    services: Services,
    brand: str,
    contact: Contact,
    said: Said,
    *,
    message_id: InboxId | None,
    now: datetime,
) -> tuple[ConsentRecord, Contact]:
    """Append the record and move the status; a withdrawal also cancels all that is queued for the
    contact, closes what is unanswered, and takes the fence of any turn that is running. Returns
    the record and the contact as it is from now on. The caller holds the contact's lock."""
    record = ConsentRecord(
        id=ConsentId(services.ids.new("cns")),
        phone=contact.phone,
        brand=brand,
        act=said.act,
        scope=said.scope,
        medium=said.medium,
        method=said.method,
        evidence=said.evidence,
        at=now,
    )
    status = project(contact.consent, record)
    moved = None if said.scope is Scope.MARKETING else status
    await contacts.write_consent(tx, contact.id, record, moved, message_id)
    happened = [
        Event(
            type=EventType.CONSENT_CHANGED,
            reason=said.reason,
            at=now,
            data={"status": status.value, "suppressed": status.suppressed, "record": record.id},
            message_id=message_id,
        )
    ]
    if status.suppressed:
        happened += await _silence(tx, contact, record, now)
    await timeline.record(tx, happened, contact_id=contact.id)
    return record, replace(contact, consent=status)


async def _silence(tx: Tx, contact: Contact, record: ConsentRecord, now: datetime) -> list[Event]:
    """Everything that would still have said something to this contact ends here."""
    why = f"the contact opted out ({record.id})"
    cancelled = await outbox.cancel_queued(tx, contact.id, why)
    await inbox.close_for_contact(tx, contact.id, record.id, now)
    await conversations.move_fences(tx, contact.id)
    return [
        Event(type=EventType.TEXT_CANCELLED, reason=f"Not sent: {why}", at=now, message_id=one)
        for one in cancelled
    ]
