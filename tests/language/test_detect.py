"""Which of our languages a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.language.detect import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Can you come tomorrow at 3?", "en"),
        ("¿Tienen cita para mañana?", "es"),
        ("necesito una cita por favor", "es"),
        ("Hola", "es"),
        ("Bonjour", "fr"),
        ("je voudrais un rendez-vous demain", "fr"),
        ("combien ça coûte s'il vous plaît", "fr"),
        ("incendio", "es"),
        ("fuite de gaz", "fr"),
        ("wrong number", "en"),
        ("número equivocado", "es"),
        ("no más mensajes", "es"),
        ("mauvais numéro", "fr"),
        ("ok", "en"),
        ("303-555-0142", "en"),
        ("", "en"),
        ("😀", "en"),
    ],
)
def test_guess_language(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_text_that_does_not_tell_is_in_the_language_spoken_before() -> None:
    assert guess_language("1", known="es") == "es"
    assert guess_language("can you come tomorrow", known="es") == "en"


@given(st.text(max_size=200))
def test_any_text_has_one(text: str) -> None:
    assert guess_language(text) in {"en", "es", "fr"}
