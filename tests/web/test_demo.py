"""The demo's endpoints over a real database: record, desk, clock, and what goes wrong."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from smsbot.pack.hours import is_open
from smsbot.pack.load import load_shipped
from smsbot.store.db import Database
from smsbot.web.demo import DemoDoors, customers, router
from tests.web.demo_house import MARIA, OURS, Demo, client_of, running_demo


@pytest.fixture
async def demo(database_url: str) -> AsyncIterator[Demo]:
    async with running_demo(database_url) as one:
        yield one


# ---- who is texting ----------------------------------------------------------------------------


async def test_the_setup_names_the_business_and_people_who_are_not_its_own(demo: Demo) -> None:
    setup = await demo.get("/setup")
    assert (setup["brand"], setup["number"]) == ("Juniper Home Services", OURS)
    phones = {one["phone"] for one in setup["customers"]}
    assert phones
    assert not phones & set(setup["taken"])
    assert {phone[5:10] for phone in phones | set(customers.MORE)} == {"55501"}


async def test_a_new_customer_is_one_who_never_texted(demo: Demo) -> None:
    first = await demo.get("/fresh")
    await demo.receive("hello", phone=first["phone"])
    second = await demo.get("/fresh")
    assert first["phone"] == customers.PEOPLE[0][1]
    assert second["phone"] == customers.PEOPLE[1][1]
    other = await demo.get("/fresh", but=second["phone"])
    assert other["phone"] == customers.PEOPLE[2][1]


async def test_a_phone_that_never_texted_has_no_record(demo: Demo) -> None:
    found = await demo.get("/contact", phone=MARIA)
    assert found["known"] is False
    assert found["tasks"] == []
    assert found["clock"]["moved"] is False


async def test_the_record_fills_in(demo: Demo) -> None:
    await demo.receive("what are your hours?")
    before = await demo.get("/contact", phone=MARIA)
    assert before["consent"]["status"] == "granted"
    assert before["consent"]["records"][0]["evidence"] == "what are your hours?"
    assert before["owner"]["owner"] == "bot"
    assert before["waiting_since"] is not None
    await demo.turn()
    after = await demo.get("/contact", phone=MARIA, after=before["last"])
    assert after["waiting_since"] is None
    assert "last_intent" in after["fields"]
    assert [one["type"] for one in after["events"]] == ["contact.changed", "text.sent"]
    assert after["events"][-1]["body"] == demo.carrier.sent[0]
    assert after["last"] > before["last"]


async def test_a_number_that_is_none_is_refused_in_words(demo: Demo) -> None:
    answer = await demo.client.get("/demo/api/contact", params={"phone": "555"})
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("phone:")


# ---- the desk ----------------------------------------------------------------------------------


async def test_a_person_claims_replies_and_returns_it(demo: Demo) -> None:
    sid = await demo.receive("I'm calling my lawyer")
    await demo.turn()
    told = await demo.chapters(sid)
    assert told["did"]["word"] == "task"
    assert "One of our own people was texted in the same transaction." in told["did"]["notes"]
    task = (await demo.get("/contact", phone=MARIA))["tasks"][0]
    assert (task["queue"], task["urgency"]["word"], task["state"]) == ("on-call", "urgent", "open")
    assert task["question"] == "I'm calling my lawyer"
    assert task["people"] == [{"id": "sam", "name": "Sam"}]
    assert [one["name"] for one in task["told"] if one["kind"] == "staff"] == ["Sam"]

    path = f"/tasks/{task['id']}"
    early = await demo.post(f"{path}/reply", person="sam", text="Hello, this is Sam.")
    assert early.status_code == 409
    assert "claim it first" in early.json()["error"]
    assert (await demo.post(f"{path}/claim", person="sam")).status_code == 200
    assert (await demo.get("/contact", phone=MARIA))["owner"]["word"] == "Sam"
    other = await demo.post(f"{path}/claim", person="dana")
    assert (other.status_code, "sam" in other.json()["error"]) == (409, True)
    assert (await demo.post(f"{path}/reply", person="sam", text="This is Sam.")).status_code == 200
    await demo.turn()
    assert "This is Sam." in demo.carrier.sent
    assert (await demo.post(f"{path}/return", person="sam")).status_code == 200
    after = await demo.get("/contact", phone=MARIA)
    assert after["owner"]["owner"] == "bot"
    assert after["tasks"][0]["state"] == "resolved"


async def test_the_link_of_a_task_leads_to_the_record(demo: Demo) -> None:
    await demo.receive("I'm calling my lawyer")
    task = (await demo.get("/contact", phone=MARIA))["tasks"][0]
    answer = await demo.client.get(httpx.URL(task["link"]).path)
    assert answer.headers["location"] == f"/demo#{MARIA}"
    assert (await demo.client.get("/contacts/con_unknown")).headers["location"] == "/demo"


# ---- the clock ---------------------------------------------------------------------------------


async def _set(demo: Demo, choice: str, **more: str) -> Any:
    answer = await demo.post("/clock", phone=MARIA, choice=choice, **more)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_the_clock_of_one_phone_is_moved_and_of_no_other(demo: Demo) -> None:
    business = load_shipped().business
    night = await _set(demo, "night")
    local = datetime.fromisoformat(night["at"]).astimezone(business.zone)
    assert (local.hour, local.minute) == (2, 14)
    assert (night["moved"], night["open"]) == (True, False)
    assert "opens" in night["says"]
    assert (await demo.get("/contact", phone="+13035550157"))["clock"]["moved"] is False
    opened = await _set(demo, "open")
    assert opened["open"] is True
    assert is_open(business, demo.clock.seen_by(MARIA))
    custom = await _set(demo, "custom", at="2026-12-25T10:00")
    assert custom["open"] is False  # Christmas
    assert (await _set(demo, "now"))["moved"] is False


async def test_a_time_that_is_none_is_refused_in_words(demo: Demo) -> None:
    without = await demo.post("/clock", phone=MARIA, choice="custom")
    assert (without.status_code, without.json()["error"]) == (
        409,
        "give a date and a time, without a zone",
    )
    zoned = await demo.post("/clock", phone=MARIA, choice="custom", at="2026-12-25T10:00Z")
    assert zoned.status_code == 409
    strange = await demo.post("/clock", phone=MARIA, choice="noon")
    assert strange.status_code == 422


async def test_after_hours_follows_the_moved_clock(demo: Demo) -> None:
    await _set(demo, "night")
    await demo.receive("can you cancel my appointment")
    await demo.turn()
    assert (await demo.get("/contact", phone=MARIA))["tasks"][0]["queue"] == "morning"


# ---- what goes wrong ---------------------------------------------------------------------------


async def test_a_database_that_is_away_is_said_in_words(demo: Demo) -> None:
    away = Database("postgresql://127.0.0.1:9/nothing", size=1)
    services = replace(demo.house.services, database=away)
    app = FastAPI()
    app.include_router(router(DemoDoors(services, demo.clock.set, "/carrier")))
    async with client_of(app) as client:
        answer = await client.get("/demo/api/contact", params={"phone": MARIA})
    await away.close()
    assert answer.status_code == 503
    assert answer.json()["error"].startswith("The database is away.")
