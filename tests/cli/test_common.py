"""Times in words, and numbers of things."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from smsbot.cli.common import ago, exact, when

NOW = datetime(2026, 11, 23, 22, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (timedelta(milliseconds=400), "just now"),
        (timedelta(seconds=1), "1 second ago"),
        (timedelta(seconds=59), "59 seconds ago"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=47), "47 hours ago"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(minutes=-20), "in 20 minutes"),
    ],
)
def test_a_time_is_said_as_people_say_it(gone: timedelta, said: str) -> None:
    assert ago(NOW - gone, NOW) == said


def test_the_exact_time_names_its_zone() -> None:
    denver = ZoneInfo("America/Denver")
    assert exact(NOW, denver) == "Mon Nov 23, 3:15:00 PM MST"
    assert when(NOW, denver, NOW + timedelta(minutes=2)) == (
        "2 minutes ago (Mon Nov 23, 3:15:00 PM MST)"
    )


def test_midnight_and_noon_are_twelve() -> None:
    utc = ZoneInfo("UTC")
    assert "12:15:00 AM" in exact(NOW.replace(hour=0), utc)
    assert "12:15:00 PM" in exact(NOW.replace(hour=12), utc)
