"""Whether a bare number is a time of day, by the words around it: "at 3", "tomorrow 10", "does 2
work" are; "3 bathrooms", "at 12 oak street", "a table for 4" are not."""

from smsbot.language.times import words as w
from smsbot.language.times.evidence import (
    DAYS,
    HALVES,
    JOINERS,
    NUMERIC,
    STRONG,
    ends_well,
    is_address,
    is_moved,
    is_numbered,
)
from smsbot.language.times.lexemes import (
    BREAK,
    CLOCK,
    COMMA,
    DATE,
    EDGE,
    INT,
    ORDINAL,
    OTHER,
    SLASHED,
)
from smsbot.language.times.line import Line
from smsbot.language.times.nouns import (
    ASKS,
    ASKS_FOR,
    BEFORE_RANGE,
    BOOKED_FOR,
    GOOD,
    GOOD_AFTER,
    POLITE,
    QUANTIFIED,
)

_PASSED = frozenset({COMMA, w.SOFT, w.AROUND, w.AT, w.THE})
_LISTED = JOINERS | NUMERIC
_WRITTEN_DAYS = frozenset({SLASHED, ORDINAL, DATE})
_ENDS_OF_MEASURE = frozenset({EDGE, BREAK, COMMA, w.AND, w.OR})
_KEEPS_SCORE = frozenset("team record season score".split())
_FARTHEST_BACK = 8
_UNIT_MARKS = frozenset("%°\"'*^=")
_COPULAS = frozenset("is would will does sounds seems looks might should".split())


def bare_hour(line: Line, i: int, prefix: frozenset[str]) -> bool:
    """Whether the bare number at `i` is a time; `prefix` is the kinds of the words before it."""
    after = i + 1
    if is_numbered(line, i) or is_address(line, i) or _is_counted(line, i, prefix):
        return False
    well = ends_well(line, after)
    if not prefix & STRONG:
        return well and (_followed(line, after) or _preceded(line, i, prefix))
    if well or w.AT not in prefix or line.kind(after) != OTHER:
        return well
    name = line.name(after)
    return name not in QUANTIFIED and not name.endswith("s")


def _is_counted(line: Line, i: int, prefix: frozenset[str]) -> bool:
    """ "a table for 4", "10 feet by 12", "around 3k"."""
    if line.kind(i - 1) == w.FOR and line.name(i - 2) not in BOOKED_FOR:
        return True
    if w.BY in prefix and (line.name(i - 2) in QUANTIFIED or line.kind(i - 2) == INT):
        return True
    if line.name(i + 1) == "por" and line.kind(i + 2) == INT:
        return True
    if line.kind(i + 1) == w.IN and line.kind(i + 2) in _ENDS_OF_MEASURE:
        # "Take off about 2 in".
        return True
    return _has_unit(line, i)


def _has_unit(line: Line, i: int) -> bool:
    """Whether something that is no am or pm is glued to the number at `i`."""
    glued = line.kind(i + 1) == OTHER and line.lexemes[i + 1].glued
    return glued and (line.name(i + 1)[0].isalnum() or line.name(i + 1) in _UNIT_MARKS)


def _end_of_list(line: Line, after: int) -> int:
    """Where "3, 4 or 5" ends that goes on at `after`."""
    last = line.skip(after, _LISTED)
    if line.kind(last) == COMMA and line.kind(last + 1) in NUMERIC:
        last = line.skip(last + 1, _LISTED)
    return last


_TIMED = frozenset({CLOCK, w.AT, w.AFTER, w.BEFORE, w.AROUND, INT, w.NUMBER, w.NOON})
_COUNTING = frozenset({"of", "is"})
_COUNTED_AFTER = frozenset({"of", "turn", "turns", "turned", "turning"})


