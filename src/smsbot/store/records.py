"""Rows as typed things, and typed things as JSON."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Row, Table

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Decision
from smsbot.domain.delivery import SendState, Status
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.ids import (
    AttemptId,
    CarrierSid,
    ContactId,
    ConversationId,
    InboxId,
    NumberId,
    OutboxId,
)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """`per_second` is texts a second; `paused` says why nothing may leave from this number."""

    id: NumberId
    phone: str
    carrier_keywords: str
    per_second: float
    paused: str | None
    paused_until: datetime | None


@dataclass(frozen=True, slots=True)
class ConversationRow:
    id: ConversationId
    contact_id: ContactId
    number_id: NumberId
    owner: Owner
    rep: str | None
    version: int
    state: dict[str, Any]
    held: bool
    """Whether the holding reply of this spell of waiting was sent."""
    bot_since: datetime
    """Since when the bot owns it: older words are not the bot's to remember."""
    turn_failures: int


@dataclass(frozen=True, slots=True)
class InboxRow:
    id: InboxId
    carrier_sid: CarrierSid
    contact_id: ContactId
    conversation_id: ConversationId
    body: str
    media: list[dict[str, str]]
    received_at: datetime
    settled: str | None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One text that goes out. `draft` is what the gate judges again at dispatch."""

    id: OutboxId
    contact_id: ContactId | None
    conversation_id: ConversationId | None
    number_id: NumberId
    draft: Draft
    state: SendState
    status: Status | None
    carrier_sid: CarrierSid | None
    attempts: int
    attempt_id: AttemptId | None
    attempted_at: datetime | None
    due_at: datetime
    queued_at: datetime
    absent: int
    once_key: str | None
    turn_id: str | None
    task_id: str | None


def to_contact(row: Row[Any]) -> Contact:
    return Contact(
        id=row.id,
        phone=row.phone,
        consent=ConsentStatus(row.consent),
        name=row.name,
        timezone=row.timezone,
        crm_owner=row.crm_owner,
        stage=row.stage,
        fields=row.fields,
    )


def to_number(row: Row[Any]) -> NumberRow:
    return NumberRow(
        id=row.id,
        phone=row.phone,
        carrier_keywords=row.carrier_keywords,
        per_second=row.per_second,
        paused=row.paused,
        paused_until=row.paused_until,
    )


def to_conversation(row: Row[Any]) -> ConversationRow:
    return ConversationRow(
        id=row.id,
        contact_id=row.contact_id,
        number_id=row.number_id,
        owner=Owner(row.owner),
        rep=row.rep,
        version=row.version,
        state=row.state,
        held=row.held,
        bot_since=row.bot_since,
        turn_failures=row.turn_failures,
    )


def to_inbox(row: Row[Any]) -> InboxRow:
    return InboxRow(
        id=row.id,
        carrier_sid=row.carrier_sid,
        contact_id=row.contact_id,
        conversation_id=row.conversation_id,
        body=row.body,
        media=row.media,
        received_at=row.received_at,
        settled=row.settled,
    )


def to_outbox(row: Row[Any]) -> OutboxRow:
    draft = Draft(
        kind=DraftKind(row.kind),
        to=row.to_phone,
        body=row.body,
        reason=row.reason,
        source=row.source,
        answers=tuple(row.answers),
        evidence=tuple(row.evidence),
        while_waiting=row.while_waiting,
        fallback_task=row.fallback_task,
    )
    return OutboxRow(
        id=row.id,
        contact_id=row.contact_id,
        conversation_id=row.conversation_id,
        number_id=row.number_id,
        draft=draft,
        state=SendState(row.state),
        status=Status(row.status) if row.status else None,
        carrier_sid=row.carrier_sid,
        attempts=row.attempts,
        attempt_id=row.attempt_id,
        attempted_at=row.attempted_at,
        due_at=row.due_at,
        queued_at=row.queued_at,
        absent=row.absent,
        once_key=row.once_key,
        turn_id=row.turn_id,
        task_id=row.task_id,
    )


def plain(value: Any) -> Any:
    """A dataclass, enum or datetime as JSON takes it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return plain(asdict(value))
    return value


def decision_json(decision: Decision) -> dict[str, Any]:
    found: dict[str, Any] = plain(decision)
    return found


def part_of(row: Row[Any], table: Table) -> Any:
    """What a joined row has of one table, as a row of that table alone would have it."""
    return SimpleNamespace(**{column.name: row._mapping[column] for column in table.c})
