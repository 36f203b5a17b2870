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
        ("ok", "en"),
        ("303-555-0142", "en"),
        ("", "en"),
        ("😀", "en"),
    ],
)
def test_guess_language(text: str, language: str) -> None:
    assert guess_language(text) == language


@given(st.text(max_size=200))
def test_any_text_has_one(text: str) -> None:
    assert guess_language(text) in {"en", "es", "fr"}
