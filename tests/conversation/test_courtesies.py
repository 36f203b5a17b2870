"""What wants no more than a thank you, and what only looks like it; a plain wish for a visit."""

import pytest

from smsbot.conversation.forms import praises
from smsbot.conversation.words import words_of
from tests.conversation.talk import Talk, entry, shipped, with_answers


@pytest.mark.parametrize(
    "text",
    [
        "your groomer was great today",
        "mike did an awesome job",
        "it looks so beautiful",
        "rosa is always amazing",
        "el corte quedo perfecto",
    ],
)
def test_praise(text: str) -> None:
    assert praises(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        *("great", "great, the leak is back", "the bill was amazing, twice the quote"),
        *("it was not great", "nobody was great", "when is it perfect", "the bath was wet"),
        *("it was great but he still smells", "was great", "i would be great at 3"),
    ],
)
def test_what_is_no_praise(text: str) -> None:
    assert not praises(words_of(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the groomer was great, she looks amazing. thank you", None),
        ("the tech left his tools here. thank you", "Told something"),
        ("wrong address on the invoice thanks", "Told something"),
        ("my brother was great at chess and lost to the tech", "Told something"),
    ],
)
async def test_who_is_told_of_it(text: str, reason: str | None) -> None:
    handed = (await Talk().say(text)).handoff
    assert (handed.reason[:14] if handed else None) == reason


@pytest.mark.parametrize(
    ("text", "books"),
    [
        ("i need an appointment", True),
        ("appointment please", True),
        ("can i get an appointment", True),
        ("do i need an appointment", False),
        ("need an appointment for the walk in", False),
    ],
)
async def test_a_plain_wish_goes_before_an_answer_about_it(text: str, books: bool) -> None:
    pack = with_answers(shipped(), entry("walk_ins", "do i need an appointment", "Walk in."))
    output = await Talk(pack=pack).say(text)
    said = [one.name for one in output.understanding.intents]
    assert ("faq" not in said) is books
    assert ("book" in said) or not books
