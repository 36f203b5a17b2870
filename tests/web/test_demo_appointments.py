"""The appointments that the demo's page shows, from the first hold to the cancellation."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from smsbot.domain.booking import Appointment, BookingState, Slot
from smsbot.domain.ids import AppointmentId
from smsbot.ports import Seats
from tests.web.demo_house import MARIA, Demo, running_demo

WANTED = (
    "my furnace died, i own the house at 1450 S Pearl St, Denver 80209. "
    "can someone come thursday after 3?"
)


@pytest.fixture
async def demo(database_url: str) -> AsyncIterator[Demo]:
    async with running_demo(database_url) as one:
        answer = await one.post("/clock", phone=MARIA, choice="custom", at="2031-06-03T09:20")
        assert answer.status_code == 200
        yield one


async def say(demo: Demo, body: str) -> list[dict[str, Any]]:
    """Text it, have it answered; the appointments after it."""
    await demo.receive(body)
    await demo.turn()
    found: list[dict[str, Any]] = (await demo.get("/contact", phone=MARIA))["appointments"]
    return found


def words(found: list[dict[str, Any]]) -> list[str]:
    return [one["state"]["word"] for one in found]


async def test_who_never_texted_has_none(demo: Demo) -> None:
    assert (await demo.get("/contact", phone=MARIA))["appointments"] == []


async def test_a_booking_is_shown_with_day_zone_place_person_and_file(demo: Demo) -> None:
    assert await say(demo, WANTED) == [], "what is offered is nobody's yet"
    [one] = await say(demo, "1")
    assert (one["service"], one["state"]["word"], one["live"]) == ("repair visit", "booked", True)
    assert re.fullmatch(r"Thu Jun 5, 3:00 PM MT", one["when"])
    assert one["place"] == "1450 S Pearl St, Denver 80209"
    assert one["person"] in {"Marco", "Tess", "Owen", "Nora"}
    assert one["held_until"] is None
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/calendar/[0-9A-Za-z]{21}\.ics", one["file"])


async def test_what_was_moved_stands_below_with_when_it_is_now(demo: Demo) -> None:
    await say(demo, WANTED)
    await say(demo, "1")
    await say(demo, "can you move it to friday morning")
    now, before = await say(demo, "1")
    assert words([now, before]) == ["booked", "moved"]
    assert (before["moved_to"], before["live"], before["file"]) == (now["when"], False, None)
    assert before["when"] == "Thu Jun 5, 3:00 PM MT"


async def test_a_note_stands_on_it_and_goes_along(demo: Demo) -> None:
    await say(demo, WANTED)
    await say(demo, "1, the gate code is 4455")
    [one] = await say(demo, "i have two dogs")
    assert one["note"] == "the gate code is 4455\ni have two dogs"
    await say(demo, "can you move it to friday morning")
    now, _ = await say(demo, "1")
    assert now["note"] == one["note"]


async def test_a_cancelled_one_stays_with_its_file(demo: Demo) -> None:
    await say(demo, WANTED)
    sid = await demo.receive("1")
    await demo.turn()
    assert (await demo.chapters(sid))["did"]["word"] == "booked"
    [one] = await say(demo, "please cancel my appointment")
    assert words([one]) == ["cancelled"]
    assert one["file"]


async def test_a_hold_is_shown_until_it_is_over_or_let_go(demo: Demo) -> None:
    await say(demo, "hello")
    services = demo.house.services
    now = services.clock.now()
    start = now.replace(microsecond=0) + timedelta(days=2)
    slot = Slot("repair_visit", "marco", start, start + timedelta(hours=1))
    async with services.database.transaction() as tx:
        row = await tx.must(text("SELECT id, contact_id FROM conversation"))
        wanted = Appointment(
            AppointmentId("apt_1"),
            row.contact_id,
            row.id,
            slot,
            BookingState.HELD,
            now + timedelta(minutes=20),
        )
        await services.calendar.hold(tx.raw, wanted, Seats(1, 0, 0), now=now)
    [held] = (await demo.get("/contact", phone=MARIA))["appointments"]
    assert held["state"] == {"word": "held", "tone": "waiting"}
    assert (held["person"], held["file"], held["live"]) == ("Marco", None, True)
    assert held["held_until"] == (now + timedelta(minutes=20)).isoformat()
    async with services.database.transaction() as tx:
        await services.calendar.cancel(tx.raw, wanted.id, now=now)
    assert (await demo.get("/contact", phone=MARIA))["appointments"] == []
