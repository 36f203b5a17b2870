"""The demo's endpoints over a real database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from smsbot import bootstrap, gate
from smsbot.bootstrap import Account, House
from smsbot.clocks import DemoClock
from smsbot.config import Settings
from smsbot.domain.delivery import Status
from smsbot.domain.draft import Approved, DispatchPass
from smsbot.domain.ids import AttemptId, CarrierSid, ConversationId
from smsbot.domain.inbound import InboundText, StatusReport
from smsbot.domain.remedy import Remedy
from smsbot.pack.hours import is_open
from smsbot.pack.load import load_shipped
from smsbot.pack.models import Settling
from smsbot.pipeline.deliver import drain
from smsbot.pipeline.receipt import receipt
from smsbot.pipeline.receive import receive
from smsbot.pipeline.reply import reply
from smsbot.ports import Accepted, Rejected, SendOutcome
from smsbot.store.db import Database
from smsbot.web.demo import DemoDoors, customers, router

MARIA = "+13035550142"
OURS = "+13035550100"
ACCOUNT = Account("AC" + "5" * 32, "a-secret-of-the-tests", "http://127.0.0.1:9")
CHAPTERS = ["received", "guards", "understood", "did", "gate", "delivered"]


class Carrier:
    """Accepts every text under a SID of its own, or answers what it was told to, once."""

    def __init__(self) -> None:
        self.next: SendOutcome | None = None
        self.sent: list[str] = []

    async def send(
        self, text: Approved[DispatchPass], *, sender: str, attempt: AttemptId
    ) -> SendOutcome:
        if self.next is not None:
            answer, self.next = self.next, None
            return answer
        self.sent.append(text.draft.body)
        return Accepted(CarrierSid(f"SMout{len(self.sent)}"), Status.QUEUED)


@dataclass
class Demo:
    """What a test acts through: the page's endpoints, and the arrows of the house."""

    house: House
    client: httpx.AsyncClient
    carrier: Carrier
    clock: DemoClock
    sids: Any = field(default_factory=count)

    async def get(self, path: str, **params: Any) -> Any:
        answer = await self.client.get(f"/demo/api{path}", params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def post(self, path: str, **body: Any) -> httpx.Response:
        return await self.client.post(f"/demo/api{path}", json=body)

    async def text(self, body: str, phone: str = MARIA) -> str:
        """A text comes in; returns its SID."""
        sid = CarrierSid(f"SMin{next(self.sids)}")
        await receive(self.house.services, InboundText(sid, phone, OURS, body))
        return sid

    async def turn(self) -> None:
        """Answer what is unanswered, and send all that is due."""
        async with self.house.services.database.transaction() as tx:
            rows = await tx.rows(_all("SELECT id FROM conversation"))
            numbers = await tx.rows(_all("SELECT id FROM number"))
        for row in rows:
            conversation = ConversationId(row.id)
            await reply(self.house.services, self.house.conversation, conversation, model=False)
        for row in numbers:
            await drain(self.house.services, row.id)

    async def chapters(self, sid: str) -> dict[str, Any]:
        told = await self.get(f"/story/{sid}")
        return {chapter["key"]: chapter for chapter in told["chapters"]}


def _all(statement: str) -> Any:
    from sqlalchemy import text

    return text(statement)


@asynccontextmanager
async def _client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as client:
        yield client


@pytest.fixture
async def demo(database_url: str) -> AsyncIterator[Demo]:
    """The product with a carrier that answers at once, and bursts that settle at once."""
    clock, carrier = DemoClock(), Carrier()
    pack = load_shipped()
    quick = pack.business.model_copy(update={"settling": Settling(quiet=0, at_most=0)})
    async with bootstrap.opened(Settings(retry_first=0), database_url, ACCOUNT, clock) as wired:
        await bootstrap.prepare(wired, pack.model_copy(update={"business": quick}))
        house = replace(wired, services=replace(wired.services, carrier=carrier))
        app = FastAPI()
        app.include_router(router(DemoDoors(house.services, clock.set, "/carrier")))
        async with _client(app) as client:
            yield Demo(house, client, carrier, clock)


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
    await demo.text("hello", phone=first["phone"])
    second = await demo.get("/fresh")
    assert first["phone"] == customers.PEOPLE[0][1]
    assert second["phone"] == customers.PEOPLE[1][1]


async def test_a_phone_that_never_texted_has_no_record(demo: Demo) -> None:
    found = await demo.get("/contact", phone=MARIA)
    assert found["known"] is False
    assert found["tasks"] == []
    assert found["clock"]["moved"] is False


async def test_the_record_fills_in(demo: Demo) -> None:
    await demo.text("what are your hours?")
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


# ---- the story ---------------------------------------------------------------------------------


async def test_there_is_no_story_before_the_text_has_arrived(demo: Demo) -> None:
    assert await demo.get("/story/SMnowhere") is None


async def test_the_story_of_an_answer_has_every_rule_of_the_gate_twice(demo: Demo) -> None:
    sid = await demo.text("what are your hours?")
    waiting = await demo.chapters(sid)
    assert list(waiting) == CHAPTERS
    assert waiting["did"]["tone"] == "waiting"
    await demo.turn()
    await receipt(demo.house.services, StatusReport(CarrierSid("SMout1"), Status.DELIVERED))
    told = await demo.chapters(sid)
    assert told["guards"]["tone"] == "good"
    assert told["understood"]["headline"] == "The customer asks a known question (hours)."
    assert told["did"]["word"] == "answered"
    rules = [row.rule.__name__ for row in gate.TABLE]
    assert [[line["label"] for line in fold["lines"]] for fold in told["gate"]["folds"]] == [
        rules
    ] * 2
    assert (told["delivered"]["word"], told["delivered"]["tone"]) == ("delivered", "good")
    assert told["delivered"]["notes"] == []


async def test_the_story_of_an_opt_out_shows_the_record_and_the_silence(demo: Demo) -> None:
    sid = await demo.text("pls stop texting me")
    told = await demo.chapters(sid)
    assert told["guards"]["word"] == "opt-out"
    assert told["understood"]["word"] == "not asked"
    assert told["did"]["word"] == "silent now"
    records = [fold for fold in told["did"]["folds"] if "Consent" in fold["title"]]
    assert "pls stop texting me" in records[0]["lines"][0]["text"]
    contact = await demo.get("/contact", phone=MARIA)
    assert contact["consent"]["suppressed"] is True


async def test_a_second_call_is_told_with_what_it_made(demo: Demo) -> None:
    sid = await demo.text("what are your hours?")
    demo.carrier.next = Rejected("20429", "too many requests", Remedy.RETRY)
    await demo.turn()
    await demo.turn()
    told = await demo.chapters(sid)
    assert "2 calls to the carrier made 1 text." in told["delivered"]["notes"]
    assert len(demo.carrier.sent) == 1


async def test_a_report_that_changed_nothing_is_told_so(demo: Demo) -> None:
    sid = await demo.text("what are your hours?")
    await demo.turn()
    for status in (Status.DELIVERED, Status.SENT, Status.DELIVERED):
        await receipt(demo.house.services, StatusReport(CarrierSid("SMout1"), status))
    told = await demo.chapters(sid)
    assert told["delivered"]["tone"] == "good"
    assert told["delivered"]["notes"] == ["2 reports came late or twice and changed nothing."]


async def test_the_story_of_our_own_text_says_why_it_was_written(demo: Demo) -> None:
    await demo.text("what are your hours?")
    await demo.turn()
    told = await demo.get("/story/SMout1")
    assert told["direction"] == "out"
    assert [chapter["key"] for chapter in told["chapters"]] == ["did", "gate", "delivered"]
    assert told["chapters"][0]["headline"]


# ---- the desk ----------------------------------------------------------------------------------


async def test_a_person_claims_replies_and_returns_it(demo: Demo) -> None:
    sid = await demo.text("I'm calling my lawyer")
    await demo.turn()
    told = await demo.chapters(sid)
    assert told["did"]["word"] == "task"
    assert "Who is on call was texted in the same transaction." in told["did"]["notes"]
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
    await demo.text("I'm calling my lawyer")
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
    await demo.text("can you cancel my appointment")
    await demo.turn()
    assert (await demo.get("/contact", phone=MARIA))["tasks"][0]["queue"] == "morning"


# ---- what goes wrong ---------------------------------------------------------------------------


async def test_a_database_that_is_away_is_said_in_words(demo: Demo) -> None:
    away = Database("postgresql://127.0.0.1:9/nothing", size=1)
    services = replace(demo.house.services, database=away)
    app = FastAPI()
    app.include_router(router(DemoDoors(services, demo.clock.set, "/carrier")))
    async with _client(app) as client:
        answer = await client.get("/demo/api/contact", params={"phone": MARIA})
    await away.close()
    assert answer.status_code == 503
    assert answer.json()["error"].startswith("The database is away.")
