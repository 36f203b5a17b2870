"""`smsbot chat`: a phone in the terminal, with the whole product behind it."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smsbot.cli.common import CannotDo, progress

if TYPE_CHECKING:
    from smsbot.cli.chatting import Chat
    from smsbot.config import Settings
    from smsbot.pack.models import Pack

CUSTOMER = "+13035550142"


def register(app: typer.Typer) -> None:
    app.command()(chat)


def chat(
    phone: Annotated[str, typer.Option(help="Whose phone this is.")] = CUSTOMER,
    at: Annotated[
        str | None, typer.Option(help="The business's local time, as 2026-11-23 22:15.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(help="Write the conversation there at the end, as a test.")
    ] = None,
) -> None:
    """Text the business from here: real webhooks, guards, graph, gate and delivery, nothing leaves
    the machine. Type a text, or /help for what else there is.

    Its data go with it: an embedded server's, or a database of its own on the server of
    SMSBOT_DATABASE_URL. With a pipe it sends one text a line, each when the last has been answered;
    exits 1 where one went wrong.

    \b
    Example: printf 'hi\\nSTOP\\n' | smsbot chat

    \b
    Example: smsbot chat --at "2026-11-23 22:15" --save tests/transcripts/at_night.yaml
    """
    from smsbot.chosen_pack import load_pack
    from smsbot.cli.transcript import local_time
    from smsbot.config import read_settings
    from smsbot.log import configure

    settings = read_settings()
    configure("error" if settings.log_level == "info" else settings.log_level, settings.log_format)
    if at is not None:
        try:
            local_time(at)
        except ValueError as error:
            raise CannotDo(
                f"--at {at!r} is not a time.", "Write it as 2026-11-23 22:15."
            ) from error
    problems = _run(settings, load_pack(settings), phone, at, save)
    raise typer.Exit(1 if problems else 0)


def _run(settings: "Settings", pack: "Pack", phone: str, at: str | None, save: Path | None) -> int:
    """Chat until the input ends or somebody quits; returns how many lines went wrong."""
    progress("Starting the business …")
    from smsbot.cli.chat_house import chat_database, chat_house
    from smsbot.cli.chatting import Chat

    async def go(url: str) -> int:
        async with chat_house(settings, url, pack) as house:
            progress(f"You are {phone}, texting {pack.business.brand}. /help for help.")
            the_chat = Chat(house, phone, at, _pack_name(settings))
            try:
                await _talk(the_chat)
            finally:  # also where Ctrl-C was the end
                if save is not None and the_chat.said:
                    the_chat.save(save)
            return the_chat.problems

    with chat_database(settings) as url:
        try:
            return asyncio.run(go(url))
        except KeyboardInterrupt:
            return 0


async def _talk(the_chat: "Chat") -> None:
    from smsbot.cli.lines import lines

    typed = sys.stdin.isatty()
    _prompt(typed)
    async for line in lines():
        if not await the_chat.take(line, echo=not typed):
            return
        _prompt(typed)


def _prompt(typed: bool) -> None:
    if typed:
        typer.echo("you  ", nl=False)


def _pack_name(settings: "Settings") -> dict[str, str] | None:
    """The pack's directories; None for the shipped one."""
    if settings.graphs is None or settings.prompts is None:
        return None
    return {"graphs": str(settings.graphs), "prompts": str(settings.prompts)}
