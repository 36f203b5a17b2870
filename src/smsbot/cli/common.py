"""What the commands share: where words go, how times are said, how a "no" leaves."""

import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

import typer

from smsbot.config import Settings, read_settings

if TYPE_CHECKING:
    from smsbot.pack.models import Pack
    from smsbot.pipeline.services import Services

T = TypeVar("T")


class CannotDo(Exception):
    """What was asked for cannot be done: one line of what, one line of what to do."""

    def __init__(self, what: str, what_to_do: str) -> None:
        super().__init__(f"{what}\n    {what_to_do}")


def progress(words: str) -> None:
    """Say what is under way, on standard error."""
    typer.echo(words, err=True)


def answer_no(words: str) -> NoReturn:
    """The answer is no: say so on standard error and exit 1."""
    typer.echo(words, err=True)
    raise typer.Exit(1)


def dim(words: str) -> str:
    """Secondary; colour reaches a terminal only, `typer.echo` takes it out elsewhere."""
    return typer.style(words, dim=True)


def bold(words: str) -> str:
    return typer.style(words, bold=True)


def coloured(words: str, colour: str) -> str:
    """`colour` is green, yellow or red: good, waiting, bad; the words say it as well."""
    return typer.style(words, fg=colour)


def as_json(value: Any) -> str:
    """Indented for a person at a terminal, on one line for a program."""
    import orjson

    option = orjson.OPT_INDENT_2 if sys.stdout.isatty() else 0
    return orjson.dumps(value, option=option).decode()


def settings_for_command() -> Settings:
    """The settings, with logging set up. Raises `BadSetting`."""
    from smsbot.log import configure

    settings = read_settings()
    configure(settings.log_level, settings.log_format)
    return settings


def with_database(work: Callable[["Services"], Awaitable[T]], *, create: bool = False) -> T:
    """Do `work` on the database that is set, on that of the product running beside us, or on the
    embedded one started for this. `create`: make one where there is none."""
    from smsbot.beside import beside

    return beside(settings_for_command(), work, create=create)


async def pack_of(services: "Services") -> "Pack":
    """The pack in force. Raises `CannotDo` where there never was one."""
    try:
        return await services.packs.get()
    except LookupError as error:
        raise CannotDo("no pack is in force in this database.", "Run `smsbot apply`.") from error


def when(moment: datetime, zone: ZoneInfo, now: datetime | None = None) -> str:
    """A time in words with the exact one beside it: "2 minutes ago (Mon Nov 23, 3:15:02 PM MST)".
    `moment` and `now` are aware; the exact time is in `zone`."""
    return f"{ago(moment, now)} ({exact(moment, zone)})"


def exact(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{local:%a %b} {local.day}, {local.hour % 12 or 12}:{local:%M:%S %p %Z}"


STEPS = (
    (timedelta(minutes=1), timedelta(seconds=1), "second"),
    (timedelta(hours=1), timedelta(minutes=1), "minute"),
    (timedelta(days=2), timedelta(hours=1), "hour"),
)


def ago(moment: datetime, now: datetime | None = None) -> str:
    """How long ago, or until: "just now", "3 minutes ago", "in 2 hours"."""
    gone = (now or datetime.now(UTC)) - moment
    size = abs(gone)
    if size < timedelta(seconds=1):
        return "just now"
    unit, name = next(
        ((unit, name) for below, unit, name in STEPS if size < below),
        (timedelta(days=1), "day"),
    )
    many = size // unit
    said = f"{many} {name}" + ("" if many == 1 else "s")
    return f"{said} ago" if gone > timedelta() else f"in {said}"
