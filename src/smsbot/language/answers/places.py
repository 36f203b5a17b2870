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
_PLAINLY = frozenset([*_PLAIN, *"about around like maybe roughly only just".split()])
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
_ZIP_WITH = re.compile(r"([a-z .,']*?)(\b\d{5})(?:-\d{4})?\b([a-z .,']*)", re.IGNORECASE)
_ZIP_LED = frozenset("zip zipcode code in live area im cp postal codigo vivo".split())
_ZIP_PARTING = frozenset(
    "thanks thank you please pls thx gracias merci sorry oh its it's that's".split()
)
_MOST_TOWN = 4
"""Words that may stand with a ZIP for it to be all that is said."""
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


def only_zip(text: str) -> str | None:
    """The ZIP, with its town where that stands before it, that is all of `text`: what an address
    lacked; None where it holds anything else."""
    found = _ZIP_WITH.fullmatch(text.strip().strip("!?.# "))
    if found is None:
        return None
    lead, code, rest = (part.strip(" ,.") for part in found.groups())
    words = f"{lead} {rest}".lower().replace(",", " ").split()
    others = [word for word in words if word not in _ZIP_PARTING]
    if len(others) > _MOST_TOWN or _UNITS.match(f"{code} {rest}"):
        return None
    if not _ZIP_LED.isdisjoint(others):
        return code
    if not _PLAINLY.isdisjoint(others):
        return None
    return f"{lead} {code}" if lead and others == lead.lower().replace(",", " ").split() else code


def completed(address: str, known: str) -> str:
    """A street with the ZIP that was known alone; a ZIP with the street that was."""
    code, alone = only_zip(address), only_zip(known)
    if code and not alone and zip_of(known) is None:
        return f"{known}, {code}"
    if code and not alone:
        return known
    return f"{address}, {known}" if alone and not code and zip_of(address) is None else address


def like_address(text: str) -> bool:
    """Whether `text`, as the answer to where, may be an address: a street address, or a number and
    a name ("4410 Tennyson"). "about 8k" is none, and nobody finds a house by its ZIP code."""
    if find_address(text):
        return True
    return any(not _UNITS.match(one.group()) for one in _NUMBERED.finditer(text))
