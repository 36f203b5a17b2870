"""Customers' texts as answers to questions."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.domain.question import Answer, AnswerType, Option, Question, Shape
from smsbot.language.answers import find_answers, read_answer

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
BATHS = Question("baths", AnswerType.NUMBER, words=("bathrooms", "bath"), least=0, most=20)
PEOPLE = Question("people", AnswerType.NUMBER, least=1, most=500)
BUDGET = Question("budget", AnswerType.MONEY, words=("budget", "spend"))
MOVE = Question("move", AnswerType.DATE, words=("move", "moving"))
WHERE = Question("address", AnswerType.TEXT, words=("address",))
NAME = Question("name", AnswerType.TEXT, words=("name",))
OWN = Question("own", AnswerType.YES_NO, words=("own",))
JOB = Question(
    "job",
    AnswerType.CHOICE,
    (
        Option("leak", "Leak", ("leaking pipe", "dripping")),
        Option("heater", "Water heater", ("hot water",)),
        Option("drain", "Clogged drain", ("clog", "backed up")),
        Option("unsure", "Not sure"),
    ),
)
EVERY = (BATHS, PEOPLE, BUDGET, MOVE, WHERE, NAME, OWN, JOB)


def _value(text: str, question: Question) -> str | None:
    found = read_answer(text, question, NOW, ZONE)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"), ("three", "3"), ("3 bathrooms", "3"), ("2 and a half baths", "2.5"),
        ("two and a half", "2.5"), ("2.5", "2.5"), ("2 1/2", "2.5"), ("a couple", "2"),
        ("a few", "3"), ("half a dozen", "6"), ("3-4", "3"), ("3 or 4", "3"), ("2½", "2.5"),
        ("we have 2 dogs and 3 bathrooms", "3"), ("3, no wait 4", "4"), ("none", "0"),
        ("3 bedrooms and 2 baths", "2"), ("idk maybe 3", "3"), ("there's 3 i think", "3"),
        ("tres", "3"), ("50", None), ("idk", None), ("not sure", None), ("skip", None),
        ("why do you need that", None), ("how much is it?", None), ("at 3pm", None),
        ("$300", None), ("what would 3000 dollars get me?", None), ("", None), ("hello", None),
        ("not 3, 4", "4"), ("like 3ish", "3"),
    ],
)  # fmt: skip
def test_number(text: str, value: str | None) -> None:
    assert _value(text, BATHS) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("450", "450"), ("$1.2k", "1200"), ("two fifty k", "250000"), ("1,500", "1500"),
        ("around 5 hundred", "500"), ("half a million", "500000"), ("a grand", "1000"),
        ("200-300k", "200000-300000"), ("between 5 and 6 hundred", "500-600"),
        ("200k to 300k", "200000-300000"), ("under 300k", "300000"), ("250 bucks", "250"),
        ("a couple hundred", "200"), ("twelve hundred", "1200"), ("1.2 mil", "1200000"),
        ("2 hundred and fifty thousand", "250000"), ("up to $2,500.50", "2500.5"),
        ("four fifty", "450"), ("quarter million", "250000"), ("$300-$400", "300-400"),
        ("300k by december 5", "300000"), ("three hundred thousand", "300000"),
        ("my zip is 80301", None), ("$500-$1k", "500-1000"),
        ("whats the price?", None), ("no idea", None), ("how much is it?", None),
    ],
)  # fmt: skip
def test_money(text: str, value: str | None) -> None:
    assert _value(text, BUDGET) == value


def test_thousands_where_the_bounds_say_so() -> None:
    house = Question("price", AnswerType.MONEY, least=50_000, most=5_000_000)
    assert _value("450", house) == "450000"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("next friday", "2026-12-04"), ("asap", "2026-11-24"), ("tomorrow pls", "2026-11-25"),
        ("12/5", "2026-12-05"), ("now", "2026-11-24"), ("dec 12 works", "2026-12-12"),
        ("friday, no wait saturday", "2026-11-28"), ("can you come tomorrow?", "2026-11-25"),
        ("not friday", None), ("why?", None), ("idk yet", None), ("are you open friday?", None),
    ],
)  # fmt: skip
def test_date(text: str, value: str | None) -> None:
    assert _value(text, MOVE) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("it's 12 Elm St thanks", "12 Elm St"), ("12 Elm St. Apt 4", "12 Elm St. Apt 4"),
        ("sure, 12 Elm St, Denver", "12 Elm St, Denver"), ("my address is 9 Oak Ave", "9 Oak Ave"),
        ("12 Elm St. can you come today?", "12 Elm St"), ("skip", None), ("no", None),
        ("why do you need that", None), ("idk", None), ("rather not say", None), ("ok", None),
        ("I want to talk to a person", None),
        ("how much is it?", None), ("thanks", None),
        ("12 Elm St and my name is Bob", "12 Elm St"), ("12 Elm St, its the blue one", "12 Elm St"),
        ("9 oak, sorry i meant 12 Elm St", "12 Elm St"), ("send it to 12 Elm St", "12 Elm St"),
        ("no clue where that is", None), ("same place as last time", None),
        ("12 Elm St i think", "12 Elm St"), ("12 Elm St, can u come today", "12 Elm St"),
    ],
)  # fmt: skip
def test_text(text: str, value: str | None) -> None:
    assert _value(text, WHERE) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I'm Bob", "Bob"), ("my name is Ana Li", "Ana Li"), ("her name is Ana", "Ana"),
        ("my wifes, Ana Li", "Ana Li"), ("we call him Bob", "Bob"), ("Ana, 6th grade", "Ana"),
        ("Bob but everybody says Bobby", "Bob but everybody says Bobby"),
        ("its for my son Bob", "Bob"),
    ],
)  # fmt: skip
def test_name(text: str, value: str) -> None:
    assert _value(text, NAME) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"), ("yep", "yes"), ("yesss", "yes"), ("i do", "yes"), ("nah", "no"),
        ("not really", "no"), ("si", "yes"), ("claro", "yes"), ("oui", "yes"), ("non", "no"),
        ("👍", "yes"), ("👍🏽", "yes"), ("👎", "no"), ("I own it", "yes"), ("yeah no", "no"),
        ("nope, renting", "no"), ("I don't own", "no"), ("of course", "yes"), ("no", "no"),
        ("of course not", "no"), ("i don't think so", "no"), ("ok thanks yes", "yes"),
        ("not sure", None), ("maybe", None), ("why?", None), ("idk", None),
        ("how much is it?", None), ("do you take visa?", None), ("no wait yes", "yes"),
        ("yes, sorry i mean no", "no"), ("yes but what does it cost", "yes"),
        ("sure, how much is it?", "yes"), ("im not sure id have to look", None),
        ("i have to ask everyone", None), ("more than i can do", None), ("totally blank", None),
        ("go for it", "yes"), ("not that ive noticed", "no"), ("let me ask my wife", None),
    ],
)  # fmt: skip
def test_yes_no(text: str, value: str | None) -> None:
    assert _value(text, OWN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", "heater"), ("#2", "heater"), ("the second", "heater"), ("second one pls", "heater"),
        ("option b", "heater"), ("Water heater", "heater"), ("water heatr", "heater"),
        ("no hot water", "heater"), ("my pipe is dripping", "leak"), ("clogd drain", "drain"),
        ("the last one", "unsure"), ("idk", "unsure"), ("heater", "heater"),
        ("not the leak, the drain", "drain"), ("leak, actually the drain", "drain"),
        ("why do you ask?", None), ("how much is it?", None), ("9", None), ("pizza", None),
        ("leak or drain", None),
    ],
)  # fmt: skip
def test_choice(text: str, value: str | None) -> None:
    assert _value(text, JOB) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("750", "mid"), ("$300", "low"), ("around 5k", "high"), ("2", "mid"), ("under $500", "low")],
)
def test_brackets(text: str, value: str) -> None:
    options = (Option("low", "Under $500"), Option("mid", "$500-$1k"), Option("high", "$1k+"))
    assert _value(text, Question("spend", AnswerType.CHOICE, options)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("three bedrooms and a garage", "3"), ("5 bd", "4"), ("one bedroom", "1"), ("studio", "0")],
)
def test_single_amounts_beside_a_bracket(text: str, value: str) -> None:
    labels = ("Studio", "1 bedroom", "2 bedrooms", "3 bedrooms", "4 or more")
    options = tuple(Option(str(n), label) for n, label in enumerate(labels))
    assert _value(text, Question("size", AnswerType.CHOICE, options)) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 bathrooms", {"baths": "3"}), ("2 and a half baths", {"baths": "2.5"}),
        ("it's a leaking water heater", {"job": "heater"}),
        ("my budget is 300k", {"budget": "300000"}), ("3 bedrooms", {}), ("yes", {}), ("2", {}),
        ("budget of $200-300k and 2 baths", {"budget": "200000-300000", "baths": "2"}),
        ("moving by december 5", {"move": "2026-12-05"}), ("friday", {}),
        ("my name is Bob and i need help", {"name": "Bob"}), ("I own it", {}),
        ("do you fix water heaters?", {}), ("whats your name", {}), ("no leak here", {}),
        ("is 2 baths ok?", {}),
        ("can you fix my water heater", {"job": "heater"}),
        ("hi, can you fix my water heater", {"job": "heater"}),
        ("hello could you help with my move on december 5", {"move": "2026-12-05"}),
        ("hi do you fix water heaters?", {}), ("hey, are you moving friday?", {}),
    ],
)  # fmt: skip
def test_found(text: str, values: dict[str, str]) -> None:
    found = find_answers(text, EVERY, NOW, ZONE)
    assert {one.key: one.value for one in found} == values


@pytest.mark.parametrize("text", ["actually 3 bathrooms", "no wait, 3 bathrooms"])
def test_corrections(text: str) -> None:
    assert find_answers(text, EVERY, NOW, ZONE)[0].corrects
    [found] = find_answers(text, (BATHS,), NOW, ZONE)
    assert (found.value, found.corrects) == ("3", True)


def test_words_are_the_customers() -> None:
    text = "Well, 2 and a half baths"
    found = read_answer(text, BATHS, NOW, ZONE)
    assert found == Answer("baths", "2.5", "2 and a half", (6, 18))
    assert text[6:18] == found.words


_TALK = st.lists(
    st.sampled_from(
        "3 2.5 two fifty k half a million $ - and or not no wait actually bathrooms budget is , ? "
        ". leak drain friday 12/5 1/2 ½ ² ٣ é 👍 my name why the second one hundred of".split()
    ),
    max_size=14,
).map(" ".join)


@given(st.one_of(st.text(max_size=80), _TALK))
def test_any_text_is_read(text: str) -> None:
    found = [read_answer(text, question, NOW, ZONE) for question in EVERY]
    for one in [*(f for f in found if f), *find_answers(text, EVERY, NOW, ZONE)]:
        assert one.words == text[one.span[0] : one.span[1]]
        if one.key in ("baths", "people"):
            float(one.value)
        elif one.key == "budget":
            assert all(float(part) >= 0 for part in one.value.split("-"))


PLACE = Question("address", AnswerType.TEXT, words=("address",), shape=Shape.ADDRESS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("123 Main St, Denver 80202 and yes i own it", "123 Main St, Denver 80202"),
        ("its 4410 n tennyson street apt 4b", "4410 n tennyson street apt 4b"),
        ("4410 Tennyson", "4410 Tennyson"),
        ("80211", None),
        ("calle Cinco de Mayo 12", "calle Cinco de Mayo 12"),
        ("about 8k", None),
        ("12 years old", None),
        ("i dont know", None),
        ("same as last time", None),
    ],
)
def test_where(text: str, value: str | None) -> None:
    assert _value(text, PLACE) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my sink leaks, 77 Oak Lane 80003 if you need it", "77 Oak Lane 80003"),
        ("can you come to 915 Pearl St. tomorrow", "915 Pearl St."),
        ("80209, denver. 1450 s pearl st, its yellow", "1450 s pearl st, 80209"),
        ("1450 s pearl st. my number is 720 555 0142, zip 80209", "1450 s pearl st, 80209"),
        ("we paid 12500 for it, 1450 s pearl st 80209", "1450 s pearl st 80209"),
        ("its 2 years old", None),
        ("i have 3 dogs and it is 20 run down rooms", None),
        ("5 people on the way", None),
    ],
)
def test_an_address_is_heard_before_its_question(text: str, value: str | None) -> None:
    found = find_answers(text, [PLACE], NOW, ZONE)
    assert (found[0].value if found else None) == value


SOON = Question(
    "soon",
    AnswerType.CHOICE,
    (
        Option("now", "dès que possible", ("ya", "tout de suite")),
        Option("later", "rien ne presse", ("cuando puedan", "quand vous voulez", "when you can")),
    ),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cuando puedan", "later"),
        ("quand vous voulez", "later"),
        ("when you can", "later"),
        ("dès que possible", "now"),
        ("des que possible svp", "now"),
        ("qu'est-ce que vous voulez dire", None),
        ("vous voulez dire quoi", None),
        ("cuando pueden venir?", None),
        ("when you can come do you call first", None),
        ("no hay agua", None),
    ],
)
def test_small_words_of_a_choice_choose_nothing(text: str, value: str | None) -> None:
    assert _value(text, SOON) == value
