"""Replays a transcript against the whole product: the real signed webhook, guards, graph, gate,
outbox, worker and carrier client, the simulated carrier, and a real PostgreSQL."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import lru_cache
from pathlib import Path

import psycopg

from smsbot.cli.chat_house import ChatHouse, chat_house
from smsbot.cli.scene import Scene
from smsbot.cli.transcript import OwnPack, Transcript, Turn, local_time
from smsbot.config import Settings
from smsbot.conversation.state import dump_state, load_state
from smsbot.pack.load import load, load_shipped, sealed
from smsbot.pack.models import Pack, Settling
from smsbot.store import contacts, conversations
from tests.replaying import every_turn

CUSTOMER = "+13035550142"
SETTLING = Settling(quiet=0.2, at_most=2.0)
"""Seconds. Long enough that a burst's texts, sent one after the other, are one turn."""
FAST_PACE = 50.0
"""Texts a second of each number: its pace is not what a transcript is about."""
CLEAR = """
    DELETE FROM appointment;
    UPDATE task SET state = 'resolved', resolved_at = now(), resolution = 'the transcript is over'
      WHERE state <> 'resolved';
"""
"""What one customer leaves that another could meet: taken times, and work of our people."""


def quick(pack: Pack) -> Pack:
    """The pack with times that a test can wait for, and nothing else changed."""
    business = pack.business
    numbers = tuple(
        one.model_copy(update={"messages_per_second": FAST_PACE}) for one in business.numbers
    )
    changed = business.model_copy(update={"settling": SETTLING, "numbers": numbers})
    return sealed(pack.model_copy(update={"business": changed}))


def pack_of(transcript: Transcript, directory: Path) -> Pack:
    """The pack that a transcript in `directory` names."""
    match transcript.pack:
        case OwnPack(graphs=graphs, prompts=prompts):
            return _loaded((directory / graphs).resolve(), (directory / prompts).resolve())
        case _:
            return _shipped()


@lru_cache
def _loaded(graphs: Path, prompts: Path) -> Pack:
    return load(graphs, prompts)


@lru_cache
def _shipped() -> Pack:
    return load_shipped()


def settings() -> Settings:
    return Settings(database_pool=5, look_up_gap=1.0)


class Houses:
    """One running house for each pack, opened when it is first needed: to start and stop one takes
    longer than most transcripts. Closed with the stack."""

    def __init__(self, stack: AsyncExitStack, new_database: Callable[[], str]) -> None:
        self._stack = stack
        self._new_database = new_database
        self._open: dict[str, ChatHouse] = {}

    async def replay(self, transcript: Transcript, directory: Path, phone: str) -> Transcript:
        """What happened, as a transcript of the same acts. Nobody has texted from `phone` yet."""
        house = await self._house(quick(pack_of(transcript, directory)))
        try:
            return await play(house, transcript, phone)
        finally:
            with psycopg.connect(house.services.database.url) as connection:
                connection.execute(CLEAR)

    async def _house(self, pack: Pack) -> ChatHouse:
        if pack.hash not in self._open:
            opened = chat_house(settings(), self._new_database(), pack)
            self._open[pack.hash] = await self._stack.enter_async_context(opened)
        return self._open[pack.hash]


async def replay(transcript: Transcript, directory: Path, database_url: str) -> Transcript:
    """What happened, in a house of its own over the migrated, empty database."""
    pack = quick(pack_of(transcript, directory))
    async with chat_house(settings(), database_url, pack) as house:
        return await play(house, transcript, CUSTOMER)


async def play(house: ChatHouse, transcript: Transcript, phone: str) -> Transcript:
    """What happened, as a transcript of the same acts."""
    scene = Scene(house, phone)
    at = transcript.at
    turns: list[Turn] = []
    for turn in transcript.turns:
        at = turn.at or at
        house.set_time(phone, local_time(at))
        turns.append((await scene.act(turn)).turn)
        await state_survives(house, phone)
    for replayed in await every_turn(house.services, phone):
        assert replayed.differences == ()
        assert replayed.changed == {}
    return transcript.model_copy(update={"turns": tuple(turns)})


async def state_survives(house: ChatHouse, phone: str) -> None:
    """What the conversation remembers is read from its row at every turn: it comes back whole."""
    async with house.services.database.transaction() as tx:
        contact = await contacts.by_phone(tx, phone)
        assert contact is not None
        talk = await conversations.latest_of(tx, contact.id)
    assert talk is not None
    if talk.state:
        assert dump_state(load_state(talk.state)) == talk.state
