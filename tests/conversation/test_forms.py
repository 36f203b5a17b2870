import pytest

from smsbot.conversation.forms import (
    announces,
    asks,
    begins_question,
    goes_on,
    introduced_name,
    letting_be,
    tells,
    thanks,
)
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


@pytest.mark.parametrize(
    "text", ["ok lets do it", "sign me up", "go ahead and book it", "adelante"]
)
def test_what_takes_up_what_was_spoken_of(text: str) -> None:
    assert goes_on(words_of(text))


@pytest.mark.parametrize("text", ["ok", "thanks", "do you do drains or only furnaces"])
def test_what_does_not(text: str) -> None:
    assert not goes_on(words_of(text))


@pytest.mark.parametrize(
    ("text", "announced"),
    [("couple things", True), ("i have two questions", True), ("a few things are broken", False)],
)
def test_what_only_announces_questions(text: str, *, announced: bool) -> None:
    assert announces(words_of(text)) is announced


@pytest.mark.parametrize(
    "text",
    ["cuando puedan", "cuando gusten", "quand vous voulez", "when you can", "como 1500 pies"],
)
def test_whenever_and_about_are_no_questions(text: str) -> None:
    assert not asks(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "cuando pueden venir",
        "cuando es mi cita",
        "como puedo pagar",
        "quand pouvez vous passer",
        "when can you come",
        "when you can come do you call first",
    ],
)
def test_when_and_how_are_questions(text: str) -> None:
    assert asks(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "never mind",
        "ya no gracias, ya lo arregle",
        "mejor no, olvidelo",
        "laissez faire finalement",
        "i fixed it myself",
        "c'est réglé merci",
    ],
)
def test_letting_be(text: str) -> None:
    assert letting_be(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "casi siempre no prende",
        "ya no prende",
        "ya no enfria el aire",
        "quiero que me lo arregle ya",
        "j'ai plus d'eau chaude",
        "can you get it fixed",
        "i already fixed the first one but the second one leaks now and i need help",
        "on a besoin d'un plombier",
    ],
)
def test_what_is_wanted_is_not_let_be(text: str) -> None:
    assert not letting_be(words_of(text))
