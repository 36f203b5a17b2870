"""A business that receives webhooks, a carrier to test, and how fixtures are compared."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from smsbot.simulator import CarrierKeywords, Geo, Number, SimulatorConfig, Timings

FIXTURES = Path(__file__).parents[1] / "fixtures" / "twilio"
ACCOUNT = "AC" + "a" * 32
TOKEN = "12345"
SERVICE = "MG" + "b" * 32
PHONE = "+15125550142"
OTHER_PHONE = "+15125550143"
DEFAULT, POOLED, POOLED_TWO = "+15125550100", "+15125550110", "+15125550111"
TOLL_FREE, BARE, WITH_FALLBACK, DEAF = (
    "+18005550120",
    "+15125550130",
    "+15125550131",
    "+15125550132",
)
WEB = "http://business.example.com"
INBOUND = f"{WEB}/hooks/sms?tenant=1"
STATUS = f"{WEB}/hooks/status?attempt=7"
MESSAGES = f"/2010-04-01/Accounts/{ACCOUNT}/Messages"


def numbers(web: str = WEB) -> tuple[Number, ...]:
    """One number of each kind, and a pool of two with Advanced Opt-Out."""
    inbound = f"{web}/hooks/sms?tenant=1"
    pool = {
        "carrier_keywords": CarrierKeywords.ADVANCED,
        "messaging_service_sid": SERVICE,
        "inbound_url": inbound,
    }
    austin = Geo(city="AUSTIN", state="TX", zip="78701")
    return (
        Number(phone=DEFAULT, inbound_url=inbound, geo=austin),
        Number(phone=POOLED, **pool),
        Number(phone=POOLED_TWO, **pool),
        Number(phone=TOLL_FREE, carrier_keywords=CarrierKeywords.TOLL_FREE, inbound_url=inbound),
        Number(phone=BARE, carrier_keywords=CarrierKeywords.NONE, inbound_url=inbound),
        Number(phone=WITH_FALLBACK, inbound_url=inbound, fallback_url=f"{web}/hooks/fallback"),
        Number(phone=DEAF),
    )


def config(web: str = WEB, **changes: Any) -> SimulatorConfig:
    """A config with delays of a few milliseconds."""
    values: dict[str, Any] = {
        "account_sid": ACCOUNT,
        "auth_token": TOKEN,
        "numbers": numbers(web),
        "timings": Timings(queued_to_sent=0.004, sent_to_delivered=0.004),
    }
    return SimulatorConfig(**{**values, **changes})


@dataclass
class Hook:
    """One webhook that the business got."""

    url: str
    form: dict[str, str]
    headers: dict[str, str]


class Business:
    """Records webhooks in the order in which they came; `answer` decides each answer."""

    def __init__(self) -> None:
        self.hooks: list[Hook] = []
        self.open = 0
        self.most_open = 0
        self.answer: Callable[[Hook], Awaitable[Response] | Response] = lambda hook: Response()
        self.app = Starlette(routes=[Route("/hooks/{name:path}", self._receive, methods=["POST"])])

    def named(self, name: str) -> list[Hook]:
        """The webhooks whose path ends with `name`."""
        return [hook for hook in self.hooks if hook.url.partition("?")[0].endswith(name)]

    def statuses(self) -> list[str]:
        """The statuses called back, in the order of their arrival."""
        return [hook.form["MessageStatus"] for hook in self.named("status")]

    async def _receive(self, request: Request) -> Response:
        body = (await request.body()).decode()
        form = dict(parse_qsl(body, keep_blank_values=True, strict_parsing=True))
        hook = Hook(str(request.url), form, dict(request.headers))
        self.hooks.append(hook)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            answer = self.answer(hook)
            return await answer if isinstance(answer, Awaitable) else answer
        finally:
            self.open -= 1


@asynccontextmanager
async def serve(app: Any) -> AsyncIterator[str]:
    """A real server on a free port of the loopback interface; its base URL."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1, ws="none")
        )
        task = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:
            await asyncio.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            await task


def fixture(name: str) -> Any:
    """A documented payload."""
    return json.loads((FIXTURES / f"{name}.json").read_text())


_SID = re.compile(r"\b(PASM|PBSM|SM|MM)[0-9a-f]{32}\b")
_DATE = re.compile(r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000")
_DONE = re.compile(r"2\d{9}")


def masked(payload: Any) -> Any:
    """`payload` with SIDs, dates and done dates replaced by their kind; the rest is exact."""
    if isinstance(payload, dict):
        return {key: masked(value) for key, value in payload.items()}
    if isinstance(payload, list):
        return [masked(value) for value in payload]
    if not isinstance(payload, str):
        return payload
    if _DATE.fullmatch(payload):
        return "<date>"
    if _DONE.fullmatch(payload):
        return "<done>"
    return _SID.sub(r"<\1>", payload)
