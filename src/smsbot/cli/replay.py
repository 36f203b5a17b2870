"""`smsbot replay`: a stored turn once more, from its record alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smsbot.cli.common import as_json, dim, progress, with_database

if TYPE_CHECKING:
    from smsbot.pipeline.replay import Replayed
    from smsbot.pipeline.services import Services


def register(app: typer.Typer) -> None:
    app.command()(replay)


def replay(
    turn: Annotated[
        str,
        typer.Argument(help="A turn's id, or the beginning of one; `smsbot why` names them."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Run a stored turn again from its record, and compare. No model, and nothing is changed.

    Prints `identical`, or each place in which the replay differs from what is stored, and exits 1
    then. The texts, the state, the clock, the calendar, the pack and the model's answer are those
    of then; the code is today's.

    \b
    Example: smsbot replay trn_1a208e
    """
    found = with_database(lambda services: _again(services, turn))
    if json:
        typer.echo(as_json(_plain(found)))
    elif found.differences:
        typer.echo("\n".join(_told(found)))
    else:
        typer.echo("identical")
        for line in _versions(found):
            progress(dim(line))
    if found.differences:
        raise typer.Exit(1)


async def _again(services: "Services", turn: str) -> "Replayed":
    from smsbot.beside import read_answer
    from smsbot.pipeline import replay as pipeline

    async with services.database.statements() as on:
        record = await pipeline.record_of(on, turn)
    return await pipeline.replay(record, read_answer)


def _told(found: "Replayed") -> Iterator[str]:
    many = len(found.differences)
    yield f"{found.id} ({found.outcome}) differs in {many} place{'' if many == 1 else 's'}:"
    for one in found.differences:
        yield f"\n{one.where}"
        yield f"    stored    {_shown(one.stored)}"
        yield f"    replayed  {_shown(one.replayed)}"
    yield ""
    yield from list(_versions(found)) or [
        "Pack and code are those of the record: what is stored was changed, or the turn depends "
        "on something that its record does not hold."
    ]


def _versions(found: "Replayed") -> Iterator[str]:
    for name, (then, now) in found.changed.items():
        yield f"The {name} differs: recorded with {then or 'none'}, replayed with {now}."


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else as_json(value)


def _plain(found: "Replayed") -> dict[str, Any]:
    return {
        "turn": found.id,
        "outcome": found.outcome,
        "identical": not found.differences,
        "versions": {
            name: {"stored": then, "replayed": now} for name, (then, now) in found.versions.items()
        },
        "differences": [
            {"where": one.where, "stored": one.stored, "replayed": one.replayed}
            for one in found.differences
        ],
    }
