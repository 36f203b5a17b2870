"""Who of our own people is told of a task by text, at once; through the outbox and the gate like
every text."""

from dataclasses import dataclass
from datetime import datetime

from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.task import Task, TaskState
from smsbot.pack.models import Business, Pack, Person, Queue
from smsbot.pack.render import NEVER_SAID, render
from smsbot.pipeline.outgoing import put_out
from smsbot.pipeline.services import Services
from smsbot.store.db import Tx
from smsbot.store.records import NumberRow

SAID = 120
"""Characters of the customer's words that are quoted; the record has them whole."""
REASONS = {"staff_on_call": "is on call", "staff_assigned": "has been assigned this"}
"""Why somebody is told, by template."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told, and by which template."""

    people: tuple[Person, ...]
    template: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is told: the task, why it came, and by when somebody is due, in words."""

    task: Task
    reason: str
    due: str


def to_tell(
    business: Business, queue: Queue, task: Task, *, there: bool, rep: str | None
) -> Told | None:
    """Whom to text of a task that is new or has become more urgent. `queue` is where the need went,
    `there` whether anybody works now, `rep` who has the conversation.

    Whoever is on call is told at any hour. Who a task is assigned to is told while somebody works,
    and not of what is in hand already: a task that somebody has claimed, a customer with whom they
    are texting.
    """
    if queue.notify == "on_call":
        on_call = (one for one in business.people if one.on_call and one.phone)
        return Told(tuple(on_call), "staff_on_call")
    its_own = next((one for one in business.queues if one.id == task.queue), queue)
    if its_own.notify != "assigned" or not there or task.state is not TaskState.OPEN:
        return None
    meant = (one for one in business.people if one.id == task.assigned_to and one.id != rep)
    return Told(tuple(one for one in meant if one.phone), "staff_assigned")


async def tell(
    tx: Tx,
    services: Services,
    pack: Pack,
    number: NumberRow,
    told: Told,
    alarm: Alarm,
    now: datetime,
) -> None:
    """Put a text to each of them out. The caller holds the lock of the task's contact."""
    context = alarm.task.context
    text = render(
        pack,
        told.template,
        "en",
        reason=alarm.reason,
        why=context.why_you or "assigned to you",
        said=_quoted(context.question),
        when=alarm.due,
        link=context.link,
    )
    for person in told.people:
        assert person.phone is not None, "only who has a phone is told"
        draft = Draft(
            kind=DraftKind.STAFF,
            to=person.phone,
            body=text.text,
            reason=f"{person.name} {REASONS[told.template]}: {alarm.reason}",
            source=text.source,
            fallback_task=False,
        )
        await put_out(
            tx,
            services,
            pack,
            draft,
            number=number,
            contact=None,
            conversation=None,
            now=now,
            task_id=alarm.task.id,
        )


def _quoted(question: str) -> str:
    """The customer's words in one line; what would read as a blank of the CRM's in brackets."""
    said = " / ".join(question.split("\n"))[:SAID]
    return f"({said or 'no words'})" if said.strip().casefold() in NEVER_SAID else said
