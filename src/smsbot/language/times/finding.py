"""The way of a text through the grammar."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from smsbot.domain.times import TimesFound, Window
from smsbot.language.times.joining import joined
from smsbot.language.times.lexemes import lexemes
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.negation import with_negation
from smsbot.language.times.proper import without_names
from smsbot.language.times.reader import read_expressions
from smsbot.language.times.resolve import Moment, resolve, window
from smsbot.language.times.sharing import shared

NOTHING = TimesFound()


def find_times(text: str, now: datetime, zone: ZoneInfo) -> TimesFound:
    """The times that `text` names, seen from `now` (aware) by the clocks of `zone`; all windows
    are in `zone`. Any text may come; where a window would lie outside the calendar there is none.
    """
    line = line_of(text)
    said = find_said(line)
    return found_from(text, line, said, now, zone) if said else NOTHING


def line_of(text: str) -> Line:
    """`text` as the grammar reads it, proper names apart."""
    return Line(without_names(text, lexemes(text)))


def find_said(line: Line) -> list[Expression]:
    """What `line` says of times, put together."""
    said = read_expressions(line)
    return shared(line, joined(line, with_negation(line, said))) if said else said


def found_from(
    text: str, line: Line, said: list[Expression], now: datetime, zone: ZoneInfo
) -> TimesFound:
    """The windows that `said` means at `now`, best first."""
    moment = Moment(now.astimezone(zone), zone)
    windows: list[Window] = []
    excluded: list[Window] = []
    for one in said:
        found = _resolved(text, line, one, moment)
        place = excluded if one.negated else windows
        if found is not None and not any(_same(found, other) for other in place):
            place.append(found)
    windows.sort(key=lambda one: one.end is not None and one.end <= moment.now)
    return TimesFound(tuple(windows), tuple(excluded))


def _resolved(text: str, line: Line, said: Expression, moment: Moment) -> Window | None:
    try:
        found = resolve(said, moment)
    except (OverflowError, ValueError):
        # Year 0 or 10000: no calendar has it.
        return None
    if found is None:
        return None
    span = line.lexemes[said.first].start, line.lexemes[said.after - 1].end
    return window(found, text[span[0] : span[1]], span, said.approximate)


def _same(a: Window, b: Window) -> bool:
    return (a.start, a.end, a.grain) == (b.start, b.end, b.grain)


def intersect(a: Window, b: Window) -> Window | None:
    """What lies in both, with the words and the grain of the one that starts later; None where
    that is nothing."""
    later = a if a.start.timestamp() >= b.start.timestamp() else b
    ends = [end for end in (a.end, b.end) if end is not None]
    end = min(ends, key=datetime.timestamp) if ends else None
    if end is not None and end.timestamp() <= later.start.timestamp():
        return None
    return replace(later, end=end, approximate=a.approximate or b.approximate)
