"""Numbers, money and whole dates as people write them, by class."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from smsbot.domain.question import AnswerType, Question
from smsbot.language.answers import read_answer

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 11, 24, 10, tzinfo=ZONE)


def read(kind: AnswerType, text: str, *words: str) -> str | None:
    found = read_answer(text, Question("asked", kind, words=words), NOW, ZONE)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("three thousand four hundred", ("feet",), "3400"),
        ("sixty one thousand nine hundred and ten", ("mileage",), "61910"),
        ("twenty nineteen", ("year",), "2019"),
        ("twenty twenty two", ("year",), "2022"),
        ("an acre and a half", ("acres",), "1.5"),
        ("acre and a half i think", ("acres",), "1.5"),
        ("a quarter acre", ("acres",), "0.25"),
        ("4 cats and 2 dogs so 6", ("pets",), "6"),
        ("4 adults 3 kids = 7", ("people",), "7"),
        ("2 boys and 3 girls, 5 in all", ("children",), "5"),
        ("20 yes and 5 maybe, plan for 25", ("guests",), "25"),
        ("11th", ("grade",), "11"),
        ("the fourth floor", ("floor",), "4"),
        ("twice", ("times",), "2"),
        ("7/10", ("scale",), "7"),
        ("6 hrs", ("hours",), "6"),
        ("6 hrs", ("people",), None),
        ("dec 4th", ("floor",), None),
        ("just the one", ("bathrooms",), "1"),
        ("no one", ("people",), None),
        ("the blue one", ("rooms",), None),
    ],
)
def test_numbers(text: str, words: tuple[str, ...], value: str | None) -> None:
    assert read(AnswerType.NUMBER, text, *words) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("twelve thousand six hundred", ("budget",), "12600"),
        ("15 mil dolares", ("budget",), "15000"),
        ("2 mil", ("price",), "2000000"),
        ("6k, no make it 8", ("budget",), "8000"),
        ("i have 300 and my dad gives 200 so 500", ("budget",), "500"),
        ("12 to 1500", ("rent",), "1200-1500"),
        ("it's paid off", ("owe",), "0"),
        ("its 38 degrees in here", ("budget",), None),
        ("40 to 50", ("thousand",), "40000-50000"),
    ],
)
def test_money(text: str, words: tuple[str, ...], value: str | None) -> None:
    assert read(AnswerType.MONEY, text, *words) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("06/14/1991", "1991-06-14"),
        ("1991-06-14", "1991-06-14"),
        ("june 14, 1991", "1991-06-14"),
        ("14 Jun 1991", "1991-06-14"),
        ("the 14th of june 1991", "1991-06-14"),
        ("02/30/1991", None),
        ("june 14", "2027-06-14"),
    ],
)
def test_whole_dates_may_be_past(text: str, value: str | None) -> None:
    assert read(AnswerType.DATE, text) == value
