"""A text without what a machine added to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.language.reading import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Liked “Reply STOP to opt out”", ("liked",)),
        ('Loved "Reply STOP to opt out"', ("loved",)),
        ("Laughed at “stop texting me”", ("laughed", "at")),
        ("👍 to “ Reply STOP ”", ("to",)),
        ("A aimé « STOP »", ("a", "aime")),
        ('I said "stop"', ("i", "said", "stop")),
        ('"STOP"', ("stop",)),
        ("Stop\n\nSent from my iPhone", ("stop",)),
        ("Sent from my car", ("sent", "from", "my", "car")),
    ],
)
def test_reactions_and_signatures(text: str, words: tuple[str, ...]) -> None:
    assert read(text).words == words


def test_what_was_matched_is_shown_without_marks() -> None:
    reading = read("ok, stop. now")
    assert reading.between(0, len(reading.tokens)) == "ok stop now"


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    assert read(text).raw == text
