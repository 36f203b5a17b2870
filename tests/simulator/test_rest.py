"""POST Messages.json and GET Messages/{Sid}.json."""

import logging

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.http import AsyncHttpClient
from twilio.http.response import Response as SdkResponse
from twilio.rest import Client

from smsbot.simulator import create_app

from .support import (
    ACCOUNT,
    DEFAULT,
    MESSAGES,
    PHONE,
    POOLED,
    POOLED_TWO,
    SERVICE,
    STATUS,
    TOKEN,
    fixture,
    masked,
)

BODY = "Your slot on Tuesday is kept — see you then"


async def create(api, **form):
    return await api.post(f"{MESSAGES}.json", data={"To": PHONE, "From": DEFAULT, **form})


async def test_a_create_is_answered_as_documented(api):
    response = await create(api, Body=BODY)
    assert response.status_code == 201
    assert response.headers["content-type"].startswith("application/json")
    assert masked(response.json()) == masked(fixture("create_response"))


async def test_through_a_messaging_service_nothing_is_assigned_yet(api, sim):
    response = await api.post(
        f"{MESSAGES}.json", data={"To": PHONE, "MessagingServiceSid": SERVICE, "Body": BODY}
    )
    assert response.status_code == 201
    assert masked(response.json()) == masked(fixture("create_response_pooled"))
    await sim.settle()
    later = (await api.get(f"{MESSAGES}/{response.json()['sid']}.json")).json()
    assert later["from"] in {POOLED, POOLED_TWO}
    assert later["num_segments"] == "1"


async def test_a_recipient_keeps_its_sender_in_a_pool(api, sim):
    for index in range(8):
        await api.post(
            f"{MESSAGES}.json",
            data={"To": PHONE, "MessagingServiceSid": SERVICE, "Body": str(index)},
        )
    assert len({message.number for message in sim.phone(PHONE).accepted()}) == 1


async def test_a_sender_of_the_pool_may_be_named(api):
    response = await create(api, From=POOLED_TWO, MessagingServiceSid=SERVICE, Body="x")
    found = response.json()
    assert (found["status"], found["from"], found["num_segments"]) == ("accepted", POOLED_TWO, "1")


async def test_values_are_kept_as_they_came(api, sim):
    await create(api, Body="  spaces \n and blanks  ", Note="")
    assert sim.phone(PHONE).accepted()[0].draft.body == "  spaces \n and blanks  "
    logged = sim.creates()[0]
    assert logged.params["Note"] == ""


async def test_media_alone_is_a_message_with_an_mm_sid(api):
    response = await create(
        api, MediaUrl=["https://media.example.com/a.png", "https://media.example.com/b.png"]
    )
    assert response.status_code == 201
    assert response.json()["sid"].startswith("MM")
    assert response.json()["num_media"] == "2"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"To": ""}, 21604),
        ({"To": "5125550142"}, 21211),
        ({"To": "+1512555014"}, 21211),
        ({"To": "+10125550142"}, 21211),
        ({"To": "hello"}, 21211),
        ({"From": ""}, 21603),
        ({"From": "+15125550199"}, 21659),
        ({"From": "Acme"}, 21606),
        ({"From": DEFAULT, "MessagingServiceSid": SERVICE}, 21606),
        ({"To": DEFAULT}, 21266),
        ({"Body": ""}, 21602),
        ({"Body": "x" * 1601}, 21617),
        ({"StatusCallback": "nowhere"}, 21609),
        ({"StatusCallback": "https://business.example.com/a b"}, 21609),
        ({"ValidityPeriod": "0"}, 21622),
        ({"ValidityPeriod": "36001"}, 21622),
    ],
)
async def test_what_is_wrong_is_refused_with_twilios_code(api, sim, form, code):
    response = await create(api, **{"Body": "hi", **form})
    assert response.status_code == 400
    assert response.json()["code"] == code
    assert response.json()["status"] == 400
    assert response.json()["more_info"] == f"https://www.twilio.com/docs/errors/{code}"
    assert sim.phone(PHONE).accepted() == []
    assert (sim.creates()[0].status, sim.creates()[0].error_code) == (400, code)


