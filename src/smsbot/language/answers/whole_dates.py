"""Dates written whole, with their year: they may be past, as a date of birth is."""

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = rf"(?P<{{0}}>{'|'.join(_MONTHS)})[a-z]{{{{0,6}}}}\.?"
_WHOLE = re.compile(
    r"""
    \b(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})
    |(?P<m2>\d{1,2})[/.-](?P<d2>\d{1,2})[/.-](?P<y2>(?:19|20)\d\d)
    |"""
    + _NAME.format("m3")
    + r"""\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>(?:19|20)\d\d)
    |(?P<d4>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"""
    + _NAME.format("m4")
    + r""",?\s+(?P<y4>(?:19|20)\d\d))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_whole_date(text: str) -> tuple[date, tuple[int, int]] | None:
    """The first date in `text` with day, month and year, month first where both are numbers, and
    its characters; None where there is none, or it is on no calendar."""
    found = _WHOLE.search(text)
    if found is None:
        return None
    way = next(n for n in "1234" if found[f"y{n}"])
    month = found[f"m{way}"]
    number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
    try:
        return date(int(found[f"y{way}"]), number, int(found[f"d{way}"])), found.span()
    except ValueError:
        return None
