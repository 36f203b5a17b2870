"""Amounts as people write them: "2.5", "two and a half", "1.2k", "two fifty k"."""

from collections.abc import Sequence
from typing import NamedTuple

from smsbot.language.answers.pieces import CURRENCY, FRACTION, NUM, WORD, Piece, word_at

_UNITS = {
    word: value
    for value, names in enumerate(
        (
            "zero cero", "one uno una un", "two dos deux", "three tres trois", "four cuatro quatre",
            "five cinco cinq", "six seis", "seven siete sept", "eight ocho huit",
            "nine nueve neuf", "ten diez dix", "eleven once onze", "twelve doce douze",
            "thirteen trece treize", "fourteen catorce quatorze", "fifteen quince quinze",
            "sixteen dieciseis seize", "seventeen diecisiete", "eighteen dieciocho",
            "nineteen diecinueve",
        )
    )
    for word in names.split()
} | {"couple": 2, "pair": 2, "few": 3, "dozen": 12}  # fmt: skip
_TENS = {
    word: value * 10
    for value, names in enumerate(
        (
            "twenty veinte vingt", "thirty treinta trente", "forty fourty cuarenta quarante",
            "fifty cincuenta cinquante", "sixty sesenta soixante", "seventy setenta",
            "eighty ochenta", "ninety nintey noventa",
        ),
        2,
    )
    for word in names.split()
}  # fmt: skip
_SCALES = {
    "hundred": 100, "hundreds": 100, "cien": 100, "cent": 100, "thousand": 1000,
    "thousands": 1000, "thou": 1000, "k": 1000, "ks": 1000, "grand": 1000, "gs": 1000,
    "mil": 1_000_000, "mill": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
    "millon": 1_000_000, "millones": 1_000_000, "mm": 1_000_000, "dozen": 12,
}  # fmt: skip
_FRACTIONS = {
    "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 0.3333, "2/3": 0.6667, "2/4": 0.5,
    "\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75,
}  # fmt: skip
_GLUED = {"m": 1_000_000, "g": 1000}
"""Scales that are only one letter, and so only where it stands at the number: "5g"."""
_CENTS = frozenset("cents cent centavos".split())
_HALVES = {"half": 0.5, "quarter": 0.25, "media": 0.5, "medio": 0.5, "demi": 0.5, "demie": 0.5}
DOLLARS = frozenset("$ dollars dollar bucks buck usd dolares dls".split())
_SPANISH_MONEY = frozenset("dolares dls pesos de".split())
"""Behind "mil", which is a thousand then, and a million else ("2 mil")."""
_SMALL = frozenset("acre acres mile miles hour hours".split())
"""What may be a quarter of one."""
_JOINING = frozenset({"and", "&", "y", "et"})
_A = frozenset({"a", "an"})
_FIGURES = frozenset({"figure", "figures", "digits"})
_OH = frozenset({"oh", "o"})
_MOST = 1e12


class Amount(NamedTuple):
    """An amount in `pieces[start:end]`. `scaled`: with "k", "hundred", "million"; `scale` is by
    how much in the end. `currency`: with a sign or a word for money."""

    value: float
    start: int
    end: int
    scale: float = 1
    currency: bool = False


def amounts(pieces: Sequence[Piece], *, money: bool = False) -> list[Amount]:
    """Every amount in `pieces`, in order. As `money`, "two fifty" is 250."""
    found: list[Amount] = []
    i = 0
    while i < len(pieces):
        one = _read(pieces, i, money)
        if one is None:
            i += 1
            continue
        found.append(one)
        i = one.end
    return found


def plain(value: float) -> str:
    """`value` as a normal number: "3", "2.5"."""
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)


def _read(pieces: Sequence[Piece], i: int, money: bool) -> Amount | None:
    start = i
    currency = pieces[i].kind == CURRENCY
    if currency:
        i += 1
    base = _base(pieces, i, money)
    if base is None:
        return None
    value, i = base
    value, scale, i = _scaled(pieces, i, value, money)
    if word_at(pieces, i) in DOLLARS:
        currency = True
        value, i = _and_cents(pieces, i + 1, value)
    elif word_at(pieces, i) in _CENTS and money:
        value, i, currency = value / 100, i + 1, True
    if value > _MOST or word_at(pieces, i) in _FIGURES:
        return None
    return Amount(value, start, i, scale, currency)


