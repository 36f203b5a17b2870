"""Status callbacks, as they are without faults."""

import asyncio

from starlette.responses import Response
from twilio.request_validator import RequestValidator

from smsbot.simulator import Fault, FaultKind

from .support import (
    DEFAULT,
    MESSAGES,
    PHONE,
    POOLED,
    SERVICE,
    STATUS,
    TOKEN,
    fixture,
    masked,
)


async def create(api, **form):
    data = {"To": PHONE, "From": DEFAULT, "Body": "hi", "StatusCallback": STATUS, **form}
    return (await api.post(f"{MESSAGES}.json", data=data)).json()


async def test_each_status_after_the_first_is_called_back_in_order(api, sim, business):
    made = await create(api)
    await sim.settle()
    assert business.statuses() == ["sending", "sent", "delivered"]
    assert {hook.form["MessageSid"] for hook in business.hooks} == {made["sid"]}


async def test_a_pooled_message_is_queued_too(api, sim, business):
    await create(api, From="", MessagingServiceSid=SERVICE)
    await sim.settle()
    assert business.statuses() == ["queued", "sending", "sent", "delivered"]


async def test_the_form_is_as_documented(api, sim, business):
    await create(api)
    await sim.settle()
    assert masked(business.hooks[-1].form) == masked(fixture("status_callback"))


async def test_the_form_of_a_failure_is_as_documented(api, sim, business):
    sim.fault(Fault(kind=FaultKind.UNDELIVERED))
    await create(api, From=POOLED, MessagingServiceSid=SERVICE)
    await sim.settle()
    assert masked(business.hooks[-1].form) == masked(fixture("status_callback_failed"))


async def test_the_url_keeps_its_query_and_the_signature_holds(api, sim, business):
    await create(api)
    await sim.settle()
    validator = RequestValidator(TOKEN)
    for hook in business.hooks:
        assert hook.url == STATUS
        assert validator.validate(STATUS, hook.form, hook.headers["x-twilio-signature"])
        assert hook.headers["i-twilio-idempotency-token"]
    assert len({hook.headers["i-twilio-idempotency-token"] for hook in business.hooks}) == 3


async def test_without_a_url_nobody_is_called(api, sim, business):
    await create(api, StatusCallback="")
    await sim.settle()
    assert business.hooks == []
    assert sim.phone(PHONE).accepted()[0].status == "delivered"


async def test_a_slow_receiver_neither_delays_delivery_nor_reorders(api, sim, business):
    release = asyncio.Event()

    async def slow(hook):
        if hook.form["MessageStatus"] == "sending":
            await release.wait()
        return Response()

    business.answer = slow
    await create(api)
    while sim.phone(PHONE).accepted()[0].status != "delivered":
        await asyncio.sleep(0.002)
    assert business.statuses() == ["sending"]
    release.set()
    await sim.settle()
    assert business.statuses() == ["sending", "sent", "delivered"]


async def test_a_receiver_that_fails_changes_nothing(api, sim, business):
    business.answer = lambda hook: Response(status_code=500)
    await create(api)
    await sim.settle()
    assert business.statuses() == ["sending", "sent", "delivered"]
