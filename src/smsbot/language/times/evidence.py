"""What may stand beside a time. What follows one is a word of the closed classes, punctuation, or
more time; what follows a quantity is a noun."""

from smsbot.language.times import words as w
from smsbot.language.times.lexemes import (
    BREAK,
    CLOCK,
    COMMA,
    DATE,
    EDGE,
    HALF_OF_DAY,
    INT,
    ISO,
    JUNK,
    ORDINAL,
    OTHER,
    SLASHED,
)
from smsbot.language.times.line import Line
from smsbot.language.times.nouns import MOVING, NUMBERED, SAFE, SECRETS, STREETS

_TIME = frozenset(
    {
        w.WEEKDAY, w.RELDAY, w.PART, w.WEEKEND, w.MERIDIEM, w.OCLOCK, w.ISH, w.ON, w.IN, w.THIS,
        w.NEXT, w.AT, w.AFTER, w.BEFORE, w.BUT, w.NEG, w.EXCEPT, w.OR_LATER, w.OR_EARLIER, w.FOR,
        w.SOFT, w.BY, w.UNTIL, w.AROUND, w.EARLY, w.LATE, w.LATER, w.HOLIDAY, w.ASAP, w.NOW,
        w.BETWEEN, w.FROM, w.MONTH, w.GREETING, w.SINCE, w.THE, w.AGO,
        COMMA, BREAK, EDGE, HALF_OF_DAY, DATE, ISO, ORDINAL, SLASHED, CLOCK, JUNK,
    }
)  # fmt: skip
NUMERIC = frozenset({INT, w.NUMBER})
JOINERS = frozenset({w.OR, w.AND, w.TO, w.UNTIL})
HALVES = frozenset({w.MERIDIEM, HALF_OF_DAY})
_LONGEST_LIST = 12
STRONG = frozenset(
    {w.SINCE, w.AT, w.AFTER, w.BEFORE, w.BY, w.UNTIL, w.FROM, w.AROUND, w.BETWEEN, w.PAST}
)
"""Words before a bare number that say that it is a time, where what follows allows it."""
DAYS = frozenset({w.WEEKDAY, w.RELDAY, w.PART, w.HOLIDAY, SLASHED, DATE, ISO, ORDINAL})


def ends_well(line: Line, j: int) -> bool:
    """Whether what stands at `j` may follow a time rather than make it a quantity."""
    stop = j + _LONGEST_LIST
    while j < stop and line.kind(j) in JOINERS and line.kind(j + 1) in NUMERIC:
        j += 2
    kind = line.kind(j)
    if kind == OTHER:
        name = line.name(j)
        return name in SAFE or not name[0].isalnum()
    return kind in _TIME or kind in JOINERS


def is_address(line: Line, i: int) -> bool:
    """Whether the number at `i` begins "12 Oak Street"."""
    for j in range(i + 1, min(i + 5, line.count)):
        kind, name = line.kinds[j], line.lexemes[j].name
        if name in STREETS:
            return j > i + 1 or name not in ("st", "way")
        if kind not in (OTHER, ORDINAL, w.WEEKDAY, w.MONTH):
            return False
    return False


def is_numbered(line: Line, i: int) -> bool:
    """Whether the word before `i` has a number by nature: "room 12", "exit 4", "the code is 10"."""
    j = i - 2 if line.name(i - 1) in ("is", ":") else i - 1
    return line.name(j) in (NUMBERED if j == i - 1 else SECRETS)


def is_moved(line: Line, i: int, until: int | None = None) -> bool:
    """Whether a word shortly before `i`, or from there to `until`, moves an appointment away from
    what stands at `i`."""
    stop = i if until is None else until
    return any(line.name(k) in MOVING for k in range(max(0, i - 8), stop))
