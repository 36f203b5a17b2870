"""One turn of a chat, acted out: somebody does something, and what came of it is written down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from smsbot.cli.chat_house import ChatHouse, received
from smsbot.cli.transcript import Turn, folded, local_time
from smsbot.domain.guard import Action
from smsbot.pipeline import desk
from smsbot.pipeline.story import InboundStory, OutboundStory, story
from smsbot.pipeline.story_parts import TaskPart
from smsbot.store import contacts, conversations, tasks
from smsbot.store.db import Tx

AT_FIRST = ("bot", "granted")
"""Owner and consent after an ordinary first text; a turn tells what differs from the one before."""


@dataclass(slots=True)
class Told:
    """What came of a turn: as it is written down, and its stories for who wants more."""

    turn: Turn
    texts: list[InboundStory] = field(default_factory=list)
    sent: list[OutboundStory] = field(default_factory=list)


class Scene:
    """One customer's conversation, turn by turn."""

    def __init__(self, house: ChatHouse, phone: str) -> None:
        self.house = house
        self.phone = phone
        self._seen = 0
        self._standing = AT_FIRST
        self._told_staff: set[str] = set()

    async def act(self, turn: Turn) -> Told:
        """Do what `turn` says, wait until all is delivered, and tell what came of it; what `turn`
        itself tells of that is not looked at. Raises `NoAnswer` and `DeskError`."""
        if turn.at is not None:
            self.house.set_time(self.phone, local_time(turn.at))
        sids = await self._texts(turn)
        refused = await self._rep(turn) if turn.rep is not None else None
        await self.house.settled(self.phone)
        return await self._tell(turn, sids, refused)

    async def _texts(self, turn: Turn) -> list[str]:
        if not turn.texts:
            return []
        *burst, last = turn.texts
        sids = [await self.house.text(self.phone, body) for body in burst]
        return [*sids, await self.house.text(self.phone, last, media=turn.media)]

    async def _rep(self, turn: Turn) -> str | None:
        """Why it could not be done; None where it was."""
        services, rep = self.house.services, turn.rep or ""
        task = await self.open_task()
        try:
            match turn.does:
                case "claims":
                    await desk.claim(services, task, rep)
                case "returns":
                    await desk.give_back(services, task, rep)
                case "resolves":
                    await desk.resolve(services, task, rep)
                case None:
                    await desk.reply(services, task, rep, turn.says or "")
        except desk.DeskError as error:
            return str(error).replace(task, "TASK")
        return None

    async def open_task(self) -> str:
        """The customer's most urgent task that is not resolved. Raises `DeskError`."""
        async with self.house.services.database.transaction() as tx:
            contact = await contacts.by_phone(tx, self.phone)
            found = await tasks.listed(tx, contact_id=contact.id) if contact else []
        if not found:
            raise desk.DeskError("there is no open task for this customer; ask for a person first")
        return found[0][0].id

    async def _tell(self, turn: Turn, sids: Sequence[str], refused: str | None) -> Told:
        messages = await self.house.messages(self.phone, self._seen)
        self._seen = max((one["seq"] for one in messages), default=self._seen)
        came = received(messages)
        async with self.house.services.database.transaction() as tx:
            texts = [one for sid in sids if isinstance(one := await story(tx, sid), InboundStory)]
            ours = [await story(tx, one["sid"]) for one in came if not one["carrier_reply"]]
            standing = await self._look(tx)
        sent = [one for one in ours if isinstance(one, OutboundStory)]
        made = {task.id: task for text in texts for task in text.tasks}
        outcome = {
            "guard": folded([_guard(text) for text in texts]),
            "bot": folded([one.body for one in sent if one.kind != "rep"]),
            "carrier": folded([one["body"] for one in came if one["carrier_reply"]]),
            "refused": refused,
            "task": folded([_task(task) for task in made.values()]),
            "told": folded(self._staff(made.values())),
            **self._changed(standing),
        }
        if turn.says is not None and not refused and turn.says not in [one.body for one in sent]:
            raise desk.DeskError("the rep's text did not reach the phone")
        acted = turn.model_dump(include=ACTS)
        return Told(Turn.model_validate({**acted, **outcome}), texts, sent)

    async def _look(self, tx: Tx) -> tuple[str, str]:
        """Who owns the conversation, and the contact's consent status."""
        contact = await contacts.by_phone(tx, self.phone)
        talk = await conversations.latest_of(tx, contact.id) if contact else None
        if contact is None or talk is None:
            return self._standing
        owner = f"rep {talk.rep}" if talk.rep else talk.owner.value
        return owner, contact.consent.value

    def _changed(self, standing: tuple[str, str]) -> dict[str, str]:
        names = ("owner", "consent")
        before, self._standing = self._standing, standing
        return {
            name: new for name, old, new in zip(names, before, standing, strict=True) if new != old
        }

    def _staff(self, made: Iterable[TaskPart]) -> list[str]:
        """Our own people who were texted since the last turn, by name."""
        names = {one.phone: one.name for one in self.house.pack.business.people}
        texts = [text for task in made for text in task.texts if text.kind == "staff"]
        fresh = [text for text in texts if text.id not in self._told_staff]
        self._told_staff |= {text.id for text in fresh}
        return [names.get(text.to, text.to) for text in fresh]


ACTS = {"customer", "media", "rep", "does", "says", "at"}
"""What a turn does, apart from what came of it."""


def _guard(text: InboundStory) -> str:
    if text.guard.action is Action.PASS:
        return "pass"
    detail = f" ({text.guard.detail})" if text.guard.detail else ""
    return f"{text.guard.action.value}/{text.guard.rule}{detail}"


def _task(task: TaskPart) -> str:
    did = "made" if task.made else "extended"
    return f"{task.reason} ({did}, {task.queue}, {task.urgency})"
