"""An address that is corrected: "its 940 Corona not 930", "the zip is 80206", a whole new one."""

import re

from smsbot.language.answers.asides import announces_correction
from smsbot.language.answers.places import find_address, only_zip
from smsbot.language.zips import zip_of

_MARKED = re.compile(
    r"""\b(?:wrong|incorrect|mistake|typo|correct(?:ion|ed)?|instead|moved|new\ (?:address|place)
    |should\ (?:be|have)|supposed\ to\ be|meant|actually|not|oops|sorry|change\w*|update
    |equivocad\w+|correcta?|nueva\ direcci[oó]n|cambi\w+|erreur|tromp\w+|plut[oô]t|chang\w+)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say that the address before was another."""
_NOT_OLD = re.compile(r"\b(?:not|no|pas)\s+(?:#\s*)?(\d{1,6}[a-z]?)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(\d{1,6}[a-z]?)\b", re.IGNORECASE)
_ZIP_SAID = re.compile(r"\bzip\b\D{0,20}(\d{5})\b", re.IGNORECASE)
_HOUSE_SAID = re.compile(
    r"\b(?:house|street|address|building)\s*(?:number|num|no|#)?\b.*?\b(\d{1,6}[a-z]?)\b",
    re.IGNORECASE,
)
_LEAST_HOUSE = 3
"""Digits from which a number of another length is surely no hour."""
_WORD = re.compile(r"[a-z\u00e0-\u00ff]{3,}", re.IGNORECASE)
_HOUSE = re.compile(r"\s*(\d{1,6}[a-z]?)\b", re.IGNORECASE)


def corrected_place(text: str, place: str) -> str | None:
    """The address that `text` puts in the place of `place`; None where it corrects nothing. What
    it leaves out of the same street (town, ZIP) stays."""
    found = _replaced(text, place)
    return None if found is None or _same(found, place) else found


def _replaced(text: str, place: str) -> str | None:
    old = _NOT_OLD.search(text)
    if old and re.search(rf"\b{re.escape(old[1])}\b", place, re.IGNORECASE):
        others = [one for one in _NUMBER.findall(text) if one.lower() != old[1].lower()]
        at = find_address(text)
        if others and not (at and zip_of(text[slice(*at)])):
            new = others[-1] if old.start() < text.find(others[0]) else others[0]
            if len(new) != len(old[1]) and len(new) < _LEAST_HOUSE:
                return None
            return re.sub(rf"\b{re.escape(old[1])}\b", new, place, count=1, flags=re.IGNORECASE)
    by_zip = _by_zip(text, place)
    if by_zip is not None:
        return by_zip
    if not (_MARKED.search(text) or announces_correction(text)):
        return None
    at = find_address(text)
    if at is not None:
        return _with_the_rest(text[slice(*at)].strip(" .,"), place)
    return _one_number(text, place)


def _by_zip(text: str, place: str) -> str | None:
    """Another ZIP, or the one that was lacking."""
    code, added, known = _ZIP_SAID.search(text), only_zip(text), zip_of(place)
    if known is not None:
        replaces = code is not None and find_address(text) is None
        return place.replace(known, code[1]) if replaces and code else None
    return f"{place}, {added}" if added else None


def _with_the_rest(address: str, place: str) -> str:
    """A new house number of the same street keeps the town and the ZIP of the old one."""
    said = {word.lower() for word in _WORD.findall(address)}
    known = {word.lower() for word in _WORD.findall(place)}
    number = _HOUSE.match(address)
    if zip_of(address) or not number or not said or not said <= known:
        return address
    return _HOUSE.sub(number[1], place, count=1)


def _one_number(text: str, place: str) -> str | None:
    if not _HOUSE.match(place):
        return None
    streets = {word.lower() for word in _WORD.findall(place)}
    for one in re.finditer(r"\b(\d{1,6}[a-z]?)\s+(?:[nsew]\.?\s+)?([a-z]{3,})", text, re.I):
        if one[2].lower() in streets:
            return _HOUSE.sub(one[1], place, count=1)
    house = _HOUSE_SAID.search(text)
    return _HOUSE.sub(house[1], place, count=1) if house else None


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", " ", one).lower().strip() == re.sub(r"\W+", " ", other).lower().strip()
