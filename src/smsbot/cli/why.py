"""`smsbot why`: the whole chain of one text."""

from datetime import UTC
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from smsbot.cli.common import CannotDo, ago, answer_no, as_json, dim, with_database

if TYPE_CHECKING:
    from smsbot.pipeline.services import Services

LATEST = 10
MOST = 1000


def register(app: typer.Typer) -> None:
    app.command()(why)


def why(
    message: Annotated[
        str | None,
        typer.Argument(
            help="A text's id, the beginning of one, or the carrier's SID; with --last or --phone "
            "how many to list.",
            show_default=False,
        ),
    ] = None,
    last: Annotated[
        bool, typer.Option("--last", help="List the latest texts with their ids.")
    ] = False,
    phone: Annotated[
        str | None, typer.Option(help="List the latest texts of this phone only.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell why a text was answered, sent or kept back: its whole chain, in order.

    Exits 1 where there is no such text.

    \b
    Example: smsbot why --last 5

    \b
    Example: smsbot why in_1a208e --json
    """
    if last or phone is not None or message is None:
        most = _count(message)
        with_database(lambda services: _list(services, most, phone, json))
    else:
        with_database(lambda services: _tell(services, message, json))


def _count(given: str | None) -> int:
    """How many to list. Raises `CannotDo`."""
    if given is None:
        return LATEST
    if not given.isdecimal() or not 1 <= int(given) <= MOST:
        raise CannotDo(
            f"{given!r} is not a number of texts from 1 to {MOST}.",
            "Write `smsbot why --last 5`, or one id without --last and --phone.",
        )
    return int(given)


async def _tell(services: "Services", message: str, json: bool) -> None:
    from smsbot.cli.told import tell
    from smsbot.pipeline import story

    async with services.database.transaction() as tx:
        found = await story.story(tx, message)
    if found is None:
        answer_no(
            f"no text has the id or the carrier SID {message!r}.\n"
            "    `smsbot why --last` lists the latest ones."
        )
    if json:
        typer.echo(as_json(story.as_json(found)))
        return
    typer.echo(tell(found, await zone_of(services), services.clock.now()))


async def zone_of(services: "Services") -> ZoneInfo:
    """The business's time zone; UTC where no pack was ever in force."""
    try:
        return (await services.packs.get()).business.zone
    except LookupError:
        return ZoneInfo("UTC")


async def _list(services: "Services", most: int, phone: str | None, json: bool) -> None:
    from smsbot.store.story import latest

    async with services.database.transaction() as tx:
        rows = await latest(tx, most, phone)
    if json:
        typer.echo(as_json([_plain(row) for row in rows]))
        return
    if not rows:
        answer_no(
            f"no texts{f' of {phone}' if phone else ''} yet.\n"
            "    Text the simulated phone of `smsbot demo`, or try `smsbot chat`."
        )
    now = services.clock.now()
    for row in reversed(rows):
        typer.echo(_line(row, ago(row.at, now)))


def _plain(row: Any) -> dict[str, Any]:
    fields = ("direction", "id", "phone", "body", "what")
    return {**{name: getattr(row, name) for name in fields}, "at": row.at.astimezone(UTC)}


def _line(row: Any, when: str) -> str:
    from smsbot.cli.told import quoted

    arrow = "from" if row.direction == "in" else "to"
    return (
        f"{row.id:<36} {when:<15} {arrow:<4} {row.phone:<13} {row.what:<20} "
        f"{dim(quoted(row.body, 48))}"
    )
