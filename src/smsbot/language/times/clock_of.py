"""Which minute of the day a clock time is: am or pm where neither was said."""

from smsbot.language.times import words as w
from smsbot.language.times.line import Clock

_NIGHT = frozenset({"night", "tonight", "late night", "late tonight"})
_HALF_DAY = 12 * 60
_DAY = 24 * 60


def minutes_of(clock: Clock, part: str, now: int | None) -> int:
    """Minutes since the midnight that begins the day; 1440 and more are the night after it. `now`
    is the minute of the day where the time is for today: then 8 said at 10:00 is 20:00."""
    if clock.exact or clock.hour == 24:
        return clock.hour * 60 + (clock.minute or 0)
    minute = clock.hour % 12 * 60 + (clock.minute or 0)
    if clock.half is not None:
        midnight = clock.half == 0 and clock.hour == 12 and part in _NIGHT
        return minute + (_DAY if midnight else _HALF_DAY * clock.half)
    if part:
        return _in_part(clock.hour, minute, part)
    usual = minute if 7 <= clock.hour <= 11 else minute + _HALF_DAY
    if now is not None and usual <= now < usual + _HALF_DAY and usual < _HALF_DAY:
        return usual + _HALF_DAY
    return usual


def _in_part(hour: int, minute: int, part: str) -> int:
    if part in w.BEFORE_NOON:
        return minute + (_HALF_DAY if part == "late morning" and hour == 12 else 0)
    if part in _NIGHT and (hour == 12 or hour < 5):
        return minute + _DAY
    if part in ("midday", "lunch", "early afternoon") and hour in (10, 11):
        return minute
    return minute + _HALF_DAY


def range_of(first: Clock, last: Clock, part: str, now: int | None) -> tuple[int, int]:
    """From and to. What is said of one end goes for the other where that leaves them in order:
    "2-4pm" is 14 to 16, "11-1pm" 11 to 13, "9-5" 9 to 17."""
    if first.half is None and not first.exact and last.half is not None and not part:
        end = minutes_of(last, part, None)
        end = end or _DAY
        for half in (last.half, 1 - last.half):
            start = minutes_of(Clock(first.hour, first.minute, half), part, None)
            if start < end:
                return start, end
    over_noon = last.hour == 12 or last.hour < first.hour
    start = minutes_of(first, part, None if over_noon else now)
    if last.half is not None or last.exact or last.hour == 24:
        end = minutes_of(last, part if last.half is None else "", None)
        return start, end if end > start else end + _DAY
    end = last.hour % 12 * 60 + (last.minute or 0)
    while end <= start:
        end += _HALF_DAY
    return start, end
