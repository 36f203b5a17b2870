"""Sending over a mocked wire: what each answer, and each silence, means."""

import asyncio
import base64
from datetime import timedelta
from urllib.parse import parse_qs

import httpx
import pytest

from smsbot.adapters.twilio.client import TwilioCarrier
from smsbot.domain.delivery import Status
from smsbot.domain.draft import DraftKind
from smsbot.domain.ids import AttemptId
from smsbot.domain.remedy import Remedy
from smsbot.ports import Accepted, Rejected, Unknown

from .twilio_support import (
    ACCOUNT,
    API,
    BODY,
    LIST_PATH,
    NOW,
    OURS,
    PHONE,
    PUBLIC,
    TOKEN,
    approved,
    message,
)

ATTEMPT = AttemptId("att_1")
MINUTE = timedelta(minutes=1)


async def send(carrier, text=None):
    return await carrier.send(text or approved(), sender=OURS, attempt=ATTEMPT)


def form(call):
    return {key: value[0] for key, value in parse_qs(call.request.content.decode()).items()}


async def test_a_text_is_created_with_our_attempt_in_its_callback(carrier, wire):
    route = wire.post(API).respond(201, json=message(7, num_segments="2"))
    sent = await send(carrier)
    assert sent == Accepted(f"SM{7:032x}", Status.QUEUED, 2)
    assert form(route.calls[0]) == {
        "To": PHONE,
        "From": OURS,
        "Body": BODY,
        "StatusCallback": f"{PUBLIC}/webhooks/twilio/status?attempt=att_1",
        "ValidityPeriod": "900",
    }
    secret = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    assert route.calls[0].request.headers["Authorization"] == f"Basic {secret}"


@pytest.mark.parametrize(
    ("kind", "waited", "seconds"),
    [
        (DraftKind.REPLY, 10 * MINUTE, "300"),
        (DraftKind.REPLY, 14.9 * MINUTE, "60"),
        (DraftKind.SYSTEM, 0 * MINUTE, "300"),
        (DraftKind.REP, 10 * MINUTE, None),
    ],
)
async def test_the_carrier_is_told_how_long_a_text_is_worth_delivering(
    carrier, wire, kind, waited, seconds
):
    route = wire.post(API).respond(201, json=message())
    await send(carrier, approved(kind, queued_at=NOW - waited))
    assert form(route.calls[0]).get("ValidityPeriod") == seconds


async def test_another_place_may_speak_twilios_api(http, wire):
    carrier = TwilioCarrier(ACCOUNT, TOKEN, f"{PUBLIC}/", http, "http://127.0.0.1:9/simulator/")
    route = wire.post(f"http://127.0.0.1:9/simulator{LIST_PATH}").respond(201, json=message())
    assert isinstance(await send(carrier), Accepted)
    assert form(route.calls[0])["StatusCallback"].startswith(f"{PUBLIC}/webhooks/")


async def test_a_status_that_nobody_knew_is_an_accepted_text_all_the_same(carrier, wire):
    wire.post(API).respond(201, json=message(7, status="teleported", num_segments="0"))
    assert await send(carrier) == Accepted(f"SM{7:032x}", Status.ACCEPTED, 1)


@pytest.mark.parametrize(
    ("status", "code", "remedy"),
    [
        (400, 21610, Remedy.OPTED_OUT),
        (400, 21211, Remedy.BAD_NUMBER),
        (400, 21408, Remedy.FORBIDDEN),
        (400, 21611, Remedy.LATER),
        (401, 20003, Remedy.STOP_ALL),
        (400, 99999, Remedy.GIVE_UP),
        (429, 20429, Remedy.RETRY),
        (429, 99999, Remedy.RETRY),
    ],
)
async def test_a_refusal_is_certain_and_has_a_remedy(carrier, wire, status, code, remedy):
    route = wire.post(API).respond(status, json={"code": code, "message": "No.", "status": status})
    assert await send(carrier) == Rejected(str(code), "No.", remedy)
    assert route.call_count == 1


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7.0), ("Wed, 25 Nov 2026 07:28:00 GMT", None), ("-1", None)]
)
async def test_twilio_says_when_to_come_back(carrier, wire, header, seconds):
    wire.post(API).respond(429, json={"code": 20429}, headers={"Retry-After": header})
    refused = await send(carrier)
    assert isinstance(refused, Rejected)
    assert refused.retry_after == seconds


async def test_a_refusal_without_twilios_words(carrier, wire):
    wire.post(API).respond(403, text="<html>no</html>")
    assert await send(carrier) == Rejected("http_403", "Forbidden", Remedy.GIVE_UP)


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
async def test_what_was_never_sent_may_be_tried_again(carrier, wire, error):
    route = wire.post(API).mock(side_effect=error("no way"))
    refused = await send(carrier)
    assert isinstance(refused, Rejected)
    assert (refused.code, refused.remedy) == ("unreachable", Remedy.RETRY)
    assert route.call_count == 1


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout,
        httpx.WriteTimeout,
        httpx.ReadError,
        httpx.WriteError,
        httpx.RemoteProtocolError,
        TimeoutError,
        RuntimeError,
    ],
)
async def test_what_may_have_arrived_is_unknown_and_is_not_repeated(carrier, wire, error):
    route = wire.post(API).mock(side_effect=error("gone"))
    assert isinstance(await send(carrier), Unknown)
    assert route.call_count == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 302])
async def test_an_answer_that_does_not_tell_is_unknown_and_is_not_repeated(carrier, wire, status):
    route = wire.post(API).respond(status, json={"code": 20500, "message": "Oops."})
    assert isinstance(await send(carrier), Unknown)
    assert route.call_count == 1


@pytest.mark.parametrize("answer", ["", "<html>", "[]", "{}", '{"sid": null}'])
async def test_an_answer_that_cannot_be_read_is_unknown(carrier, wire, answer):
    wire.post(API).respond(201, text=answer)
    assert isinstance(await send(carrier), Unknown)


async def test_an_answer_that_drips_is_given_up_when_the_whole_time_is_over(http, wire):
    async def slow(request):
        await asyncio.sleep(5)

    wire.post(API).mock(side_effect=slow)
    carrier = TwilioCarrier(ACCOUNT, TOKEN, PUBLIC, http, timeout_s=0.05)
    assert isinstance(await send(carrier), Unknown)


async def test_a_cancelled_send_is_not_swallowed(carrier, wire):
    async def slow(request):
        await asyncio.sleep(5)

    wire.post(API).mock(side_effect=slow)
    task = asyncio.create_task(send(carrier))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
