"""Asking Twilio what it has: pages, silences, and what may be concluded from them."""

from datetime import timedelta

import httpx
import pytest

from smsbot.adapters.twilio.client import MOST_PAGES
from smsbot.domain.delivery import Status
from smsbot.domain.remedy import Remedy
from smsbot.ports import CarrierDown

from .twilio_support import API, BODY, LIST_PATH, NOW, OURS, PHONE, message, page

MINUTE = timedelta(minutes=1)


async def find(carrier, since=NOW - MINUTE):
    return await carrier.find_sent(sender=OURS, to=PHONE, body=BODY, since=since)


async def test_a_sent_text_is_found_by_its_exact_body(carrier, wire):
    route = wire.get(API).respond(
        json=page(
            message(3, status="failed", error_code=30007),
            message(2, body=BODY + " "),
            message(1, direction="inbound"),
            message(4, to="+15125550143"),
            message(5, created=NOW - 2 * MINUTE),
            message(6, body="Sent from your Twilio trial account - " + BODY, created=NOW + MINUTE),
        )
    )
    found = await find(carrier)
    assert [one.sid for one in found] == [f"SM{6:032x}", f"SM{3:032x}"]
    assert (found[1].status, found[1].error_code) == (Status.FAILED, "30007")
    assert found[1].remedy is Remedy.FILTERED
    assert found[1].created_at == NOW
    asked = dict(route.calls[0].request.url.params)
    assert asked == {"To": PHONE, "From": OURS, "PageSize": "1000"}


async def test_twilios_clock_has_no_fractions_of_a_second(carrier, wire):
    wire.get(API).respond(json=page(message()))
    assert len(await find(carrier, since=NOW + timedelta(milliseconds=900))) == 1


async def test_all_pages_are_read(carrier, wire):
    second = f"{LIST_PATH}?To=%2B15125550142&Page=1&PageToken=PASM1"
    wire.get(f"https://api.twilio.com{second}").respond(json=page(message(2)))
    wire.get(API, params={"From": OURS}).respond(json=page(message(1), following=second))
    assert len(await find(carrier)) == 2


async def test_a_page_of_older_texts_is_the_last_that_is_read(carrier, wire):
    older = page(message(1, created=NOW - 60 * MINUTE), following=f"{LIST_PATH}?Page=1")
    route = wire.get(API).respond(json=older)
    assert await find(carrier) == []
    assert route.call_count == 1


async def test_an_endless_list_is_no_proof_of_absence(carrier, wire):
    route = wire.get(API).respond(json=page(message(body="x"), following=f"{LIST_PATH}?Page=1"))
    with pytest.raises(CarrierDown, match="more than"):
        await find(carrier)
    assert route.call_count == MOST_PAGES + 1


async def test_a_list_is_asked_for_again_when_it_may_help(carrier, wire):
    route = wire.get(API).mock(
        side_effect=[
            httpx.ReadTimeout("slow"),
            httpx.Response(503),
            httpx.Response(200, json=page(message())),
        ]
    )
    assert len(await find(carrier)) == 1
    assert route.call_count == 3


@pytest.mark.parametrize(
    ("answer", "calls"),
    [
        (httpx.Response(500), 3),
        (httpx.Response(429, json={"code": 20429}), 3),
        (httpx.ConnectError("no way"), 3),
        (httpx.Response(401, json={"code": 20003, "message": "Authenticate"}), 1),
        (httpx.Response(200, text="<html>"), 1),
        (httpx.Response(200, json=[]), 1),
    ],
)
async def test_a_carrier_that_cannot_be_asked_is_down(carrier, wire, answer, calls):
    route = wire.get(API).mock(side_effect=[answer] * calls)
    with pytest.raises(CarrierDown):
        await find(carrier)
    assert route.call_count == calls


async def test_received_texts_are_listed_oldest_first(carrier, wire):
    incoming = {"direction": "inbound", "from": PHONE, "to": OURS, "status": "received"}
    route = wire.get(API).respond(
        json=page(
            message(3, **incoming, body=" two ", created=NOW, num_media="1"),
            message(2, created=NOW),
            message(1, **incoming, body="one", created=NOW - MINUTE / 2),
            message(4, **incoming, body="old", created=NOW - 5 * MINUTE),
        )
    )
    since = NOW.replace(hour=0, minute=30)
    received = await carrier.list_received(number=OURS, since=NOW - MINUTE)
    assert [(text.sid, text.body) for text in received] == [
        (f"SM{1:032x}", "one"),
        (f"SM{3:032x}", " two "),
    ]
    assert (received[0].sender, received[0].to, received[0].carrier_keyword) == (PHONE, OURS, None)
    assert received[1].raw["NumMedia"] == "1"
    await carrier.list_received(number=OURS, since=since)
    days = [call.request.url.params["DateSent>"] for call in route.calls]
    assert days == ["2026-11-24", "2026-11-23"]
    assert "From" not in route.calls[0].request.url.params
