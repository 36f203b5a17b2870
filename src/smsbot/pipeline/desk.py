"""What a person does with a task: claim, reply, give back to the bot, resolve."""

from datetime import datetime

from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.event import Event, EventType
from smsbot.domain.task import Task, TaskKind, TaskState
from smsbot.pipeline.outgoing import Queued, put_out
from smsbot.pipeline.reopen import reopen
from smsbot.pipeline.services import Services
from smsbot.store import contacts, conversations, numbers, tasks, timeline
from smsbot.store.db import Tx


class DeskError(Exception):
    """What a person asked for cannot be done; says why and what to do."""


async def find_task(tx: Tx, start: str) -> Task:
    """The task whose id is, or begins with, `start`. Raises `DeskError`."""
    found = await tasks.find(tx, start)
    if not found:
        raise DeskError(f"there is no task {start}; `smsbot tasks list` shows them")
    if len(found) > 1 and found[0].id != start:
        raise DeskError(f"{start} begins several tasks' ids; give more of it")
    return found[0]


async def claim(services: Services, task_id: str, person: str) -> Task:
    """Take a task: the conversation is this person's, and the bot is silent, from the commit on.
    Claiming one's own task again is fine. Raises `DeskError`."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        _, task = await _locked(tx, task_id)
        if task.state is TaskState.RESOLVED:
            raise DeskError(f"{task.id} is resolved; there is nothing left to claim")
        if task.state is TaskState.CLAIMED and task.assigned_to != person:
            raise DeskError(f"{task.id} is {task.assigned_to}'s already")
        await _not_anothers(tx, task, person)
        await tasks.set_state(tx, task.id, TaskState.CLAIMED, now, by=person)
        await conversations.set_owner(tx, task.conversation_id, Owner.REP, rep=person, now=now)
        await services.reach("desk.claiming")
        await _note(
            tx,
            task,
            [
                _event(EventType.TASK_CLAIMED, f"{person} claimed it: {task.reason}", task, now),
                _event(EventType.OWNER_CHANGED, f"{person} owns the conversation", task, now),
            ],
        )
    return task


async def reply(services: Services, task_id: str, person: str, body: str) -> Queued:
    """Text the customer as a person, through the same gate. Raises `DeskError`, also where the
    gate refuses, with its reason."""
    now = services.clock.now()
    pack = await services.packs.get()
    async with services.database.transaction() as tx:
        contact, task = await _locked(tx, task_id)
        conversation = await conversations.must(tx, task.conversation_id)
        if conversation.owner is not Owner.REP or conversation.rep != person:
            raise DeskError(f"claim it first: smsbot tasks claim {task.id} --as {person}")
        draft = Draft(
            kind=DraftKind.REP,
            to=contact.phone,
            body=body,
            reason=f"{person} replied",
            source=f"rep:{person}",
        )
        queued = await put_out(
            tx,
            services,
            pack,
            draft,
            number=await numbers.read(tx, conversation.number_id),
            contact=contact,
            conversation=conversation,
            now=now,
            task_id=task.id,
        )
    if queued.refused:
        raise DeskError(f"not sent: {queued.decision.reason}")
    return queued


async def give_back(services: Services, task_id: str, person: str) -> Task:
    """Return the conversation to the bot, with a clean boundary: what is known of the customer
    stays, old words and half-asked questions do not (voices.md 3). Raises `DeskError`."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        _, task = await _locked(tx, task_id)
        await _not_anothers(tx, task, person)
        conversation = await conversations.must(tx, task.conversation_id)
        await _resolve_all(tx, task, person, "returned to the bot", now)
        await reopen(tx, conversation, now)
        happened = _event(
            EventType.OWNER_CHANGED, f"{person} returned the conversation to the bot", task, now
        )
        await _note(tx, task, [happened])
    return task


async def resolve(services: Services, task_id: str, person: str, note: str = "") -> Task:
    """Close a task; the conversation is closed with its last one, and the customer's next text
    opens it again with the bot. Raises `DeskError`."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        _, task = await _locked(tx, task_id)
        if task.state is TaskState.RESOLVED:
            raise DeskError(f"{task.id} is resolved already")
        await _not_anothers(tx, task, person)
        await tasks.set_state(tx, task.id, TaskState.RESOLVED, now, by=person, resolution=note)
        said = f"{person} resolved it: {note or task.reason}"
        happened = [_event(EventType.TASK_RESOLVED, said, task, now)]
        left = [
            one
            for one in await tasks.all_open(tx, task.conversation_id)
            if one.kind is not TaskKind.REVIEW
        ]
        conversation = await conversations.must(tx, task.conversation_id)
        if not left and conversation.owner in (Owner.WAITING, Owner.REP):
            await conversations.set_owner(tx, task.conversation_id, Owner.CLOSED, rep=None, now=now)
            happened.append(
                _event(EventType.OWNER_CHANGED, "The conversation is closed", task, now)
            )
        await _note(tx, task, happened)
    return task


async def _locked(tx: Tx, task_id: str) -> tuple[Contact, Task]:
    """The contact first, then the task: the order in which everybody locks."""
    found = await find_task(tx, task_id)
    contact = await contacts.lock(tx, found.contact_id)
    return contact, await tasks.lock(tx, found.id)


async def _not_anothers(tx: Tx, task: Task, person: str) -> None:
    conversation = await conversations.must(tx, task.conversation_id)
    if conversation.owner is Owner.REP and conversation.rep != person:
        raise DeskError(f"{conversation.rep} owns this conversation")


async def _resolve_all(tx: Tx, task: Task, person: str, how: str, now: datetime) -> None:
    for one in await tasks.all_open(tx, task.conversation_id):
        await tasks.set_state(tx, one.id, TaskState.RESOLVED, now, by=person, resolution=how)


def _event(kind: EventType, reason: str, task: Task, now: datetime) -> Event:
    return Event(type=kind, reason=reason, at=now, data={"task": task.id, "queue": task.queue})


async def _note(tx: Tx, task: Task, happened: list[Event]) -> None:
    await timeline.record(
        tx, happened, contact_id=task.contact_id, conversation_id=task.conversation_id
    )
