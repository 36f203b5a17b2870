"""How many segments a text takes, and how to keep it in the cheaper alphabet.

Sources: 3GPP TS 23.038 (the GSM 7-bit default alphabet and its extension table);
compliance.md 4, segments: GSM-7 160 alone or 153 each, UCS-2 70 or 67.
"""

from dataclasses import dataclass
from typing import Literal

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
"""These take an escape before them: two septets each."""
_GSM = _BASIC | _EXTENDED

_LOOKALIKES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'",
        "\u02bc": "'", "`": "'", "\u2039": "'", "\u203a": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-",
        "\u2212": "-", "\u2022": "-", "\u00b7": "-",
        "\u2026": "...", "\u2044": "/", "\u00d7": "x", "\u2192": "->",
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ",
        "\u202f": " ", "\u3000": " ", "\t": " ", "\u2028": "\n", "\u2029": "\n",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u2060": None, "\ufeff": None,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segments:
    """`units` are septets in GSM-7 and 16-bit units in UCS-2, escapes counted."""

    encoding: Literal["GSM-7", "UCS-2"]
    count: int
    units: int


def segments(text: str) -> Segments:
    """How `text` is encoded and split; one segment at least, as an empty text is sent as one."""
    if _GSM.issuperset(text):
        return _split("GSM-7", [2 if c in _EXTENDED else 1 for c in text], 160, 153)
    return _split("UCS-2", [2 if ord(c) > 0xFFFF else 1 for c in text], 70, 67)


def to_gsm(text: str) -> str:
    """`text` with look-alike characters (curly quotes, dashes, an ellipsis, odd blanks) swapped
    for plain ones. What has no look-alike stays, because dropping it would change what is said."""
    return text.translate(_LOOKALIKES)


def outside_gsm(text: str) -> tuple[str, ...]:
    """The characters that make `text` UCS-2, in order of appearance, each once."""
    return tuple(dict.fromkeys(c for c in text if c not in _GSM))


def _split(
    encoding: Literal["GSM-7", "UCS-2"], sizes: list[int], alone: int, joined: int
) -> Segments:
    """Fills segments in order. A character of two units (an escape pair, a surrogate pair) is
    never divided: where one unit is left, it stays empty."""
    units = sum(sizes)
    if units <= alone:
        return Segments(encoding, 1, units)
    count, used = 1, 0
    for size in sizes:
        if used + size > joined:
            count, used = count + 1, 0
        used += size
    return Segments(encoding, count, units)
