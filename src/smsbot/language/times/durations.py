"""Lengths of time: "2 hours", "a couple of weeks", "half an hour". Alone they are no time; with
"in", "ago" or "from monday" they are."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from smsbot.language.times import words as w
from smsbot.language.times.days import Day, RelativeDay, Shifted
from smsbot.language.times.lexemes import BREAK, COMMA, DOTTED, EDGE, INT, OTHER
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.nouns import SAFE

_NUMERIC = frozenset({INT, w.NUMBER})
_PADDING = frozenset({w.OF, w.SOFT, w.AROUND})
_LENGTHS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
}
_LONGEST = 5000
_ROUND = frozenset({5, 10, 15, 20, 25, 30, 40, 45, 60, 90})
_GLUED_UNITS = {"h": "hour", "m": "minute", "d": "day"}


class Amount(NamedTuple):
    """`many` of `unit`, with halves; `vague`: "a couple", "2-3". It ends before `after`."""

    many: float
    unit: str
    vague: bool
    after: int


def amount(line: Line, i: int) -> Amount | None:
    """The length of time that begins at `i`."""
    count, vague, j = _count(line, i)
    if count is None:
        return None
    if line.kind(j) in (w.TO, w.OR) and line.kind(j + 1) in _NUMERIC:
        vague, j = True, j + 2
    if line.kind(j) == w.AND and line.kind(j + 1) == w.A and line.kind(j + 2) == w.HALF:
        count, j = count + 0.5, j + 3
    unit = line.name(j) if line.kind(j) == w.UNIT or _is_nights(line, j) else ""
    unit = "day" if unit == "night" else unit
    if not unit and line.kind(j) == OTHER and line.lexemes[j].glued:
        unit = _GLUED_UNITS.get(line.name(j), "")
    if not unit or count > _LONGEST:
        return None
    j += 1
    if line.kind(j) == w.AND and line.kind(j + 1) == w.A and line.kind(j + 2) == w.HALF:
        count, j = count + 0.5, j + 3
    elif line.kind(j) == w.AND and line.kind(j + 1) == w.HALF:
        count, j = count + 0.5, j + 2
    if unit == "fortnight":
        count, unit = count * 2, "week"
    if line.name(j) in ("time", "or so"):
        vague, j = vague or line.name(j) == "or so", j + 1
    return Amount(count, unit, vague, j)


def _is_nights(line: Line, j: int) -> bool:
    """Whether a length stands in nights: "3 nights", "a 2 night stay"."""
    if line.kind(j) != w.PART or line.name(j) != "night":
        return False
    plural = line.lexemes[j].end - line.lexemes[j].start == len("nights")
    return plural or (line.kind(j + 1) == OTHER and line.name(j + 1) not in SAFE)


def _count(line: Line, i: int) -> tuple[float | None, bool, int]:
    """How many, whether that is vague, and where the unit should stand."""
    kind = line.kind(i)
    if kind in _NUMERIC:
        return float(line.value(i)), False, i + 1
    if kind == DOTTED:
        return float(f"{line.value(i)}.{line.lexemes[i].extra}"), False, i + 1
    return _spoken_count(line, i + 1 if kind in (w.A, w.THE) else i, kind == w.A)


def _spoken_count(line: Line, j: int, single: bool) -> tuple[float | None, bool, int]:
    """a couple of, a few, half an, quarter of an; `single` where "a" stood before."""
    kind, after = line.kind(j), line.kind(j + 1)
    if kind in (w.COUPLE, w.FEW):
        return 2.0 if kind == w.COUPLE else 3.0, True, j + 2 if after == w.OF else j + 1
    if kind == w.HALF:
        return 0.5, False, j + 2 if after == w.A else j + 1
    if kind == w.QUARTER and after in (w.OF, w.UNIT):
        return 0.25, False, line.skip(j + 1, frozenset({w.OF, w.A}))
    return (1.0 if single else None), False, j


def shifted(found: Amount, base: Day | None, sign: int) -> Day | timedelta:
    """`found` after (before, with `sign` -1) `base`: days, or real time where it is shorter."""
    length = _LENGTHS.get(found.unit)
    if length is not None:
        return length * found.many * sign
    if found.unit != "business day" and found.many != int(found.many):
        days = {"day": 1, "week": 7, "month": 30, "year": 365}[found.unit]
        return Shifted(round(found.many * days) * sign, "day", base)
    return Shifted(int(found.many) * sign, found.unit, base, found.vague)


ReadDay = Callable[[Line, int], Expression | None]


def read(
    line: Line, i: int, prefix: frozenset[str], read_day: ReadDay
) -> tuple[Expression | None, int]:
    """The time that a length at `i` makes, and where to go on; (None, i) where no length is."""
    found = amount(line, i)
    if found is None and w.WITHIN in prefix and line.kind(i) == w.UNIT:
        found = Amount(1, line.name(i), False, i + 1)
    if found is None:
        return _minutes(line, i)
    made = _behind(line, i, found, prefix) or _from_day(line, i, found, read_day)
    if made is None and w.WITHIN in prefix:
        made = within(i, found, shifted(found, None, 1))
    elif made is None and w.IN in prefix and not _idiom(line, i, found):
        made = _expression(i, found.after, shifted(found, None, 1), found)
    return made, made.after if made else found.after


def _behind(line: Line, i: int, found: Amount, prefix: frozenset[str]) -> Expression | None:
    """ "2 hours from now", "2 days ago", "hace 2 dias"."""
    after, kind = found.after, line.kind(found.after)
    if w.HACE in prefix:
        return _expression(i, after, shifted(found, None, -1), found)
    if kind == w.FROM_NOW:
        return _expression(i, after + 1, shifted(found, None, 1), found)
    # "come back in 2 hours back" is nothing that is said; "2 weeks back" is.
    if kind == w.AGO and (line.name(after) != "back" or w.IN not in prefix):
        return _expression(i, after + 1, shifted(found, None, -1), found)
    return None


def _from_day(line: Line, i: int, found: Amount, read_day: ReadDay) -> Expression | None:
    """ "2 weeks from friday", "3 days before christmas"."""
    kind = line.kind(found.after)
    if kind in (w.WEEKDAY, w.RELDAY) and line.kind(i) == w.A and found.unit == "week":
        # "A week tuesday".
        base = read_day(line, found.after)
        return _expression(i, base.after, shifted(found, base.day, 1), found) if base else None
    if kind not in (w.FROM, w.AFTER, w.BEFORE) or found.unit in _LENGTHS:
        return None
    base = read_day(line, line.skip(found.after + 1, frozenset({w.THE})))
    if base is None or base.day is None or line.name(found.after).startswith("starting"):
        return None
    sign = -1 if kind == w.BEFORE else 1
    return _expression(i, base.after, shifted(found, base.day, sign), found)


def _idiom(line: Line, i: int, found: Amount) -> bool:
    """ "in a minute", "in a second" say soon, or nothing."""
    single = line.kind(i) == w.A and line.kind(i + 1) == w.UNIT
    return found.unit == "second" or (single and found.unit == "minute")


def _minutes(line: Line, i: int) -> tuple[Expression | None, int]:
    """ "see you in 10": minutes."""
    ends = line.kind(i + 1) in (EDGE, BREAK, COMMA)
    said = line.kind(i) == INT and line.value(i) in _ROUND and ends
    if not said or line.kind(i - 1) != w.IN:
        return None, i
    return Expression(i, i + 1, ahead=timedelta(minutes=line.value(i))), i + 1


def within(i: int, found: Amount, ahead: Day | timedelta) -> Expression:
    """From now until `ahead`."""
    if isinstance(ahead, timedelta):
        return Expression(i, found.after, ahead=ahead, bound=w.WITHIN, approximate=found.vague)
    return Expression(i, found.after, day=RelativeDay(0), last=ahead, bound=w.WITHIN)


def _expression(i: int, after: int, ahead: Day | timedelta, found: Amount) -> Expression:
    if isinstance(ahead, timedelta):
        return Expression(i, after, ahead=ahead, approximate=found.vague)
    return Expression(i, after, day=ahead, approximate=found.vague, strict=True)
