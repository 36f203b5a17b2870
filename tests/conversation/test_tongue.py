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
        ("la luz de la cocina no prende", "es"),
        ("no hay luz", "es"),
        ("plus de chauffage", "fr"),
        ("fuite d'eau sous l'évier", "fr"),
        ("call me back", "en"),
        ("the blower motor", "en"),
        ("no kids no pets", "en"),
        ("1450 E Alameda Ave", "en"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Al Poe",
        "al poe",
        "Les Paul",
        "Ana de la Cruz",
        "ana de la cruz",
        "Sofía García",
        "Las Vegas",
    ],
)
def test_a_name_turns_no_conversation(text: str) -> None:
    assert language_of([text], "en", declared_words(shipped()), settled=True) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [("gracias", "es"), ("la luz de la cocina no prende", "es"), ("merci beaucoup", "fr")],
)
def test_who_turns_to_another_language_is_heard(text: str, language: str) -> None:
    assert language_of([text], "en", declared_words(shipped()), settled=True) == language


def test_a_word_that_english_has_too_turns_no_other_language() -> None:
    assert language_of(["on y va"], "fr", declared_words(shipped()), settled=True) == "fr"
