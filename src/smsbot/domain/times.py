"""When a customer means: windows of local time, read from their words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Grain(StrEnum):
    """How exactly a time was named. `NOW` is "asap": from the moment on, with no end."""

    NOW = "now"
    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    """A part of a day: morning, after work."""
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open window [start, end) of the customer's local time.

    `start` and `end` are aware and in the customer's zone; `end` is None where nothing ends it
    ("asap", "after december 5"). `words` is the text between the characters `span` of the text
    that it was read from.
    """

    start: datetime
    end: datetime | None
    grain: Grain
    approximate: bool = False
    """Said with "around", "ish", "or so"."""
    words: str = ""
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class TimesFound:
    """`windows` are best first: in the order said, what is over last. `excluded` are the times
    that the customer ruled out ("not monday")."""

    windows: tuple[Window, ...] = ()
    excluded: tuple[Window, ...] = ()
