"""Which times a customer rules out: "can't do fridays", "monday won't work"."""

from dataclasses import replace

from smsbot.language.times import words as w
from smsbot.language.times.lexemes import BREAK, COMMA, EDGE, OTHER
from smsbot.language.times.line import Expression, Line

_REACH = 10
_BETWEEN = frozenset(
    """
    do make come be available free good work works i im we me my it in there that great possible
    have meet open home here schedule book able get really even think going gonna see ok okay
    usually normally always will want need like wanna prefer love take anything appointments
    appointment appt on texts calls text call
    swing around attend doable feasible best ideal able usually be thats thatll working works?
    """.split()
) - {"working"}
"""What may stand between "can't" and the day it rules out; any other word is what is denied."""
_CHALLENGES = frozenset("you u we they it ya someone anyone he she".split())
_SPARED = frozenset("if why forget".split())
_AFTER = frozenset(
    """
    work works working good do make possible available free ideal great suit going gonna be happen
    happening ok okay convenient for an option at it so that come best either anymore after all
    me us my schedule in town home around feasible doable
    """.split()
)
_SUBJECTS = frozenset(
    """
    i im we is are will would that it just really still unfortunately also me for actually ill am
    was be were probably definitely sadly appt appointment slot one time
    """.split()
)
_BAD = frozenset("bad tough rough impossible terrible awful horrible crazy hectic".split())
_ABSENT = frozenset({"away", "gone", "out", "traveling", "travelling", "tied up"})
_ALL = frozenset({"any", "any day", "anything", "all"})
_PLAIN = frozenset({"not", "no", "never", "nothing", "but not", "just not"})
_FULL = frozenset(
    {
        "busy",
        "unavailable",
        "no good",
        "not available",
        "not free",
        "tied up",
        "out of town",
        "slammed",
        "swamped",
        "unavail",
    }
)
_FILLERS = frozenset({w.AT, w.ON, w.THE, w.IN, w.FOR, w.SOFT, w.OF})
_TIMES = frozenset(
    {
        w.WEEKDAY, w.RELDAY, w.PART, w.WEEKEND, w.AFTER, w.BEFORE, w.UNTIL, w.BY, w.NEXT, w.THIS,
        w.MONTH, w.HOLIDAY, "int", "clock", "ordinal", "slashed", "date", w.NOON, w.AROUND, w.FROM,
        w.NOW, w.ASAP, w.LAST, w.UNIT, w.BETWEEN, w.MERIDIEM, w.EARLY, w.LATE,
    }
)  # fmt: skip


def with_negation(line: Line, said: list[Expression]) -> list[Expression]:
    """`said` with what is ruled out marked. "Not until 3" and "nothing before 10" rule nothing
    out: they say from when on."""
    if not _speaks_badly(line):
        return said
    found: list[Expression] = []
    flipped_until = -1
    for one in said:
        # "Not till 3pm tomorrow": the day is not ruled out either.
        judged = one if one.first == flipped_until else _judged(line, one)
        if (not judged.negated and _starts_late(line, one, judged)) or one.first == flipped_until:
            flipped_until = one.after
        found.append(judged)
    return found


def _starts_late(line: Line, one: Expression, judged: Expression) -> bool:
    """Whether "not till" was read as "from"."""
    return judged.bound != one.bound or w.UNTIL in line.kinds[one.first : one.first + 2]


_SIGNS = _BAD | _ABSENT | {"too"}


def _speaks_badly(line: Line) -> bool:
    """Whether anything in `line` could rule a time out; most texts have nothing."""
    if w.NEG in line.kinds or w.EXCEPT in line.kinds:
        return True
    if w.BUT in line.kinds:
        return True
    return any(lexeme.kind == OTHER and lexeme.name in _SIGNS for lexeme in line.lexemes)


def _judged(line: Line, one: Expression) -> Expression:
    if one.bound == w.UNTIL and line.name(one.first - 1) in _ABSENT:
        return replace(one, bound=w.FROM)
    denied = _denied_before(line, one.first)
    if denied >= 0:
        flipped = _flipped(line, one, denied)
        return flipped or replace(one, negated=True)
    return replace(one, negated=True) if _denied_after(line, one.after) else one


