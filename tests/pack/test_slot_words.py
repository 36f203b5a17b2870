import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from smsbot.language.segments import segments
from smsbot.pack.slot_words import numbered, say_offer, say_slot, say_with_zone, say_zone

from .weeks import DENVER, denver


@pytest.mark.parametrize(
    ("at", "language", "said"),
    [
        ("2026-12-03T09:00", "en", "Thu Dec 3, 9:00 AM"),
        ("2026-12-05T12:30", "en", "Sat Dec 5, 12:30 PM"),
        ("2026-12-03T13:00", "es", "jue 3 dic, 1:00 PM"),
        ("2026-12-02T09:00", "es", "mié 2 dic, 9:00 AM"),
        ("2026-12-05T09:00", "es", "5 dic, 9:00 AM"),
        ("2026-12-03T09:00", "fr", "jeu 3 déc, 9 h"),
        ("2026-12-03T13:30", "fr", "jeu 3 déc, 13 h 30"),
        ("2026-12-03T09:00", "de", "Thu Dec 3, 9:00 AM"),
    ],
)
def test_a_slot_as_people_say_it(at: str, language: str, said: str) -> None:
    assert say_slot(denver(at), DENVER, language) == said


def test_the_zone_is_said_where_it_is_wanted() -> None:
    at = dt.datetime(2026, 11, 27, 22, 0, tzinfo=dt.UTC)
    assert say_with_zone(at, DENVER, "en") == "Fri Nov 27, 3:00 PM MT"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "ET"),
        ("America/Anchorage", "AKT"),
        ("America/Phoenix", "MST"),
        ("Pacific/Honolulu", "HST"),
        ("UTC", "UTC"),
    ],
)
@pytest.mark.parametrize("month", [1, 7])
def test_a_zone_has_one_name_all_year_where_people_say_one(
    zone: str, said: str, month: int
) -> None:
    assert say_zone(ZoneInfo(zone), dt.datetime(2026, month, 1, tzinfo=dt.UTC)) == said


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_every_day_of_a_year_is_cheap(language: str) -> None:
    for day in range(366):
        at = denver("2026-01-01T12:30") + dt.timedelta(days=day)
        assert segments(say_with_zone(at, DENVER, language)).encoding == "GSM-7"


def test_an_offer_has_its_zone_once_and_a_single_one_no_number() -> None:
    first, second = denver("2026-12-03T09:00"), denver("2026-12-04T14:00")
    both = say_offer([first, second], DENVER, "en")
    assert both == "1) Thu Dec 3, 9:00 AM 2) Fri Dec 4, 2:00 PM MT"
    assert say_offer([first], DENVER, "fr") == "jeu 3 déc, 9 h MT"


def test_choices_are_numbered_from_one() -> None:
    assert numbered(["a repair", "a tune-up"]) == "1) a repair 2) a tune-up"
    assert numbered([]) == ""
