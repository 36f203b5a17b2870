"""A chat, line by line: texts and commands in, what came of them out."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path

import typer

from smsbot.cli import task_view
from smsbot.cli.chat_house import ChatHouse, NoAnswer
from smsbot.cli.common import CannotDo, coloured, dim, progress
from smsbot.cli.scene import Scene, Told
from smsbot.cli.tasks import person_of
from smsbot.cli.told import quoted, tell
from smsbot.cli.transcript import LOCAL_TIME, OwnPack, Transcript, Turn, local_time, write
from smsbot.domain.guard import Action
from smsbot.pipeline.desk import DeskError
from smsbot.pipeline.story import AmbiguousId, story
from smsbot.pipeline.story_parts import InboundStory, OutboundStory
from smsbot.store import contacts, tasks

WRONG = (AmbiguousId, CannotDo, DeskError, NoAnswer)
"""What goes wrong with a line; the chat goes on after it."""


class Chat:
    """One terminal: a phone at a time, everything said so far, and when it began."""

    def __init__(
        self, house: ChatHouse, phone: str, at: str | None, pack: dict[str, str] | None
    ) -> None:
        self.problems = 0
        self._house = house
        self._pack = pack
        self._at = at or datetime.now(house.pack.business.zone).strftime(LOCAL_TIME)
        self._moved: str | None = None
        self._turns: dict[str, list[Turn]] = {}
        self._began: dict[str, str] = {}
        self._scenes: dict[str, Scene] = {}
        self._latest: str | None = None
        self._rep = house.pack.business.people[0].id
        self._fixed = at is not None
        self._phone = phone
        self._use(phone)

    def _use(self, phone: str) -> None:
        self._phone = phone
        if phone not in self._scenes:
            self._scenes[phone] = Scene(self._house, phone)
            self._turns[phone] = []
            self._began[phone] = self._at
        if self._fixed:
            self._house.set_time(phone, local_time(self._at))

    @property
    def _scene(self) -> Scene:
        return self._scenes[self._phone]

    @property
    def said(self) -> bool:
        """Whether there is anything to save."""
        return bool(self._turns[self._phone])

    async def take(self, line: str, *, echo: bool) -> bool:
        """One line: a text, or a command. False where that was the end."""
        if echo and line.strip():
            typer.echo(f"you  {line}")
        name, _, rest = line.strip().partition(" ")
        try:
            if name == "/quit":
                return False
            if name in COMMANDS:
                await COMMANDS[name][0](self, rest.strip())
            elif name.startswith("/") and not name.startswith("//"):
                raise CannotDo(f"there is no {name}.", "/help lists what there is.")
            elif line.strip():
                await self._act(Turn(customer=line.removeprefix("/") if name[:2] == "//" else line))
        except WRONG as error:
            self.problems += 1
            progress(f"smsbot: {error}")
        return True

    async def _act(self, turn: Turn) -> None:
        """Act a turn and show what came of it."""
        moved, self._moved = self._moved, None
        told = await self._scene.act(turn.model_copy(update={"at": moved}))
        self._turns[self._phone].append(told.turn)
        for line in _shown(told):
            typer.echo(line)
        if told.texts:
            self._latest = told.texts[-1].id
        elif told.sent:
            self._latest = told.sent[-1].id

    # ---- commands --------------------------------------------------------------------------

    async def burst(self, texts: str) -> None:
        each = tuple(one.strip() for one in texts.split(" / ") if one.strip())
        if not each:
            raise CannotDo("there is no text.", "Write /burst hi / do you have time tomorrow")
        await self._act(Turn(customer=each))

    async def help(self, _: str) -> None:
        for name, (_command, words) in COMMANDS.items():
            typer.echo(f"{name:<10} {words}")
        typer.echo(f"{'/quit':<10} end")

    async def who(self, phone: str) -> None:
        if phone:
            if not phone.startswith("+") or not phone[1:].isdecimal():
                raise CannotDo(f"{phone!r} is not a phone.", "Write it as +13035550143.")
            self._use(phone)
        typer.echo(f"You are {self._phone}.")

    async def at(self, when: str) -> None:
        if when:
            day = self._at.partition(" ")[0]
            written = when if " " in when else f"{day} {when}"
            try:
                self._at = local_time(written).strftime(LOCAL_TIME)
            except ValueError as error:
                raise CannotDo(
                    f"{when!r} is not a time.", "Write 22:15 or 2026-11-23 22:15."
                ) from error
            self._moved = self._at
            self._fixed = True
            self._house.set_time(self._phone, local_time(self._at))
        now = self._house.clock.seen_by(self._phone).astimezone(self._house.pack.business.zone)
        typer.echo(f"It is {now:%a %b} {now.day}, {now:%H:%M %Z} for {self._phone}.")

    async def tasks(self, _: str) -> None:
        services = self._house.services
        async with services.database.transaction() as tx:
            contact = await contacts.by_phone(tx, self._phone)
            found = await tasks.listed(tx, contact_id=contact.id) if contact else []
        if not found:
            typer.echo("Nothing of this customer waits for a person.")
        zone = self._house.pack.business.zone
        for task, phone, name in found:
            typer.echo(task_view.view(task, name or phone, zone, services.clock.now()))

    async def claim(self, name: str) -> None:
        if name:
            self._rep = person_of(self._house.pack, name)
        await self._act(Turn(rep=self._rep, does="claims"))

    async def reply(self, text: str) -> None:
        if not text:
            raise CannotDo("there is no text.", "Write /reply Hi, how can I help?")
        await self._act(Turn(rep=self._rep, says=text))

    async def give_back(self, _: str) -> None:
        await self._act(Turn(rep=self._rep, does="returns"))

    async def resolve(self, _: str) -> None:
        await self._act(Turn(rep=self._rep, does="resolves"))

    async def why(self, message: str) -> None:
        wanted = message or self._latest
        if wanted is None:
            raise CannotDo("nothing was texted yet.", "Type a text first.")
        services = self._house.services
        async with services.database.transaction() as tx:
            found = await story(tx, wanted)
        if found is None:
            raise CannotDo(f"no text has the id {wanted}.", "/why alone tells of the last one.")
        typer.echo(tell(found, self._house.pack.business.zone, services.clock.now()))

    async def write(self, file: str) -> None:
        if not file:
            raise CannotDo("there is no file.", "Write /save tests/transcripts/name.yaml")
        self.save(Path(file))

    def save(self, file: Path) -> None:
        """Write this phone's conversation as a transcript. Raises `CannotDo`."""
        turns = self._turns[self._phone]
        if not turns:
            raise CannotDo("nothing was said, so there is nothing to save.", "Type a text first.")
        transcript = Transcript(
            about=f"{self._phone}: {quoted(turns[0].texts[0] if turns[0].texts else '', 60)}",
            pack=OwnPack.model_validate(self._pack) if self._pack else "shipped",
            at=turns[0].at or self._began[self._phone],
            turns=tuple(turns),
        )
        try:
            file.write_text(write(transcript), "utf-8")
        except OSError as error:
            raise CannotDo(
                f"{file} cannot be written: {error.strerror}.", "Name another."
            ) from error
        progress(f"Saved {len(turns)} turns to {file}.")


