"""Numbers written in words, English, Spanish and French, made into digits of the same width."""

import re


def _count(start: int, step: int, *names: str) -> dict[str, int]:
    """Numbers from `start` on, each under all of its names."""
    values = range(start, start + step * len(names), step)
    return {name: value for value, each in zip(values, names, strict=True) for name in each.split()}


_UNITS = _count(
    *(0, 1, "zero cero", "one uno un", "two dos deux", "three tres trois", "four cuatro quatre"),
    *("five cinco cinq", "six seis", "seven siete sept", "eight ocho huit", "nine nueve neuf"),
)
_TEENS = _count(
    *(10, 1, "ten diez dix", "eleven onze", "twelve doce douze", "thirteen trece treize"),
    *("fourteen catorce quatorze", "fifteen quince quinze", "sixteen dieciseis seize"),
    *("seventeen diecisiete", "eighteen dieciocho", "nineteen diecinueve"),
)
_TENS = _count(
    *(20, 10, "twenty veinte vingt vingts", "thirty treinta trente", "forty cuarenta quarante"),
    *("fifty cincuenta cinquante", "sixty sesenta soixante", "seventy setenta", "eighty ochenta"),
    "ninety noventa",
)
_ORDINALS = {
    **_count(1, 1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    **_count(9, 1, "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    **_count(15, 1, "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    **_count(20, 10, "twentieth", "thirtieth"),
}
_SCALES = {
    **dict.fromkeys(("hundred", "cien", "ciento", "cent"), 100),
    **dict.fromkeys(("thousand", "mille"), 1000),
    "million": 1_000_000,
}
_VALUES = {**_UNITS, **_TEENS, **_TENS, **_ORDINALS, **_SCALES}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_RUN = re.compile(rf"\b(?:{_WORD})(?:(?:\s+|\s*-\s*|\s+(?:and|y|et)\s+)(?:{_WORD}))*\b")
_PART = re.compile(rf"\b(and|y|et|{_WORD})\b")

# Alone these are other words more often than numbers: pronoun, article, month, rank, percent.
_NOT_ALONE = frozenset({"one", "un", "uno", "sept", "first", "second", "cent", "ciento"})
_COUNTED = re.compile(
    r"\s*(?:[ap]\.?\s?m\b|o'clock|dollars?\b|bucks?\b|euros?\b|pesos?\b|percent\b|per\s+cent\b|"
    r"por\s+ciento\b|pour\s+cent\b|hours?\b|minutes?\b|days?\b|weeks?\b|months?\b|years?\b)"
)


def as_digits(plain: str) -> str:
    """`plain` (lower case, no accents) with each number word as digits, padded with blanks to the
    width of the words, so that places in the text stay what they were."""
    return _RUN.sub(lambda run: _rewrite(run, plain), plain)


def _rewrite(run: re.Match[str], plain: str) -> str:
    words = run.group()
    if words in _NOT_ALONE and not _COUNTED.match(plain, run.end()):
        return words
    digits = " ".join(_numbers(words))
    return digits.ljust(len(words)) if len(digits) <= len(words) else words


def _numbers(words: str) -> list[str]:
    """The numbers of a run: "eighty nine" is one, "eight nine" are two, "two and three" too."""
    done: list[str] = []
    total, current, open_ = 0, 0, False
    ending = ""
    for word in _PART.findall(words):
        if word not in _VALUES:
            continue
        value = _VALUES[word]
        if open_ and (ending or not _joins(current, value, word)):
            done.append(f"{total + current}{ending}")
            total, current = 0, 0
        ending = "th" if word in _ORDINALS else ""
        open_ = True
        if word in _SCALES and value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif word in _SCALES or (word in ("vingt", "vingts") and current == 4):
            current = max(current, 1) * value
        else:
            current += value
    done.append(f"{total + current}{ending}")
    return done


def _joins(current: int, value: int, word: str) -> bool:
    """Whether `value` goes on with the number that stands at `current`: twenty + six, hundred +
    sixteen, soixante + dix, quatre + vingt, six + hundred."""
    if word in _SCALES or (word in ("vingt", "vingts") and current == 4):
        return True
    if current % 100 in (60, 80):
        return value < 20
    if current % 10 == 0 and current % 100 >= 20:
        return value < 10
    return current % 100 == 0 and value < 100
