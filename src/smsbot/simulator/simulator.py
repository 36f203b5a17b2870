"""The simulator as one object: its state, its background work, and what a test asks of it."""

import asyncio
from types import TracebackType
from typing import Self

import httpx

from smsbot.simulator.blocks import BlockList
from smsbot.simulator.config import NOWHERE, Geo, SimulatorConfig
from smsbot.simulator.faults import Fault, FaultBoard
from smsbot.simulator.inbound import Inbound, Receipt, Text
from smsbot.simulator.messages import Message, MessageBook
from smsbot.simulator.outbound import Outbound
from smsbot.simulator.requests import LoggedRequest, RequestLog
from smsbot.simulator.sids import Sids
from smsbot.simulator.stream import Event, Hub
from smsbot.simulator.tasks import Tasks
from smsbot.simulator.webhooks import Poster


class Simulator:
    """A carrier with its phones. Enter it (`async with`) before it is used; leaving ends all work.

    `transport` replaces the network for webhooks, e.g. httpx.ASGITransport(app) in a test.
    """

    def __init__(
        self, config: SimulatorConfig, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self.config = config
        self.numbers = {number.phone: number for number in config.numbers}
        self.sids = Sids(config.seed)
        self.book = MessageBook(config.ring)
        self.requests = RequestLog(config.ring)
        self.blocks = BlockList(config)
        self.faults = FaultBoard()
        self.hub = Hub()
        self.tasks = Tasks()
        self._poster = Poster(config, transport)
        self.outbound = Outbound(config, self.book, self.hub, self._poster, self.tasks, self.sids)
        self.inbound = Inbound(
            config, self.outbound, self.blocks, self.faults, self._poster, self.sids
        )
        self.running = False
        self._entered = False

    async def __aenter__(self) -> Self:
        if self._entered:
            raise RuntimeError("a simulator runs once: make a new one")
        self._entered = self.running = True
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.running = False
        self.hang_up()
        await self.tasks.cancel()
        await self._poster.close()

    def hang_up(self) -> None:
        """End the streams of all who watch; a server that shuts down would else wait for them."""
        self.hub.publish(Event("closed", None, {}))

    def phone(self, e164: str) -> "Phone":
        """A customer's phone; it needs no declaration."""
        return Phone(self, e164)

    def fault(self, fault: Fault) -> int:
        """Declare a misbehaviour; its id."""
        return self.faults.declare(fault)

    def creates(self, to: str | None = None) -> list[LoggedRequest]:
        """The calls that tried to create a message, whatever their answer, in order."""
        return self.requests.entries(method="POST", to=to)

    async def send_text(self, text: Text) -> Receipt:
        """Receive a text and deliver its webhook before returning; KeyError for a strange number.

        The delivery outlives a caller who is cancelled.
        """
        receipt = self.inbound.receive(text)
        await asyncio.shield(self.tasks.spawn(self.inbound.deliver(text, receipt)))
        return receipt

    def post_text(self, text: Text) -> Receipt:
        """Receive a text and deliver its webhook in the background; KeyError as above."""
        receipt = self.inbound.receive(text)
        self.tasks.spawn(self.inbound.deliver(text, receipt))
        return receipt

    async def settle(self) -> None:
        """Wait until every delivery, callback and webhook under way has ended."""
        await self.tasks.idle()

    async def reset(self) -> None:
        """Forget messages, calls, faults and blocks, and stop what is under way."""
        await self.tasks.cancel()
        self.book.clear()
        self.requests.clear()
        self.faults.clear()
        self.blocks.clear()
        self.hub.publish(Event("reset", None, {}))


class Phone:
    """One customer's phone."""

    def __init__(self, simulator: Simulator, e164: str) -> None:
        self._simulator = simulator
        self.e164 = e164

    async def text(
        self,
        number: str,
        body: str,
        *,
        media: tuple[str, ...] = (),
        geo: Geo = NOWHERE,
        webhooks: int = 1,
        parallel: bool = False,
    ) -> Receipt:
        """Text a number of the business and wait for the webhook's answer."""
        text = Text(self.e164, number, body, media, geo, webhooks, parallel)
        return await self._simulator.send_text(text)

    def messages(self, after: int = 0) -> list[Message]:
        """All messages from and to this phone with a seq greater than `after`, in order."""
        return self._simulator.book.of_phone(self.e164, after)

    def accepted(self, *, carrier: bool = False) -> list[Message]:
        """What the business sent to this phone, in order; `created` is when it was accepted.

        The carrier's own keyword replies are left out unless `carrier`.
        """
        return [
            message
            for message in self.messages()
            if not message.inbound and (carrier or not message.draft.carrier_reply)
        ]

    def received(self, *, carrier: bool = False) -> list[Message]:
        """Those of `accepted` that were delivered."""
        return [each for each in self.accepted(carrier=carrier) if each.status == "delivered"]
