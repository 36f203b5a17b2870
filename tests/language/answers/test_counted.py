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


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # the one that counts of several
        ("5 no 6 my sister is coming", ("party",), "6"),
        ("three. no, four, forgot the one by the shed", ("trees",), "4"),
        ("i have 4 but one is on blocks so just 3", ("vehicles",), "3"),
        ("almost two hundred thousand, 198 thousand i think", ("miles",), "198000"),
        ("one by the bed and one by the desk", ("outlets",), "2"),
        ("quit in 2011 so none", ("cigarettes",), "0"),
        # in the unit that is asked for
        ("6 months", ("years",), "0.5"),
        ("a week", ("days",), "7"),
        ("a year", ("months",), "12"),
        ("6 months it has been leaking, the roof is quite old", ("years",), None),
        # years
        ("its an 09", ("year",), "2009"),
        ("ninety eight, still runs great", ("year",), "1998"),
        ("nineteen twenty six believe it or not", ("year",), "1926"),
        # counted without a number
        ("me and my girlfriend", ("people",), "2"),
        ("2 adults 3 kids", ("people",), "5"),
        ("2 adults 3 kids", ("kids",), "3"),
        ("the twins", ("children",), "2"),
        ("just me its for prom", ("people",), "1"),
        ("just the shower", ("drains",), "1"),
        ("just the basement", ("square", "feet"), None),
        ("mon wed fri", ("days",), "3"),
        ("mon-thu", ("days",), "4"),
        ("once, saturdays", ("times", "week"), "1"),
        # spoken hundreds, and what is none
        ("one fifty", ("amps",), "150"),
        ("one fifty gallon drum", ("drums",), "1"),
        ("its 16 by 32 idk", ("gallons",), None),
    ],
)
def test_numbers_that_are_meant(text: str, words: tuple[str, ...], value: str | None) -> None:
    assert read(AnswerType.NUMBER, text, *words) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("a hundred, wait no 80. i forgot about gas", ("pay",), "80"),
        ("About $240 in the summer but average is 160", ("average",), "160"),
        ("one hundred sixty three and some change, 163.88 to be exact", ("bill",), "163.88"),
        ("eleven dollars and ten cents", ("overcharged",), "11.1"),
        ("three quarters of a million", ("revenue",), "750000"),
        ("6-ish thousand", ("spend",), "6000"),
        ("400k to 450", ("price",), "400000-450000"),
        ("around 450", ("price", "home"), "450000"),
        ("around 450", ("price", "repair"), "450"),
        ("around 450", ("price", "monthly", "home"), "450"),
        ("six-fifty", ("rent",), "650"),
        ("five oh five", ("rent",), "505"),
        ("5g", ("budget",), "5000"),
        ("five figures", ("budget",), None),
        ("none, I have medicaid", ("copay",), "0"),
        ("nothing down if thats possible", ("down",), "0"),
        ("nothing fancy", ("budget",), None),
        ("last one was 312.47 and thats normal", ("bill",), "312.47"),
        ("23k across 4 cards", ("cards",), "23000"),
    ],
)
def test_money_that_is_meant(text: str, words: tuple[str, ...], value: str | None) -> None:
    assert read(AnswerType.MONEY, text, *words) == value
