"""A person takes over: which queue, by when, with what context; the bot is silent from the commit
that writes it."""

from dataclasses import dataclass, replace
from datetime import datetime

from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import TaskId
from smsbot.domain.task import Task, TaskContext, TaskKind, TaskState, Then, Urgency
from smsbot.pack.assigning import Standing, candidates, choose_person
from smsbot.pack.hours import say_when
from smsbot.pack.models import Business, Pack, Queue
from smsbot.pack.routing import choose_queue, due_time
from smsbot.pipeline.services import Services
from smsbot.pipeline.telling import Alarm, tell, to_tell
from smsbot.store import conversations, inbox, tasks, timeline
from smsbot.store.db import Tx
from smsbot.store.records import ConversationRow, NumberRow

MORE = "The customer told more"


@dataclass(frozen=True, slots=True)
class Need:
    """Why a person is needed. `detail` is the rule's id; `queue` overrides the routing by it.

    No `reason` is more said of what has a task already. `due_at`, UTC, is when the customer wants
    to hear of it; else the queue says by when.
    """

    reason: str
    detail: str
    urgency: Urgency
    context: TaskContext
    queue: str | None = None
    then: Then = Then.TAKE_OVER
    message_id: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """Who it is about."""

    pack: Pack
    contact: Contact
    conversation: ConversationRow
    number: NumberRow


@dataclass(frozen=True, slots=True)
class HandedOff:
    task: Task
    created: bool
    open_now: bool
    """Whether somebody is there now: the queue is on call, or the business is open."""
    before: str
    """The reason of the task that was there already; empty where none was."""


async def hand_off(
    tx: Tx, services: Services, parties: Parties, need: Need, now: datetime
) -> HandedOff:
    """Write or extend the task, give the conversation to `waiting`, tell by text whom the pack
    says. The caller holds the contact's lock."""
    business = parties.pack.business
    at = services.clock.seen_by(parties.contact.phone)
    queue, open_now = choose_queue(
        business, need.detail, at, queue=need.queue, waits=need.then is not Then.LOOK
    )
    kind = _kind(business, queue, need)
    context = await _with_last_messages(tx, services, parties, need.context)
    existing = await tasks.open_of(tx, parties.conversation.id, kind)
    if existing is None:
        task = Task(
            id=TaskId(services.ids.new("tsk")),
            contact_id=parties.contact.id,
            conversation_id=parties.conversation.id,
            kind=kind,
            reason=need.reason or MORE,
            urgency=need.urgency,
            queue=queue.id,
            state=TaskState.OPEN,
            context=context,
            created_at=now,
            due_at=need.due_at or due_time(business, queue, at),
        )
        task = await _assigned(tx, parties, queue, task)
        await tasks.add(tx, task)
    else:
        task = grown(existing, need, context)
        await tasks.rewrite(tx, task)
    await _note(tx, parties, task, need, created=existing is None, now=now)
    if need.then is Then.TAKE_OVER:
        await _wait_for_person(tx, parties, need, now)
    if existing is None or task.urgency.rank < existing.urgency.rank:
        told = to_tell(business, queue, task, there=open_now, rep=parties.conversation.rep)
        if told is not None:
            due = say_when(business, task.due_at, "en", now=at)
            alarm = Alarm(task, need.reason or task.reason, due)
            await tell(tx, services, parties.pack, parties.number, told, alarm, now)
    return HandedOff(task, existing is None, open_now, existing.reason if existing else "")


async def _assigned(tx: Tx, parties: Parties, queue: Queue, task: Task) -> Task:
    """The task as it is meant for one of the queue's people, where it assigns them."""
    business, contact = parties.pack.business, parties.contact
    people = [person.id for person in candidates(business, queue)]
    if not people or task.kind is TaskKind.REVIEW:
        return task
    await tasks.one_at_a_time(tx, queue.id)
    standing = Standing(
        load=await tasks.load_of(tx, people),
        last=await tasks.last_assigned(tx, people),
        before=await tasks.dealt_with(tx, contact.id),
    )
    answers = {
        one.key: contact.fields[one.field]
        for one in parties.pack.qualification.questions
        if one.field in contact.fields
    }
    facts = {**answers, **task.context.facts}
    chosen = choose_person(business, queue, facts, contact.crm_owner, standing)
    if chosen is None:
        return task
    context = replace(task.context, why_you=chosen.why)
    return replace(task, assigned_to=chosen.person, context=context)


