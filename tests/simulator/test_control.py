"""The control API over HTTP."""

import asyncio
import json

import httpx
import pytest

from smsbot.simulator import create_app

from .support import (
    DEFAULT,
    MESSAGES,
    OTHER_PHONE,
    PHONE,
    POOLED,
    SERVICE,
    serve,
)


async def create(api, to=PHONE, body="hi", **form):
    return await api.post(
        f"{MESSAGES}.json", data={"To": to, "From": DEFAULT, "Body": body, **form}
    )


async def text(api, body, **values):
    return await api.post(
        "/control/texts", json={"from": PHONE, "to": DEFAULT, "body": body, **values}
    )


async def test_health(api):
    health = (await api.get("/control/health", auth=None)).json()
    assert health["ok"] is True
    assert {"phone": POOLED, "carrier_keywords": "advanced"}.items() <= health["numbers"][1].items()
    assert "auth_token" not in json.dumps(health)


async def test_a_text_and_what_came_of_it(api, business):
    response = await text(api, "hi", from_geo={"city": "AUSTIN"})
    assert response.status_code == 201
    found = response.json()
    assert found["delivered_to_webhook"] is True
    assert found["webhook_status"] == 200
    assert 0 < found["webhook_ms"] < 1000
    assert [each["status"] for each in found["attempts"]] == [200]
    assert (found["opt_out_type"], found["carrier_reply"]) == (None, None)
    assert business.hooks[0].form["MessageSid"] == found["sid"]
    assert business.hooks[0].form["FromCity"] == "AUSTIN"


async def test_a_text_without_waiting(api, sim, business):
    response = await text(api, "hi", wait=False)
    assert response.status_code == 202
    assert response.json()["delivered_to_webhook"] is None
    await sim.settle()
    assert [hook.form["MessageSid"] for hook in business.hooks] == [response.json()["sid"]]


async def test_a_text_whose_webhook_comes_several_times(api, business):
    found = (await text(api, "hi", webhooks=3, parallel=True)).json()
    assert len(found["attempts"]) == len(business.hooks) == 3


async def test_a_keyword_and_the_carriers_reply(api):
    found = (await text(api, "stop", to=POOLED)).json()
    assert found["opt_out_type"] == "STOP"
    assert found["carrier_reply"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"from": PHONE, "to": "+15125550177", "body": "x"}, 404),
        ({"from": "5125550142", "to": DEFAULT, "body": "x"}, 422),
        ({"to": DEFAULT, "body": "x"}, 422),
        ({"from": PHONE, "to": DEFAULT, "surprise": 1}, 422),
        ({"from": PHONE, "to": DEFAULT, "webhooks": 0}, 422),
        ("nothing", 422),
    ],
)
async def test_a_text_that_makes_no_sense(api, body, status):
    response = await api.post("/control/texts", json=body)
    assert response.status_code == status
    assert response.json()["error"]


async def test_a_phones_messages_in_order(api, sim):
    await text(api, "HELP")
    await create(api, body="ê" * 71, MediaUrl="https://media.example.com/a.png")
    await sim.settle()
    found = (await api.get(f"/control/phones/{PHONE}/messages")).json()["messages"]
    assert [(each["sender"], each["carrier_reply"]) for each in found] == [
        ("phone", False),
        ("carrier", True),
        ("business", False),
    ]
    last = found[-1]
    assert last["segments"] == 2
    assert last["media"] == ["https://media.example.com/a.png"]
    assert [each["status"] for each in last["history"]] == [
        "queued",
        "sending",
        "sent",
        "delivered",
    ]
    assert last["at"].endswith("+00:00")
    after = found[1]["seq"]
    newer = await api.get(f"/control/phones/{PHONE}/messages", params={"after": after})
    assert [each["seq"] for each in newer.json()["messages"]] == [last["seq"]]


async def test_the_error_of_a_delivery(api, sim):
    await api.post("/control/faults", json={"kind": "undelivered", "error_code": 30003})
    await create(api)
    await sim.settle()
    found = (await api.get(f"/control/phones/{PHONE}/messages")).json()["messages"]
    assert (found[0]["status"], found[0]["error_code"]) == ("undelivered", 30003)


async def test_the_phones_the_latest_first(api):
    await create(api)
    await create(api, to=OTHER_PHONE)
    await text(api, "me again")
    rows = (await api.get("/control/phones")).json()["phones"]
    assert [(each["phone"], each["messages"], each["last_body"]) for each in rows] == [
        (PHONE, 2, "me again"),
        (OTHER_PHONE, 1, "hi"),
    ]


async def test_the_calls_that_reached_the_carrier(api):
    await create(api)
    await create(api, body="")
    await api.get(f"{MESSAGES}.json")
    await create(api, to=OTHER_PHONE)
    found = (await api.get("/control/requests")).json()["requests"]
    assert [(each["method"], each["status"], each["error_code"]) for each in found] == [
        ("POST", 201, None),
        ("POST", 400, 21602),
        ("GET", 200, None),
        ("POST", 201, None),
    ]
    assert found[0]["path"] == f"{MESSAGES}.json"
    assert found[0]["params"] == {"To": PHONE, "From": DEFAULT, "Body": "hi"}
    assert found[0]["sid"].startswith("SM")
    assert found[0]["ms"] >= 0
    narrow = {"method": "POST", "to": PHONE, "after": str(found[0]["seq"])}
    some = (await api.get("/control/requests", params=narrow)).json()["requests"]
    assert [each["seq"] for each in some] == [found[1]["seq"]]