def _flipped(line: Line, one: Expression, denied: int) -> Expression | None:
    if w.UNTIL in line.kinds[one.first : one.first + 2] and line.kind(denied) == w.NEG:
        return replace(one, bound=w.AFTER if one.bound == w.AFTER else w.FROM)
    direct = denied == one.first - 1 and line.name(denied) in _PLAIN
    if direct and one.bound in (w.AFTER, w.FROM):
        return replace(one, bound=w.BEFORE)
    if direct and one.bound == w.BEFORE:
        return replace(one, bound=w.FROM)
    return None


def _denied_before(line: Line, first: int) -> int:
    """The place of the word before `first` that rules it out, or -1."""
    listed = False
    for i in range(first - 1, max(-1, first - _REACH - 1), -1):
        kind = line.kinds[i]
        if kind in (w.NEG, w.EXCEPT):
            return i if _denies(line, i) else -1
        if kind in (w.OR, w.AND):
            listed = True
        elif kind == COMMA:
            if not listed or line.kind(i - 1) not in _TIMES:
                return -1
        elif kind == w.BUT and i == first - 1 and _all_before(line, i):
            return i
        elif kind in (BREAK, w.BUT) or (kind == OTHER and not _passes(line, i)):
            return -1
    return -1


def _passes(line: Line, i: int) -> bool:
    """Whether the word at `i` may stand between "can't" and the day it rules out; "is" only in "the
    day i can't do is tuesday"."""
    name = line.lexemes[i].name
    return name in _BETWEEN or (name == "is" and line.name(i - 1) in ("do", "make", "come"))


def _all_before(line: Line, i: int) -> bool:
    """Whether "but" at `i` takes one from all: "any day next week is fine but wed"."""
    if line.kind(i + 2) not in (EDGE, BREAK):
        return False
    before = range(max(0, i - _REACH), i)
    return any(line.kinds[k] == w.EVERY or line.name(k) in _ALL for k in before)


def _denies(line: Line, i: int) -> bool:
    """Whether "can't" at `i` denies, and doesn't ask ("can't you come today?")."""
    if line.kind(i) in (w.EXCEPT, w.BUT):
        return True
    name, after, before = line.name(i), line.name(i + 1), line.name(i - 1)
    if before in _SPARED or after in _SPARED or (name == "busy" and before in ("you", "u", "it")):
        return False
    return not (after in _CHALLENGES and name not in ("not", "no"))


def _denied_after(line: Line, after: int) -> bool:
    """Whether what follows says that it does not suit: "monday won't work", "friday is bad"."""
    for i in range(after, min(line.count, after + _REACH)):
        kind, name = line.kinds[i], line.lexemes[i].name
        if kind == w.NEG:
            return _denies(line, i) and _closes(line, i)
        if kind == OTHER and (name in _BAD or name == "too" or _is_out(line, i)):
            return True
        if kind == OTHER and name not in _SUBJECTS:
            return False
        if kind in (BREAK, COMMA, w.BUT, w.OR, w.EXCEPT):
            return False
    return False


def _is_out(line: Line, i: int) -> bool:
    """ "Friday is out" """
    return line.name(i) == "out" and line.kind(i + 1) in (EDGE, BREAK, COMMA, w.FOR, w.BUT)


def _closes(line: Line, i: int) -> bool:
    """Whether the denial at `i` looks back: nothing that it could deny comes after it."""
    j = i + 1
    while line.kind(j) in _FILLERS or (line.kind(j) == OTHER and line.lexemes[j].name in _AFTER):
        j += 1
    kind = line.kind(j)
    if kind in _TIMES:
        return False
    if line.name(i) in _FULL or j > i + 1:
        return kind not in _TIMES
    return kind in (EDGE, BREAK, COMMA, w.BUT, w.AND, w.OR)
