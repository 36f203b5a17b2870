"""The commands. `main` is the entry point; each file holds the commands of one purpose, and imports
what is heavy when one of them runs."""

from collections.abc import Sequence

import typer

from smsbot.cli import chat, explain, packs, people, replay, run, tasks, why
from smsbot.cli.common import progress

app = typer.Typer(
    name="smsbot",
    help="An SMS bot that answers, books or hands over in seconds, and never sends a text that it "
    "should not.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for part in (run, chat, explain, why, replay, tasks, packs, people):
    part.register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Exits 0 where it worked, 1 where the answer is no, 2 where what was
    asked for cannot be done."""
    try:
        app(args=arguments, prog_name="smsbot")
    except Exception as error:
        from smsbot.cli.refusals import REFUSALS

        if not isinstance(error, REFUSALS):
            raise
        progress(f"smsbot: {error}")
        raise SystemExit(2) from None
