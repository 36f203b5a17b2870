"""Wall clocks: from a local date and minute to a moment, where clocks change too."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


def local(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The moment when the clocks of `zone` show `minutes` past the midnight that begins `day`;
    1440 and more are the days after. A time that occurs twice is its first occurrence, one that
    never occurs is the next that does."""
    shown = datetime.combine(day, time()) + timedelta(minutes=minutes)
    moment = shown.replace(tzinfo=zone)
    before, after = moment.utcoffset(), moment.replace(fold=1).utcoffset()
    if before is None or after is None or before >= after:
        return moment
    return _first_after_gap(shown, before, after, zone)


def later(moment: datetime, by: timedelta, zone: ZoneInfo) -> datetime:
    """`by` of real time after `moment`, in `zone`: two hours are two hours in every night."""
    return (moment.astimezone(UTC) + by).astimezone(zone)


def _first_after_gap(
    shown: datetime, before: timedelta, after: timedelta, zone: ZoneInfo
) -> datetime:
    """The first moment with the offset `after`; it lies less than the gap's length away."""
    early = (shown - after).replace(tzinfo=UTC)
    late = (shown - before).replace(tzinfo=UTC)
    while late - early > _SECOND:
        middle = early + timedelta(seconds=int((late - early).total_seconds()) // 2)
        if middle.astimezone(zone).utcoffset() == after:
            late = middle
        else:
            early = middle
    return late.astimezone(zone)
