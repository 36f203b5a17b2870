"""Each misbehaviour, and how they are consumed."""

import asyncio
import time
from pathlib import Path

import httpx
import pytest
from pydantic import ValidationError
from starlette.responses import Response

from smsbot.simulator import Fault, FaultKind, create_app

from .support import (
    ACCOUNT,
    DEFAULT,
    MESSAGES,
    OTHER_PHONE,
    PHONE,
    STATUS,
    TOKEN,
    fixture,
    serve,
)


async def create(api, to=PHONE, body="hi", **form):
    data = {"To": to, "From": DEFAULT, "Body": body, "StatusCallback": STATUS, **form}
    return await api.post(f"{MESSAGES}.json", data=data)


def fault(kind, **values):
    return Fault.model_validate({"kind": kind, **values})


async def test_429_with_retry_after(api, sim):
    sim.fault(fault("http_429", retry_after=3))
    response = await create(api)
    assert response.status_code == 429
    assert response.json() == fixture("error_20429")
    assert response.headers["retry-after"] == "3"
    assert sim.phone(PHONE).accepted() == []
    assert (await create(api)).status_code == 201
    assert [(each.status, each.fault) for each in sim.creates()] == [
        (429, "http_429"),
        (201, None),
    ]


async def test_429_without_retry_after(api, sim):
    sim.fault(fault("http_429"))
    assert "retry-after" not in (await create(api)).headers


async def test_500_and_other_statuses(api, sim):
    sim.fault(fault("http_500"))
    sim.fault(fault("http_500", http_status=503))
    first, second = await create(api), await create(api)
    assert (first.status_code, first.json()["code"]) == (500, 20500)
    assert second.status_code == 503
    assert sim.phone(PHONE).accepted() == []


async def test_any_error_at_create(api, sim):
    sim.fault(fault("create_error", error_code=21408, http_status=403))
    response = await create(api)
    assert (response.status_code, response.json()["code"]) == (403, 21408)


async def test_blocked_at_create_although_we_know_of_no_block(api, sim):
    sim.fault(fault("blocked_at_create"))
    response = await create(api)
    assert response.status_code == 400
    assert response.json() == fixture("error_21610")
    assert sim.blocks.all() == []


async def test_slow_create(api, sim):
    sim.fault(fault("slow_create", seconds=0.08))
    started = time.perf_counter()
    sending = asyncio.create_task(create(api))
    await asyncio.sleep(0.03)
    assert sim.phone(PHONE).accepted() == []
    assert (await sending).status_code == 201
    assert time.perf_counter() - started >= 0.08
    assert len(sim.phone(PHONE).accepted()) == 1


async def test_a_stop_during_a_slow_create_refuses_it(api, sim):
    sim.fault(fault("slow_create", seconds=0.05))
    sending = asyncio.create_task(create(api))
    await asyncio.sleep(0.01)
    sim.blocks.block(DEFAULT, PHONE)
    assert (await sending).json()["code"] == 21610


async def test_a_slow_create_is_accepted_after_its_client_has_left(sim):
    sim.fault(fault("slow_create", seconds=0.1))
    async with (
        serve(create_app(sim)) as base,
        httpx.AsyncClient(base_url=base, auth=(ACCOUNT, TOKEN), timeout=0.04) as client,
    ):
        with pytest.raises(httpx.ReadTimeout):
            await create(client)
        assert sim.phone(PHONE).accepted() == []
        await asyncio.sleep(0.15)
        assert len(sim.phone(PHONE).accepted()) == 1


async def test_slow_delivery(api, sim):
    sim.fault(fault("slow_delivery", seconds=0.06))
    await create(api)
    await asyncio.sleep(0.03)
    assert sim.phone(PHONE).accepted()[0].status == "queued"
    await sim.settle()
    assert sim.phone(PHONE).received() == sim.phone(PHONE).accepted()


async def test_slow_delivery_past_the_validity_period(api, sim, business):
    sim.fault(fault("slow_delivery", seconds=600))
    await create(api, ValidityPeriod="1")
    async with asyncio.timeout(3):
        await sim.settle()
    assert business.statuses() == ["failed"]
    assert business.hooks[0].form["ErrorCode"] == "30036"


async def test_duplicate_callbacks(api, sim, business):
    sim.fault(fault("duplicate_callbacks", copies=3))
    await create(api)
    await sim.settle()
    assert business.statuses() == ["sending"] * 3 + ["sent"] * 3 + ["delivered"] * 3
    copies = business.hooks[:3]
    assert len({hook.headers["i-twilio-idempotency-token"] for hook in copies}) == 1


async def test_reordered_callbacks(api, sim, business):
    sim.fault(fault("reordered_callbacks"))
    await create(api)
    await sim.settle()
    assert business.statuses() == ["delivered", "sent", "sending"]


async def test_callbacks_before_the_answer(api, sim, business):
    answered = []
    business.answer = lambda hook: Response(headers={"x-early": str(not answered)})
    sim.fault(fault("callback_before_response"))
    response = await create(api)
    assert business.statuses() == ["sending", "sent", "delivered"]
    answered.append(response)
    assert {hook.form["MessageSid"] for hook in business.hooks} == {response.json()["sid"]}
    # The answer was written at the moment of acceptance, as if the two had crossed.
    assert response.json()["status"] == "queued"


async def test_no_callbacks(api, sim, business):
    sim.fault(fault("no_callbacks"))
    await create(api)
    await sim.settle()
    assert business.hooks == []
    assert len(sim.phone(PHONE).received()) == 1


