"""Segments as carriers bill them, and the swaps that keep a text cheap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.language.segments import Segments, outside_gsm, segments, to_gsm


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", Segments("GSM-7", 1, 0)),
        ("a" * 160, Segments("GSM-7", 1, 160)),
        ("a" * 161, Segments("GSM-7", 2, 161)),
        ("a" * 306, Segments("GSM-7", 2, 306)),
        ("a" * 307, Segments("GSM-7", 3, 307)),
        ("€" * 80, Segments("GSM-7", 1, 160)),
        ("€" * 81, Segments("GSM-7", 2, 162)),
        # 153 is odd: the escape and its character move to the next segment together.
        ("€" * 153, Segments("GSM-7", 3, 306)),
        ("a" * 152 + "€" + "a" * 10, Segments("GSM-7", 2, 164)),
        ("é" * 160, Segments("GSM-7", 1, 160)),
        ("ê", Segments("UCS-2", 1, 1)),
        ("’" + "a" * 69, Segments("UCS-2", 1, 70)),
        ("’" + "a" * 70, Segments("UCS-2", 2, 71)),
        ("😀" * 35, Segments("UCS-2", 1, 70)),
        ("😀" * 36, Segments("UCS-2", 2, 72)),
        # 67 is odd: a surrogate pair is never divided, so 33 fit.
        ("😀" * 67, Segments("UCS-2", 3, 134)),
    ],
)
def test_segments(text: str, counted: Segments) -> None:
    assert segments(text) == counted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It’s “fine” – ok…", 'It\'s "fine" - ok...'),
        ("a\u00a0b\u202fc\u200bd", "a b cd"),
        ("café €5 ñ", "café €5 ñ"),
        ("👍", "👍"),
    ],
)
def test_to_gsm_swaps_what_looks_alike(text: str, plain: str) -> None:
    assert to_gsm(text) == plain


def test_what_makes_a_text_dear() -> None:
    assert outside_gsm("It’s 5 – no, ’tis 👍") == ("’", "–", "👍")


@given(st.text(max_size=400))
def test_a_swap_never_costs_encoding(text: str) -> None:
    if segments(text).encoding == "GSM-7":
        assert segments(to_gsm(text)).encoding == "GSM-7"
    assert to_gsm(to_gsm(text)) == to_gsm(text)


@given(st.text(max_size=800))
def test_units_fit_their_segments(text: str) -> None:
    counted = segments(text)
    alone, joined = (160, 153) if counted.encoding == "GSM-7" else (70, 67)
    assert counted.count >= 1
    assert counted.units <= (alone if counted.count == 1 else counted.count * joined)
