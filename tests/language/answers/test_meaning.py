"""Answers that name nothing: measured options, and what was learned."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from smsbot.domain.question import Answer, AnswerType, Option, Question
from smsbot.language.answers import meaning, read_answer
from smsbot.language.answers.bands import period
from smsbot.language.answers.pieces import cut

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 11, 24, 10, tzinfo=ZONE)
OFTEN = ("One time", "Weekly", "Every two weeks", "Monthly")
WINDOWS = ("8-10 am", "10 am-12 pm", "12-3 pm", "3-6 pm")
SINCE = ("Less than a week", "1-6 weeks", "More than 6 weeks")
MILES = ("Under 50,000", "50,000 to 100,000", "Over 100,000")


def choice(prompt: str, labels: tuple[str, ...]) -> Question:
    return Question(
        "asked",
        AnswerType.CHOICE,
        tuple(Option(label.lower(), label) for label in labels),
        prompt=prompt,
    )


def read(text: str, question: Question) -> Answer | None:
    return read_answer(text, question, NOW, ZONE)


def value(text: str, labels: tuple[str, ...], prompt: str = "") -> str | None:
    found = read(text, choice(prompt, labels))
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every week", 7),
        ("every other week", 14),
        ("every 4 wks", 28),
        ("bi-weekly", 14),
        ("once a mo", 30),
        ("twice a month", 15),
        ("12 times a yr", 365 / 12),
        ("just the once", 0),
        ("one-time", 0),
        ("once i am back", None),
        ("the times are fine", None),
    ],
)
def test_how_often(text: str, days: float | None) -> None:
    assert period(text) == days


@pytest.mark.parametrize(
    ("text", "labels", "meant"),
    [
        ("once a mo", OFTEN, "monthly"),
        ("every 4 wks", OFTEN, "monthly"),
        ("twice monthly", OFTEN, "every two weeks"),
        ("just the once", OFTEN, "one time"),
        ("noon to 3", WINDOWS, "12-3 pm"),
        ("around 9 in the morning", WINDOWS, "8-10 am"),
        ("couple of days", SINCE, "less than a week"),
        ("a month", SINCE, "1-6 weeks"),
        ("half a year", SINCE, "more than 6 weeks"),
        ("high miles, 160", MILES, "over 100,000"),
        ("80k", MILES, "50,000 to 100,000"),
    ],
)
def test_measured_options(text: str, labels: tuple[str, ...], meant: str) -> None:
    assert value(text, labels) == meant


VEHICLE = choice("What kind of vehicle is it?", ("Car", "Motorcycle", "Boat"))
OWNS = Question("owns", AnswerType.YES_NO, prompt="Do you own the home?")


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("its a harley", VEHICLE, "motorcycle"),
        ("my camry", VEHICLE, "car"),
        ("bought it in 09", OWNS, "yes"),
        ("its my landlords", OWNS, "no"),
    ],
)
def test_what_names_nothing_is_known_by_what_people_said(
    text: str, question: Question, meant: str
) -> None:
    found = read(text, question)
    assert found is not None
    assert found.value == meant
    assert found.meant


@pytest.mark.parametrize(
    "text", ["how long does it take", "what do you charge", "idk", "hello?", "zxqv wvrt", ""]
)
@pytest.mark.parametrize("question", [VEHICLE, OWNS])
def test_what_answers_nothing_means_nothing(text: str, question: Question) -> None:
    assert read(text, question) is None


def test_a_named_option_is_not_only_meant() -> None:
    found = read("the motorcycle", VEHICLE)
    assert found == Answer("asked", "motorcycle", "the motorcycle", (0, 14))


def test_nothing_is_guessed_where_the_questions_text_is_not_known() -> None:
    assert read("bought it in 09", Question("owns", AnswerType.YES_NO)) is None


@pytest.mark.parametrize(
    "text", ["c'est correct laissez faire finalement", "c'est ma maison, oui j'habite ici"]
)
def test_of_another_language_nothing_was_learned(text: str) -> None:
    assert read(text, VEHICLE) is None


def test_the_order_of_what_was_said_changes_nothing() -> None:
    """Whole numbers: a sum of fractions would depend on the order of a set."""
    learned = meaning.read_meaning(meaning.FILE)
    options = meaning.options(VEHICLE)
    said = meaning.said(cut("we have a harley and a camry in the garage"))
    assert learned.scores(said, options) == learned.scores({*sorted(said, reverse=True)}, options)