async def test_1600_characters_are_accepted(api):
    assert (await create(api, Body="x" * 1600)).status_code == 201


async def test_an_unknown_messaging_service_is_not_found(api):
    response = await create(api, From="", MessagingServiceSid="MG" + "c" * 32, Body="hi")
    assert (response.status_code, response.json()["code"]) == (404, 20404)


async def test_a_blocked_recipient_is_refused(api, sim):
    sim.blocks.block(DEFAULT, PHONE)
    response = await create(api, Body="hi")
    assert response.status_code == 400
    assert response.json() == fixture("error_21610")


@pytest.mark.parametrize("auth", [None, (ACCOUNT, "wrong"), ("AC" + "c" * 32, TOKEN)])
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_wrong_credentials(sim, auth, method):
    transport = httpx.ASGITransport(create_app(sim))
    async with httpx.AsyncClient(transport=transport, base_url="http://c.example.com") as client:
        response = await client.request(method, f"{MESSAGES}.json", auth=auth)
    assert response.status_code == 401
    assert response.json() == fixture("error_20003")
    assert response.headers["www-authenticate"].startswith("Basic")


@pytest.mark.parametrize("header", ["Basic !!!", "Bearer x", "Basic"])
async def test_broken_credentials(api, header):
    response = await api.get(f"{MESSAGES}.json", auth=None, headers={"Authorization": header})
    assert response.status_code == 401


async def test_fetching_what_is_not_there(api):
    sid = "SM" + "a" * 32
    response = await api.get(f"{MESSAGES}/{sid}.json")
    assert response.status_code == 404
    assert response.json() == fixture("error_20404")


@pytest.mark.parametrize(
    "path", ["/2010-04-01/Accounts/AC" + "c" * 32 + "/Messages.json", "/2010-04-01/Nothing.json"]
)
async def test_what_is_not_there(api, path):
    response = await api.get(path)
    assert (response.status_code, response.json()["code"]) == (404, 20404)


async def test_a_delivered_message_says_so(api, sim):
    sid = (await create(api, Body="x" * 161, StatusCallback=STATUS)).json()["sid"]
    await sim.settle()
    found = (await api.get(f"{MESSAGES}/{sid}.json")).json()
    assert found["status"] == "delivered"
    assert found["date_sent"] is not None
    assert (found["num_segments"], found["price"]) == ("2", "-0.01580")


class SdkHttp(AsyncHttpClient):
    """The library's HTTP client, over the test's own."""

    def __init__(self, api: httpx.AsyncClient) -> None:
        super().__init__(logging.getLogger("twilio"), is_async=True)
        self._api = api

    async def request(
        self,
        method,
        url,
        params=None,
        data=None,
        headers=None,
        auth=None,
        timeout=None,
        allow_redirects=False,
    ):
        path = url.removeprefix("https://api.twilio.com")
        response = await self._api.request(method, path, params=params, data=data)
        return SdkResponse(response.status_code, response.text)


async def test_the_official_library_understands_every_answer(api, sim):
    client = Client(ACCOUNT, TOKEN, http_client=SdkHttp(api))
    made = await client.messages.create_async(to=PHONE, from_=DEFAULT, body="one")
    await client.messages.create_async(to=PHONE, from_=DEFAULT, body="two")
    await sim.settle()
    fetched = await client.messages(made.sid).fetch_async()
    assert (fetched.status, fetched.body, fetched.direction) == ("delivered", "one", "outbound-api")
    assert fetched.date_sent.tzinfo is not None
    listed = await client.messages.list_async(
        to=PHONE, from_=DEFAULT, date_sent_after=fetched.date_created, page_size=1
    )
    assert [each.body for each in listed] == ["two", "one"]
    with pytest.raises(TwilioRestException) as error:
        await client.messages.create_async(to="hello", from_=DEFAULT, body="x")
    assert (error.value.status, error.value.code) == (400, 21211)
