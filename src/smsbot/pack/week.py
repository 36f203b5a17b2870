"""Days of the week and the spans of time in them, as a pack declares them."""

import datetime as dt
from typing import Literal

from smsbot.pack.guards import Declared

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Span(Declared):
    """Open from `start` to `end`, local time of the business; `end` is not included, and an `end`
    of 00:00 is the end of that day."""

    start: dt.time
    end: dt.time
