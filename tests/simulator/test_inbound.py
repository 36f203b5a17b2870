"""Texts from phones: webhook, fallback, TwiML and the carrier's keywords."""

import asyncio

import httpx
import pytest
from starlette.responses import Response
from twilio.request_validator import RequestValidator

from smsbot.simulator import Geo, Simulator
from smsbot.simulator.keywords import DEFAULT_REPLIES

from .support import (
    BARE,
    DEAF,
    DEFAULT,
    INBOUND,
    MESSAGES,
    OTHER_PHONE,
    PHONE,
    POOLED,
    POOLED_TWO,
    TOKEN,
    TOLL_FREE,
    WEB,
    WITH_FALLBACK,
    config,
    fixture,
    masked,
)


def twiml(*messages):
    inside = "".join(f"<Message>{each}</Message>" for each in messages)
    return Response(f"<Response>{inside}</Response>", media_type="text/xml")


async def create(api, from_=DEFAULT):
    return await api.post(f"{MESSAGES}.json", data={"To": PHONE, "From": from_, "Body": "hi"})


async def test_the_form_is_as_documented_and_nothing_is_trimmed(sim, business):
    receipt = await sim.phone(PHONE).text(DEFAULT, " Do you have Tuesday at 2? ")
    hook = business.hooks[0]
    assert masked(hook.form) == masked(fixture("inbound_webhook"))
    assert hook.form["MessageSid"] == receipt.message.sid
    assert receipt.delivered
    assert receipt.answers[0].status == 200


async def test_the_form_of_a_pooled_advanced_number_with_media(sim, business):
    await sim.phone(PHONE).text(
        POOLED,
        "Stop",
        media=("https://media.example.com/a.png", "https://media.example.com/b"),
        geo=Geo(city="AUSTIN", state="TX", zip="78701"),
    )
    assert masked(business.hooks[0].form) == masked(fixture("inbound_webhook_advanced"))


async def test_the_url_is_exact_and_the_signature_holds(sim, business):
    await sim.phone(PHONE).text(DEFAULT, "  ünïcode 💈 ")
    hook = business.hooks[0]
    assert hook.url == INBOUND
    signature = hook.headers["x-twilio-signature"]
    assert RequestValidator(TOKEN).validate(INBOUND, hook.form, signature)
    assert hook.headers["i-twilio-idempotency-token"]
    assert hook.headers["content-type"].startswith("application/x-www-form-urlencoded")


@pytest.mark.parametrize(
    "answer",
    [
        Response(status_code=503),
        Response(status_code=302, headers={"Location": "/elsewhere"}),
        Response("<Response>", media_type="text/xml"),
        Response("{}", media_type="application/json"),
    ],
)
async def test_what_fails_goes_to_the_fallback_once(sim, business, answer):
    business.answer = lambda hook: answer if "sms" in hook.url else Response()
    receipt = await sim.phone(PHONE).text(WITH_FALLBACK, "hi")
    first, second = business.hooks
    assert second.url == f"{WEB}/hooks/fallback"
    assert second.form["MessageSid"] == first.form["MessageSid"]
    assert second.form["ErrorUrl"] == INBOUND
    assert second.form["ErrorCode"]
    signature = second.headers["x-twilio-signature"]
    assert RequestValidator(TOKEN).validate(second.url, second.form, signature)
    assert receipt.delivered


async def test_after_the_fallback_the_carrier_gives_up_and_the_text_stays_listed(
    api, sim, business
):
    business.answer = lambda hook: Response(status_code=500)
    receipt = await sim.phone(PHONE).text(WITH_FALLBACK, "hi")
    assert [answer.status for answer in receipt.answers] == [500, 500]
    assert not receipt.delivered
    listed = (await api.get(f"{MESSAGES}.json", params={"To": WITH_FALLBACK})).json()
    assert [(each["sid"], each["status"]) for each in listed["messages"]] == [
        (receipt.message.sid, "received")
    ]


async def test_a_webhook_that_takes_too_long_has_failed(business):
    async def slow(hook):
        if "sms" in hook.url:
            await asyncio.sleep(0.5)
        return Response()

    business.answer = slow
    transport = httpx.ASGITransport(business.app)
    async with Simulator(config(webhook_timeout=0.03), transport=transport) as sim:
        receipt = await sim.phone(PHONE).text(WITH_FALLBACK, "hi")
    assert [answer.status for answer in receipt.answers] == [None, 200]
    assert business.hooks[1].form["ErrorCode"] == "11205"


async def test_nobody_listens_at_the_url():
    async with Simulator(config("http://127.0.0.1:9")) as sim:
        receipt = await sim.phone(PHONE).text(DEFAULT, "hi")
    assert not receipt.delivered
    assert receipt.answers[0].status is None


async def test_a_number_without_a_url_only_keeps_the_text(sim, business):
    receipt = await sim.phone(PHONE).text(DEAF, "hi")
    assert business.hooks == []
    assert not receipt.delivered
    assert [message.sid for message in sim.phone(PHONE).messages()] == [receipt.message.sid]


