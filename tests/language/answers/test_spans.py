"""Which words of an answer belong into the form."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.domain.question import AnswerType, Option, Question
from smsbot.language.answers import read_answer
from smsbot.language.answers.pieces import cut
from smsbot.language.answers.spans import asks_for_a_thing, wanted

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 11, 24, 10, tzinfo=ZONE)


def read(text: str, prompt: str) -> str | None:
    question = Question("asked", AnswerType.TEXT, prompt=prompt)
    found = read_answer(text, question, NOW, ZONE)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "prompt", "value"),
    [
        ("its my wifes house so use hers, Teresa Boyd", "What name is it under?", "Teresa Boyd"),
        ("1776, and mind the dog", "What is the gate code?", "1776"),
        ("from 61 Osprey Lane, Tarrant", "What address is it?", "61 Osprey Lane, Tarrant"),
        ("says Miele on the front", "What brand is the dishwasher?", "Miele"),
        ("idk", "What brand is the dishwasher?", None),
        ("why do you need that", "What is the gate code?", None),
    ],
)
def test_a_name_is_taken_out_of_what_stands_around_it(
    text: str, prompt: str, value: str | None
) -> None:
    assert read(text, prompt) == value


@pytest.mark.parametrize(
    "prompt",
    ["What is going on with it?", "Why are you moving?", "Anything else we should know?", ""],
)
def test_what_happened_is_kept_whole(prompt: str) -> None:
    assert not asks_for_a_thing(prompt)
    said = "it started leaking after the storm, then the lights went"
    assert read(said, prompt) == said


def test_where_nothing_is_wanted_there_is_nothing() -> None:
    assert wanted("why", cut("why"), None, "What is your name?") is None


OFTEN = (Option("x", "1-3 weeks"), Option("y", "Every week"))
QUESTIONS = [
    Question("a", AnswerType.CHOICE, OFTEN, prompt="How often?"),
    Question("b", AnswerType.YES_NO, prompt="Do you own the home?"),
    Question("c", AnswerType.NUMBER, words=("people", "days", "week"), prompt="How many people?"),
    Question("d", AnswerType.NUMBER, words=("inches",), prompt="How tall in inches?"),
    Question("e", AnswerType.MONEY, words=("budget", "home"), prompt="What price is the home?"),
    Question("f", AnswerType.TEXT, prompt="What is your name?"),
]
WORDS = st.lists(
    st.sampled_from(
        """
        one two oh fifty hundred half a an and of the me my wife 2 5 10 1,500 $ k % x by - , . ? !
        week weeks every other no not so just now was but to or 5'6 full dollars cents every ish
        quarters three plus mine hers zero nothing none in 2011 lbs ft am 3rd
        """.split()
    ),
    max_size=12,
)


@given(WORDS)
def test_no_text_is_too_much(words: list[str]) -> None:
    text = " ".join(words)
    for question in QUESTIONS:
        found = read_answer(text, question, NOW, ZONE)
        if found:
            start, end = found.span
            assert 0 <= start <= end <= len(text)
            assert found.value
