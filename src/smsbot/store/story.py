"""What the story of one text is read from: rows, by the indexes that there are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, literal, or_, select, text, union

from smsbot.store.db import Tx
from smsbot.store.tables import (
    attempt,
    consent,
    contact,
    conversation,
    event,
    inbox,
    number,
    outbox,
    receipt,
    task,
    turn,
)

MOST_FOUND = 5
"""How many ids are told apart for somebody who gave too little of one."""


async def find(tx: Tx, start: str) -> list[tuple[str, str]]:
    """Texts named by `start`, as ("in" or "out", id): the one with this id or carrier SID, else
    those whose id or SID begins so, at most `MOST_FOUND`."""
    exact = await tx.rows(
        union(
            _named(inbox, "in", inbox.c.id == start, inbox.c.carrier_sid == start),
            _named(outbox, "out", outbox.c.id == start, outbox.c.carrier_sid == start),
            _reported(start),
        ).limit(MOST_FOUND)
    )
    if exact or not start:
        return [(row.direction, row.id) for row in exact]
    begins = await tx.rows(
        union(
            _named(inbox, "in", *_begins(inbox, start)),
            _named(outbox, "out", *_begins(outbox, start)),
        ).limit(MOST_FOUND)
    )
    return [(row.direction, row.id) for row in begins]


def _named(table: Any, direction: str, *by: Any) -> Select[Any]:
    return select(literal(direction).label("direction"), table.c.id.label("id")).where(or_(*by))


def _reported(sid: str) -> Select[Any]:
    """By the carrier's reports: a text that was tried twice has had more than one SID."""
    return select(literal("out").label("direction"), receipt.c.outbox_id.label("id")).where(
        receipt.c.carrier_sid == sid, receipt.c.outbox_id.is_not(None)
    )


def _begins(table: Any, start: str) -> tuple[Any, Any]:
    return (
        table.c.id.startswith(start, autoescape=True),
        table.c.carrier_sid.startswith(start, autoescape=True),
    )


async def received(tx: Tx, inbox_id: str) -> Row[Any]:
    """One text that came in, with whose it is. Raises `LookupError`."""
    return await tx.must(
        select(
            inbox,
            contact.c.phone,
            contact.c.name,
            number.c.phone.label("number"),
            conversation.c.owner,
            conversation.c.rep,
        )
        .join(contact, contact.c.id == inbox.c.contact_id)
        .join(conversation, conversation.c.id == inbox.c.conversation_id)
        .join(number, number.c.id == conversation.c.number_id)
        .where(inbox.c.id == inbox_id)
    )


async def sent(tx: Tx, outbox_id: str) -> Row[Any]:
    """One text that goes out, with whose it is. Raises `LookupError`."""
    return await tx.must(
        select(outbox, contact.c.name, number.c.phone.label("number"))
        .join(number, number.c.id == outbox.c.number_id)
        .outerjoin(contact, contact.c.id == outbox.c.contact_id)
        .where(outbox.c.id == outbox_id)
    )


async def inbound_by_id(tx: Tx, ids: Sequence[str]) -> list[Row[Any]]:
    """Texts that came in, oldest first."""
    statement = select(inbox).where(inbox.c.id.in_(ids)).order_by(inbox.c.received_at, inbox.c.id)
    return list(await tx.rows(statement))


async def answering(tx: Tx, contact_id: str, inbox_id: str) -> list[str]:
    """The ids of the texts that answer this one, in order."""
    rows = await tx.rows(
        select(outbox.c.id)
        .where(outbox.c.contact_id == contact_id, outbox.c.answers.contains([inbox_id]))
        .order_by(outbox.c.queued_at, outbox.c.id)
    )
    return [row.id for row in rows]


async def turns_of(tx: Tx, conversation_id: str, inbox_id: str) -> list[Row[Any]]:
    """The turns that took a text, in order."""
    statement = (
        select(turn)
        .where(turn.c.conversation_id == conversation_id, turn.c.took.contains([inbox_id]))
        .order_by(turn.c.started_at, turn.c.id)
    )
    return list(await tx.rows(statement))


