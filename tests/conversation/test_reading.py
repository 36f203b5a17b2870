"""A burst is read as the separate things that it wants."""

import pytest

from smsbot.conversation.reading import reader_of
from tests.conversation.talk import shipped

READER = reader_of(shipped())
Told = tuple[str, ...]


def read(*bodies: str) -> Told:
    """What each thought is taken for: the FAQ entry, the small talk, or `?` and its words."""
    return tuple(
        (thought.intent.faq_id or thought.intent.name) if thought.sure else f"? {thought.words}"
        for thought in READER.read(bodies)
        if thought.intent
    )


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        (("hi",), ("greeting",)),
        (("What are your hours?",), ("hours",)),
        # Several in one text, with and without punctuation.
        (("what are your hours and do you take credit cards",), ("hours", "payment")),
        (("are you licensed? do you take home warranty?",), ("licensed", "home_warranty")),
        (
            ("where are you located do you take apple pay are you licensed",),
            ("location", "payment", "licensed"),
        ),
        (("what are your hours. what are your hours",), ("hours",)),
        # One thought over several texts, and several texts with a thought each.
        (("what are your", "hours?"), ("hours",)),
        (("are you", "licensed"), ("licensed",)),
        (("what are your hours", "are you licensed"), ("hours", "licensed")),
        # What is not known stays with its words, beside what is.
        (("what are your hours", "do you fix roofs?"), ("hours", "? do you fix roofs?")),
        (("My furnace is broken. What are your hours?",), ("? My furnace is broken.", "hours")),
        (("do you fix roofs", "or gutters?"), ("? do you fix roofs or gutters?",)),
        (("how much is a new furnace",), ("price",)),
        # A person, and whether this is one.
        (("can i talk to a real person",), ("human",)),
        (("call me please",), ("human",)),
        (("am i talking to a real person",), ("is_bot",)),
        (("r u a bot??",), ("is_bot",)),
        (("u real?",), ("is_bot",)),
        (("¿eres un robot?",), ("is_bot",)),
        # Courtesy around it.
        (("hi this is Ana, are you licensed",), ("greeting", "introduction", "licensed")),
        (("thanks for coming out yesterday",), ("thanks",)),
        (("ok thanks a lot",), ("affirm", "thanks")),
        (("no thanks",), ("deny",)),
        # Nothing that tells anything.
        (("???",), ()),
        (("👍",), ()),
        (("so what do you",), ()),
    ],
)
def test_thoughts(bodies: tuple[str, ...], told: Told) -> None:
    assert read(*bodies) == told


def test_a_question_and_a_statement_that_a_person_should_hear() -> None:
    names = [t.intent.name for t in READER.read(["do you fix roofs"]) if t.intent]
    assert names == ["question"]
    names = [t.intent.name for t in READER.read(["the boiler dances"]) if t.intent]
    assert names == ["statement"]


def test_the_nearest_question_is_told_to_whoever_looks_into_it() -> None:
    [thought] = READER.read(["how much is the heat pump rebate"])
    assert thought.near is not None
    assert thought.near.key == "rebates"
    assert thought.near.confidence < shipped().faq.answer_at


@pytest.mark.parametrize("body", ["a? " * 500, "and what is it " * 110, "x" * 1600, "hi " * 500])
def test_the_longest_texts_are_read_in_bounded_pieces(body: str) -> None:
    assert len(READER.read([body])) <= 25
