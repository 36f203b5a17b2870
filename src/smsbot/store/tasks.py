"""Work for people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, func, select, update
from sqlalchemy.dialects.postgresql import insert

from smsbot.domain.ids import ContactId, ConversationId, TaskId
from smsbot.domain.task import Task, TaskContext, TaskKind, TaskState, Urgency
from smsbot.store.db import Tx
from smsbot.store.records import plain
from smsbot.store.tables import contact, task

_BY_URGENCY = case({urgency.value: urgency.rank for urgency in Urgency}, value=task.c.urgency)


def to_task(row: Row[Any]) -> Task:
    context = dict(row.context)
    context["last_messages"] = tuple(tuple(pair) for pair in context.get("last_messages", ()))
    return Task(
        id=row.id,
        contact_id=row.contact_id,
        conversation_id=row.conversation_id,
        kind=TaskKind(row.kind),
        reason=row.reason,
        urgency=Urgency(row.urgency),
        queue=row.queue,
        state=TaskState(row.state),
        context=TaskContext(**context),
        created_at=row.created_at,
        due_at=row.due_at,
        assigned_to=row.assigned_to,
    )


async def open_of(tx: Tx, conversation_id: ConversationId, kind: TaskKind) -> Task | None:
    """The unresolved task of this kind, locked."""
    row = await tx.one(
        select(task)
        .where(
            task.c.conversation_id == conversation_id,
            task.c.kind == kind.value,
            task.c.state != TaskState.RESOLVED.value,
        )
        .with_for_update()
    )
    return to_task(row) if row else None


async def all_open(tx: Tx, conversation_id: ConversationId) -> list[Task]:
    rows = await tx.rows(
        select(task)
        .where(task.c.conversation_id == conversation_id, task.c.state != TaskState.RESOLVED.value)
        .order_by(_BY_URGENCY, task.c.created_at)
        .with_for_update()
    )
    return [to_task(row) for row in rows]


async def add(tx: Tx, one: Task) -> None:
    await tx.run(
        insert(task).values(
            id=one.id,
            contact_id=one.contact_id,
            conversation_id=one.conversation_id,
            kind=one.kind.value,
            reason=one.reason,
            urgency=one.urgency.value,
            queue=one.queue,
            state=one.state.value,
            assigned_to=one.assigned_to,
            context=plain(one.context),
            created_at=one.created_at,
            due_at=one.due_at,
        )
    )


async def rewrite(tx: Tx, one: Task) -> None:
    """Bring the row in line with a task that grew."""
    await tx.run(
        update(task)
        .where(task.c.id == one.id)
        .values(
            reason=one.reason,
            urgency=one.urgency.value,
            queue=one.queue,
            assigned_to=one.assigned_to,
            context=plain(one.context),
            due_at=one.due_at,
        )
    )


async def read(tx: Tx, task_id: TaskId) -> Task | None:
    row = await tx.one(select(task).where(task.c.id == task_id))
    return to_task(row) if row else None


async def find(tx: Tx, start: str) -> list[Task]:
    """Tasks whose id begins so, at most two: enough to tell one from several."""
    rows = await tx.rows(select(task).where(task.c.id.startswith(start, autoescape=True)).limit(2))
    return [to_task(row) for row in rows]


async def lock(tx: Tx, task_id: TaskId) -> Task:
    return to_task(await tx.must(select(task).where(task.c.id == task_id).with_for_update()))


async def set_state(
    tx: Tx, task_id: TaskId, state: TaskState, now: datetime, *, by: str, resolution: str = ""
) -> None:
    values: dict[str, Any] = {"state": state.value}
    if state is TaskState.CLAIMED:
        values |= {"assigned_to": by, "claimed_at": now}
    if state is TaskState.RESOLVED:
        values |= {"resolved_at": now, "resolution": resolution or f"resolved by {by}"}
    await tx.run(update(task).where(task.c.id == task_id).values(**values))


async def listed(
    tx: Tx,
    *,
    queue: str | None = None,
    states: Sequence[TaskState] = (TaskState.OPEN, TaskState.CLAIMED),
    contact_id: ContactId | None = None,
    person: str | None = None,
    limit: int = 200,
) -> list[tuple[Task, str, str | None]]:
    """Tasks with the contact's phone and name, most urgent first, then by due time. `person` is who
    they are meant for."""
    statement = (
        select(task, contact.c.phone, contact.c.name)
        .join(contact, contact.c.id == task.c.contact_id)
        .where(task.c.state.in_([state.value for state in states]))
        .order_by(_BY_URGENCY, task.c.due_at, task.c.created_at)
        .limit(limit)
    )
    if queue is not None:
        statement = statement.where(task.c.queue == queue)
    if person is not None:
        statement = statement.where(task.c.assigned_to == person)
    if contact_id is not None:
        statement = statement.where(task.c.contact_id == contact_id)
    return [(to_task(row), row.phone, row.name) for row in await tx.rows(statement)]


async def one_at_a_time(tx: Tx, queue: str) -> None:
    """Until the transaction ends, nobody else is assigned a task of this queue: two at once would
    both go to whoever has the fewest. Taken after the contact's lock, by everybody."""
    await tx.run(select(func.pg_advisory_xact_lock(func.hashtext(f"assign:{queue}"))))


async def last_assigned(tx: Tx, people: Sequence[str]) -> dict[str, datetime]:
    """When each of these people last got a task, UTC."""
    rows = await tx.rows(
        select(task.c.assigned_to, func.max(task.c.created_at).label("at"))
        .where(task.c.assigned_to.in_(people))
        .group_by(task.c.assigned_to)
    )
    return {row.assigned_to: row.at for row in rows}


async def dealt_with(tx: Tx, contact_id: ContactId) -> str | None:
    """Who had this contact's latest task that was assigned to anybody."""
    row = await tx.one(
        select(task.c.assigned_to)
        .where(task.c.contact_id == contact_id, task.c.assigned_to.is_not(None))
        .order_by(task.c.created_at.desc())
        .limit(1)
    )
    return str(row.assigned_to) if row else None


async def load_of(tx: Tx, people: Sequence[str]) -> dict[str, int]:
    """How many unresolved tasks each of these people has."""
    rows = await tx.rows(
        select(task.c.assigned_to, func.count().label("many"))
        .where(task.c.assigned_to.in_(people), task.c.state != TaskState.RESOLVED.value)
        .group_by(task.c.assigned_to)
    )
    found = {row.assigned_to: row.many for row in rows}
    return {person: found.get(person, 0) for person in people}
