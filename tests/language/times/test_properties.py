"""What holds for every text, moment and zone."""

from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.domain.times import TimesFound
from smsbot.language.times import find_times, intersect, relative_to
from smsbot.language.times.words import TABLE
from tests.language.times.support import DENVER, MONDAY

ZONES = ["America/Denver", "America/New_York", "America/Phoenix", "Europe/London", "Asia/Kolkata"]
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
def test_hostile_texts_are_read_in_a_moment(text: str) -> None:
    find_times(text, MONDAY, DENVER)
    begun = perf_counter()
    find_times(text, MONDAY, DENVER)
    assert perf_counter() - begun < 0.25


@pytest.mark.parametrize(
    "now", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)]
)
@pytest.mark.parametrize("text", ["yesterday", "in 3 years", "next week", "dec 5", "asap", "at 3"])
def test_the_calendars_edges(text: str, now: datetime) -> None:
    find_times(text, now, ZoneInfo("UTC"))


def test_a_text_twice_as_long_takes_twice_as_long() -> None:
    def taken(count: int) -> float:
        text = "could you come thursday at 3 or friday the 4th after work, not monday. " * count
        best = 9.0
        for _ in range(5):
            begun = perf_counter()
            find_times(text, MONDAY, DENVER)
            best = min(best, perf_counter() - begun)
        return best

    taken(1)
    assert taken(40) < taken(10) * 12
