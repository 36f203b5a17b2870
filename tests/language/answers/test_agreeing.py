"""Whose home it is, in the words that people text; asked, and told before it was asked."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from smsbot.domain.question import AnswerType, Question
from smsbot.language.answers import find_answers, read_answer
from smsbot.pack.load import load_shipped

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 12, 1, 9, 20, tzinfo=ZONE)
QUESTIONS = [one.question("en") for one in load_shipped().qualification.questions]
OWNS = next(one for one in QUESTIONS if one.key == "owns_home")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("own", "yes"),
        ("mine", "yes"),
        ("its a condo, we bought it last year", "yes"),
        ("me and my wife own it", "yes"),
        ("its my husband's and mine", "yes"),
        ("my wife and i do", "yes"),
        ("n", "no"),
        ("its my sisters", "no"),
        ("my parents own it", "no"),
        ("he owns it", "no"),
        ("my sister and i own it", "yes"),
        ("not mine", "no"),
        ("belongs to my dad", "no"),
        ("renter. who pays?", "no"),
        ("es de mi mama", "no"),
    ],
)
def test_an_answer(text: str, value: str | None) -> None:
    found = read_answer(text, OWNS, NOW, ZONE)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    "text",
    [
        "my own furnace is broken",
        "i have my own tools",
        "i bought it last year and its leaking",
        "our water heater, we bought it in 2019, leaks",
        "i bought a new heater",
        "my sisters furnace quit",
        "need a plumber for my moms kitchen",
        "its mine and i want it fixed",
        "its owner operated, your company?",
        "talk to the owner",
        "the landlord at my work is nice",
    ],
)
def test_what_tells_nothing_of_the_home_before_it_is_asked(text: str) -> None:
    assert all(one.key != OWNS.key for one in find_answers(text, QUESTIONS, NOW, ZONE))


ELECTRIC = Question("electric", AnswerType.YES_NO, words=("electric", "e-bike"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("its electric, full service", "yes"),
        ("full service, it is electric", "yes"),
        ("my electric bike", "yes"),
        ("its not electric, full service", "no"),
        ("its electric motor died", None),
        ("do you do electric bikes", None),
        ("full service for an electric one", None),
    ],
)
def test_what_a_thing_is_told_to_be(text: str, value: str | None) -> None:
    found = find_answers(text, [ELECTRIC], NOW, ZONE)
    assert [one.value for one in found] == ([value] if value else [])