@pytest.mark.parametrize(
    ("kind", "given", "statuses", "code"),
    [
        ("undelivered", {}, ["sending", "sent", "undelivered"], "30007"),
        ("undelivered", {"error_code": 30003}, ["sending", "sent", "undelivered"], "30003"),
        ("failed", {"error_code": 30034}, ["sending", "failed"], "30034"),
        ("failed", {}, ["sending", "failed"], "30008"),
        ("blocked_in_callback", {}, ["sending", "failed"], "21610"),
    ],
)
async def test_final_errors(api, sim, business, kind, given, statuses, code):
    sim.fault(fault(kind, **given))
    sid = (await create(api)).json()["sid"]
    await sim.settle()
    assert business.statuses() == statuses
    assert business.hooks[-1].form["ErrorCode"] == code
    assert not any("ErrorCode" in hook.form for hook in business.hooks[:-1])
    found = (await api.get(f"{MESSAGES}/{sid}.json")).json()
    assert (found["status"], str(found["error_code"])) == (statuses[-1], code)
    assert found["error_message"]
    assert sim.phone(PHONE).received() == []


async def test_several_effects_on_one_message(api, sim, business):
    for kind in ("undelivered", "duplicate_callbacks", "reordered_callbacks"):
        sim.fault(fault(kind))
    await create(api)
    await sim.settle()
    assert business.statuses() == ["undelivered"] * 2 + ["sent"] * 2 + ["sending"] * 2


@pytest.mark.parametrize(
    ("kind", "count", "most_open"), [("webhook_twice", 2, 1), ("webhook_parallel", 2, 2)]
)
async def test_a_webhook_comes_twice(sim, business, kind, count, most_open):
    async def answer(hook):
        await asyncio.sleep(0.01)
        return Response()

    business.answer = answer
    sim.fault(fault(kind))
    await sim.phone(PHONE).text(DEFAULT, "hi")
    assert len(business.hooks) == count
    assert business.most_open == most_open
    assert len({hook.form["MessageSid"] for hook in business.hooks}) == 1
    await sim.phone(PHONE).text(DEFAULT, "again")
    assert len(business.hooks) == count + 1


async def test_a_webhook_is_dropped_but_the_text_is_listed_and_the_keyword_holds(
    api, sim, business
):
    sim.fault(fault("webhook_dropped", times=None))
    for body in ("hi", "STOP"):
        receipt = await sim.phone(PHONE).text(DEFAULT, body)
        assert (receipt.delivered, receipt.answers) == (False, [])
    assert business.hooks == []
    listed = (await api.get(f"{MESSAGES}.json", params={"To": DEFAULT})).json()
    assert [each["body"] for each in listed["messages"]] == ["STOP", "hi"]
    assert (await create(api)).json()["code"] == 21610


async def test_reads_can_fail_too_and_creates_do_not(api, sim):
    sim.fault(fault("http_500", on="read", to=PHONE, times=2))
    sid = (await create(api)).json()["sid"]
    assert (await api.get(f"{MESSAGES}.json", params={"To": OTHER_PHONE})).status_code == 200
    assert (await api.get(f"{MESSAGES}.json", params={"To": PHONE})).status_code == 500
    assert (await api.get(f"{MESSAGES}/{sid}.json")).status_code == 500
    assert (await api.get(f"{MESSAGES}/{sid}.json")).status_code == 200


async def test_a_fault_strikes_as_often_as_it_says(api, sim):
    sim.fault(fault("http_500", times=2))
    assert [(await create(api)).status_code for _ in range(3)] == [500, 500, 201]


async def test_a_fault_strikes_until_it_is_cleared(api, sim):
    key = sim.fault(fault("http_500", times=None))
    assert [(await create(api)).status_code for _ in range(4)] == [500] * 4
    assert sim.faults.clear(key)
    assert not sim.faults.clear(key)
    assert (await create(api)).status_code == 201


async def test_a_fault_is_for_one_phone_or_one_body(api, sim):
    sim.fault(fault("http_500", to=OTHER_PHONE))
    sim.fault(fault("http_429", body="urgent"))
    assert (await create(api)).status_code == 201
    assert (await create(api, body="this is urgent")).status_code == 429
    assert (await create(api, to=OTHER_PHONE)).status_code == 500


async def test_a_dropped_webhook_is_for_one_sender(sim, business):
    sim.fault(fault("webhook_dropped", **{"from": OTHER_PHONE}))
    await sim.phone(PHONE).text(DEFAULT, "heard")
    await sim.phone(OTHER_PHONE).text(DEFAULT, "not heard")
    assert [hook.form["Body"] for hook in business.hooks] == ["heard"]


async def test_the_first_refusal_declared_strikes_first(api, sim):
    sim.fault(fault("http_429"))
    sim.fault(fault("http_500"))
    assert [(await create(api)).status_code for _ in range(3)] == [429, 500, 201]


async def test_a_create_that_is_wrong_consumes_no_effect(api, sim):
    sim.fault(fault("no_callbacks"))
    assert (await create(api, Body="")).status_code == 400
    assert len(sim.faults.active()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nothing"},
        {"kind": "http_429", "times": 0},
        {"kind": "create_error"},
        {"kind": "undelivered", "on": "read"},
        {"kind": "hang", "seconds": -1},
        {"kind": "hang", "surprise": 1},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValidationError):
        Fault.model_validate(wrong)


def test_every_kind_is_tested_here():
    here = Path(__file__).parent
    text = "".join((here / name).read_text() for name in ("test_faults.py", "test_hangs.py"))
    assert [kind for kind in FaultKind if f'"{kind}"' not in text] == []
