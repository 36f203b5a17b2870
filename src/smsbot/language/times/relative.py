"""Times that are said in relation to another: "an hour later", "same time next week", "earlier"."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.domain.times import Grain, TimesFound, Window
from smsbot.language.times import durations
from smsbot.language.times import words as w
from smsbot.language.times.among import in_week_of
from smsbot.language.times.days import Day, DayOfMonth, Shifted, Week
from smsbot.language.times.finding import find_said, found_from, line_of
from smsbot.language.times.lexemes import BREAK, COMMA, EDGE
from smsbot.language.times.line import Clock, Expression, Line
from smsbot.language.times.local import later, local

_CLOCKED = frozenset({Grain.MINUTE, Grain.HOUR, Grain.NOW})
_ENDS = frozenset({EDGE, BREAK, COMMA, w.BUT})
_EARLIER = frozenset("earlier sooner before".split())
_FORWARD = frozenset({"day after", "next day", "following day", "day later"})
_SAME_DAY = frozenset({"same day", "that day", "mismo dia", "meme jour"})
_BACK = frozenset({"day before", "previous day"})


def relative_to(
    text: str, anchor: Window, now: datetime, zone: ZoneInfo, *, week: bool = False
) -> TimesFound:
    """The times that `text` names where `anchor` has been spoken of: a time that was offered or
    booked. What does not relate to it is as `find_times` finds it; with `week` a weekday is read
    in the week of `anchor`. `now` is aware; all windows are in `zone`."""
    line = line_of(text)
    anchor = replace(anchor, start=anchor.start.astimezone(zone))
    day = _date_of(anchor)
    shift = _shifted(line, anchor, zone)
    if shift is not None:
        return _only(text, line, *shift)
    said = find_said(line)
    said = [one for one in said if one.timed or not _only_later(one)]
    said = [*said, *_same_day(line, day, said)]
    same_time = any(one.name == "same time" for one in line.lexemes)
    beside = _day_beside(line)
    if beside is not None:
        first, after, days = beside
        named: Day = Shifted(days, "day", day)
        said = [Expression(first, after, day=named, strict=True), *[s for s in said if s.timed]]
        said = [_merged_day(said)]
    if same_time:
        return found_from(
            text,
            line,
            [_at(one, anchor) for one in said] or [_itself(line, anchor, day)],
            now,
            zone,
        )
    if said:
        placed = [one if one.dated or not one.timed else replace(one, day=day) for one in said]
        placed = [_following_week(line, one, day) for one in placed]
        if week:
            of, today = (anchor.start.date(),), now.astimezone(zone).date()
            placed = [in_week_of(one, of, today) for one in placed]
        return found_from(text, line, placed, now, zone)
    return _bare(text, line, anchor, now, zone)


def _date_of(anchor: Window) -> DayOfMonth:
    start = anchor.start
    return DayOfMonth(start.day, start.month, start.year)


def _only_later(one: Expression) -> bool:
    """ "later that day" alone says only "later"."""
    return one.bound == w.LATER and not one.dated


def _same_day(line: Line, day: Day, said: list[Expression]) -> list[Expression]:
    """ "The same day", "that day" beside no other time: the anchor's."""
    if any(one.dated for one in said):
        return []
    pairs = ((f"{line.name(i)} {line.name(i + 1)}", i) for i in range(line.count - 1))
    found = next((i for pair, i in pairs if pair in _SAME_DAY), None)
    return [] if found is None else [Expression(found, found + 2, day=day, strict=True)]


def _merged_day(said: list[Expression]) -> Expression:
    if len(said) == 1:
        return said[0]
    day, time = said[0], said[1]
    bound = "" if time.first < day.after else time.bound
    time = replace(time, bound=bound)
    return replace(
        time, first=min(day.first, time.first), after=max(day.after, time.after), day=day.day
    )


def _day_beside(line: Line) -> tuple[int, int, int] | None:
    """ "the day after", "next day", "the day before": where, and how many days."""
    for i in range(line.count - 1):
        pair = f"{line.name(i)} {line.name(i + 1)}"
        follows = line.kind(i + 2)
        names_another = follows in (w.RELDAY, w.WEEKDAY, w.HOLIDAY, w.MONTH, w.THE, "ordinal")
        if pair in _FORWARD or (pair in ("next day", "following day")):
            if not (names_another and pair == "day after"):
                return i, i + 2, 1
        elif pair in _BACK and not names_another:
            return i, i + 2, -1
        elif line.kind(i) == w.NEXT and line.name(i + 1) == "day":
            return i, i + 2, 1
    return None


