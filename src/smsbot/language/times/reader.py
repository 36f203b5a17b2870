"""From lexemes to expressions, left to right: each place is looked at once by what may begin there,
and every look ahead has a bound."""

from dataclasses import replace

from smsbot.language.times import durations
from smsbot.language.times import words as w
from smsbot.language.times.clocks import read_clock
from smsbot.language.times.dates import read_day
from smsbot.language.times.days import DayOfMonth, Week, Weekend, Year
from smsbot.language.times.evidence import ends_well, is_moved
from smsbot.language.times.following import is_listed, read_following
from smsbot.language.times.lexemes import BREAK, CLOCK, COMMA, EDGE, INT, ORDINAL, OTHER
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.parts import read_now, read_part

BOUNDS = frozenset({w.AFTER, w.BEFORE, w.BY, w.UNTIL, w.FROM, w.SINCE, w.BETWEEN, w.PAST})
_PREFIX = BOUNDS | {w.AT, w.ON, w.IN, w.THE, w.AROUND, w.SOFT, w.FOR, w.WITHIN, w.OF, w.HACE}
_DULL = frozenset(
    {OTHER, BREAK, COMMA, w.GREETING, w.NEG, w.EXCEPT, w.BUT, w.OR, w.AND, w.TO, w.ISH, w.AGO}
)
_COMING = frozenset(
    """
    come coming comes came stop stopping stopped drop dropping swing swinging pass go going run
    stops drops be by
    """.split()
)
_NUMERIC = frozenset({INT, CLOCK, w.NUMBER})
_THROUGH = frozenset({"through", "thru"})
_LONGEST_PREFIX = 6


def read_expressions(line: Line) -> list[Expression]:
    """What was said of times, in order; nothing has been joined yet."""
    found: list[Expression] = []
    i = 0
    while i < line.count:
        if line.kinds[i] in _DULL and line.name(i) not in _THROUGH:
            i += 1
            continue
        last = found[-1] if found else None
        expression = read_following(line, last, i)
        after = expression.after if expression else i
        if expression is None:
            expression, after = _one(line, i, last)
        if expression is not None:
            found.append(expression)
        i = max(after, i + 1)
    return found


def _one(line: Line, i: int, last: Expression | None) -> tuple[Expression | None, int]:
    """The expression at `i` with the words before and after it, and where to go on."""
    if line.kinds[i] == w.EVERY:
        j = i + 2 if line.kind(i + 1) in (ORDINAL, w.NTH) else i + 1
        return None, _habit(line, j)
    j, bound, approximate = _prefix(line, i)
    prefix = frozenset(line.kinds[i:j])
    if last is not None and last.clock is not None and is_listed(line, last, j):
        # After a time, "or 4" is a time as well.
        prefix |= {w.BETWEEN}
    elif last is not None and _answers(line, last, i, j):
        prefix |= {w.BETWEEN}
    core, after = _core(line, j, prefix)
    if core is None:
        return None, max(after, j)
    ranged = _ranged(line, core, bound, prefix)
    if ranged is not None:
        core, bound = ranged, ""
    bound, core = _bound_after(line, core, bound)
    made = replace(
        core,
        first=min(_begin(line, i, j), core.first),
        bound=core.bound or ("" if bound == w.BETWEEN else bound),
        approximate=core.approximate or approximate,
    )
    return made, made.after


def _habit(line: Line, j: int) -> int:
    """Where "every tuesday and thursday" ends, whose days begin at `j`: none of them is meant."""
    core, after = _core(line, j, frozenset())
    while core and line.kind(after) in (w.AND, w.OR) and line.kind(after + 1) == line.kind(j):
        core, after = _core(line, after + 1, frozenset())
    return after if core else j


def _answers(line: Line, last: Expression, i: int, j: int) -> bool:
    """Whether a number at `j` stands alone behind a time: "tomorrow morning? like 7"."""
    asked = line.name(j + 1) == "?" or last.clock is None
    alone = line.kind(i - 1) in (COMMA, BREAK) and line.kind(j + 1) in (EDGE, BREAK)
    return line.kind(j) == INT and alone and asked


def _prefix(line: Line, i: int) -> tuple[int, str, bool]:
    """The words before a time: where they end, the bound among them, whether one is "around"."""
    j, bound, approximate = i, "", False
    if line.name(i) in _THROUGH:
        j, bound = i + 1, w.UNTIL
    while line.kind(j) in _PREFIX and j - i < _LONGEST_PREFIX:
        kind = line.kind(j)
        if line.name(j) == "aft" and line.kind(j + 1) not in _NUMERIC:
            break
        if kind in BOUNDS and not (kind == w.BY and line.name(j - 1) in _COMING):
            bound = w.AFTER if kind == w.PAST else kind
        asked = line.name(j - 1) in ("how", "what")
        approximate = approximate or (kind == w.AROUND and not asked)
        j += 1
    return j, bound, approximate


