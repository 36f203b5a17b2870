"""GET Messages.json."""

from datetime import UTC, datetime, timedelta, timezone

import httpx
import pytest

from smsbot.simulator import Simulator, create_app

from .support import (
    ACCOUNT,
    DEFAULT,
    MESSAGES,
    OTHER_PHONE,
    PHONE,
    TOKEN,
    TOLL_FREE,
    config,
    fixture,
    masked,
)


async def create(api, body, to=PHONE):
    response = await api.post(f"{MESSAGES}.json", data={"To": to, "From": DEFAULT, "Body": body})
    assert response.status_code == 201


async def listed(api, **params):
    response = await api.get(f"{MESSAGES}.json", params=params)
    assert response.status_code == 200
    return response.json()


def bodies(page):
    return [message["body"] for message in page["messages"]]


async def test_a_page_is_as_documented(api, sim):
    for body in ("one", "two", "three"):
        await create(api, body)
    await sim.settle()
    first = await listed(api, To=PHONE, PageSize="1")
    second = (await api.get(first["next_page_uri"])).json()
    assert masked(second) == masked(fixture("list_response"))


async def test_pages_follow_each_other_while_messages_come_in(api):
    for index in range(5):
        await create(api, str(index))
    first = await listed(api, To=PHONE, PageSize="2")
    await create(api, "late")
    second = (await api.get(first["next_page_uri"])).json()
    third = (await api.get(second["next_page_uri"])).json()
    assert [bodies(page) for page in (first, second, third)] == [["4", "3"], ["2", "1"], ["0"]]
    assert third["next_page_uri"] is None
    assert (third["start"], third["end"]) == (4, 4)
    back = (await api.get(third["previous_page_uri"])).json()
    assert bodies(back) == ["2", "1"]
    assert (await api.get(back["next_page_uri"])).json()["messages"] == third["messages"]


async def test_an_empty_list(api):
    page = await listed(api)
    assert (page["messages"], page["next_page_uri"], page["start"], page["end"]) == ([], None, 0, 0)


async def test_both_directions_are_listed_the_newest_first(api, sim):
    await create(api, "out")
    await sim.phone(PHONE).text(DEFAULT, "in")
    page = await listed(api)
    first = page["messages"][0]
    assert (first["direction"], first["status"]) == ("inbound", "received")
    assert bodies(page) == ["in", "out"]


async def test_to_and_from(api, sim):
    await create(api, "to one")
    await create(api, "to other", to=OTHER_PHONE)
    await sim.phone(PHONE).text(DEFAULT, "from one")
    await sim.phone(OTHER_PHONE).text(DEFAULT, "from other")
    assert bodies(await listed(api, To=PHONE)) == ["to one"]
    assert bodies(await listed(api, From=PHONE)) == ["from one"]
    assert bodies(await listed(api, To=DEFAULT)) == ["from other", "from one"]
    assert bodies(await listed(api, From=DEFAULT, To=OTHER_PHONE)) == ["to other"]
    assert bodies(await listed(api, From="+15125550177")) == []


async def test_dates(api, sim):
    await create(api, "now")
    await sim.settle()
    at = datetime.now(UTC)
    today, yesterday, tomorrow = (
        (at + timedelta(days=days)).date().isoformat() for days in (0, -1, 1)
    )
    assert bodies(await listed(api, DateSent=today)) == ["now"]
    assert bodies(await listed(api, DateSent=yesterday)) == []
    assert bodies(await listed(api, **{"DateSent>": today})) == ["now"]
    assert bodies(await listed(api, **{"DateSent>": tomorrow})) == []
    assert bodies(await listed(api, **{"DateSent<": today})) == ["now"]
    assert bodies(await listed(api, **{"DateSent<": yesterday})) == []
    both = {"DateSent>": yesterday, "DateSent<": tomorrow}
    assert bodies(await listed(api, **both)) == ["now"]


async def test_moments(api, sim):
    await create(api, "now")
    await sim.settle()
    at = datetime.now(UTC)
    before, after = (
        (at + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ") for minutes in (-1, 1)
    )
    assert bodies(await listed(api, **{"DateSent>": before})) == ["now"]
    assert bodies(await listed(api, **{"DateSent>": after})) == []
    assert bodies(await listed(api, **{"DateSent<": before})) == []
    zone = timezone(timedelta(hours=-6))
    elsewhere = (at.astimezone(zone) + timedelta(minutes=1)).isoformat(timespec="seconds")
    assert bodies(await listed(api, **{"DateSent>": elsewhere})) == []
    assert bodies(await listed(api, **{"DateSent>": after.removesuffix("Z")})) == []


async def test_the_documented_spelling_of_an_inequality(api):
    await create(api, "now")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    response = await api.get(f"{MESSAGES}.json?DateSent>={tomorrow}")
    assert response.json()["messages"] == []
    response = await api.get(f"{MESSAGES}.json?DateSent<={tomorrow}")
    assert bodies(response.json()) == ["now"]


@pytest.mark.parametrize(("hides", "expected"), [(False, ["waiting"]), (True, [])])
async def test_what_is_not_sent_yet_has_no_date(hides, expected):
    slow = config(list_hides_unsent=hides, timings={"queued_to_sent": 60})
    async with (
        Simulator(slow) as sim,
        httpx.AsyncClient(
            transport=httpx.ASGITransport(create_app(sim)),
            base_url="http://carrier.example.com",
            auth=(ACCOUNT, TOKEN),
        ) as api,
    ):
        await create(api, "waiting")
        today = datetime.now(UTC).date().isoformat()
        assert bodies(await listed(api, To=PHONE)) == ["waiting"]
        assert bodies(await listed(api, To=PHONE, **{"DateSent>": today})) == expected


async def test_twilios_own_keyword_replies_are_listed_the_networks_are_not(api, sim):
    await sim.phone(PHONE).text(DEFAULT, "HELP")
    await sim.phone(PHONE).text(TOLL_FREE, "STOP")
    page = await listed(api, To=PHONE)
    assert [(each["from"], each["direction"]) for each in page["messages"]] == [
        (DEFAULT, "outbound-reply")
    ]


@pytest.mark.parametrize(
    "params",
    [
        {"PageSize": "0"},
        {"PageSize": "many"},
        {"Page": "-1"},
        {"PageToken": "XX1"},
        {"DateSent": "2026-13-01"},
        {"DateSent>": "yesterday"},
    ],
)
async def test_what_cannot_be_read_is_refused(api, params):
    response = await api.get(f"{MESSAGES}.json", params=params)
    assert (response.status_code, response.json()["code"]) == (400, 20001)
