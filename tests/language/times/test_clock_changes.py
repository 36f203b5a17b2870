"""Nights in which the clocks change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from smsbot.language.times import find_times
from smsbot.language.times.local import later, local

NEW_YORK = ZoneInfo("America/New_York")
BEFORE_SPRING = datetime(2026, 3, 7, 21, tzinfo=NEW_YORK)
BEFORE_AUTUMN = datetime(2026, 10, 31, 21, tzinfo=NEW_YORK)


def starts(text: str, now: datetime) -> list[str]:
    return [one.start.isoformat() for one in find_times(text, now, NEW_YORK).windows]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("tomorrow at 1:59am", "2026-03-08T01:59:00-05:00"),
        ("tomorrow at 2am", "2026-03-08T03:00:00-04:00"),
        ("tomorrow at 2:30am", "2026-03-08T03:00:00-04:00"),
        ("tomorrow at 3am", "2026-03-08T03:00:00-04:00"),
        ("in 6 hours", "2026-03-08T04:00:00-04:00"),
        ("tomorrow", "2026-03-08T00:00:00-05:00"),
        ("tomorrow at noon", "2026-03-08T12:00:00-04:00"),
    ],
)
def test_a_time_that_never_is_becomes_the_next_that_is(text: str, start: str) -> None:
    assert starts(text, BEFORE_SPRING) == [start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("tomorrow at 1:30am", "2026-11-01T01:30:00-04:00"),
        ("tomorrow at 2am", "2026-11-01T02:00:00-05:00"),
        ("in 4 hours", "2026-11-01T01:00:00-04:00"),
        ("in 5 hours", "2026-11-01T01:00:00-05:00"),
    ],
)
def test_a_time_that_is_twice_is_its_first(text: str, start: str) -> None:
    assert starts(text, BEFORE_AUTUMN) == [start]


def test_no_window_is_empty_where_an_hour_is_missing() -> None:
    [window] = find_times("tomorrow at 2am", BEFORE_SPRING, NEW_YORK).windows
    assert window.end is not None
    assert window.end.timestamp() > window.start.timestamp()


def test_the_day_of_a_change_has_its_true_length() -> None:
    [spring] = find_times("tomorrow", BEFORE_SPRING, NEW_YORK).windows
    [autumn] = find_times("tomorrow", BEFORE_AUTUMN, NEW_YORK).windows
    for window, hours in ((spring, 23), (autumn, 25)):
        assert window.end is not None
        assert window.end.astimezone(UTC) - window.start.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "day", "minutes", "shown"),
    [
        ("America/New_York", date(2026, 3, 8), 150, "03:00:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), 135, "02:30:00"),
        ("Africa/Cairo", date(2026, 4, 24), 0, "01:00:00"),
        ("America/New_York", date(2026, 3, 8), 24 * 60, "00:00:00"),
        ("Pacific/Apia", date(2011, 12, 30), 600, "00:00:00"),
    ],
)
def test_local(zone: str, day: date, minutes: int, shown: str) -> None:
    assert local(day, minutes, ZoneInfo(zone)).time().isoformat() == shown


def test_real_time_passes_in_every_night() -> None:
    there = later(BEFORE_SPRING, timedelta(hours=6), NEW_YORK)
    assert there.astimezone(UTC) - BEFORE_SPRING.astimezone(UTC) == timedelta(hours=6)
