"""Which of the offers a customer takes, in the words that people text."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.language.choices import Pick, Taken, pick

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=ZONE)
OFFERS = (
    datetime(2026, 11, 25, 9, 0, tzinfo=ZONE),  # Wednesday
    datetime(2026, 11, 27, 14, 0, tzinfo=ZONE),  # Friday
    datetime(2026, 11, 30, 10, 30, tzinfo=ZONE),  # Monday
)


def taken(text: str) -> Pick | None:
    return pick(text, OFFERS, NOW, ZONE)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("2", 1),
        ("#2", 1),
        ("the second", 1),
        ("the second one pls", 1),
        ("option two", 1),
        ("number 3", 2),
        ("ok 3 thanks", 2),
        ("hmm 1", 0),
        ("the last one", 2),
        ("the 2pm one", 1),
        ("10:30", 2),
        ("tomorrow", 0),
        ("friday", 1),
        ("monday works", 2),
        ("wednesday at 9", 0),
        ("the one on friday", 1),
        ("the 30th", 2),
        ("uno", 0),
        ("la segunda", 1),
        ("i can do 2", 1),
        ("can i get the second one?", 1),
        ("could we have number 3", 2),
        ("puedo tomar la segunda", 1),
        ("je peux avoir le deuxieme", 1),
        ("how much is it? 2", 1),
        ("how much is it\n2", 1),
        ("2 and how much is it", 1),
        ("hi. can i get the second one. thx", 1),
        ("not 1. 2", 1),
    ],
)
def test_one_is_taken(text: str, index: int) -> None:
    assert taken(text) == Pick(Taken.ONE, index)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("either works", Taken.ANY),
        ("doesn't matter", Taken.ANY),
        ("cualquiera", Taken.ANY),
        ("none of those work", Taken.NONE),
        ("neither, anything thursday after 3?", Taken.NONE),
        ("what about next week", Taken.NONE),
        ("anything earlier?", Taken.EARLIER),
        ("can you do later in the day", Taken.LATER),
    ],
)
def test_all_or_none_of_them(text: str, said: Taken) -> None:
    assert taken(text) == Pick(said)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("1. also the gate code is 4455", "also the gate code is 4455"),
        ("the gate code is 4455\n1", "the gate code is 4455"),
        ("1 please how much does it cost", "how much does it cost"),
        ("1, thanks so much", ""),
    ],
)
def test_what_is_said_beside_a_choice_is_kept(text: str, remark: str) -> None:
    assert taken(text) == Pick(Taken.ONE, 0, remark)


@pytest.mark.parametrize(
    "text",
    [
        "can i get 2 of those",
        "can i have 2 visits",
        "i can do 2 days",
        "can i get a 2nd visit",
        "i have 2",
        "i can do one",
        "how much is 2",
        "how much is the second one",
        "can you do 3",
    ],
)
def test_a_number_of_something_else_is_no_choice(text: str) -> None:
    assert taken(text) is None


@pytest.mark.parametrize(
    "text", ["friday morning", "how much is it", "2 kids at home", "yes", "not friday", "", "👍"]
)
def test_what_takes_none_is_no_pick(text: str) -> None:
    assert taken(text) is None


@pytest.mark.parametrize("text", ["yes", "sounds good", "ok perfect", "si", "that works"])
def test_a_single_offer_is_taken_by_a_yes(text: str) -> None:
    assert pick(text, OFFERS[:1], NOW, ZONE) == Pick(Taken.ONE, 0)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = taken(text)
    assert found is None or found.index is None or 0 <= found.index < len(OFFERS)


def test_what_is_said_behind_a_choice_is_its_remark() -> None:
    said = taken("1. also the gate code is 4455")
    assert said is not None
    assert (said.index, said.remark) == (0, "also the gate code is 4455")
    polite = taken("second please, thanks so much")
    assert polite is not None
    assert (polite.index, polite.remark) == (1, "")
    other = taken("1 but can he come at 4 instead")
    assert other is None or other.index is None
