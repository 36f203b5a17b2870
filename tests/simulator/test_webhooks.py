"""Webhooks over real sockets: exact URLs, valid signatures, time-outs."""

import asyncio

import httpx
import pytest
from starlette.responses import Response
from twilio.request_validator import RequestValidator

from smsbot.simulator.webhooks import Poster

from .support import TOKEN, config, serve

FORM = {"Body": "  ünïcode & = + 💈 \n", "FromCity": "", "From": "+15125550142"}


async def test_over_sockets_the_form_the_url_and_the_signature_arrive(business):
    async with serve(business.app) as base:
        url = f"{base}/hooks/sms?tenant=a%20b&x=1"
        poster = Poster(config())
        answers = [await poster.post(url, FORM, "token") for _ in range(3)]
        await poster.close()
    assert [(answer.status, answer.error) for answer in answers] == [(200, None)] * 3
    hook = business.hooks[0]
    assert (hook.url, hook.form) == (url, FORM)
    assert hook.headers["i-twilio-idempotency-token"] == "token"
    signature = hook.headers["x-twilio-signature"]
    assert RequestValidator(TOKEN).validate(url, FORM, signature)


async def test_over_sockets_a_time_out(business):
    async def slow(hook):
        await asyncio.sleep(0.4)
        return Response()

    business.answer = slow
    async with serve(business.app) as base:
        poster = Poster(config(webhook_timeout=0.05))
        answer = await poster.post(f"{base}/hooks/sms", FORM)
        await poster.close()
    assert (answer.status, answer.error) == (None, 11205)
    assert 40 < answer.ms < 400


async def test_over_sockets_many_at_once(business):
    async with serve(business.app) as base:
        poster = Poster(config())
        posts = [poster.post(f"{base}/hooks/sms?n={n}", FORM) for n in range(300)]
        answers = await asyncio.gather(*posts)
        await poster.close()
    assert {answer.status for answer in answers} == {200}
    assert len({hook.url for hook in business.hooks}) == 300


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:9/x", "http://127.0.0.1:99999/x", "https://127.0.0.1:9/x", "http:///x"],
)
async def test_whatever_fails_is_an_answer(url):
    poster = Poster(config(connect_timeout=1, webhook_timeout=2))
    answer = await poster.post(url, FORM)
    await poster.close()
    assert (answer.status, answer.error) == (None, 11205)


@pytest.mark.parametrize(("status", "error"), [(204, None), (302, 11200), (404, 11200)])
async def test_what_counts_as_failed(business, status, error):
    business.answer = lambda hook: Response(status_code=status)
    poster = Poster(config(), httpx.ASGITransport(business.app))
    answer = await poster.post("http://b.example.com/hooks/sms", FORM)
    await poster.close()
    assert (answer.status, answer.error) == (status, error)