def _followed(line: Line, after: int) -> bool:
    """Whether a day or a clock time follows: "10 tomorrow", "3 or 4pm", "3 on friday"."""
    last = _end_of_list(line, after)
    kind = line.kind(last)
    if kind == COMMA:
        if line.kind(last + 1) in DAYS - _WRITTEN_DAYS:
            # "Party of 6, saturday 7:30": the day has its own time, and the 6 are people.
            timed = line.kind(last + 2) in _TIMED or line.name(after - 2) in _COUNTING
            return not timed
        return line.kind(last + 1) == CLOCK
    if kind in HALVES or kind == CLOCK:
        return last > after
    if kind in DAYS:
        plural = kind == w.WEEKDAY and last == after and line.name(last).endswith("days")
        follows = line.kind(last + 1) == w.FROM_NOW
        counted = plural or follows or _stands_for_word(line, after - 1)
        return kind not in _WRITTEN_DAYS and not counted
    further = line.kind(line.skip(last + 1, _PASSED))
    if kind == w.ON:
        # "I see two on sat" are two of something, a "party of 11 on sunday" is eleven people.
        counted = line.name(after - 2) in _COUNTED_AFTER
        return further in DAYS and line.kind(after - 1) == INT and not counted
    behind = kind in (w.OR_LATER, w.OR_EARLIER)
    return behind or (kind in (w.IN, w.AT) and further == w.PART)


def _stands_for_word(line: Line, i: int) -> bool:
    """ "Appt 4 monday 10am", "move it 2 friday at 3": for, and to."""
    timed = line.kind(i + 2) in (w.AT, w.PART, CLOCK) or line.kind(i + 3) in HALVES
    before = line.name(i - 1)
    asked = before != "anything" and (line.kind(i - 1) != OTHER or before in ASKS_FOR)
    return line.value(i) in (2, 4) and timed and not asked


def _preceded(line: Line, i: int, prefix: frozenset[str]) -> bool:
    """Whether a day stands before, or the number is asked for: "friday 3", "can we do 3"."""
    last = _end_of_list(line, i + 1)
    back = i - 1
    floor = max(-1, back - _FARTHEST_BACK)
    while back > floor and line.kinds[back] in _PASSED:
        back -= 1
    kind, before = line.kind(back), line.name(back)
    if kind in DAYS or kind == w.EXCEPT or w.AROUND in prefix or before in ("how", "what"):
        return True
    if kind in (EDGE, BREAK, w.BUT):
        return line.name(last) not in POLITE and suits(line, last)
    if before in ASKS_FOR or (before == "it" and line.name(back - 1) == "make"):
        asked = before in ASKS and line.kind(last) in (EDGE, BREAK)
        return asked or line.name(last) in GOOD_AFTER
    return kind == w.TO and is_moved(line, back)


def suits(line: Line, j: int) -> bool:
    """Whether what begins at `j` says how a time suits: "works", "is too early", "won't do"."""
    name, after = line.name(j), line.name(j + 1)
    ends = line.kind(j + 1) in (EDGE, BREAK)
    if line.kind(j) == w.NEG:
        return after in GOOD or ends
    if name in _COPULAS:
        return after in GOOD or after == "too" or ends or line.kind(j + 1) == w.NEG
    return name in GOOD_AFTER


def _hyphened(line: Line, i: int) -> bool:
    """Whether a hyphen at `i` ties two numbers."""
    tied = line.kind(i) == w.TO and line.lexemes[i].glued
    return tied and line.kind(i - 1) == line.kind(i + 1) == INT


def opens_range(line: Line, i: int) -> bool:
    """Whether the number at `i` begins "2-4" where nothing else says what it counts."""
    spanish = line.name(i + 1) == "a" and line.kind(i - 1) == w.OF
    if (not spanish and line.kind(i + 1) not in (w.TO, w.UNTIL)) or is_numbered(line, i):
        return False
    end = i + 2
    if line.kind(end) in (CLOCK, w.NOON, w.MIDNIGHT) or line.kind(end + 1) in HALVES:
        return True
    if line.kind(end) not in NUMERIC or not ends_well(line, end + 1):
        return False
    # "1-2-1-5" is a code.
    coded = _hyphened(line, end + 1) or _hyphened(line, i - 1)
    if coded or _has_unit(line, end) or is_address(line, end):
        return False
    first, last = line.value(i), line.value(end)
    hours = 1 <= last <= 12 or (100 <= last <= 1259 and last % 100 < 60)
    if not hours or first == last or (first, last) == (1, 10):
        return False
    scored = line.name(i - 2) in _KEEPS_SCORE
    return not scored and (line.kind(i - 1) != OTHER or line.name(i - 1) in BEFORE_RANGE)