Command = Callable[[Chat, str], Awaitable[None]]
COMMANDS: dict[str, tuple[Command, str]] = {
    "/help": (Chat.help, "this list"),
    "/who": (Chat.who, "who you are; /who +13035550143 is somebody else"),
    "/at": (Chat.at, "what time it is for you; /at 22:15 makes it so"),
    "/burst": (Chat.burst, "several texts before an answer: /burst hi / one question"),
    "/tasks": (Chat.tasks, "what waits for a person"),
    "/claim": (Chat.claim, "take your own task as a rep; /claim ID names one of your people"),
    "/reply": (Chat.reply, "text as that rep"),
    "/return": (Chat.give_back, "give the conversation back to the bot"),
    "/resolve": (Chat.resolve, "close the task"),
    "/why": (Chat.why, "the whole story of the last text; /why ID of another"),
    "/save": (Chat.write, "write the conversation to a file, as a test"),
}


def _shown(told: Told) -> Iterator[str]:
    """What is shown of a turn: the guards' word, then each answer with what composed it."""
    for text in told.texts:
        yield dim("     " + " · ".join(_decided(text)))
    for body in _each(told.turn.carrier):
        yield f"{'net':<5}{body}"
    for one in told.sent:
        yield _spoken(one)
    if told.turn.refused:
        yield coloured(f"     refused: {told.turn.refused}", "red")
    changed = {
        "task": ", ".join(_each(told.turn.task)),
        "texted": ", ".join(_each(told.turn.told)),
        "owner": told.turn.owner or "",
        "consent": told.turn.consent or "",
    }
    words = [f"{name}: {value}" for name, value in changed.items() if value]
    if words:
        yield dim("     " + " · ".join(words))


def _decided(text: InboundStory) -> Iterator[str]:
    spoke = text.guard.action is not Action.PASS
    yield f"{text.guard.action.value} ({text.guard.rule})" if spoke else "pass"
    for turn in text.turns:
        if turn.outcome == "committed" and turn.understanding is not None:
            meant = turn.understanding.intents
            yield ", ".join(f"{one.faq_id or one.name} {one.confidence:.2f}" for one in meant)
    for reply in text.replies:
        if reply.state in ("refused", "cancelled"):
            yield f"not sent: {reply.gate[-1].decision.reason}"


def _spoken(one: OutboundStory) -> str:
    who = "rep" if one.kind == "rep" else "bot"
    return f"{coloured(f'{who:<5}', 'green')}{one.body}\n{dim(f'     {one.source} · {one.id}')}"


def _each(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
