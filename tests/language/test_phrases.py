"""The phrase language, and that one pass finds what a plain reading of it would."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsbot.language.normalise import tokens
from smsbot.language.phrases import BadPhrase, Phrasebook

CLASSES = {"people": ["human", "person"], "want": ["want", "need"]}


def found(phrase: str, text: str, *, inflected: bool = False) -> list[str]:
    book = Phrasebook(
        [("it", phrase)], classes=CLASSES, fillers=["please", "really"], inflected=inflected
    )
    words = tokens(text)
    return [" ".join(words[m.start : m.end]) for m in book.find(words)]


@pytest.mark.parametrize(
    ("phrase", "text", "seen"),
    [
        ("gas leak", "a gas leak!", ["gas leak"]),
        ("gas leak", "gas, leak", []),
        ("gas leak", "gas please really leak", ["gas please really leak"]),
        ("gas", "Gasoline", []),
        ("call|phone me", "phone me", ["phone me"]),
        ("{want} a {people}", "I need a human", ["need a human"]),
        ("cancel my? plan", "cancel plan", ["cancel plan"]),
        ("cancel my? plan", "cancel my plan", ["cancel my plan"]),
        ("cancel my? good? plan", "cancel good plan", ["cancel good plan"]),
        ("cancel my? good? plan", "cancel good my plan", []),
        ("cancel * plan", "cancel this plan", ["cancel this plan"]),
        ("cancel * plan", "cancel plan", []),
        ("cancel ... plan", "cancel all of this plan", ["cancel all of this plan"]),
        ("cancel ... plan", "cancel it. my plan", []),
        ("cancel >> plan", "cancel it. my plan", ["cancel it . my plan"]),
        ("/ stop /", "fine by me. stop. see you", ["stop"]),
        ("/ stop /", "bus stop", []),
        ("^ stop", "stop by", ["stop"]),
        ("^ stop", "ok, stop by", []),
        ("stop $", "ok, stop", ["stop"]),
        ("stop $", "stop by", []),
        ("call 0-9", "call 303-555-0142", ["call 303-555-0142"]),
        ("call 0-9|me", "call me", ["call me"]),
        ("lawyer here", "laywer here", ["laywer here"]),
        ("=lawyer here", "laywer here", []),
        ("lawyer here", "lawyers here", []),
        ("lawyer+ here", "lawyers here", ["lawyers here"]),
        ("do not call", "don't call", ["dont call"]),
        ("red | blue car", "blue car", ["blue car"]),
        ("número malo", "NUMERO MALO", ["numero malo"]),
        ("stop now", "st0p now", ["st0p now"]),
        ("stop now", "stoooop now", ["stoooop now"]),
    ],
)
def test_the_phrase_language(phrase: str, text: str, seen: list[str]) -> None:
    assert found(phrase, text) == seen


def test_a_phrase_of_one_word_is_inflected_where_that_is_asked() -> None:
    assert found("lawyer", "two lawyers", inflected=True) == ["lawyers"]
    assert found("=lawyer", "two lawyers", inflected=True) == []


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("", "empty"),
        ("a? b", "begins or ends"),
        ("a b?", "begins or ends"),
        ("a {nobody}", "declared are: people, want"),
        ("a ,", "not one word"),
    ],
)
def test_what_cannot_be_read_is_said(phrase: str, says: str) -> None:
    with pytest.raises(BadPhrase, match=re.escape(says)):
        found(phrase, "a b")


def test_all_phrases_are_found_at_once_and_overlapping() -> None:
    book = Phrasebook([(1, "red blue"), (2, "blue car"), (3, "blue"), (4, "red old? blue car")])
    labels = {(m.label, m.start, m.end) for m in book.find(["red", "blue", "car"])}
    assert labels == {(1, 0, 2), (2, 1, 3), (3, 1, 2), (4, 0, 3)}


WORDS = st.sampled_from(["red", "blue", "car", "door", "please"])


def _by_expression(phrase: str, words: list[str]) -> set[int]:
    """Where `phrase` ends, read by a regular expression over the joined words."""
    parts = []
    for element in phrase.split():
        body, optional = element.rstrip("?"), element.endswith("?")
        choice = "[a-z]+" if body == "*" else body
        parts.append(f"(?:(?:{choice}) (?:please )*)" + ("?" if optional else ""))
    ends = set()
    for stop in range(len(words)):
        upto = "".join(f"{word} " for word in words[: stop + 1])
        last = parts[-1].replace(" (?:please )*)", " )")
        if re.search(rf"(?:^|(?<= )){''.join(parts[:-1])}{last}$", upto):
            ends.add(stop + 1)
    return ends


@settings(max_examples=300)
@given(
    st.sampled_from(
        [
            "red blue",
            "red blue? car",
            "red blue? car? door",
            "red * blue",
            "red|blue car",
            "red blue? *? car",
            "red",
        ]
    ),
    st.lists(WORDS, max_size=9),
)
def test_the_one_pass_agrees_with_a_plain_reading(phrase: str, words: list[str]) -> None:
    book = Phrasebook([("it", phrase)], fillers=["please"])
    assert {m.end for m in book.find(words)} == _by_expression(phrase, words)


def test_the_work_grows_with_the_text_alone() -> None:
    """No timing: what is found in n copies is n times what is found in one."""
    book = Phrasebook([("it", "stop ... texting"), ("it", "stop")])
    once = len(book.find(tokens("stop it and texting. ")))
    assert len(book.find(tokens("stop it and texting. " * 50))) == 50 * once
