"""Postal addresses in a text, told by their shape: a house number and a street."""

import re

from smsbot.language.zips import zip_of

_STREETS = """
    street st avenue ave av road rd drive dr lane ln court ct place pl boulevard blvd way circle cir
    terrace ter parkway pkwy highway hwy trail trl square sq loop alley plaza
    calle avenida camino rue chemin
""".split()
_PLAIN = """
    and but or is are was at on in of to the my our your it its i we you a an for with from that
    this thanks please when if have has need want people years old
""".split()
_NAME = rf"(?!(?:{'|'.join(_PLAIN)})\b)[a-z0-9.'\u00e0-\u00ff#-]+"
_NAMED = rf"(?:{_NAME}\s+){{1,4}}(?:{'|'.join(_STREETS)})\b\.?"
_LED = rf"(?:calle|avenida|av\.?|rue|chemin|avenue|boulevard)\s+{_NAME}(?:\s+{_NAME}){{0,3}}"
_UNIT = r"(?:,?\s*(?:apt|apartment|unit|suite|ste|no|lot|#)\.?\s*#?\s*[a-z0-9-]{1,5}\b)?"
_TOWN = rf"(?:,?\s+(?!\d){_NAME}){{0,3}}?"
_ZIP = r"\b\d{5}(?:-\d{4})?\b"
_STREET = rf"(?:\b\d{{1,6}}[a-z]?\s+(?:[nsew]\.?\s+)?{_NAMED}|{_LED},?\s+\d{{1,5}}\b){_UNIT}"
_WHOLE = re.compile(rf"{_STREET}(?:{_TOWN},?\s+{_ZIP})?", re.IGNORECASE)
_NUMBERED = re.compile(r"\b\d{1,6}[a-z]?\s+(?:[nsew]\.?\s+)?[a-z\u00e0-\u00ff]{3,}", re.IGNORECASE)
_APART = re.compile(
    r"(?<![$#\d.,-])\b(\d{5})\b(?!-\d{3}|\s*(?:sq|dollars|bucks|miles?)\b)", re.IGNORECASE
)
_UNITS = re.compile(
    r"\b\d+\s*(?:years?|yrs?|days?|hours?|hrs?|min\w*|weeks?|months?|bed\w*|bath\w*|dollars?|bucks"
    r"|grand|feet|foot|sq\w*|people|am|pm|percent|times?|stor\w+|rooms?|units?)\b",
    re.IGNORECASE,
)


def find_address(text: str) -> tuple[int, int] | None:
    """Where `text` holds a street address, with unit, town and ZIP where they follow; None where
    it holds none. "2 years on Main St" is none."""
    for found in _WHOLE.finditer(text):
        if not _UNITS.match(found.group()):
            return found.span()
    return None


def with_zip(text: str, span: tuple[int, int]) -> str:
    """The address at `span` of `text`, with the ZIP that the text holds elsewhere: "80209, denver.
    1450 s pearl st"."""
    address = text[slice(*span)]
    apart = [one for one in _APART.finditer(text) if not span[0] <= one.start() < span[1]]
    if zip_of(address) or len(apart) != 1:
        return address
    return f"{address.strip(' .,')}, {apart[0][1]}"


def like_address(text: str) -> bool:
    """Whether `text`, as the answer to where, may be an address: a street address, or a number and
    a name ("4410 Tennyson"). "about 8k" is none, and nobody finds a house by its ZIP code."""
    if find_address(text):
        return True
    return any(not _UNITS.match(one.group()) for one in _NUMBERED.finditer(text))
