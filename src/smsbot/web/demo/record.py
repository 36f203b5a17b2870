"""The contact as the page shows it: consent, owner, fields, timeline, tasks, appointments."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.event import EventType
from smsbot.domain.task import Task, TaskState
from smsbot.pack.hours import say_when
from smsbot.pack.models import Business, Pack
from smsbot.store import contacts, conversations, inbox, story, tasks, timeline
from smsbot.store.db import Tx
from smsbot.store.records import ConversationRow, plain
from smsbot.web.demo import appointments
from smsbot.web.demo.words import CONSENT, EVENT, OWNER, URGENCY

RECORDS = 5
"""Consent records that are shown, the newest first."""
NOISE = frozenset({EventType.TEXT_QUEUED, EventType.TURN_COMMITTED})
"""What the story tells better, and would bury the rest of the timeline."""
FINAL = frozenset({"delivered", "undelivered", "failed"})


@dataclass(frozen=True, slots=True)
class Moments:
    """The real time, by which a hold ends, and the one by which times are said to this phone."""

    now: datetime
    seen: datetime


async def view(
    tx: Tx, pack: Pack, phone: str, *, after: int, at: Moments, base_url: str
) -> dict[str, Any]:
    """All that is known of a phone, with the events after `after`; links begin with `base_url`. For
    a phone that never texted: `known` is false."""
    business = pack.business
    contact = await contacts.by_phone(tx, phone)
    if contact is None:
        nothing: dict[str, Any] = {"events": [], "last": 0, "tasks": [], "appointments": []}
        return {"known": False, "phone": phone, **nothing}
    conversation = await conversations.latest_of(tx, contact.id)
    events = await timeline.of_contact(tx, contact.id, after=after)
    return {
        "known": True,
        "id": contact.id,
        "phone": phone,
        "name": contact.name,
        "stage": contact.stage,
        "fields": contact.fields,
        "consent": await _consent(tx, contact),
        "owner": _owner(business, conversation),
        "waiting_since": await _waiting_since(tx, conversation),
        "events": [_event(row) for row in events if _is_shown(row)],
        "last": events[-1].id if events else after,
        "tasks": await _tasks(tx, business, contact, at.seen),
        "appointments": await appointments.view(
            tx, pack, contact.id, now=at.now, base_url=base_url
        ),
    }


async def _consent(tx: Tx, contact: Contact) -> dict[str, Any]:
    ledger = await contacts.ledger(tx, contact.phone)
    status = ConsentStatus(contact.consent)
    word, tone = CONSENT[status]
    return {
        "status": status.value,
        "suppressed": status.suppressed,
        "word": word,
        "tone": tone,
        "count": len(ledger),
        "records": [
            {
                "id": row.id,
                "act": row.act,
                "scope": row.scope,
                "method": row.method,
                "evidence": row.evidence,
                "at": row.at.isoformat(),
            }
            for row in reversed(ledger[-RECORDS:])
        ],
    }


def _owner(business: Business, conversation: ConversationRow | None) -> dict[str, Any]:
    owner = conversation.owner if conversation else Owner.BOT
    word, tone = OWNER[owner]
    if conversation is not None and owner is Owner.REP:
        word = _name(business, conversation.rep)
    return {"owner": owner.value, "word": word, "tone": tone}


def _name(business: Business, person: str | None) -> str:
    names = {one.id: one.name for one in business.people}
    return names.get(person or "", person or "nobody")


async def _waiting_since(tx: Tx, conversation: ConversationRow | None) -> str | None:
    """Since when a text waits for the bot: a turn is under way, or about to be."""
    if conversation is None or conversation.owner is not Owner.BOT:
        return None
    texts = await inbox.unanswered(tx, conversation.id)
    return texts[0].received_at.isoformat() if texts else None


def _is_shown(row: Any) -> bool:
    if row.type == EventType.TEXT_STATUS:
        return row.data.get("status") in FINAL
    return row.type not in NOISE


def _event(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "type": row.type,
        "title": EVENT[EventType(row.type)],
        "reason": row.reason,
        "body": row.data.get("body"),
        "fields": row.data if row.type == EventType.CONTACT_CHANGED else {},
        "at": row.at.isoformat(),
        "message": row.message_id,
    }


async def _tasks(
    tx: Tx, business: Business, contact: Contact, seen: datetime
) -> list[dict[str, Any]]:
    """Open and claimed first; then the latest that were resolved."""
    found = await tasks.listed(tx, contact_id=contact.id, states=list(TaskState), limit=20)
    ordered = sorted(
        (task for task, _, _ in found), key=lambda task: task.state is TaskState.RESOLVED
    )
    told = await story.texts_of_tasks(tx, [task.id for task in ordered])
    return [
        _task(business, task, [row for row in told if row.task_id == task.id], seen)
        for task in ordered
    ]


def _task(business: Business, task: Task, texts: list[Any], seen: datetime) -> dict[str, Any]:
    word, tone = URGENCY[task.urgency]
    people = [
        one for one in business.people if task.queue in one.queues or one.id == task.assigned_to
    ]
    context = task.context
    names = {one.phone: one.name for one in business.people}
    return {
        "id": task.id,
        "reason": task.reason,
        "urgency": {"word": word, "tone": tone},
        "queue": task.queue,
        "state": task.state.value,
        "assigned_to": task.assigned_to,
        "assigned_name": _name(business, task.assigned_to) if task.assigned_to else None,
        "people": [{"id": one.id, "name": one.name} for one in people or business.people],
        "due": say_when(business, task.due_at, "en", now=seen),
        "due_at": task.due_at.isoformat(),
        "wants": context.wants,
        "question": context.question,
        "next_step": context.next_step,
        "why_you": context.why_you,
        "link": context.link,
        "facts": context.facts,
        "last_messages": plain(context.last_messages),
        "told": [
            {
                "kind": row.kind,
                "to": row.to_phone,
                "name": names.get(row.to_phone),
                "body": row.body,
                "state": row.status or row.state,
            }
            for row in texts
        ],
    }
