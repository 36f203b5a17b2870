"""Money, percentages, and every other number."""

import re
from collections.abc import Iterator
from decimal import Decimal

from smsbot.gate.claims.claim import Claim, stated
from smsbot.gate.claims.page import Page

_N = r"(\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2}(?!\d))?|\d+)"
_SCALE = r"(?:\s*(k|thousand|mil|mille|million)\b)?"
_SYMBOLS = {"$": "usd", "\u20ac": "eur", "\u00a3": "gbp", "\u00a5": "jpy"}
_CURRENCIES = {
    "usd": r"usd|us\$|dollars?|bucks?|dolares|dolar",
    "eur": r"eur|euros?",
    "gbp": r"gbp|pounds?\s+sterling|quid",
    "cad": r"cad",
    "mxn": r"mxn|pesos?",
}
_UNIT = "|".join(f"(?P<{code}>{words})" for code, words in _CURRENCIES.items())
_SPACED = re.compile(r"(?<![\d.,])\d(?:\s+\d)+(?![\d.,]?\d)")
_BEFORE = re.compile(rf"([$\u20ac\u00a3\u00a5])\s*{_N}{_SCALE}")
_AFTER = re.compile(rf"(?<![\d.,]){_N}{_SCALE}\s*(?:([$\u20ac\u00a3\u00a5])|(?:{_UNIT})\b)")
_CODE = re.compile(rf"\b(usd|eur|gbp|cad|mxn)\s*{_N}{_SCALE}")
_CENTS = re.compile(r"(?<![\d.,])(\d{1,2})\s*(?:cents?|centavos?|\u00a2)(?!\w)")
_PERCENT = re.compile(
    rf"(?<![\d.,]){_N}\s*(?:%|percent\b|per\s+cent\b|pct\b|por\s+ciento\b|pour\s+cent\b)"
)
_NUMBER = re.compile(rf"{_N}{_SCALE}")
_FREE = re.compile(
    r"\b(?:free\s+of\s+charge|for\s+free|(?:is|are|it's|be|comes?)\s+free|no\s+(?:charge|cost|fee)|"
    r"at\s+no\s+(?:extra\s+)?(?:charge|cost)|complimentary|gratis|gratuit\w{0,5})\b(?!\s+to\b)"
)


def find_amounts(page: Page) -> Iterator[Claim]:
    """Money and percentages. Figures pulled apart ("8 9 dollars") are pushed together first."""
    page.left = _SPACED.sub(_together, page.left)
    for found in page.find(_BEFORE):
        yield _money(page, found, _value(found[2], found[3]), _SYMBOLS[found[1]])
    for found in page.find(_CODE):
        yield _money(page, found, _value(found[2], found[3]), found[1])
    for found in page.find(_AFTER):
        code = _SYMBOLS[found[3]] if found[3] else str(found.lastgroup)
        yield _money(page, found, _value(found[1], found[2]), code)
    for found in page.find(_CENTS):
        yield _money(page, found, _text(Decimal(found[1]) / 100), "usd")
    for found in page.find(_PERCENT):
        value = _value(found[1], None)
        words = page.strike(*found.span())
        needs = frozenset({f"percent:{value}", f"alone:{value}"})
        yield Claim("percentage", words, needs, frozenset({f"percent:{value}"}))
    for found in page.find(_FREE):
        yield stated("price", page.strike(*found.span()), "free")


def find_numbers(page: Page) -> Iterator[Claim]:
    """What is left. A number that is all of a piece of evidence may be an amount of anything."""
    for found in page.find(_NUMBER):
        alone = not (page.left[: found.start()] + page.left[found.end() :]).strip()
        value = _value(found[1], found[2])
        words = page.strike(*found.span())
        gives = {f"number:{value}"}
        if alone:
            gives.add(f"alone:{value}")
        if re.fullmatch(r"\d+[.,]\d\d", found[1]):
            gives.add(f"priced:{value}")
        yield Claim("number", words, frozenset({f"number:{value}"}), frozenset(gives))


def _money(page: Page, found: re.Match[str], value: str, code: str) -> Claim:
    words = page.strike(*found.span())
    exact = f"money:{value}:{code}"
    needs = frozenset({exact, f"priced:{value}", f"alone:{value}"})
    return Claim("amount of money", words, needs, frozenset({exact, f"number:{value}"}))


def _together(found: re.Match[str]) -> str:
    digits = "".join(found.group().split())
    return digits.ljust(len(found.group()))


def _value(number: str, scale: str | None) -> str:
    """A number in one spelling: 1,200.50 and 1200,5 are the same; 0199 keeps its zero."""
    if re.fullmatch(r"0\d+", number):
        return number
    if re.fullmatch(r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?", number):
        head, tail = re.fullmatch(r"(.*?\d{3})([.,]\d{1,2})?", number).groups()  # type: ignore[union-attr]
        number = re.sub(r"[,.]", "", head) + (tail or "")
    value = Decimal(number.replace(",", "."))
    factors = {None: 1, "k": 1000, "thousand": 1000, "mil": 1000, "mille": 1000}
    return _text(value * factors.get(scale, 1_000_000))


def _text(value: Decimal) -> str:
    return f"{value.normalize():f}"
