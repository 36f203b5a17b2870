"""The calendar file of an appointment, behind its link."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from smsbot.domain.booking import Appointment, BookingState, Slot
from smsbot.domain.calendar_link import token_of
from smsbot.domain.ids import AppointmentId, ContactId, ConversationId
from smsbot.ports import RawConnection, Seats
from smsbot.store.calendar import EmbeddedCalendar
from tests.web.conftest import Web

NOW = datetime.now(UTC).replace(microsecond=0)
START = NOW + timedelta(days=3)
SEATS = Seats(1, 0, 30)
PLACE = "12 Elm St, Denver 80202"
FIRST = AppointmentId("apt_1a20ef2d51ce0a94af5f2cdd2148e56")
SECOND = AppointmentId("apt_1a20ef2d61ce0a94af5f2cdd2148e57")
THIRD = AppointmentId("apt_1a20ef2d71ce0a94af5f2cdd2148e58")


class Diary:
    """The calendar of a customer who has texted."""

    def __init__(self, web: Web) -> None:
        self._url = web.database_url
        [row] = web.rows("SELECT contact_id, id FROM conversation")
        slot = Slot("repair_visit", "marco", START, START + timedelta(minutes=90))
        self.one = Appointment(
            FIRST,
            ContactId(row["contact_id"]),
            ConversationId(row["id"]),
            slot,
            BookingState.BOOKED,
            place=PLACE,
        )
        self._calendar = EmbeddedCalendar()

    async def book(self) -> None:
        async with await psycopg.AsyncConnection.connect(self._url) as connection:
            await self._calendar.book(RawConnection(connection), self.one, SEATS, now=NOW)

    async def hold(self) -> None:
        held = replace(self.one, expires_at=NOW + timedelta(minutes=15))
        async with await psycopg.AsyncConnection.connect(self._url) as connection:
            await self._calendar.hold(RawConnection(connection), held, SEATS, now=NOW)

    async def move(self, old: AppointmentId, new: AppointmentId, days: int) -> None:
        slot = self.one.slot
        later = replace(
            slot, start=slot.start + timedelta(days=days), end=slot.end + timedelta(days=days)
        )
        wanted = replace(self.one, id=new, slot=later)
        async with await psycopg.AsyncConnection.connect(self._url) as connection:
            await self._calendar.move(RawConnection(connection), old, wanted, SEATS, now=NOW)

    async def cancel(self, one: AppointmentId) -> None:
        async with await psycopg.AsyncConnection.connect(self._url) as connection:
            await self._calendar.cancel(RawConnection(connection), one, now=NOW)


@pytest.fixture
async def diary(web: Web) -> Diary:
    await web.inbound("hi, it's Wilhelmina")
    return Diary(web)


async def file(web: Web, one: AppointmentId) -> dict[str, str]:
    """The lines of the file by name."""
    answer = await web.client.get(f"/calendar/{token_of(one)}.ics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    assert "Wilhelmina" not in answer.text
    assert "2015550142" not in answer.text
    lines = answer.text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return dict(line.split(":", 1) for line in lines if not line.startswith(("BEGIN", "END:")))


def utc(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


async def test_the_file_follows_the_appointment(web: Web, diary: Diary) -> None:
    await diary.book()
    booked = await file(web, FIRST)
    assert booked["METHOD"] == "PUBLISH"
    assert booked["STATUS"] == "CONFIRMED"
    assert (booked["DTSTART"], booked["SEQUENCE"]) == (utc(START), "0")
    assert booked["DTEND"] == utc(START + timedelta(minutes=90))
    assert booked["SUMMARY"] == "repair visit\\, Juniper Home Services"
    assert booked["LOCATION"] == PLACE.replace(",", "\\,")

    await diary.move(FIRST, SECOND, 1)
    await diary.move(SECOND, THIRD, 2)
    moved = await file(web, FIRST)
    assert (moved["UID"], moved["SEQUENCE"]) == (booked["UID"], "2")
    assert moved["DTSTART"] == utc(START + timedelta(days=2))
    # Each of the links leads to the appointment as it stands.
    for one in (SECOND, THIRD):
        assert {**await file(web, one), "DTSTAMP": ""} == {**moved, "DTSTAMP": ""}

    await diary.cancel(THIRD)
    gone = await file(web, SECOND)
    assert (gone["METHOD"], gone["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (gone["UID"], gone["SEQUENCE"]) == (booked["UID"], "3")


async def test_what_names_no_appointment_is_not_found_without_a_word(
    web: Web, diary: Diary
) -> None:
    await diary.hold()
    for token in (token_of(FIRST), token_of(SECOND), FIRST, "x", "%00", "z" * 21):
        answer = await web.client.get(f"/calendar/{token}.ics")
        assert (answer.status_code, answer.content) == (404, b""), token
    assert (await web.client.get("/calendar/..%2Fhealth.ics")).status_code == 404
    assert (await web.client.post(f"/calendar/{token_of(FIRST)}.ics")).status_code == 404