async def test_credentials_are_not_logged(api, sim):
    await create(api)
    logged = (await api.get("/control/requests")).text
    assert sim.config.auth_token not in logged.replace(str(sim.creates()[0].at.isoformat()), "")


async def test_faults_are_declared_seen_and_cleared(api):
    given = {"kind": "http_429", "times": 2, "to": PHONE, "from": DEFAULT}
    made = await api.post("/control/faults", json=given)
    assert made.status_code == 201
    assert given.items() <= made.json().items()
    assert (await create(api)).status_code == 429
    (seen,) = (await api.get("/control/faults")).json()["faults"]
    assert (seen["id"], seen["kind"], seen["used"], seen["times"]) == (
        made.json()["id"],
        "http_429",
        1,
        2,
    )
    other = (await api.post("/control/faults", json={"kind": "hang", "to": OTHER_PHONE})).json()
    assert (await api.delete(f"/control/faults/{other['id']}")).json() == {"cleared": True}
    assert (await api.delete("/control/faults")).json() == {"cleared": True}
    assert (await api.delete("/control/faults")).json() == {"cleared": False}
    assert (await create(api)).status_code == 201


async def test_a_fault_that_makes_no_sense(api):
    response = await api.post("/control/faults", json={"kind": "earthquake"})
    assert response.status_code == 422
    assert "kind" in json.dumps(response.json())


async def test_blocks(api):
    block = {"number": DEFAULT, "phone": PHONE}
    assert (await api.post("/control/blocks", json=block)).json()["scope"] == DEFAULT
    assert (await create(api)).json()["code"] == 21610
    (seen,) = (await api.get("/control/blocks")).json()["blocks"]
    assert (seen["scope"], seen["phone"]) == (DEFAULT, PHONE)
    assert (await api.delete("/control/blocks", params=block)).json() == {"unblocked": True}
    assert (await create(api)).status_code == 201
    await api.post("/control/blocks", json=block)
    response = await api.request("DELETE", "/control/blocks", json=block)
    assert response.json() == {"unblocked": True}
    pooled = await api.post("/control/blocks", json={"number": POOLED, "phone": PHONE})
    assert pooled.json()["scope"] == SERVICE


@pytest.mark.parametrize(
    ("block", "status"),
    [({"number": "+15125550177", "phone": PHONE}, 404), ({"number": DEFAULT, "phone": "x"}, 422)],
)
async def test_a_block_that_makes_no_sense(api, block, status):
    assert (await api.post("/control/blocks", json=block)).status_code == status
    assert (await api.delete("/control/blocks", params=block)).status_code == status


async def test_a_plus_that_was_not_escaped(api):
    await create(api)
    found = (await api.get(f"/control/requests?to={PHONE}")).json()["requests"]
    assert len(found) == 1
    await api.post("/control/blocks", json={"number": DEFAULT, "phone": PHONE})
    response = await api.delete(f"/control/blocks?number={DEFAULT}&phone={PHONE}")
    assert response.json() == {"unblocked": True}


@pytest.mark.parametrize("path", ["/control/requests", f"/control/phones/{PHONE}/messages"])
async def test_after_must_be_a_number(api, path):
    assert (await api.get(path, params={"after": "x"})).status_code == 422


async def test_reset_forgets_and_stops_what_is_under_way(api, sim, business):
    await text(api, "STOP")
    await api.post("/control/faults", json={"kind": "slow_delivery", "seconds": 60})
    await create(api, to=OTHER_PHONE, StatusCallback="http://business.example.com/hooks/status")
    await api.post("/control/faults", json={"kind": "http_500", "times": None})
    with sim.hub.watch(PHONE) as watcher:
        assert (await api.post("/control/reset")).json() == {"reset": True}
        event = await anext(watcher.events(idle=1))
        assert event is not None
        assert event.name == "reset"
    async with asyncio.timeout(1):
        await sim.settle()
    assert business.statuses() == []
    assert (await api.get("/control/phones")).json() == {"phones": []}
    assert (await api.get("/control/requests")).json() == {"requests": []}
    assert (await api.get("/control/blocks")).json() == {"blocks": []}
    assert (await api.get("/control/faults")).json() == {"faults": []}
    assert (await create(api)).status_code == 201


async def read_events(lines, count):
    events = []
    name = ""
    async for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            events.append((name, json.loads(line.removeprefix("data: "))))
            if len(events) == count:
                return events
    return events


async def test_a_phones_stream(sim, api):
    await create(api, body="before")
    await sim.settle()
    known = sim.phone(PHONE).messages()[-1].seq - 1
    async with (
        serve(create_app(sim)) as base,
        httpx.AsyncClient(base_url=base) as client,
        client.stream(
            "GET", "/control/stream", params={"phone": PHONE, "after": known}, timeout=2
        ) as stream,
    ):
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.aiter_lines()
        assert await anext(lines) == ": watching"
        await create(api, to=OTHER_PHONE, body="not for this phone")
        await create(api, body="after")
        events = await read_events(lines, 5)
    assert [(name, data["body"], data["status"]) for name, data in events] == [
        ("message", "before", "delivered"),
        ("message", "after", "queued"),
        ("status", "after", "sending"),
        ("status", "after", "sent"),
        ("status", "after", "delivered"),
    ]


async def test_a_stream_ends_with_the_simulator(sim):
    async with (
        serve(create_app(sim)) as base,
        httpx.AsyncClient(base_url=base) as client,
        client.stream("GET", "/control/stream", timeout=2) as stream,
    ):
        lines = stream.aiter_lines()
        assert await anext(lines) == ": watching"
        async with asyncio.timeout(2):
            await sim.__aexit__(None, None, None)
            assert [line async for line in lines] == [""]
