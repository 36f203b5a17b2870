import pytest

from smsbot.conversation.tongue import declared_words, language_of
from tests.conversation.talk import shipped


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("do you service trane", "en"),
        ("is it a la carte", "en"),
        ("total cost", "en"),
        ("hola, ¿cuál es su horario?", "es"),
        ("instalan calentadores de agua", "es"),
        ("no gracias", "es"),
        ("bonjour, c'est combien", "fr"),
        ("merci", "fr"),
        ("你好，你们几点开门", "other"),
        ("Привет", "other"),
    ],
)
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert language_of([text], "en", declared_words(shipped())) == language


@pytest.mark.parametrize("text", ["", "ok", "no", "si", "👍", "3pm", "Trane"])
@pytest.mark.parametrize("known", ["en", "es"])
def test_what_does_not_tell_leaves_the_language_as_it_was(text: str, known: str) -> None:
    assert language_of([text], known, declared_words(shipped())) == known


def test_words_of_two_languages_are_nobodys() -> None:
    declared = declared_words(shipped())
    assert "en" not in declared
    assert not declared["es"] & declared["fr"]
    assert "denver" not in declared["es"]
