"""What is left of a text when case, quotes, emoji and punctuation do not matter."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.language.normalise import MARKS, fold, normalise, squeeze, tokens


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  STOP!!! ", "stop"),
        ("“Stop”", "stop"),
        ("Don’t", "dont"),
        ("ＳＴＯＰ", "stop"),
        ("s\u200bt\u200cop", "stop"),
        ("no 😂 stop 🛑", "no stop"),
        ("Arrêt, s'il vous plaît", "arrêt sil vous plaît"),
        ("STRASSE Straße", "strasse strasse"),
        ("f**k", "fk"),
        ("", ""),
        ("🎉🎉", ""),
    ],
)
def test_normalise(text: str, normal: str) -> None:
    assert normalise(text) == normal


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Not interested. Stop", ("not", "interested", ".", "stop")),
        ("ok, stop?", ("ok", ",", "stop", "?")),
        ("what?! no...", ("what", "?", "no")),
        ("s t o p", ("stop",)),
        ("S.T.O.P.", ("stop",)),
        ("u n s u b s c r i b e me", ("unsubscribe", "me")),
        ("Stop. Texting. Me.", ("stop", "texting", "me")),
        ("STOP\nTEXTING\nME", ("stop", "texting", "me")),
        ("stop stop STOP", ("stop",)),
        ("🛑", ("stop",)),
        ("ok 👍 stop", ("ok", ",", "stop")),
        ("Arrêt", ("arret",)),
        ("do not txt me any more", ("dont", "text", "me", "anymore")),
        ("u r late pls", ("youre", "late", "please")),
        ("my # is 303-555-0142", ("my", "number", "is", "303-555-0142")),
        ("#stop", ("stop",)),
        ("at 5:30. ok", ("at", "5:30", ".", "ok")),
        ("opt-out", ("opt", "out")),
        ("see https://stop.example.com/stop now", ("see", "now")),
        ("wait - stop", ("wait", ",", "stop")),
        ("8 a.m. works", ("8", "a", ".", "m", ".", "works")),
    ],
)
def test_tokens(text: str, read: tuple[str, ...]) -> None:
    assert tokens(text) == read


@pytest.mark.parametrize(
    ("word", "meant"),
    [("stoppppp", ("stop", "stopp")), ("freee", ("fre", "free")), ("stopp", ()), ("stop", ())],
)
def test_squeeze(word: str, meant: tuple[str, ...]) -> None:
    assert squeeze(word) == meant


def test_fold_takes_the_accents_off_and_nothing_else() -> None:
    assert fold("Número d'arrêt, über") == "Numero d'arret, uber"


@given(st.text(max_size=300))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(max_size=300))
def test_tokens_are_words_with_single_marks_between(text: str) -> None:
    read = tokens(text)
    assert not read or read[0] not in MARKS
    assert not read or read[-1] not in MARKS - {"?"}
    assert all(token and " " not in token for token in read)
    for one, next_one in itertools.pairwise(read):
        assert not (one in MARKS and next_one in MARKS)


@given(st.integers(min_value=1, max_value=40))
def test_more_text_is_not_more_than_its_words(times: int) -> None:
    assert len(tokens("call me at noon, ok? " * times)) <= 7 * times
