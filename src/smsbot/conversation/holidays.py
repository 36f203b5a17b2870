"""What the weekly hours leave out: that a day which is asked about, or this one, is a holiday."""

from datetime import UTC, date, datetime, time, timedelta

from smsbot.conversation.approved import Piece, from_template
from smsbot.conversation.turn import TurnInput
from smsbot.language.times import find_times
from smsbot.pack.hours import is_holiday, next_opening, say_day, say_hours, say_when
from smsbot.pack.models import Pack


def closed_notice(turn: TurnInput, entry: str, asked: str, language: str) -> Piece | None:
    """What goes before the approved answer `entry`, where it tells the weekly hours and a day named
    in `asked`, or today where none is named, is a holiday; else None."""
    business = turn.pack.business
    if not tells_hours(turn.pack, entry):
        return None
    closed = next((day for day in _days(turn, asked) if is_holiday(business, day)), None)
    opens = next_opening(business, _end_of(turn, closed)) if closed else None
    if closed is None or opens is None:
        return None
    day = say_day(business, closed, language, now=turn.now)
    back = say_when(business, opens, language, now=turn.now)
    return from_template(turn.pack, "closed_day", language, day=day, when=back)


def tells_hours(pack: Pack, entry: str) -> bool:
    """Whether the approved answer `entry` tells the weekly hours."""
    answer = next(one.answer for one in pack.faq.entries if one.id == entry)
    return any(say_hours(pack.business, spoken) in said for spoken, said in answer.items())


def _days(turn: TurnInput, asked: str) -> tuple[date, ...]:
    zone = turn.pack.business.zone
    now = turn.now.astimezone(zone)
    named = [w.start.astimezone(zone).date() for w in find_times(asked, now, zone).windows]
    return tuple(named) or (now.date(),)


def _end_of(turn: TurnInput, day: date) -> datetime:
    zone = turn.pack.business.zone
    return datetime.combine(day + timedelta(days=1), time.min, zone).astimezone(UTC)
