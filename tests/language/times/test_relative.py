"""Times in relation to one that was offered: Thursday, November 26, 14:00 to 15:00."""

from dataclasses import replace

import pytest

from smsbot.domain.times import Window
from smsbot.language.times import intersect, relative_to
from tests.language.times.support import DENVER, MONDAY, only, short

OFFERED = only("thursday at 2")


def related(text: str, anchor: Window = OFFERED) -> list[str]:
    return [short(one) for one in relative_to(text, anchor, MONDAY, DENVER).windows]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("an hour later", "11-26 15:00 hour"),
        ("can we do half an hour earlier", "11-26 13:30 minute"),
        ("2 days later", "11-28 14:00 hour"),
        ("a week later", "12-03 14:00 hour"),
        ("the day before", "11-25 00:00 day"),
        ("the day after", "11-27 00:00 day"),
        ("the day after at 5", "11-27 17:00 hour"),
        ("same time next week", "12-03 14:00 hour"),
        ("same time friday", "11-27 14:00 hour"),
        ("next day same time", "11-27 14:00 hour"),
        ("same time", "11-26 14:00 hour"),
        ("how about 4", "11-26 16:00 hour"),
        ("that evening", "11-26 17:00 part"),
        ("after 3", "11-26 15:00 hour"),
        ("the following week", "11-30 00:00 week"),
        ("tomorrow at 9", "11-24 09:00 hour"),
        ("anything later?", "11-26 15:00 hour"),
        ("earlier", "11-26 00:00 hour"),
    ],
)
def test_relative(text: str, window: str) -> None:
    assert related(text) == [window]


def test_later_than_a_day_has_no_end_and_earlier_begins_now() -> None:
    day = only("thursday")
    [after] = relative_to("later", day, MONDAY, DENVER).windows
    assert (after.start, after.end) == (day.end, None)
    [before] = relative_to("sooner if possible", day, MONDAY, DENVER).windows
    assert (before.start, before.end) == (MONDAY, day.start)


@pytest.mark.parametrize("text", ["hello", "ok", "", "\U0001f600"])
def test_nothing_is_nothing(text: str) -> None:
    assert related(text) == []


def test_intersecting() -> None:
    morning, day = only("thursday morning"), only("thursday")
    assert intersect(morning, day) == intersect(day, morning) == morning
    assert intersect(only("friday"), day) is None
    open_end = replace(day, end=None)
    assert intersect(open_end, morning) == morning
    late = only("after 10 on thursday")
    both = intersect(late, morning)
    assert both is not None
    assert (both.start, both.end) == (late.start, morning.end)
    assert intersect(open_end, open_end) == open_end
