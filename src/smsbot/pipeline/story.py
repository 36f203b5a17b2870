"""The whole chain of one text, as one answer to "why": what came in, what each rule said, what was
understood, what was sent, and how far it came (law 7). Everything is told as it was stored; nothing
is judged anew."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from smsbot.domain.decision import Decision, Ruling, Verdict
from smsbot.domain.event import EventType
from smsbot.domain.guard import Action, GuardVerdict
from smsbot.domain.understanding import Intent, Understanding
from smsbot.pipeline.story_parts import (
    AttemptPart,
    ConsentPart,
    EventPart,
    GatePart,
    InboundStory,
    OutboundStory,
    ReceiptPart,
    Story,
    TaskPart,
    TextRef,
    TurnPart,
)
from smsbot.store import receipts, turns
from smsbot.store import story as store
from smsbot.store.db import Tx
from smsbot.store.records import plain

Row = Any
"""A row of a table; its columns are its attributes."""

TASK_EVENTS = (EventType.TASK_CREATED.value, EventType.TASK_EXTENDED.value)


class AmbiguousId(Exception):
    """What was given begins the ids of several texts; says which."""


async def story(tx: Tx, message_id: str) -> Story | None:
    """The story of the text with this id, an unambiguous beginning of one, or the carrier's SID.
    None where there is no such text. Raises `AmbiguousId`."""
    found = await store.find(tx, message_id)
    if not found:
        return None
    if len(found) > 1:
        listed = ", ".join(one for _, one in found)
        raise AmbiguousId(f"{message_id!r} begins several ids: {listed}. Give more of it.")
    direction, whole = found[0]
    return await (_inbound(tx, whole) if direction == "in" else _outbound(tx, whole))


def as_json(told: Story) -> dict[str, Any]:
    """The story as JSON takes it; times are ISO 8601 with their offset."""
    found: dict[str, Any] = plain(told)
    return found


async def _inbound(tx: Tx, inbox_id: str) -> InboundStory:
    row = await store.received(tx, inbox_id)
    took = [await _turn(tx, one) for one in await store.turns_of(tx, row.conversation_id, inbox_id)]
    # What a turn does is noted at the last of the texts that it took.
    together = {ref.id for one in took if one.outcome == "committed" for ref in one.took}
    happened = await store.events_of(tx, sorted({inbox_id, *together}))
    replies = await store.answering(tx, row.contact_id, inbox_id)
    winner = GuardVerdict(row.rule, Action(row.action), row.reason)
    spoke = tuple(_guard(one) for one in row.guards) or (winner,)
    return InboundStory(
        id=row.id,
        phone=row.phone,
        name=row.name,
        number=row.number,
        conversation_id=row.conversation_id,
        owner=row.owner,
        rep=row.rep,
        body=row.body,
        media=tuple(row.media),
        segments=row.segments,
        received_at=row.received_at,
        source=row.source,
        carrier_sid=row.carrier_sid,
        guard=next((one for one in spoke if one.rule == row.rule), winner),
        guards=spoke,
        settled=row.settled,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        turns=tuple(took),
        tasks=await _tasks(tx, happened),
        consents=tuple(_consent(one) for one in await store.consents_of(tx, row.phone, inbox_id)),
        replies=tuple([await _outbound(tx, one) for one in replies]),
        events=tuple(_event(one) for one in happened if one.message_id == inbox_id),
    )


async def _outbound(tx: Tx, outbox_id: str) -> OutboundStory:
    row = await store.sent(tx, outbox_id)
    turn = await turns.read(tx, row.turn_id) if row.turn_id else None
    consent = await store.consent_record(tx, row.consent_id) if row.consent_id else None
    return OutboundStory(
        id=row.id,
        kind=row.kind,
        phone=row.to_phone,
        name=row.name,
        number=row.number,
        body=row.body,
        segments=row.segments,
        reason=row.reason,
        source=row.source,
        pack_hash=row.pack_hash,
        answers=tuple(_came(one) for one in await store.inbound_by_id(tx, row.answers)),
        turn=await _turn(tx, turn) if turn else None,
        task_id=row.task_id,
        queued_at=row.queued_at,
        gate=tuple(_gate(row)),
        cancelled=row.dispatch["reason"] if _was_cancelled(row) else None,
        consent=_consent(consent) if consent else None,
        consent_checked_at=row.consent_checked_at,
        state=row.state,
        due_at=row.due_at,
        status=row.status,
        error_code=row.error_code,
        carrier_sid=row.carrier_sid,
        sent_at=row.sent_at,
        attempts=tuple(_attempt(one) for one in await store.attempts_of(tx, outbox_id)),
        receipts=tuple(_receipt(one) for one in await receipts.of_message(tx, row.id)),
        events=tuple(_event(one) for one in await store.events_of(tx, [outbox_id])),
    )


async def _turn(tx: Tx, row: Row) -> TurnPart:
    return TurnPart(
        id=row.id,
        outcome=row.outcome,
        reason=row.reason,
        started_at=row.started_at,
        ended_at=row.ended_at,
        took=tuple(_came(one) for one in await store.inbound_by_id(tx, row.took)),
        pack_hash=row.pack_hash,
        versions=row.versions,
        understanding=_understanding(row.understanding) if row.understanding else None,
        trace=tuple((node, did) for node, did in row.trace or ()),
    )


async def _tasks(tx: Tx, happened: list[Row]) -> tuple[TaskPart, ...]:
    """The tasks that these events made or extended."""
    made = {
        one.data["task"]: one.type == EventType.TASK_CREATED.value
        for one in reversed(happened)
        if one.type in TASK_EVENTS
    }
    sent = await store.texts_of_tasks(tx, list(made))
    return tuple(
        TaskPart(
            id=row.id,
            made=made[row.id],
            kind=row.kind,
            reason=row.reason,
            urgency=row.urgency,
            queue=row.queue,
            state=row.state,
            assigned_to=row.assigned_to,
            due_at=row.due_at,
            texts=tuple(_went(one) for one in sent if one.task_id == row.id),
        )
        for row in await store.tasks_by_id(tx, list(made))
    )


def _came(row: Row) -> TextRef:
    return TextRef(row.id, "in", "customer", row.body, row.received_at, row.rule)


def _went(row: Row) -> TextRef:
    what = row.status or row.state
    return TextRef(row.id, "out", row.kind, row.body, row.queued_at, what, row.to_phone)


def _guard(kept: dict[str, str]) -> GuardVerdict:
    return GuardVerdict(
        rule=kept["rule"],
        action=Action(kept["action"]),
        reason=kept["reason"],
        matched=kept.get("matched", ""),
        detail=kept.get("detail", ""),
    )


def _understanding(kept: dict[str, Any]) -> Understanding:
    """As it was stored; what a newer release added and this one does not know is left out."""
    known = {one.name for one in fields(Understanding)}
    told = {
        name: tuple(
            Intent(one["name"], one["confidence"], one.get("faq_id"), one.get("words", ""))
            for one in kept.get(name, ())
        )
        for name in ("intents", "topics")
    }
    return Understanding(**{k: v for k, v in kept.items() if k in known} | told)


def _was_cancelled(row: Row) -> bool:
    return row.dispatch is not None and row.dispatch["outcome"] == "cancelled"


def _gate(row: Row) -> list[GatePart]:
    passes = [GatePart("queue", _decision(row.decision))]
    if row.dispatch is not None and not _was_cancelled(row):
        passes.append(GatePart("dispatch", _decision(row.dispatch)))
    return passes


def _decision(kept: dict[str, Any]) -> Decision:
    return Decision(
        outcome=kept["outcome"],
        rule=kept["rule"],
        reason=kept["reason"],
        verdicts=tuple(
            Verdict(
                rule=one["rule"],
                ruling=Ruling(one["ruling"]),
                reason=one["reason"],
                until=_time(one.get("until")),
                binding=one.get("binding", True),
            )
            for one in kept["verdicts"]
        ),
        at=datetime.fromisoformat(kept["at"]),
        until=_time(kept.get("until")),
    )


def _time(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def _consent(row: Row) -> ConsentPart:
    return ConsentPart(row.id, row.act, row.scope, row.medium, row.method, row.evidence, row.at)


def _attempt(row: Row) -> AttemptPart:
    return AttemptPart(
        row.id, row.started_at, row.ended_at, row.outcome, row.carrier_sid, row.detail or {}
    )


def _receipt(row: Row) -> ReceiptPart:
    return ReceiptPart(row.status, row.effect, row.error_code, row.received_at, row.carrier_sid)


def _event(row: Row) -> EventPart:
    return EventPart(row.type, row.reason, row.at, row.data)


__all__ = ["AmbiguousId", "InboundStory", "OutboundStory", "Story", "as_json", "story"]
