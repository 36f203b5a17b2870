"""The calendar file, held to the rules of RFC 5545."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.pipeline.ics import LINE, CalendarEvent, calendar_file

NOW = datetime(2026, 11, 24, 18, 0, 5, tzinfo=UTC)
DENVER = timezone(timedelta(hours=-7))
START = datetime(2026, 11, 27, 9, 30, tzinfo=DENVER)
BRAND = ("Juniper Home Services", "mailto:hello@juniper.example")


def event(**changed: object) -> CalendarEvent:
    whole: dict[str, object] = {
        "uid": "0AbC@smsbot",
        "sequence": 0,
        "start": START,
        "end": START + timedelta(minutes=90),
        "summary": "repair visit, Juniper Home Services",
        "organizer": BRAND,
        "location": "12 Elm St; Denver, CO\nthe blue door",
    }
    return CalendarEvent(**{**whole, **changed})  # type: ignore[arg-type]


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def unescaped(value: str) -> str:
    found, rest = "", iter(value)
    for one in rest:
        following = next(rest) if one == "\\" else one
        found += "\n" if one == "\\" and following in "nN" else following
    return found


def test_a_booked_appointment_word_for_word() -> None:
    assert unfolded(calendar_file(event(), NOW)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//smsbot//calendar//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:0AbC@smsbot",
        "DTSTAMP:20261124T180005Z",
        "DTSTART:20261127T163000Z",
        "DTEND:20261127T180000Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "SUMMARY:repair visit\\, Juniper Home Services",
        "LOCATION:12 Elm St\\; Denver\\, CO\\nthe blue door",
        'ORGANIZER;CN="Juniper Home Services":mailto:hello@juniper.example',
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_a_cancelled_one_says_so_twice_and_one_without_a_place_names_none() -> None:
    lines = unfolded(calendar_file(event(cancelled=True, sequence=2, location=""), NOW))
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2"} <= set(lines)
    assert not [line for line in lines if line.startswith("LOCATION")]


@pytest.mark.parametrize("character", ["a", "é", "→", "🔧", ","])
def test_lines_are_folded_and_no_character_is_cut(character: str) -> None:
    content = calendar_file(event(summary=character * 200), NOW)
    assert content.endswith(b"\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= LINE
        line.decode()  # whole characters only
    assert any(len(line) > LINE - 4 for line in content.split(b"\r\n"))


@given(st.text(), st.text())
def test_any_text_comes_back_and_adds_no_line(summary: str, name: str) -> None:
    summary, name = (
        "".join(one for one in text if not 0xD800 <= ord(one) < 0xE000) for text in (summary, name)
    )
    content = calendar_file(
        event(summary=summary, location="", organizer=(name, "tel:+13035550100")), NOW
    )
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = unfolded(content)
    assert len(lines) == 15
    [said] = [line for line in lines if line.startswith("SUMMARY:")]
    plain = summary.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(" " if (ord(o) < 32 and o != "\n") or ord(o) == 127 else o for o in plain)
    assert unescaped(said.removeprefix("SUMMARY:")) == kept
    [organizer] = [line for line in lines if line.startswith("ORGANIZER")]
    assert organizer.count('"') == 2
