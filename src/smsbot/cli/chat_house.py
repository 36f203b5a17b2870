"""The whole product in this process with a simulated phone: what `smsbot chat` talks to and what
tests/transcripts replays against. Texts are real signed webhooks; replies pass the real gate,
outbox, worker and carrier client."""

import asyncio
import contextlib
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from smsbot import bootstrap
from smsbot.cli.common import CannotDo
from smsbot.clocks import DemoClock
from smsbot.config import Settings
from smsbot.pack.models import Pack
from smsbot.pipeline.services import Services
from smsbot.store import story as store
from smsbot.store.embedded import embedded
from smsbot.store.scratch import NoScratch, scratch

PATIENCE = 60.0
"""Seconds in which all that a text leads to has happened, a turn tried again included."""
LOOK_EVERY = 0.05
ARRIVED = ("received", "delivered", "undelivered", "failed")
PICTURE = "https://example.com/photo-{}.jpg"


class NoAnswer(Exception):
    """A text is still under way after `PATIENCE`."""


@contextmanager
def chat_database(settings: Settings) -> Iterator[str]:
    """A migrated database that goes with the block: on the server that is set, or on an embedded
    one. Never the database that is set itself: what waits there is for real customers, and the
    simulated carrier would swallow it. Raises `CannotDo`."""
    if settings.database_url is None:
        with (
            tempfile.TemporaryDirectory(prefix="smsbot-chat-") as directory,
            embedded(Path(directory) / "data") as url,
        ):
            bootstrap.migrate(url)
            yield url
        return
    with ExitStack() as stack:
        try:
            url = stack.enter_context(scratch(settings.database_url))
        except NoScratch as error:
            what_to_do = "Unset SMSBOT_DATABASE_URL: chat then brings a server of its own."
            raise CannotDo(str(error).rstrip("."), what_to_do) from error
        bootstrap.migrate(url)
        yield url


@dataclass(frozen=True, slots=True)
class ChatHouse:
    """The running product, and the way to its simulated carrier."""

    services: Services
    pack: Pack
    clock: DemoClock
    carrier: httpx.AsyncClient

    @property
    def number(self) -> str:
        """Ours that is texted."""
        return self.pack.business.numbers[0].phone

    def set_time(self, phone: str, local: datetime) -> None:
        """Make it `local`, naive, in the business's zone, for this phone."""
        self.clock.set(phone, local.replace(tzinfo=self.pack.business.zone))

    async def text(self, phone: str, body: str, *, media: int = 0) -> str:
        """Text us, and wait until the webhook has been answered; returns the carrier's SID."""
        answer = await self.carrier.post(
            "/control/texts",
            json={
                "from": phone,
                "to": self.number,
                "body": body,
                "media": [PICTURE.format(nth + 1) for nth in range(media)],
            },
        )
        answer.raise_for_status()
        found = answer.json()
        if not found["delivered_to_webhook"]:
            raise NoAnswer(f"our webhook answered {found['webhook_status']}")
        sid: str = found["sid"]
        return sid

    async def messages(self, phone: str, after: int = 0) -> list[dict[str, Any]]:
        """What a phone has sent and received since message `after`, in order, as the carrier saw
        it."""
        answer = await self.carrier.get(
            f"/control/phones/{phone}/messages", params={"after": after}
        )
        answer.raise_for_status()
        found: list[dict[str, Any]] = answer.json()["messages"]
        return found

    async def settled(self, phone: str) -> None:
        """Wait until every text of this phone is answered or left to a person, and every answer is
        delivered. Raises `NoAnswer`."""
        last_look = time.monotonic() + PATIENCE
        while await self._under_way(phone):
            if time.monotonic() > last_look:
                raise NoAnswer(f"a text is still under way after {PATIENCE:.0f} s")
            await asyncio.sleep(LOOK_EVERY)

    async def _under_way(self, phone: str) -> bool:
        async with self.services.database.transaction() as tx:
            if await store.under_way(tx, phone):
                return True
        # What the carrier says by itself is in no table of ours.
        return any(one["status"] not in ARRIVED for one in await self.messages(phone))


@asynccontextmanager
async def chat_house(settings: Settings, url: str, pack: Pack) -> AsyncIterator[ChatHouse]:
    """Web, worker and simulated carrier on a free port of this machine, over the migrated database
    at `url`, with `pack` in force."""
    port = _free_port()
    ours = replace(settings, host="127.0.0.1", port=port, public_url=None)
    account = bootstrap.simulated_account(ours)
    clock = DemoClock()
    stop = asyncio.Event()
    async with bootstrap.opened(ours, url, account, clock) as house:
        await bootstrap.prepare(house, pack)
        running = asyncio.create_task(
            bootstrap.run(house, web=True, worker=True, demo=clock, stop=stop)
        )
        base = f"{ours.base_url}{bootstrap.SIMULATOR_PATH}"
        try:
            async with httpx.AsyncClient(base_url=base, timeout=30, trust_env=False) as carrier:
                await _answers(carrier, running)
                yield ChatHouse(house.services, pack, clock, carrier)
        finally:
            stop.set()
            await asyncio.gather(running, return_exceptions=True)


async def _answers(carrier: httpx.AsyncClient, running: "asyncio.Task[None]") -> None:
    """Wait until the carrier answers; an error of the product's start is raised here."""
    while not running.done():
        with contextlib.suppress(httpx.TransportError):
            if (await carrier.get("/control/health")).status_code == httpx.codes.OK:
                return
        await asyncio.sleep(LOOK_EVERY)
    await running
    raise RuntimeError("the product stopped at its start")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def received(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that came to the phone, and arrived."""
    return [
        one for one in messages if one["direction"] != "inbound" and one["status"] == "delivered"
    ]