def _and_cents(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int]:
    """ "Eleven dollars and ten cents"."""
    cents = _base(pieces, i + (word_at(pieces, i) in _JOINING), money=False)
    if cents is None or word_at(pieces, cents[1]) not in _CENTS:
        return value, i
    return value + cents[0] / 100, cents[1] + 1


def _base(pieces: Sequence[Piece], i: int, money: bool) -> tuple[float, int] | None:
    """The number at `i` before what it is multiplied with, and where it ends."""
    if i >= len(pieces):
        return None
    kind, word = pieces[i].kind, pieces[i].text
    if kind == NUM:
        value = float(word.replace(",", ""))
        tens = _TENS.get(word_at(pieces, i + 1)) if money and 1 <= value <= 9 else None
        if tens:
            return value * 100 + tens, i + 2
        return _with_fraction(pieces, i + 1, value)
    if kind == FRACTION:
        return _FRACTIONS.get(word, 0.5), i + 1
    return _in_words(pieces, i, money) if kind == WORD else None


def _in_words(pieces: Sequence[Piece], i: int, money: bool) -> tuple[float, int] | None:
    word = pieces[i].text
    if word in _HALVES:
        return _part(pieces, i)
    if word == "three" and word_at(pieces, i + 1) == "quarters":
        after = i + 2 + sum(word_at(pieces, i + 2 + n) == w for n, w in enumerate(("of", "a")))
        return 0.75, after
    if word in _A:
        return _after_a(pieces, i)
    if word in ("hundred", "thousand"):
        return 1.0, i
    return _spelled(pieces, i, money)


def _after_a(pieces: Sequence[Piece], i: int) -> tuple[float, int] | None:
    """ "a couple of", "a hundred", "a half"."""
    following = word_at(pieces, i + 1)
    if following in ("couple", "few", "pair", "dozen"):
        after = i + 3 if word_at(pieces, i + 2) == "of" else i + 2
        return float(_UNITS[following]), after
    if following in _HALVES:
        return _part(pieces, i + 1)
    half = _and_a_half(pieces, i + 2)
    if half:
        return 1.5, half
    return (1.0, i + 1) if following in _SCALES and following != "k" else None


def _part(pieces: Sequence[Piece], i: int) -> tuple[float, int] | None:
    """ "half a million", "half dozen", "quarter million", "half"."""
    value, after = _HALVES[pieces[i].text], i + 1
    if word_at(pieces, after) in _SMALL:
        return value, after
    if word_at(pieces, after) in ("a", "an", "of"):
        after += 1
    if word_at(pieces, after) in _SCALES:
        return value, after
    return (value, i + 1) if pieces[i].text == "half" else None


def _spelled(pieces: Sequence[Piece], i: int, money: bool) -> tuple[float, int] | None:
    word = pieces[i].text
    if word in _TENS:
        value, i = _tens(pieces, i)
        year = _year(pieces, i, value) or (_twice(pieces, i, value) if money else None)
        return year or _with_fraction(pieces, i, value)
    if word not in _UNITS:
        half = _and_a_half(pieces, i + 1)
        return (1.5, half) if half else None
    value, i = float(_UNITS[word]), i + 1
    if word in ("couple", "few", "pair") and word_at(pieces, i) == "of":
        i += 1
    after = i + 1 if word_at(pieces, i) == "-" else i
    if money and 1 <= value <= 19 and word_at(pieces, after) in _TENS:
        tens, i = _tens(pieces, after)
        return value * 100 + tens, i
    if money and 1 <= value <= 9 and word_at(pieces, after) in _OH and after + 1 < len(pieces):
        return _past_oh(pieces, after, value)
    if word_at(pieces, i) == "point" and 0 <= _UNITS.get(word_at(pieces, i + 1), -1) <= 9:
        return value + _UNITS[word_at(pieces, i + 1)] / 10, i + 2
    return _with_fraction(pieces, i, value)


