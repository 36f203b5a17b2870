"""How many segments a text takes (3GPP TS 23.038; docs/glossary/what-sms-character-limit)."""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# These cost two septets: an escape and the character.
_EXTENDED = frozenset("^{}\\[~]|€\f")
_GSM7 = _BASIC | _EXTENDED


def count_segments(body: str) -> int:
    """Segments of `body`, at least 1: 160 septets alone or 153 each; outside GSM-7 70 or 67 units.

    A two-unit character (an escape pair, a surrogate pair) is never split over two segments.
    """
    if _GSM7.issuperset(body):
        return _pack([2 if char in _EXTENDED else 1 for char in body], 160, 153)
    return _pack([2 if ord(char) > 0xFFFF else 1 for char in body], 70, 67)


def _pack(costs: list[int], alone: int, each: int) -> int:
    if sum(costs) <= alone:
        return 1
    segments, used = 1, 0
    for cost in costs:
        if used + cost > each:
            segments, used = segments + 1, 0
        used += cost
    return segments
