"""The demo's endpoints over a real database, with a carrier that answers at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import text

from smsbot import bootstrap
from smsbot.bootstrap import Account, House
from smsbot.clocks import DemoClock
from smsbot.config import Settings
from smsbot.conversation import Conversation
from smsbot.domain.delivery import Status
from smsbot.domain.draft import Approved, DispatchPass
from smsbot.domain.ids import AttemptId, CarrierSid, ConversationId
from smsbot.domain.inbound import InboundText
from smsbot.pack.load import load_shipped
from smsbot.pack.models import Settling
from smsbot.pipeline.deliver import drain
from smsbot.pipeline.receive import receive
from smsbot.pipeline.reply import reply
from smsbot.ports import Accepted, SendOutcome
from smsbot.web.demo import DemoDoors, router

MARIA = "+13035550142"
OURS = "+13035550100"
ACCOUNT = Account("AC" + "5" * 32, "a-secret-of-the-tests", "http://127.0.0.1:9")


class Carrier:
    """Accepts every text under a SID of its own, or answers what it was told to, once."""

    def __init__(self) -> None:
        self.next: SendOutcome | None = None
        self.sent: list[str] = []

    async def send(
        self, approved: Approved[DispatchPass], *, sender: str, attempt: AttemptId
    ) -> SendOutcome:
        if self.next is not None:
            answer, self.next = self.next, None
            return answer
        self.sent.append(approved.draft.body)
        return Accepted(CarrierSid(f"SMout{len(self.sent)}"), Status.QUEUED)


@dataclass
class Demo:
    """What a test acts through: the page's endpoints, and the arrows of the house."""

    house: House
    client: httpx.AsyncClient
    carrier: Carrier
    clock: DemoClock
    sids: Any = field(default_factory=count)

    async def get(self, path: str, **params: Any) -> Any:
        answer = await self.client.get(f"/demo/api{path}", params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def post(self, path: str, **body: Any) -> httpx.Response:
        return await self.client.post(f"/demo/api{path}", json=body)

    async def receive(self, body: str, phone: str = MARIA) -> str:
        """A text comes in; returns its SID."""
        sid = CarrierSid(f"SMin{next(self.sids)}")
        await receive(self.house.services, InboundText(sid, phone, OURS, body))
        return sid

    async def turn(self) -> None:
        """Answer what is unanswered, and send all that is due."""
        async with self.house.services.database.transaction() as tx:
            rows = await tx.rows(text("SELECT id FROM conversation"))
            numbers = await tx.rows(text("SELECT id FROM number"))
        for row in rows:
            conversation = ConversationId(row.id)
            await reply(self.house.services, Conversation(None), conversation, model=False)
        for row in numbers:
            await drain(self.house.services, row.id)

    async def chapters(self, sid: str) -> dict[str, Any]:
        told = await self.get(f"/story/{sid}")
        return {chapter["key"]: chapter for chapter in told["chapters"]}


@asynccontextmanager
async def client_of(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as client:
        yield client


@asynccontextmanager
async def running_demo(database_url: str) -> AsyncIterator[Demo]:
    """The product with a carrier that answers at once, and bursts that settle at once."""
    clock, carrier = DemoClock(), Carrier()
    pack = load_shipped()
    quick = pack.business.model_copy(update={"settling": Settling(quiet=0, at_most=0)})
    async with bootstrap.opened(Settings(retry_first=0), database_url, ACCOUNT, clock) as wired:
        await bootstrap.prepare(wired, pack.model_copy(update={"business": quick}))
        house = replace(wired, services=replace(wired.services, carrier=carrier))
        app = FastAPI()
        app.include_router(router(DemoDoors(house.services, clock.set, "/carrier")))
        async with client_of(app) as client:
            yield Demo(house, client, carrier, clock)
