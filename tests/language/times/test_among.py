"""Times where several days, or a week, have been spoken of."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from smsbot.language.times import among

DENVER = ZoneInfo("America/Denver")
TUESDAY = datetime(2026, 12, 1, 9, 20, tzinfo=DENVER)
NEXT_BUT_ONE = (date(2026, 12, 15), date(2026, 12, 17))
THIS_WEEK = (date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3))


def starts(text: str, days: tuple[date, ...], *, hours: bool = True) -> list[str]:
    found = among(text, days, TUESDAY, DENVER, hours=hours).windows
    return [f"{one.start:%d %H}" for one in found]


@pytest.mark.parametrize(
    ("text", "days", "meant"),
    [
        ("thursday", NEXT_BUT_ONE, ["17 00"]),
        ("monday morning", NEXT_BUT_ONE, ["14 06"]),
        ("at 10", NEXT_BUT_ONE, ["15 10", "17 10"]),
        ("this thursday", NEXT_BUT_ONE, ["03 00"]),
        ("the 4th", NEXT_BUT_ONE, ["04 00"]),
        ("tomorrow", NEXT_BUT_ONE, ["02 00"]),
        ("monday", THIS_WEEK, ["07 00"]),
        ("tuesday", THIS_WEEK, ["01 00"]),
        ("next tuesday", THIS_WEEK, ["08 00"]),
        ("tuesday", (date(2026, 12, 4),), ["08 00"]),
        ("afternoon", THIS_WEEK, ["01 12", "02 12", "03 12"]),
        ("wednesday", (date(2026, 12, 11), date(2026, 12, 14)), ["16 00"]),
    ],
)
def test_a_weekday_is_of_their_week(text: str, days: tuple[date, ...], meant: list[str]) -> None:
    assert starts(text, days) == meant


def test_a_weekday_that_is_ruled_out_is_one_of_theirs() -> None:
    [out] = among("not tuesday", THIS_WEEK, TUESDAY, DENVER).excluded
    assert f"{out.start:%d %H}" == "01 00"


def test_without_hours_an_hour_is_read_as_ever() -> None:
    assert starts("at 10", NEXT_BUT_ONE, hours=False) == ["01 10"]
    assert starts("friday", NEXT_BUT_ONE, hours=False) == ["18 00"]


def test_what_names_no_time_names_none() -> None:
    assert starts("the blue one", THIS_WEEK) == []
