"""What holds for every text, moment and zone."""

import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.domain.times import TimesFound
from smsbot.language.times import find_times, intersect, relative_to
from smsbot.language.times.words import TABLE
from tests.language.times.support import DENVER, MONDAY

ZONES = ["America/Denver", "America/New_York", "America/Phoenix", "Europe/London", "Asia/Kolkata"]
STEPS, SHORT = 100, 50
"""Calls a letter, and letters that every text may count beside its own. A text full of times takes
14, and the worst below 55: with work that grew as the square it would be hundreds."""
zones = st.sampled_from([ZoneInfo(name) for name in [*ZONES, "Australia/Lord_Howe", "UTC"]])
_FIRST, _LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
moments = st.integers(int(_FIRST.timestamp()), int(_LAST.timestamp())).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
WORDS = [form for _, _, forms in TABLE for form in forms.split("|")]
PIECES = [
    *WORDS,
    *"3 12 1430 12/5 3:15 5th 2-4 pm a.m. , . ? ! - / $ 99 2026-12-05 0 25:99".split(),
]
made_of_words = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
texts = st.one_of(st.text(max_size=200), made_of_words)
WEEK = timedelta(days=7)
RELATIVE = ["tomorrow at 3", "friday morning", "next week", "in 2 hours", "not monday", "asap"]
RELATIVE += ["by thursday", "tuesday or the day after", "a week from wednesday", "3 or 4 on sat"]


@given(texts, moments, zones)
def test_any_text_gives_windows_in_order_and_in_the_zone(
    text: str, now: datetime, zone: ZoneInfo
) -> None:
    found = find_times(text, now, zone)
    for window in (*found.windows, *found.excluded):
        assert window.start.tzinfo is zone
        assert window.end is None or window.end.timestamp() > window.start.timestamp()
        first, after = window.span
        assert 0 <= first < after <= len(text)
        assert window.words == text[first:after]


@given(texts, made_of_words, moments, zones)
def test_relative_to_any_window(text: str, first: str, now: datetime, zone: ZoneInfo) -> None:
    for anchor in find_times(first, now, zone).windows:
        found = relative_to(text, anchor, now, zone)
        for window in found.windows:
            assert window.end is None or window.end.timestamp() > window.start.timestamp()


@given(texts, moments, zones)
def test_the_same_question_has_the_same_answer(text: str, now: datetime, zone: ZoneInfo) -> None:
    assert find_times(text, now, zone) == find_times(text, now, zone)
    assert find_times(text, now.astimezone(zone), zone) == find_times(text, now, zone)


@given(made_of_words, moments, zones)
def test_the_words_of_a_window_intersect_it(text: str, now: datetime, zone: ZoneInfo) -> None:
    for window in find_times(text, now, zone).windows:
        assert intersect(window, window) == window


@pytest.mark.parametrize("text", RELATIVE)
@given(minutes=st.integers(0, 7 * 24 * 60))
def test_a_week_later_all_is_a_week_later(text: str, minutes: int) -> None:
    zone = ZoneInfo("America/Phoenix")
    now = datetime(2026, 11, 2, tzinfo=zone) + timedelta(minutes=minutes)
    assert shifted(find_times(text, now, zone)) == shifted(find_times(text, now + WEEK, zone), WEEK)


def shifted(found: TimesFound, back: timedelta = timedelta()) -> list[object]:
    return [
        (one.start - back, one.end and one.end - back, one.grain)
        for one in (*found.windows, *found.excluded)
    ]


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_changes_the_offset_and_not_the_clock(name: str) -> None:
    zone = ZoneInfo(name)
    now = datetime(2026, 11, 23, 10, 15, tzinfo=zone)
    [window] = find_times("tomorrow at 3", now, zone).windows
    assert window.start == datetime(2026, 11, 24, 15, tzinfo=zone)


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f600" * 1600, "\x00" * 1600, "9" * 5000, "9 " * 800, "at " * 800, "3:" * 800,
        "in the next " * 200, "or " * 800, "monday " * 400, "- " * 800, "a.a@" * 400, "1/2/" * 400,
        "between 2 and " * 100, "\u0661\u0662" * 800, "not " * 800, "a couple of " * 200,
        "week of " * 300,
        "day after " * 300, "\ud800", "",
        "\u1dc0", "\u0301" * 400, "http://" + "a" * 1600, "the end of the " * 150,
        "early " * 400, "next " * 400, "friday after " * 200,
    ],
)  # fmt: skip
def test_hostile_texts_take_no_more_steps_than_their_length_allows(text: str) -> None:
    assert steps(text) <= STEPS * (len(text) + SHORT)


@pytest.mark.parametrize(
    "now", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)]
)
@pytest.mark.parametrize("text", ["yesterday", "in 3 years", "next week", "dec 5", "asap", "at 3"])
def test_the_calendars_edges(text: str, now: datetime) -> None:
    find_times(text, now, ZoneInfo("UTC"))


def test_a_text_four_times_as_long_takes_four_times_the_steps() -> None:
    said = "could you come thursday at 3 or friday the 4th after work, not monday. "
    assert steps(said * 40) < 5 * steps(said * 10)


def steps(text: str) -> int:
    """Calls that reading `text` takes, which no other load on the machine changes."""
    calls = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal calls
        calls += event == "call"

    find_times(text, MONDAY, DENVER)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_times(text, MONDAY, DENVER)
    finally:
        sys.setprofile(before)
    return calls
