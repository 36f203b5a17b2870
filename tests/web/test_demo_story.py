"""The stories that the demo tells, over a real database."""

from collections.abc import AsyncIterator

import pytest

from smsbot import gate
from smsbot.domain.delivery import Status
from smsbot.domain.ids import CarrierSid
from smsbot.domain.inbound import StatusReport
from smsbot.domain.remedy import Remedy
from smsbot.guards import PRECEDENCE
from smsbot.pipeline.receipt import receipt
from smsbot.ports import Rejected
from tests.web.demo_house import MARIA, Demo, running_demo

CHAPTERS = ["received", "guards", "understood", "did", "gate", "delivered"]


@pytest.fixture
async def demo(database_url: str) -> AsyncIterator[Demo]:
    async with running_demo(database_url) as one:
        yield one


async def test_there_is_no_story_before_the_text_has_arrived(demo: Demo) -> None:
    assert await demo.get("/story/SMnowhere") is None


async def test_the_story_of_an_answer_has_every_rule_of_the_gate_twice(demo: Demo) -> None:
    sid = await demo.receive("what are your hours?")
    waiting = await demo.chapters(sid)
    assert list(waiting) == CHAPTERS
    assert waiting["did"]["tone"] == "waiting"
    await demo.turn()
    await receipt(demo.house.services, StatusReport(CarrierSid("SMout1"), Status.DELIVERED))
    told = await demo.chapters(sid)
    assert told["guards"]["tone"] == "good"
    silent = told["guards"]["folds"][0]["lines"]
    assert [line["label"] for line in silent] == [name for name, _ in PRECEDENCE]
    assert told["understood"]["headline"] == "The customer asks a known question (hours)."
    assert told["did"]["word"] == "answered"
    rules = [row.rule.__name__ for row in gate.TABLE]
    assert [[line["label"] for line in fold["lines"]] for fold in told["gate"]["folds"]] == [
        rules
    ] * 2
    assert (told["delivered"]["word"], told["delivered"]["tone"]) == ("delivered", "good")
    assert told["delivered"]["notes"] == []


async def test_the_story_of_an_opt_out_shows_the_record_and_the_silence(demo: Demo) -> None:
    sid = await demo.receive("pls stop texting me")
    told = await demo.chapters(sid)
    assert told["guards"]["word"] == "opt-out"
    lines = told["guards"]["folds"][0]["lines"]
    assert len(lines) == len(PRECEDENCE)
    assert [line["word"] for line in lines if line["word"] != "silent"] == ["opt-out"]
    assert told["understood"]["word"] == "not asked"
    assert told["did"]["word"] == "silent now"
    records = [fold for fold in told["did"]["folds"] if "Consent" in fold["title"]]
    assert "pls stop texting me" in records[0]["lines"][0]["text"]
    contact = await demo.get("/contact", phone=MARIA)
    assert contact["consent"]["suppressed"] is True


async def test_a_second_call_is_told_with_what_it_made(demo: Demo) -> None:
    sid = await demo.receive("what are your hours?")
    demo.carrier.next = Rejected("20429", "too many requests", Remedy.RETRY)
    await demo.turn()
    await demo.turn()
    told = await demo.chapters(sid)
    assert "2 calls to the carrier made 1 text." in told["delivered"]["notes"]
    assert len(demo.carrier.sent) == 1


async def test_a_report_that_changed_nothing_is_told_so(demo: Demo) -> None:
    sid = await demo.receive("what are your hours?")
    await demo.turn()
    for status in (Status.DELIVERED, Status.SENT, Status.DELIVERED):
        await receipt(demo.house.services, StatusReport(CarrierSid("SMout1"), status))
    told = await demo.chapters(sid)
    assert told["delivered"]["tone"] == "good"
    assert told["delivered"]["notes"] == ["2 reports came late or twice and changed nothing."]


async def test_the_story_of_our_own_text_says_why_it_was_written(demo: Demo) -> None:
    await demo.receive("what are your hours?")
    await demo.turn()
    told = await demo.get("/story/SMout1")
    assert told["direction"] == "out"
    assert [chapter["key"] for chapter in told["chapters"]] == ["did", "gate", "delivered"]
    assert told["chapters"][0]["headline"]