def _begin(line: Line, i: int, j: int) -> int:
    """Where the words of the time begin, without "maybe" and "for" before them."""
    while i < j and (
        line.kinds[i] in (w.SOFT, w.FOR, w.OF)
        # "Can I get in at 3", "swing by after 5": the word is the verb's.
        or (line.kinds[i] == w.BY and line.name(i - 1) in _COMING and i + 1 < j)
        or (i + 1 < j and line.kinds[i] == w.IN and line.kinds[i + 1] != w.THE)
    ):
        i += 1
    return i


def _core(line: Line, j: int, prefix: frozenset[str]) -> tuple[Expression | None, int]:
    now = read_now(line, j, prefix)
    if now is not None:
        return now, now.after
    length, after = durations.read(line, j, prefix, read_day)
    if length is not None or after > j:
        return length, after
    if line.kind(j) in (w.NEXT, w.LAST, w.THIS):
        found = durations.amount(line, j + 1)
        if found is not None:
            return _coming(line, j, found)
    clock = read_clock(line, j, prefix)
    if clock is not None:
        made = Expression(j, clock.after, clock=clock.clock, approximate=clock.approximate)
        return made, made.after
    day = read_day(line, j) or read_part(line, j, prefix) or _future_year(line, j, prefix)
    return day, day.after if day else j


def _coming(line: Line, j: int, found: durations.Amount) -> tuple[Expression | None, int]:
    """ "next 2 weeks", "next few days"; "last 3 days" is a length of the past, and no time."""
    if line.kind(j) != w.NEXT:
        return None, found.after
    ahead = durations.shifted(found, None, 1)
    return durations.within(j, found, ahead), found.after


def _future_year(line: Line, j: int, prefix: frozenset[str]) -> Expression | None:
    """ "in 2028"; whether it is to come is seen when it is resolved."""
    if line.kind(j) != INT or line.lexemes[j].extra != 4 or not 2000 < line.value(j) < 2100:
        return None
    if not prefix & {w.IN, w.BY, w.UNTIL} or not ends_well(line, j + 1):
        return None
    return Expression(j, j + 1, coarse=Year(number=line.value(j)))


def _ranged(line: Line, core: Expression, bound: str, prefix: frozenset[str]) -> Expression | None:
    """`core` with the end of the range that it begins: "2-4", "between monday and wednesday"."""
    joiner = line.kind(core.after)
    if line.name(core.after) == "to" and is_moved(line, core.first):
        return None
    joins = joiner in (w.TO, w.UNTIL) or (joiner == w.AND and bound == w.BETWEEN)
    spanish = line.name(core.after) == "a" or (line.name(core.after) == "at" and bound == w.FROM)
    spanish = spanish and (
        bound in (w.FROM, w.BETWEEN) or line.name(core.first - 1) == "de" or w.OF in prefix
    )
    if not joins and not spanish:
        return None
    k = line.skip(core.after + 1, frozenset({w.AT, w.THE, w.AROUND, w.ON, w.SOFT, w.LATE}))
    if core.clock and not core.dated:
        end = read_clock(line, k, frozenset({w.AT}))
        if end is None:
            return None
        approximate = core.approximate or end.approximate
        return replace(core, after=end.after, until=end.clock, approximate=approximate)
    if core.day is not None and core.last is None and not core.timed:
        return _day_range(line, core, k)
    return None


def _day_range(line: Line, core: Expression, k: int) -> Expression | None:
    end = read_day(line, k)
    if end is not None and end.day is not None and not end.timed:
        return replace(core, after=end.after, last=end.day, coarse=core.coarse or end.coarse)
    if end is not None and isinstance(end.coarse, Week | Weekend):
        return replace(core, after=end.after, last=end.coarse)
    if isinstance(core.day, DayOfMonth) and line.kind(k) in (ORDINAL, INT):
        last = line.value(k)
        if core.day.day < last <= 31 and ends_well(line, k + 1):
            return replace(core, after=k + 1, last=replace(core.day, day=last))
    return None


def _bound_after(line: Line, core: Expression, bound: str) -> tuple[str, Expression]:
    """A bound that stands behind: "3 or later", "friday at the latest", "from monday on"."""
    kind = line.kind(core.after)
    if kind == w.OR_LATER:
        return w.FROM, replace(core, after=core.after + 1)
    side, ends = line.kind(core.after + 1), line.kind(core.after + 2) in (EDGE, BREAK, COMMA, w.ON)
    if kind in (w.OR, w.AND) and side in (w.AFTER, w.BEFORE) and ends:
        return w.FROM if side == w.AFTER else w.BY, replace(core, after=core.after + 2)
    if kind == w.OR_EARLIER:
        return w.BY, replace(core, after=core.after + 1)
    if bound == w.FROM and kind == w.ON and line.kind(core.after + 1) in (EDGE, BREAK, COMMA):
        return bound, replace(core, after=core.after + 1)
    return bound, core
