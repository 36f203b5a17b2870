"""Days: dates, weekdays, months, today and tomorrow; English, Spanish and French."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from smsbot.gate.claims.claim import Claim, stated
from smsbot.gate.claims.page import Page

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday lunes lundi",
            "tuesday martes mardi",
            "wednesday miercoles mercredi",
            "thursday jueves jeudi",
            "friday viernes vendredi",
            "saturday sabado samedi",
            "sunday domingo dimanche",
        )
    )
    for name in names.split()
}
_SHORT_ENGLISH = {
    name: number
    for number, names in enumerate(
        ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
    )
    for name in names.split()
}
_SHORT_OTHERS = {
    name: number
    for number, names in enumerate(
        ("lun", "mar", "mie mer", "jue jeu", "vie ven", "sab sam", "dom dim")
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january enero janvier jan ene janv",
            "february febrero fevrier feb fev",
            "march marzo mars mar",
            "april abril avril apr abr avr",
            "may mayo mai",
            "june junio juin jun",
            "july julio juillet jul juil",
            "august agosto aout aug ago",
            "september septiembre septembre sep sept",
            "october octubre octobre oct",
            "november noviembre novembre nov",
            "december diciembre decembre dec dic",
        ),
        start=1,
    )
    for name in names.split()
}
# Other words too ("may", "march", "ago", "mars"): a date only with a day beside them.
_MONTH_ALONE = {name for name in _MONTHS if len(name) > 4} - {"march"}
_RELATIVE = {
    "today": r"today|hoy|aujourd'hui|this\s+(?:morning|afternoon|evening)|esta\s+tarde",
    "tonight": r"tonight|esta\s+noche|ce\s+soir",
    "tomorrow": r"tomorrow|manana|demain",
    "yesterday": r"yesterday|ayer|hier",
    "next week": r"next\s+week|la\s+(?:proxima\s+semana|semana\s+que\s+viene)|"
    r"la\s+semaine\s+prochaine",
    "weekend": r"weekend|fin\s+de\s+semana|week-end",
}


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_M = rf"({_any(_MONTHS)})"
_D = r"(\d{1,2})(?:st|nd|rd|th|er|o)?"
_Y = r"(?:\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b)?"
_AND_DAY = r"(?:\s*(?:-|to\b|and\b|a\b|y\b|et\b)\s*(\d{1,2})\b(?!\s*(?:[:/%]|[ap]\.?\s?m\b|h\b)))?"
_ISO = re.compile(
    r"\b(\d{4})-(\d\d)-(\d\d)"
    r"(?:\b|t(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])")
_MONTH_DAY = re.compile(rf"\b{_M}\.?\s+{_D}\b{_AND_DAY}{_Y}")
_DAY_MONTH = re.compile(rf"\b{_D}\b{_AND_DAY}\s+(?:of\s+|de\s+)?{_M}\b{_Y}")
_MONTH = re.compile(rf"\b({_any(_MONTH_ALONE)})\b")
_WEEKDAY_NAMES = {**_WEEKDAYS, **_SHORT_ENGLISH, **_SHORT_OTHERS}
_WEEKDAY = re.compile(
    rf"\b({_any(_WEEKDAY_NAMES)})s?\b(?:\.?\s*(?:-|\bto\b|\bthrough\b|\bthru\b|\ba\b|\bau\b)"
    rf"\s*(?:el\s+)?({_any(_WEEKDAY_NAMES)})\b)?"
)
_NTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")


def find_dates(page: Page) -> Iterator[Claim]:
    """Days of the calendar that are written in figures only."""
    for found in page.find(_ISO):
        yield from _date(page, found, int(found[2]), [int(found[3])], int(found[1]))
        if found[4]:
            yield stated("time", found.group(), f"time:{int(found[4]) * 60 + int(found[5])}")
    for found in page.find(_SLASHED):
        first, second = int(found[1]), int(found[2])
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else None
        month, day = (second, first) if first > 12 else (first, second)
        yield from _date(page, found, month, [day], year)


def find_days(page: Page) -> Iterator[Claim]:
    """Days that are named. Numbers are digits by now."""
    for found in page.find(_MONTH_DAY):
        days = [int(day) for day in (found[2], found[3]) if day]
        yield from _date(page, found, _MONTHS[found[1]], days, int(found[4]) if found[4] else None)
    for found in page.find(_DAY_MONTH):
        days = [int(day) for day in (found[1], found[2]) if day]
        yield from _date(page, found, _MONTHS[found[3]], days, int(found[4]) if found[4] else None)
    for found in page.find(_NTH):
        words = page.strike(*found.span())
        needs = frozenset({f"day:{int(found[1])}", f"number:{int(found[1])}"})
        yield Claim("date", words, needs, frozenset({f"day:{int(found[1])}"}))
    for found in page.find(_MONTH):
        yield stated("month", page.strike(*found.span()), f"month:{_MONTHS[found[1]]}")
    yield from _weekdays(page)
    for name, pattern in _RELATIVE.items():
        for found in page.find(re.compile(rf"\b(?:{pattern})\b")):
            yield stated("day", page.strike(*found.span()), f"relative:{name}")


def _date(
    page: Page, found: re.Match[str], month: int, days: list[int], year: int | None
) -> Iterator[Claim]:
    """Nothing where the calendar has no such day: its figures are then read as numbers."""
    try:
        dates = [dt.date(year or 2028, month, day) for day in days]
    except ValueError:
        return
    words = page.strike(*found.span())
    for date in dates:
        short = f"date:{date:%m-%d}"
        gives = {short, f"day:{date.day}", f"month:{date.month}"}
        if year is None:
            yield Claim("date", words, frozenset({short}), frozenset({*gives, f"{short}:yearless"}))
        else:
            needs = {f"date:{date}", f"{short}:yearless"}
            weekday = f"weekday:{date.weekday()}"
            yield Claim(
                "date", words, frozenset(needs), frozenset({*gives, f"date:{date}", weekday})
            )


def _weekdays(page: Page) -> Iterator[Claim]:
    """A span states every day in it. Short names are words of their own as well ("sat", "mon"),
    so in small letters they may also stand for themselves; "Sam" with a capital is a person."""
    for found in page.find(_WEEKDAY):
        short = found[2] is None and found[1] not in _WEEKDAYS
        capital = page.cased[found.start()].isupper()
        if short and capital and found[1] in _SHORT_OTHERS:
            continue
        first, last = (_WEEKDAY_NAMES[name] for name in (found[1], found[2] or found[1]))
        words = page.strike(*found.span())
        itself = {f"word:{found[1]}"} if short and not capital else set[str]()
        for step in range((last - first) % 7 + 1):
            fact = f"weekday:{(first + step) % 7}"
            yield stated("weekday", words, fact, *itself)
