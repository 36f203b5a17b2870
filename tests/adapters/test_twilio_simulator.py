"""The adapter and the simulated carrier, which share no code, over HTTP in one process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from smsbot.adapters.twilio.client import TwilioCarrier
from smsbot.adapters.twilio.webhook import TwilioWebhook
from smsbot.domain.delivery import Status
from smsbot.domain.ids import AttemptId
from smsbot.domain.inbound import InboundText, StatusReport
from smsbot.domain.remedy import Remedy
from smsbot.ports import Accepted, CarrierDown, Rejected, Unknown
from smsbot.simulator import (
    CarrierKeywords,
    Fault,
    FaultKind,
    Number,
    Simulator,
    SimulatorConfig,
    Timings,
    create_app,
)

from .twilio_support import ACCOUNT, BODY, OURS, PHONE, PUBLIC, TOKEN, approved

ATTEMPT = AttemptId("att_1")
A_MINUTE_AGO = timedelta(minutes=1)


@dataclass
class House:
    """Both ends: what we send with, what came back, and the carrier itself."""

    carrier: TwilioCarrier
    simulator: Simulator
    reports: list[StatusReport] = field(default_factory=list)
    texts: list[InboundText] = field(default_factory=list)
    strangers: int = 0

    async def send(self, body: str = BODY):
        return await self.carrier.send(approved(body=body), sender=OURS, attempt=ATTEMPT)

    async def find(self, body: str = BODY):
        since = datetime.now(UTC) - A_MINUTE_AGO
        return await self.carrier.find_sent(sender=OURS, to=PHONE, body=body, since=since)


def receiver(house_of: list[House]) -> Starlette:
    """Our webhooks, as far as the adapter goes: verify over the public address, then read."""
    webhook = TwilioWebhook(TOKEN)

    async def take(request: Request) -> Response:
        house = house_of[0]
        params = parse_qsl((await request.body()).decode(), keep_blank_values=True)
        url = PUBLIC + request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if not webhook.verify(url, request.headers, params):
            house.strangers += 1
            return Response(status_code=403)
        if request.url.path.endswith("status"):
            house.reports.append(webhook.status(params, request.query_params))
        else:
            house.texts.append(webhook.inbound(params))
        return Response()

    return Starlette(routes=[Route("/webhooks/twilio/{kind}", take, methods=["POST"])])


@asynccontextmanager
async def both_ends(signing_token: str = TOKEN, **config) -> AsyncIterator[House]:
    number = Number(
        phone=OURS,
        inbound_url=f"{PUBLIC}/webhooks/twilio/inbound",
        carrier_keywords=CarrierKeywords.ADVANCED,
    )
    settings = SimulatorConfig(
        account_sid=ACCOUNT,
        auth_token=signing_token,
        numbers=(number,),
        timings=Timings(queued_to_sent=0.002, sent_to_delivered=0.002),
        **config,
    )
    houses: list[House] = []
    back = httpx.ASGITransport(receiver(houses))
    async with Simulator(settings, transport=back) as simulator:
        mounted = Starlette(routes=[Mount("/simulator", create_app(simulator))])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(mounted)) as http:
            carrier = TwilioCarrier(
                ACCOUNT, signing_token, PUBLIC, http, "http://here/simulator", 1.0, 0.001
            )
            houses.append(House(carrier, simulator))
            yield houses[0]


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with both_ends() as made:
        yield made


async def test_a_text_is_sent_reported_and_found(house):
    sent = await house.send()
    assert isinstance(sent, Accepted)
    await house.simulator.settle()
    assert [report.status for report in house.reports][-1] is Status.DELIVERED
    assert {(report.sid, report.attempt) for report in house.reports} == {(sent.sid, ATTEMPT)}
    assert house.strangers == 0
    (found,) = await house.find()
    assert (found.sid, found.status, found.body) == (sent.sid, Status.DELIVERED, BODY)
    assert await house.find("Something else") == []


async def test_a_text_comes_in_and_is_listed_under_the_same_sid(house):
    await house.simulator.phone(PHONE).text(OURS, "  Hi  ", media=("https://media.example.com/a",))
    await house.simulator.phone(PHONE).text(OURS, "HELP")
    assert [(text.body, text.carrier_keyword) for text in house.texts] == [
        ("  Hi  ", None),
        ("HELP", "HELP"),
    ]
    assert house.strangers == 0
    since = datetime.now(UTC) - A_MINUTE_AGO
    listed = await house.carrier.list_received(number=OURS, since=since)
    assert {(text.sid, text.body) for text in listed} == {
        (text.sid, text.body) for text in house.texts
    }


async def test_a_stop_blocks_the_next_create(house):
    await house.simulator.phone(PHONE).text(OURS, "STOP")
    refused = await house.send()
    assert isinstance(refused, Rejected)
    assert (refused.code, refused.remedy) == ("21610", Remedy.OPTED_OUT)


async def test_a_text_whose_answer_was_lost_is_there_when_it_is_looked_up():
    # Its queue is slow, and messages that were not sent yet are hidden from dated lists.
    async with both_ends(list_hides_unsent=True) as house:
        slow = Fault(kind=FaultKind.SLOW_DELIVERY, seconds=5)
        house.simulator.fault(slow)
        house.simulator.fault(Fault(kind=FaultKind.ACCEPT_THEN_HANG, seconds=0.01))
        assert isinstance(await house.send(), Unknown)
        assert len(await house.find()) == 1
        assert len(house.simulator.creates()) == 1


async def test_a_text_that_never_arrived_is_not_there(house):
    house.simulator.fault(Fault(kind=FaultKind.HTTP_500))
    assert isinstance(await house.send(), Unknown)
    assert await house.find() == []


async def test_too_many_requests(house):
    house.simulator.fault(Fault(kind=FaultKind.HTTP_429, retry_after=3))
    refused = await house.send()
    assert isinstance(refused, Rejected)
    assert (refused.remedy, refused.retry_after) == (Remedy.RETRY, 3.0)


async def test_a_list_that_fails_once_is_asked_for_again(house):
    await house.send()
    house.simulator.fault(Fault(kind=FaultKind.HTTP_500, on="read"))
    assert len(await house.find()) == 1
    house.simulator.fault(Fault(kind=FaultKind.HTTP_500, on="read", times=None))
    with pytest.raises(CarrierDown):
        await house.find()


async def test_all_pages_of_a_long_list(house, monkeypatch):
    monkeypatch.setattr("smsbot.adapters.twilio.client.PAGE_SIZE", 2)
    sent = await asyncio.gather(*(house.send() for _ in range(5)))
    found = await house.find()
    assert {one.sid for one in found} == {one.sid for one in sent}


async def test_a_stranger_with_another_token_is_turned_away():
    async with both_ends(signing_token="54321") as house:
        await house.simulator.phone(PHONE).text(OURS, "Hi")
        assert (house.texts, house.strangers) == ([], 1)