def _twice(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int] | None:
    """ "Twenty two fifty"."""
    if word_at(pieces, i) not in _TENS:
        return None
    tens, i = _tens(pieces, i)
    return value * 100 + tens, i


def _past_oh(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int]:
    """ "Five oh five", "six oh oh", from the "oh" at `i` on."""
    last = word_at(pieces, i + 1)
    return value * 100 + (0 if last in _OH else _UNITS.get(last, 0)), i + 2


def _year(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int] | None:
    """ "twenty fourteen", "twenty twenty five"."""
    word = word_at(pieces, i)
    if value == 20 and word in _TENS:
        tens, i = _tens(pieces, i)
        return 2000 + tens, i
    if value == 20 and 10 <= _UNITS.get(word, 0) <= 19:
        return 2000.0 + _UNITS[word], i + 1
    return None


def _and_a_half(pieces: Sequence[Piece], i: int) -> int:
    """Where "and a half" at `i` ends; 0 where it is not there. What it follows is one more:
    "an hour and a half", "acre and a half"."""
    said = [word_at(pieces, i + n) for n in range(3)]
    return i + 3 if said[0] in _JOINING and said[1] in _A and said[2] == "half" else 0


def _tens(pieces: Sequence[Piece], i: int) -> tuple[float, int]:
    value = float(_TENS[pieces[i].text])
    after = i + 1
    if word_at(pieces, after) == "-":
        after += 1
    unit = _UNITS.get(word_at(pieces, after), 0)
    return (value + unit, after + 1) if 1 <= unit <= 9 else (value, i + 1)


def _with_fraction(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int]:
    """ "2 1/2", "two and a half", "3 y media"."""
    j = i + 1 if word_at(pieces, i) in _JOINING or word_at(pieces, i) == "-" else i
    if j < len(pieces) and pieces[j].kind == FRACTION:
        return value + _FRACTIONS.get(pieces[j].text, 0.5), j + 1
    if j > i and word_at(pieces, i) in _JOINING:
        k = j + 1 if word_at(pieces, j) in ("a", "one", "1") else j
        if word_at(pieces, k) in _HALVES:
            return value + _HALVES[pieces[k].text], k + 1
    half = _and_a_half(pieces, i + 1)
    if half and word_at(pieces, i) in _SMALL:
        return value + 0.5, half
    return value, i


def _scaled(pieces: Sequence[Piece], i: int, value: float, money: bool) -> tuple[float, float, int]:
    """`value` multiplied by the words at `i`: "hundred and fifty", "thousand", "k"."""
    scale = 1.0
    if word_at(pieces, i) == "-" and word_at(pieces, i + 1) == "ish":
        i += 2
    elif word_at(pieces, i) == "ish":
        i += 1
    while i < len(pieces) and value <= _MOST:
        word = pieces[i].text
        by = _SCALES.get(word)
        if word == "mil" and word_at(pieces, i + 1) in _SPANISH_MONEY:
            by = 1000
        if word in _GLUED and pieces[i].glued and money:
            by = _GLUED[word]
        if by is None:
            break
        value, scale, i = value * by, scale * by, i + 1
        if by == 100:
            value, i = _below_hundred(pieces, i, value)
        elif by == 1000:
            value, i = _below_thousand(pieces, i, value)
    return value, scale, i


def _below_thousand(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int]:
    """ "two hundred", "one hundred and fifty" in words, behind "eleven thousand"."""
    unit = _UNITS.get(word_at(pieces, i), 0)
    if 1 <= unit <= 9 and word_at(pieces, i + 1) == "hundred":
        return _below_hundred(pieces, i + 2, value + unit * 100)
    return value, i


def _below_hundred(pieces: Sequence[Piece], i: int, value: float) -> tuple[float, int]:
    """ "and fifty", "twenty five" behind "two hundred"."""
    j = i + 1 if word_at(pieces, i) in _JOINING else i
    word = word_at(pieces, j)
    if word in _TENS:
        tens, j = _tens(pieces, j)
        return value + tens, j
    if 1 <= _UNITS.get(word, 0) <= 19 and word not in ("couple", "few", "pair", "dozen", "un"):
        return value + _UNITS[word], j + 1
    return value, i
