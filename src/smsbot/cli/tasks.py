"""`smsbot tasks`: the work that waits for people, and what a person does with it."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from smsbot.cli.common import CannotDo, as_json, pack_of, progress, with_database

if TYPE_CHECKING:
    from smsbot.domain.task import Task
    from smsbot.pack.models import Pack
    from smsbot.pipeline.services import Services

tasks = typer.Typer(
    help="Work for people: list it, claim it, reply, give it back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Id = Annotated[str, typer.Argument(help="The task's id, or the beginning of one.")]
As = Annotated[str, typer.Option("--as", help="Who you are: a person of business.yaml.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    app.add_typer(tasks, name="tasks")


@tasks.command("list")
def list_tasks(
    queue: Annotated[str | None, typer.Option(help="Only this queue's.")] = None,
    person: Annotated[str | None, typer.Option("--for", help="Only this person's.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Resolved ones too.")] = False,
    json: Json = False,
) -> None:
    """List tasks, the most urgent first.

    \b
    Example: smsbot tasks list --queue on-call
    """
    with_database(lambda services: _list(services, Asked(queue, person, everything), json))


@tasks.command()
def show(task: Id, json: Json = False) -> None:
    """Show a task: what happened, why it came to you, what the customer wants, what was said,
    what to do next.

    \b
    Example: smsbot tasks show tsk_1a20
    """
    with_database(lambda services: _show(services, task, json))


@tasks.command()
def claim(task: Id, person: As) -> None:
    """Take a task: the conversation is yours and the bot is silent from then on.

    \b
    Example: smsbot tasks claim tsk_1a20 --as dana
    """
    with_database(lambda services: _claim(services, task, person))


@tasks.command()
def reply(task: Id, text: Annotated[str, typer.Argument(help="What to text.")], person: As) -> None:
    """Text the customer of a task that you have claimed.

    \b
    Example: smsbot tasks reply tsk_1a20 "Hi Ana, Dana here. Call you at 3?" --as dana
    """
    with_database(lambda services: _reply(services, task, text, person))


@tasks.command("return")
def give_back(task: Id, person: As) -> None:
    """Give the conversation back to the bot; its tasks are resolved.

    \b
    Example: smsbot tasks return tsk_1a20 --as dana
    """
    with_database(lambda services: _give_back(services, task, person))


@tasks.command()
def resolve(
    task: Id, person: As, note: Annotated[str, typer.Option(help="How it ended.")] = ""
) -> None:
    """Close a task; with its last one the conversation is closed until the customer writes again.

    \b
    Example: smsbot tasks resolve tsk_1a20 --as dana --note "called back, booked"
    """
    with_database(lambda services: _resolve(services, task, person, note))


def person_of(pack: "Pack", name: str) -> str:
    """The id of the person with this id or name, whatever its case. Raises `CannotDo`."""
    for one in pack.business.people:
        if name.casefold() in (one.id.casefold(), one.name.casefold()):
            return one.id
    known = ", ".join(one.id for one in pack.business.people)
    raise CannotDo(
        f"{name!r} is nobody in business.yaml.", f"Name one of: {known}; or add them under people."
    )


class Asked(NamedTuple):
    """Which tasks to list."""

    queue: str | None
    person: str | None
    everything: bool


async def _list(services: "Services", asked: Asked, json: bool) -> None:
    from smsbot.cli.task_view import line
    from smsbot.domain.task import TaskState
    from smsbot.store import tasks as stored

    pack = await pack_of(services)
    known = [one.id for one in pack.business.queues]
    if asked.queue is not None and asked.queue not in known:
        raise CannotDo(
            f"there is no queue {asked.queue!r}.", f"business.yaml has: {', '.join(known)}."
        )
    people = [one.id for one in pack.business.people]
    if asked.person is not None and asked.person not in people:
        raise CannotDo(
            f"there is nobody called {asked.person!r}.", f"business.yaml has: {', '.join(people)}."
        )
    states = tuple(TaskState) if asked.everything else (TaskState.OPEN, TaskState.CLAIMED)
    async with services.database.transaction() as tx:
        rows = await stored.listed(tx, queue=asked.queue, states=states, person=asked.person)
    if json:
        typer.echo(as_json([_plain(task, phone, name) for task, phone, name in rows]))
        return
    if not rows:
        progress("Nothing waits for a person.")
    for task, phone, name in rows:
        typer.echo(line(task, name or phone, services.clock.now()))


async def _show(services: "Services", start: str, json: bool) -> None:
    from smsbot.cli.task_view import view
    from smsbot.pipeline.desk import find_task
    from smsbot.store import contacts

    pack = await pack_of(services)
    async with services.database.transaction() as tx:
        task = await find_task(tx, start)
        contact = await contacts.read(tx, task.contact_id)
    if json:
        typer.echo(as_json(_plain(task, contact.phone, contact.name)))
        return
    who = f"{contact.name}, {contact.phone}" if contact.name else contact.phone
    typer.echo(view(task, who, pack.business.zone, services.clock.now()))


def _plain(task: "Task", phone: str, name: str | None) -> dict[str, Any]:
    from smsbot.store.records import plain

    return {**plain(task), "phone": phone, "name": name}


async def _claim(services: "Services", start: str, name: str) -> None:
    from smsbot.pipeline import desk

    person = person_of(await pack_of(services), name)
    task = await desk.claim(services, start, person)
    progress(f"{task.id} is yours, {person}; the bot is silent. Reply with:")
    progress(f'    smsbot tasks reply {task.id} "…" --as {person}')


async def _reply(services: "Services", start: str, text: str, name: str) -> None:
    from smsbot.pipeline import desk

    person = person_of(await pack_of(services), name)
    queued = await desk.reply(services, start, person, text)
    word = "Queued" if queued.decision.outcome == "approved" else "Waits"
    progress(f"{word}: {queued.decision.reason} See smsbot why {queued.id}")


async def _give_back(services: "Services", start: str, name: str) -> None:
    from smsbot.pipeline import desk

    task = await desk.give_back(services, start, person_of(await pack_of(services), name))
    progress(f"The bot has the conversation of {task.id} again.")


async def _resolve(services: "Services", start: str, name: str, note: str) -> None:
    from smsbot.pipeline import desk

    person = person_of(await pack_of(services), name)
    task = await desk.resolve(services, start, person, note)
    progress(f"{task.id} is resolved.")
