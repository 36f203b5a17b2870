"""Options that are measured and not named: how often, at what hours, how long. "Once a mo" is
monthly, "noon to 3" the window of 12-3 pm, "a couple of days" less than a week."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from math import inf
from zoneinfo import ZoneInfo

from smsbot.domain.question import Option
from smsbot.domain.times import Grain
from smsbot.language.answers.amounts import amounts
from smsbot.language.answers.naming import Hit
from smsbot.language.answers.pieces import Piece, cut, word_at
from smsbot.language.times import find_times

_ONCE = 0.0
"""The period of what is done once."""
_PERIODS = {
    "daily": 1.0, "nightly": 1.0, "weekly": 7.0, "biweekly": 14.0, "fortnightly": 14.0,
    "fortnight": 14.0, "monthly": 30.0, "bimonthly": 60.0, "quarterly": 91.0, "yearly": 365.0,
    "annually": 365.0, "annual": 365.0,
}  # fmt: skip
_UNITS = {
    name: days
    for days, names in (
        (1 / 24, "hour hours hr hrs"),
        (1.0, "day days"),
        (7.0, "week weeks wk wks"),
        (30.0, "month months mo mos"),
        (91.0, "quarter quarters season"),
        (365.0, "year years yr yrs"),
    )
    for name in names.split()
}
_TIMES = frozenset("times time x".split())
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_PER = frozenset("a an per each every the".split())
_ONE_OFF = re.compile(
    r"\b(?:one|1)[\s-]?(?:time|off)\b|\bjust (?:the )?once\b|^\s*once\s*[.!]*\s*$", re.I
)
_NEAREST = 1.6
"""A period is an option's where neither is more than this many times the other."""
_MEASURED = 2
"""Options that must be measured for the others to be weighed by it."""
_BELOW = frozenset("under below less within fewer most up until sooner".split())
_ABOVE = frozenset("over above more + plus least longer after later".split())
_DAY = datetime(2026, 1, 5, tzinfo=UTC)
_ZONE = ZoneInfo("UTC")
_HOURS = (Grain.MINUTE, Grain.HOUR)
_NOON = 12

Measure = Callable[[str], tuple[float, float] | None]


def by_measure(pieces: Sequence[Piece], text: str, options: Sequence[Option]) -> Hit | None:
    """The one option that `text` measures; None where the options are no measures."""
    value = (
        _nearest_period(text, options)
        or _in_band(_hours(text), _bands(options, _hours))
        or _in_band(_lasting(text), _bands(options, _lasting))
    )
    return Hit(value, 0, len(pieces)) if value else None


def _nearest_period(text: str, options: Sequence[Option]) -> str | None:
    wanted = period(text)
    known = [(option.value, period(option.label)) for option in options]
    measured = [(value, days) for value, days in known if days is not None]
    if wanted is None or len(measured) < _MEASURED or not any(days for _, days in measured):
        return None
    if wanted == _ONCE:
        return next((value for value, days in measured if days == _ONCE), None)
    ratios = [
        (max(days / wanted, wanted / days), value) for value, days in measured if days != _ONCE
    ]
    ratio, value = min(ratios)
    return value if ratio <= _NEAREST else None


@lru_cache(maxsize=1024)
def period(text: str) -> float | None:
    """Every how many days `text` says that something is done; 0 for once, None where it says
    nothing of it: "every other week" is 14, "twice a month" 15."""
    pieces = cut(text)
    for i, piece in enumerate(pieces):
        found = _period_at(pieces, i)
        if found is not None:
            return found
        if piece.text in _PERIODS:
            before = [word_at(pieces, i - n) for n in (1, 2)]
            other = before[0] == "bi" or before == ["-", "bi"]
            return _PERIODS[piece.text] * (2 if other else 1) / _OFTEN.get(before[0], 1)
    return _ONCE if _ONE_OFF.search(text) else None


