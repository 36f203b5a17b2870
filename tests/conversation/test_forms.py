import pytest

from smsbot.conversation.forms import asks, begins_question, introduced_name, tells, thanks
from smsbot.conversation.words import words_of


@pytest.mark.parametrize(
    "text",
    ["what are your hours", "do you fix roofs", "and how much is it", "cuanto cobran", "is it on"],
)
def test_questions(text: str) -> None:
    assert asks(words_of(text))
    assert not tells(words_of(text))


@pytest.mark.parametrize(
    "text", ["i paid cash already", "my card was declined", "your guy was late", "the ac broke"]
)
def test_statements(text: str) -> None:
    assert tells(words_of(text))
    assert not asks(words_of(text))


@pytest.mark.parametrize(
    "text",
    ["i need a permit", "i want to pay by card", "furnace repair", "i have a dog is that ok", ""],
)
def test_what_neither_asks_nor_tells(text: str) -> None:
    assert not tells(words_of(text))
    assert not asks(words_of(text))


@pytest.mark.parametrize(
    ("before", "rest", "begins"),
    [
        ("what are your hours", "do you take cards", True),
        ("hi there", "what are your hours", True),
        ("how much", "is it", False),
        ("what time", "do you open", False),
        ("how many employees", "do you have", False),
        ("call me if", "you can", False),
        ("i have a dog", "is that ok", True),
        ("ask him when", "are you free", False),
        ("", "furnace repair", False),
    ],
)
def test_where_a_new_question_begins(before: str, rest: str, begins: bool) -> None:
    word, following = rest.split()[:2]
    assert begins_question(word, following, before.split()) is begins


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my name is Ana Ruiz", "Ana Ruiz"),
        ("My name is ana.", "ana"),
        ("this is Ana,", "Ana"),
        ("this is broken", None),
        ("this is", None),
        ("my name is on the bill you sent me", None),
        ("Ana here", None),
    ],
)
def test_names(text: str, name: str | None) -> None:
    assert introduced_name(words_of(text), text) == name


def test_thanks_whatever_for() -> None:
    assert thanks(words_of("Thank you so much for coming out"))
    assert thanks(words_of("thanks a lot!!"))
    assert thanks(words_of("gracias por todo"))
    assert not thanks(words_of("thanks but it still leaks"))
    assert not thanks(words_of("who do i thank for this"))