def _shifted(line: Line, anchor: Window, zone: ZoneInfo) -> tuple[Window, int, int] | None:
    """ "an hour later", "2 days before": `anchor` moved, and its lexemes."""
    for i in range(line.count):
        found = durations.amount(line, i)
        if found is None:
            continue
        side = line.name(found.after)
        kind = line.kind(found.after)
        if kind not in (w.LATER, w.AGO, w.AFTER, w.BEFORE) and side not in _EARLIER:
            continue
        if kind in (w.AFTER, w.BEFORE) and line.kind(found.after + 1) not in _ENDS:
            continue
        sign = 1 if kind in (w.LATER, w.AFTER) else -1
        return _moved(anchor, found, sign, zone), i, found.after + 1
    return None


def _moved(anchor: Window, found: durations.Amount, sign: int, zone: ZoneInfo) -> Window:
    ahead = durations.shifted(found, _date_of(anchor), sign)
    if isinstance(ahead, timedelta):
        end = later(anchor.end, ahead, zone) if anchor.end else None
        whole = ahead.total_seconds() % 3600 == 0
        grain = anchor.grain if whole and anchor.grain in _CLOCKED else Grain.MINUTE
        return replace(anchor, start=later(anchor.start, ahead, zone), end=end, grain=grain)
    day = ahead.resolve(anchor.start.date()).first
    minutes = anchor.start.hour * 60 + anchor.start.minute
    start = local(day, minutes, zone)
    length = (
        anchor.end.replace(tzinfo=None) - anchor.start.replace(tzinfo=None) if anchor.end else None
    )
    end = None
    if length is not None:
        end = local(day, minutes + int(length.total_seconds()) // 60, zone)
    return replace(anchor, start=start, end=end)


def _at(one: Expression, anchor: Window) -> Expression:
    """`one` at the time of day of `anchor`; a week is the same weekday of it."""
    coarse, day = one.coarse, one.day
    if isinstance(coarse, Week) and day is None:
        day, coarse = Shifted(coarse.offset or 1, "week", _date_of(anchor)), None
    if one.timed or anchor.grain not in _CLOCKED:
        return replace(one, day=day, coarse=coarse)
    return replace(one, day=day, coarse=coarse, clock=_clock_of(anchor))


def _clock_of(anchor: Window) -> Clock:
    minute = anchor.start.minute if anchor.grain is not Grain.HOUR or anchor.start.minute else None
    return Clock(anchor.start.hour, minute, exact=True)


def _itself(line: Line, anchor: Window, day: Day) -> Expression:
    """ "Same time" and nothing else."""
    i = next(i for i, one in enumerate(line.lexemes) if one.name == "same time")
    return _at(Expression(i, i + 1, day=day), anchor)


def _following_week(line: Line, one: Expression, day: Day) -> Expression:
    """ "The following week" is the one after the anchor's, "next week" the one after ours."""
    words = {line.name(i) for i in range(one.first, one.after)}
    if isinstance(one.coarse, Week) and "following" in words:
        return replace(one, coarse=Week(1, one.coarse.piece, day))
    return one


def _bare(text: str, line: Line, anchor: Window, now: datetime, zone: ZoneInfo) -> TimesFound:
    """ "Anything earlier?", "a bit later": the rest of the anchor's day, or the days beside it."""
    for i in range(line.count):
        name, kind = line.name(i), line.kind(i)
        if kind == w.LATER or name == "later":
            if anchor.grain in _CLOCKED | {Grain.PART}:
                end: datetime | None = local(anchor.start.date(), 24 * 60, zone)
            else:
                end = None
            start = anchor.end or anchor.start
            if end is None or start.timestamp() < end.timestamp():
                return _only(text, line, replace(anchor, start=start, end=end), i, i + 1)
        elif name in _EARLIER:
            begin = now.astimezone(zone)
            if anchor.grain in _CLOCKED | {Grain.PART}:
                begin = max(begin, local(anchor.start.date(), 0, zone), key=datetime.timestamp)
            if begin.timestamp() < anchor.start.timestamp():
                return _only(text, line, replace(anchor, start=begin, end=anchor.start), i, i + 1)
    return TimesFound()


def _only(text: str, line: Line, window: Window, first: int, after: int) -> TimesFound:
    span = line.lexemes[first].start, line.lexemes[after - 1].end
    return TimesFound((replace(window, words=text[span[0] : span[1]], span=span),))
