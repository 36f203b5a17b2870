"""What a business declares: `smsbot init`, `check` and `apply`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smsbot.cli.common import (
    CannotDo,
    as_json,
    progress,
    settings_for_command,
    with_database,
)
from smsbot.config import Settings

if TYPE_CHECKING:
    from smsbot.pack.models import Pack
    from smsbot.pack.problem import Problem
    from smsbot.pipeline.services import Services


def register(app: typer.Typer) -> None:
    app.command()(init)
    app.command()(check)
    app.command()(apply)


def init(
    directory: Annotated[Path, typer.Argument(help="Where graphs/ and prompts/ are written.")],
) -> None:
    """Write a starter set, to be made one's own. Nothing is ever overwritten.

    \b
    Example: smsbot init ./shop
    """
    from smsbot.pack import starter

    written = starter.init(directory)
    progress(f"Wrote {len(written)} files. Begin with {directory / 'graphs' / 'business.yaml'}:")
    progress(f"    smsbot check --graphs {directory / 'graphs'} --prompts {directory / 'prompts'}")


def check(
    graphs: Annotated[Path | None, typer.Option(help="The graphs directory.")] = None,
    prompts: Annotated[Path | None, typer.Option(help="The prompts directory.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a business's files: what keeps them from loading, and what is unwise.

    Without directories those of SMSBOT_GRAPHS and SMSBOT_PROMPTS, or the shipped ones. Exits 1
    where there is something to mend.

    \b
    Example: smsbot check --graphs ./shop/graphs --prompts ./shop/prompts
    """
    from smsbot.pack import lint

    read = _directories(settings_for_command(), graphs, prompts)
    problems = lint.check(*read)
    if json:
        typer.echo(as_json([_plain(problem) for problem in problems]))
    else:
        for problem in problems:
            typer.echo(str(problem))
        typer.echo(_summary(problems, read))
    if problems:
        raise typer.Exit(1)


def _directories(
    settings: Settings, graphs: Path | None, prompts: Path | None
) -> tuple[Path, Path]:
    """Raises `CannotDo`."""
    from smsbot.pack.load import shipped_dirs

    graphs = graphs or settings.graphs
    prompts = prompts or settings.prompts
    if graphs is None and prompts is None:
        return shipped_dirs()
    if graphs is None or prompts is None:
        raise CannotDo(
            "one of the two directories is missing.", "Give --graphs and --prompts together."
        )
    return graphs, prompts


def _plain(problem: "Problem") -> dict[str, str | int | None]:
    return {
        "file": problem.file,
        "line": problem.line,
        "field": problem.field,
        "what": problem.what,
        "what_to_do": problem.what_to_do,
    }


def _summary(problems: Sequence["Problem"], read: Sequence[Path]) -> str:
    """What came out, and of which directories: who forgets the settings checks the shipped pack."""
    where = " and ".join(str(directory) for directory in read)
    if not problems:
        return f"All is well in {where}."
    return f"{len(problems)} {'thing' if len(problems) == 1 else 'things'} to mend in {where}."


def apply() -> None:
    """Put the declared pack in force: that of SMSBOT_GRAPHS and SMSBOT_PROMPTS, or the shipped one.

    A running product follows within a second.

    \b
    Example: SMSBOT_GRAPHS=./shop/graphs SMSBOT_PROMPTS=./shop/prompts smsbot apply
    """
    from smsbot.chosen_pack import load_pack

    pack = load_pack(settings_for_command())
    with_database(lambda services: _apply(services, pack), create=True)


async def _apply(services: "Services", pack: "Pack") -> None:
    from smsbot.pipeline.in_force import put_in_force

    await put_in_force(services, pack)
    progress(f"In force: {pack.business.brand}, pack {pack.hash}")
