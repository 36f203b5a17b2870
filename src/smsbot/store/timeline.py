"""Events: appended in the transaction in which they happen, and told to the CRM."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row, insert, select

from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import ContactId, ConversationId
from smsbot.store.db import Tx
from smsbot.store.records import plain
from smsbot.store.tables import crm_change, event

Told = Callable[[Event], list[tuple[str, dict[str, Any]]]]
"""What the CRM is told of an event: (kind of change, its content), in order."""


def _entry(title: str) -> Told:
    def told(happened: Event) -> list[tuple[str, dict[str, Any]]]:
        content = {
            "title": title,
            "reason": happened.reason,
            "type": happened.type.value,
            "message_id": happened.message_id,
            **happened.data,
        }
        return [("timeline", content)]

    return told


def _nothing(_: Event) -> list[tuple[str, dict[str, Any]]]:
    return []


def _consent(happened: Event) -> list[tuple[str, dict[str, Any]]]:
    suppressed = happened.data.get("suppressed") is True
    change = ("suppress" if suppressed else "unsuppress", {"reason": happened.reason})
    return [change, *_entry("Consent changed")(happened)]


def _fields(happened: Event) -> list[tuple[str, dict[str, Any]]]:
    return [("fields", dict(happened.data)), *_entry("Details noted")(happened)]


def _task(happened: Event) -> list[tuple[str, dict[str, Any]]]:
    return [("task", dict(happened.data)), *_entry("Task for a person")(happened)]


HANDLERS: dict[EventType, Told] = {
    EventType.TEXT_RECEIVED: _entry("Text received"),
    EventType.TEXT_QUEUED: _nothing,  # the record shows it once it is sent, refused or cancelled
    EventType.TEXT_REFUSED: _entry("Text not sent"),
    EventType.TEXT_DEFERRED: _entry("Text waits"),
    EventType.TEXT_SENT: _entry("Text sent"),
    EventType.TEXT_STATUS: _entry("Delivery status"),
    EventType.TEXT_CANCELLED: _entry("Text cancelled"),
    EventType.TEXT_UNKNOWN: _nothing,  # settled by the look-up, which writes its own event
    EventType.CONSENT_CHANGED: _consent,
    EventType.OWNER_CHANGED: _entry("Conversation changed hands"),
    EventType.TASK_CREATED: _task,
    EventType.TASK_EXTENDED: _task,
    EventType.TASK_CLAIMED: _task,
    EventType.TASK_RESOLVED: _task,
    EventType.TURN_COMMITTED: _nothing,  # its texts, tags and tasks have entries of their own
    EventType.TURN_VOIDED: _nothing,  # a newer text came; the next turn answers both
    EventType.TURN_FAILED: _entry("The assistant failed"),
    EventType.TURN_QUIET: _entry("No reply was needed"),
    EventType.CONTACT_CHANGED: _fields,
    EventType.APPOINTMENT_BOOKED: _entry("Appointment booked"),
    EventType.APPOINTMENT_MOVED: _entry("Appointment moved"),
    EventType.APPOINTMENT_CANCELLED: _entry("Appointment cancelled"),
    EventType.APPOINTMENT_NOTED: _entry("Note for a visit"),
    EventType.NUMBER_PAUSED: _nothing,  # about our number, not about the contact
    EventType.GUARD_FAILED: _entry("A safety rule failed"),
    EventType.DEFECT: _entry("Contained defect"),
}
"""Every event type has one line; tests/store/test_timeline.py holds it complete."""


def changes_of(happened: Event) -> list[tuple[str, dict[str, Any]]]:
    """What the CRM is told of an event: (kind of change, content), with the message it is about."""
    return HANDLERS[happened.type](happened)


_HAPPENED = insert(event)
_CHANGED = insert(crm_change)


async def record(
    tx: Tx,
    events: Sequence[Event],
    *,
    contact_id: ContactId | None,
    conversation_id: ConversationId | None = None,
) -> None:
    """Append the events and queue what the CRM is to be told, all or none."""
    if not events:
        return
    await tx.run(
        _HAPPENED,
        [
            {
                "contact_id": contact_id,
                "conversation_id": conversation_id,
                "message_id": happened.message_id,
                "type": happened.type.value,
                "reason": happened.reason,
                "data": plain(happened.data),
                "at": happened.at,
            }
            for happened in events
        ],
    )
    if contact_id is None:
        return
    changes = [
        {"contact_id": contact_id, "kind": kind, "data": plain(content), "at": happened.at}
        for happened in events
        for kind, content in changes_of(happened)
    ]
    if changes:
        await tx.run(_CHANGED, changes)


async def of_contact(
    tx: Tx, contact_id: ContactId, *, after: int = 0, limit: int = 500
) -> list[Row[Any]]:
    statement = (
        select(event)
        .where(event.c.contact_id == contact_id, event.c.id > after)
        .order_by(event.c.id)
        .limit(limit)
    )
    return list(await tx.rows(statement))


async def of_message(tx: Tx, message_id: str) -> list[Row[Any]]:
    statement = select(event).where(event.c.message_id == message_id).order_by(event.c.id)
    return list(await tx.rows(statement))