def _period_at(pieces: Sequence[Piece], i: int) -> float | None:
    word, second, third = (word_at(pieces, i + n) for n in range(3))
    if word == "every":
        if second in ("other", "second") and third in _UNITS:
            return 2 * _UNITS[third]
        if second in _UNITS:
            return _UNITS[second]
        count = next((one for one in amounts(pieces) if one.start == i + 1), None)
        unit = word_at(pieces, count.end) if count else ""
        return count.value * _UNITS[unit] if count and unit in _UNITS else None
    if word in _OFTEN:
        per = i + 2 if second in _PER else i + 1
        unit = word_at(pieces, per)
        return _UNITS[unit] / _OFTEN[word] if unit in _UNITS and per > i + 1 else None
    count = next((one for one in amounts(pieces) if one.start == i), None)
    if count is None or not count.value or word_at(pieces, count.end) not in _TIMES:
        return None
    after = count.end + 1
    unit = word_at(pieces, after + 1) if word_at(pieces, after) in _PER else word_at(pieces, after)
    return _UNITS[unit] / count.value if unit in _UNITS else None


def _bands(options: Sequence[Option], measure: Measure) -> list[tuple[str, tuple[float, float]]]:
    """The options that are bands of `measure`; none where too few are."""
    known = [(option.value, measure(option.label)) for option in options]
    bands = [(value, band) for value, band in known if band is not None and band[0] < band[1]]
    return bands if len(bands) >= _MEASURED else []


def _in_band(
    said: tuple[float, float] | None, bands: Sequence[tuple[str, tuple[float, float]]]
) -> str | None:
    """The band that holds what was said: all of it, or where it begins."""
    if said is None:
        return None
    whole = [value for value, (low, high) in bands if low <= said[0] and said[1] <= high]
    begins = [value for value, (low, high) in bands if low <= said[0] < high]
    return next(iter([*whole, *begins]), None)


@lru_cache(maxsize=1024)
def _hours(text: str) -> tuple[float, float] | None:
    """The one stretch of a day that `text` names, in hours from midnight."""
    windows = [w for w in find_times(text, _DAY, _ZONE).windows if w.grain in _HOURS]
    if not windows:
        return None
    start, end = windows[0].start, windows[0].end
    low = start.hour + start.minute / 60
    high = (
        low
        if end is None or windows[0].grain is Grain.MINUTE
        else (end - start).seconds / 3600 + low
    )
    return low, high


def _half(pieces: Sequence[Piece], value: float, start: int, end: int) -> tuple[float, int, int]:
    """ "Half a year", "a year and a half": with the unit behind it."""
    if word_at(pieces, start) == "half" and word_at(pieces, end) in ("a", "an"):
        return value, start, end + 1
    said = [word_at(pieces, end + n) for n in range(1, 4)]
    return (value + 0.5, start, end) if said == ["and", "a", "half"] else (value, start, end)


@lru_cache(maxsize=1024)
def _lasting(text: str) -> tuple[float, float] | None:
    """The stretch of days that `text` tells: "1-3 months", "less than a week"."""
    pieces = cut(text)
    found = [(one.value, one.start, one.end) for one in amounts(pieces)]
    found += [
        (1.0, i, i + 1)
        for i, p in enumerate(pieces)
        if p.text in ("a", "an", "one") and word_at(pieces, i + 1) in _UNITS
    ]
    found = [_half(pieces, *one) for one in found if word_at(pieces, one[1] - 1) != "half"]
    found = sorted({one[1]: one for one in found}.values(), key=lambda one: one[1])
    if not found or len(found) > 2:
        return None
    unit = _UNITS.get(word_at(pieces, found[-1][2]))
    if unit is None:
        return None
    first = _UNITS.get(word_at(pieces, found[0][2]), unit)
    low, high = found[0][0] * first, found[-1][0] * unit
    if len(found) == 2:
        return (low, high) if low < high else None
    words = {p.text for p in pieces}
    if words & _BELOW:
        return -inf, high
    return (low, inf) if words & _ABOVE else (low, low)
