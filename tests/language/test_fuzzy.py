"""Inflections and misspellings: what is meant is found, and no real word is taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.language.fuzzy import Spelling, inflections
from smsbot.language.real_words import real_words


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("lawyer", {"lawyer", "lawyers", "lawyered", "lawyering"}),
        ("scam", {"scams", "scammed", "scamming"}),
        ("charge", {"charges", "charged", "charging"}),
        ("complaint", {"complaints"}),
        ("party", {"parties", "partied"}),
        ("abogado", {"abogados"}),
        ("estafa", {"estafas"}),
        ("avocat", {"avocats"}),
    ],
)
def test_inflections(word: str, forms: set[str]) -> None:
    assert forms <= inflections(word)


def test_short_words_and_numbers_stand_for_themselves() -> None:
    assert inflections("911") == {"911"}
    assert inflections("to") == {"to"}


SPELLING = Spelling(["lawyer", "attorney", "sue", "contact", "messages", "human"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("laywer", ("lawyer",)),
        ("lawyerr", ("lawyer",)),
        ("lwyer", ("lawyer",)),
        ("alwyer", ("lawyer",)),
        ("atorney", ("attorney",)),
        ("mesages", ("messages",)),
        ("humen", ("human",)),
    ],
)
def test_one_edit_is_found(written: str, meant: tuple[str, ...]) -> None:
    assert SPELLING.near(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "lawyer",  # itself is no misspelling
        "lawier5",
        "sur",  # too short to guess
        "contract",  # a word
        "sawyer",
        "atorny",  # two edits
        "bmessages",  # another first letter
        "",
        "x" * 2000,
    ],
)
def test_what_is_left_alone(written: str) -> None:
    assert SPELLING.near(written) == ()


def test_the_real_words_are_written_as_they_are_compared() -> None:
    words = real_words()
    assert {"dance", "sander", "forgets", "texting"} <= words
    assert not {"lawyr", "unsubscibe", "texing"} & words
    assert all(word == word.casefold() and "'" not in word for word in words)


@given(st.text(max_size=60))
def test_nothing_raises(word: str) -> None:
    SPELLING.near(word)
    inflections(word)