async def extend_open(
    tx: Tx,
    services: Services,
    parties: Parties,
    context: TaskContext,
    message_id: str,
    now: datetime,
) -> bool:
    """Add what the customer wrote to every open task of the conversation; False where there is
    none."""
    fresh = await _with_last_messages(tx, services, parties, context)
    need = Need("", "owned", Urgency.LOW, fresh, message_id=message_id)
    extended = [
        grown(task, need, fresh)
        for task in await tasks.all_open(tx, parties.conversation.id)
        if task.kind is not TaskKind.REVIEW
    ]
    for task in extended:
        await tasks.rewrite(tx, task)
        noted = replace(need, reason="The customer wrote again")
        await _note(tx, parties, task, noted, created=False, now=now)
    return bool(extended)


def _kind(business: Business, queue: Queue, need: Need) -> TaskKind:
    if need.then is Then.LOOK:
        return TaskKind.REVIEW
    return TaskKind.ON_CALL if queue.id == business.routing.cannot_wait else TaskKind.HANDOFF


def grown(task: Task, need: Need, context: TaskContext) -> Task:
    """The task with one more reason: nothing that it held is lost, and it gets no less urgent."""
    known = not need.reason or need.reason in task.reason
    reason = task.reason if known else f"{task.reason}; {need.reason}"
    urgency = min(task.urgency, need.urgency, key=lambda one: one.rank)
    questions = [one for one in (task.context.question, context.question) if one]
    merged = replace(
        context,
        question="\n".join(dict.fromkeys("\n".join(questions).split("\n"))),
        facts={**task.context.facts, **context.facts},
        wants=context.wants or task.context.wants,
        next_step=context.next_step or task.context.next_step,
        why_you=context.why_you or task.context.why_you,
    )
    due = need.due_at or task.due_at
    return replace(task, reason=reason, urgency=urgency, context=merged, due_at=due)


async def _with_last_messages(
    tx: Tx, services: Services, parties: Parties, context: TaskContext
) -> TaskContext:
    messages = await inbox.history(tx, parties.conversation.id)
    facts = {**_known(parties.contact), **context.facts}
    link = record_link(parties.pack, services.public_url, parties.contact)
    return replace(context, last_messages=messages, facts=facts, link=link)


def _known(contact: Contact) -> dict[str, str]:
    named = {"name": contact.name, "stage": contact.stage, "phone": contact.phone}
    return {**{key: value for key, value in named.items() if value}, **contact.fields}


def record_link(pack: Pack, public_url: str, contact: Contact) -> str:
    """Where a person sees the whole record."""
    return pack.business.record_url.format(base=public_url, contact=contact.id)


async def _note(
    tx: Tx, parties: Parties, task: Task, need: Need, *, created: bool, now: datetime
) -> None:
    happened = Event(
        type=EventType.TASK_CREATED if created else EventType.TASK_EXTENDED,
        reason=need.reason or MORE,
        at=now,
        data={
            "task": task.id,
            "queue": task.queue,
            "urgency": task.urgency.value,
            "due_at": task.due_at,
            "detail": need.detail,
            "assigned_to": task.assigned_to,
            "question": task.context.question,
            "link": task.context.link,
        },
        message_id=need.message_id,
    )
    await timeline.record(
        tx, [happened], contact_id=parties.contact.id, conversation_id=parties.conversation.id
    )


async def _wait_for_person(tx: Tx, parties: Parties, need: Need, now: datetime) -> None:
    """The bot gives up the conversation, once per spell; a rep who has it keeps it."""
    before = parties.conversation.owner
    if before in (Owner.WAITING, Owner.REP):
        return
    await conversations.set_owner(tx, parties.conversation.id, Owner.WAITING, rep=None, now=now)
    happened = Event(
        type=EventType.OWNER_CHANGED,
        reason=f"Handed off: {need.reason}",
        at=now,
        data={"from": before.value, "to": Owner.WAITING.value},
        message_id=need.message_id,
    )
    await timeline.record(
        tx, [happened], contact_id=parties.contact.id, conversation_id=parties.conversation.id
    )