async def test_the_same_webhook_several_times(sim, business):
    receipt = await sim.phone(PHONE).text(DEFAULT, "hi", webhooks=3)
    assert len(receipt.answers) == len(business.hooks) == 3
    assert business.most_open == 1
    assert len({tuple(hook.form.items()) for hook in business.hooks}) == 1
    assert len({hook.headers["i-twilio-idempotency-token"] for hook in business.hooks}) == 1


async def test_the_same_webhook_at_once(sim, business):
    async def answer(hook):
        await asyncio.sleep(0.01)
        return Response()

    business.answer = answer
    await sim.phone(PHONE).text(DEFAULT, "hi", webhooks=3, parallel=True)
    assert business.most_open == 3


async def test_an_empty_answer_sends_nothing(sim, business):
    business.answer = lambda hook: twiml()
    await sim.phone(PHONE).text(DEFAULT, "hi")
    assert sim.phone(PHONE).accepted() == []


async def test_twiml_is_honoured(api, sim, business):
    business.answer = lambda hook: twiml("one", "two")
    await sim.phone(PHONE).text(DEFAULT, "hi")
    await sim.settle()
    assert [message.draft.body for message in sim.phone(PHONE).received()] == ["one", "two"]
    listed = (await api.get(f"{MESSAGES}.json", params={"To": PHONE})).json()
    assert {each["direction"] for each in listed["messages"]} == {"outbound-reply"}


async def test_the_twiml_of_a_failure_is_not_honoured(sim, business):
    failure = Response(
        "<Response><Message>no</Message></Response>", media_type="text/xml", status_code=500
    )
    business.answer = lambda hook: failure
    receipt = await sim.phone(PHONE).text(DEFAULT, "hi")
    assert sim.phone(PHONE).accepted() == []
    assert receipt.answers[0].error == 11200


async def test_plain_text_is_a_message_too(sim, business):
    business.answer = lambda hook: Response("OK", media_type="text/plain")
    await sim.phone(PHONE).text(DEFAULT, "hi")
    assert [message.draft.body for message in sim.phone(PHONE).accepted()] == ["OK"]


async def test_twiml_does_not_reach_who_has_stopped(sim, business):
    business.answer = lambda hook: twiml("We are sorry to see you go")
    await sim.phone(PHONE).text(DEFAULT, "STOP")
    assert sim.phone(PHONE).accepted() == []


async def test_default_the_carrier_answers_and_the_webhook_hears_it_without_a_word(
    api, sim, business
):
    phone = sim.phone(PHONE)
    assert (await create(api)).status_code == 201
    await phone.text(DEFAULT, "stop")
    assert "OptOutType" not in business.hooks[0].form
    assert business.hooks[0].form["Body"] == "stop"
    assert [m.draft.body for m in phone.received(carrier=True)][-1] == DEFAULT_REPLIES.stop
    assert (await create(api)).json()["code"] == 21610
    await phone.text(DEFAULT, "YES")
    assert (await create(api)).status_code == 201
    assert len(business.hooks) == 2


async def test_the_block_is_in_force_before_the_webhook(api, sim, business):
    codes = []

    async def answer(hook):
        codes.append((await create(api)).json()["code"])
        return Response()

    business.answer = answer
    await sim.phone(PHONE).text(DEFAULT, "STOP")
    assert codes == [21610]


async def test_advanced_says_so_and_blocks_the_whole_pool(api, sim, business):
    phone = sim.phone(PHONE)
    await phone.text(POOLED, "STOP")
    assert (await create(api, POOLED_TWO)).json()["code"] == 21610
    assert (await create(api, DEFAULT)).status_code == 201
    await phone.text(POOLED_TWO, "start")
    await phone.text(POOLED, "help")
    await phone.text(POOLED, "hello")
    assert [hook.form.get("OptOutType") for hook in business.hooks] == [
        "STOP",
        "START",
        "HELP",
        None,
    ]
    assert (await create(api, POOLED)).status_code == 201


async def test_toll_free_yes_does_not_unstop(api, sim, business):
    phone = sim.phone(PHONE)
    await phone.text(TOLL_FREE, "STOP")
    assert phone.received(carrier=True)[0].draft.body.startswith("NETWORK MSG")
    await phone.text(TOLL_FREE, "YES")
    assert (await create(api, TOLL_FREE)).json()["code"] == 21610
    await phone.text(TOLL_FREE, "unstop")
    assert (await create(api, TOLL_FREE)).status_code == 201
    assert [hook.form["Body"] for hook in business.hooks] == ["STOP", "YES", "unstop"]
    assert not any("OptOutType" in hook.form for hook in business.hooks)


async def test_none_answers_nobody_and_blocks_nothing(api, sim, business):
    await sim.phone(PHONE).text(BARE, "STOP")
    assert sim.phone(PHONE).accepted(carrier=True) == []
    assert (await create(api, BARE)).status_code == 201
    assert business.hooks[0].form["Body"] == "STOP"


async def test_a_sentence_is_no_keyword(api, sim):
    await sim.phone(PHONE).text(DEFAULT, "Stop please")
    assert (await create(api)).status_code == 201


async def test_a_block_is_one_phones_own(api, sim):
    await sim.phone(OTHER_PHONE).text(DEFAULT, "STOP")
    assert (await create(api)).status_code == 201


async def test_a_strange_number(sim):
    with pytest.raises(KeyError):
        await sim.phone(PHONE).text("+15125550177", "hi")