async def attempts_of(tx: Tx, outbox_id: str) -> list[Row[Any]]:
    statement = (
        select(attempt).where(attempt.c.outbox_id == outbox_id).order_by(attempt.c.started_at)
    )
    return list(await tx.rows(statement))


async def events_of(tx: Tx, message_ids: Sequence[str]) -> list[Row[Any]]:
    """What happened with these texts, in order."""
    statement = select(event).where(event.c.message_id.in_(message_ids)).order_by(event.c.id)
    return list(await tx.rows(statement))


async def tasks_by_id(tx: Tx, ids: Sequence[str]) -> list[Row[Any]]:
    statement = select(task).where(task.c.id.in_(ids)).order_by(task.c.created_at, task.c.id)
    return list(await tx.rows(statement))


async def texts_of_tasks(tx: Tx, task_ids: Sequence[str]) -> list[Row[Any]]:
    """What was sent for tasks: to our own people, and by the rep who has one."""
    statement = (
        select(outbox)
        .where(outbox.c.task_id.in_(task_ids))
        .order_by(outbox.c.queued_at, outbox.c.id)
    )
    return list(await tx.rows(statement))


async def consents_of(tx: Tx, phone: str, message_id: str) -> list[Row[Any]]:
    """The consent records that a text from this phone wrote, in order."""
    statement = (
        select(consent)
        .where(consent.c.phone == phone, consent.c.message_id == message_id)
        .order_by(consent.c.at, consent.c.id)
    )
    return list(await tx.rows(statement))


async def consent_record(tx: Tx, record_id: str) -> Row[Any] | None:
    return await tx.one(select(consent).where(consent.c.id == record_id))


async def latest(tx: Tx, limit: int, phone: str | None = None) -> list[Row[Any]]:
    """The most recent texts of both ways, newest first: direction, id, phone, body, at, and in
    `what` the guard's rule or the state of the sending."""
    came = select(
        literal("in").label("direction"),
        inbox.c.id.label("id"),
        contact.c.phone.label("phone"),
        inbox.c.body.label("body"),
        inbox.c.received_at.label("at"),
        inbox.c.rule.label("what"),
    ).join(contact, contact.c.id == inbox.c.contact_id)
    went = select(
        literal("out"),
        outbox.c.id,
        outbox.c.to_phone,
        outbox.c.body,
        outbox.c.queued_at,
        func.coalesce(outbox.c.status, outbox.c.state),
    )
    if phone is not None:
        came = came.where(contact.c.phone == phone)
        went = went.where(outbox.c.to_phone == phone)
    both = came.union_all(went).subquery()
    statement = select(both).order_by(both.c.at.desc(), both.c.id.desc()).limit(limit)
    return list(await tx.rows(statement))


async def latest_events(tx: Tx, contact_id: str, limit: int) -> list[Row[Any]]:
    """The end of a contact's timeline, oldest first."""
    rows = await tx.rows(
        select(event)
        .where(event.c.contact_id == contact_id)
        .order_by(event.c.id.desc())
        .limit(limit)
    )
    return list(reversed(rows))


_UNDER_WAY = text(
    """
    SELECT
      (SELECT count(*) FROM inbox
       JOIN conversation ON conversation.id = inbox.conversation_id
       WHERE inbox.contact_id = contact.id AND inbox.settled IS NULL
         AND conversation.owner = 'bot')
      +
      (SELECT count(*) FROM outbox
       WHERE (outbox.contact_id = contact.id
              OR outbox.task_id IN (SELECT id FROM task WHERE contact_id = contact.id))
         AND (state IN ('sending', 'unknown')
              OR state = 'queued' AND due_at < now() + interval '30 seconds'
              OR state = 'sent' AND status NOT IN ('delivered', 'read', 'undelivered', 'failed')))
      AS many
    FROM contact WHERE phone = :phone
    """
)


async def under_way(tx: Tx, phone: str) -> int:
    """How many texts of a phone still wait for an answer, or are on their way to it or to our own
    people; what has to wait longer than half a minute is not counted."""
    row = await tx.one(_UNDER_WAY, {"phone": phone})
    return row.many if row else 0
