"""Words and numbers that look like days and are something else: "we sat down", "9/10 stars"."""

from smsbot.language.times import words as w
from smsbot.language.times.bare import suits
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.lexemes import BREAK, COMMA, EDGE, INT, OTHER, SLASHED
from smsbot.language.times.line import Line
from smsbot.language.times.nouns import SAFE

_BEFORE = frozenset(
    {
        w.ON, w.AND, w.OR, w.TO, w.BY, w.UNTIL, w.BEFORE, w.AFTER, w.FROM, w.SINCE, w.BETWEEN,
        w.NEXT, w.LAST, w.EARLY, w.LATE, w.MID, w.FOR, w.NEG, w.EXCEPT, w.AROUND, w.SOFT,
    }
)  # fmt: skip
_AFTER = frozenset(
    {
        w.PART, w.AT, w.AFTER, w.BEFORE, w.AROUND, w.BETWEEN, w.MERIDIEM, w.OR, w.AND, w.TO,
        w.NTH, w.MONTH, INT, SLASHED, EDGE, COMMA, w.NOON,
        w.MIDNIGHT, w.NEXT, w.FROM, w.BY, w.UNTIL, w.NUMBER, BREAK, "clock", "ordinal", "date",
        w.NEG, w.BUT, w.THIS, w.ASAP, w.LATE, w.EARLY, w.RELDAY, w.FOR, w.THE,
    }
)  # fmt: skip
_WHO = frozenset(
    """
    i we he she they it who just have has had ive weve already been cat dog everyone
    was were are am be being dad mom kids customer ill that which
    """.split()
)
_WE_WOULD = frozenset("like love rather prefer appreciate want need be really also".split())
"""What follows a "we'd" without its apostrophe."""
_NAMING = frozenset("named names called nicknamed".split())
_LISTS = frozenset({w.OR, w.AND, w.TO})
_DOUBTFUL = frozenset({"sat", "sun", "suns", "wed", "mon", "tu", "th"})
_RATED = frozenset(
    "would stars star rating service recommend experience rate score definitely".split()
)
_JUDGES = frozenset("say give gave rate rated score scored".split())
_MARKED = _JUDGES | frozenset("pain rating review hurts hurt".split())
_NEAR = 8
_FRACTION_OF = frozenset(
    "inch inches in bath baths cup mile miles hp ton turn full off price acre gallon tank".split()
)

_POWERS = frozenset({2, 4, 8, 16, 32})
_WORKSHOP = frozenset(
    """
    bolt bolts nut nuts screw screws drill bit bits wrench socket valve gauge bar pipe copper pex
    plywood ply drywall board boards decking needle needles syringe syringes hose fitting fittings
    romex wire thread threads rod glass frac fraction dowel hinge bracket nail nails x by
    """.split()
)
"""What is sold and cut by fractions of an inch."""
_SHARED = frozenset("owe owes each split share pays pay".split())
_RATIOS = frozenset(
    "ratio ratios aspect scale odds verse verses bible scripture psalm psalms".split()
)
_BOOKS = frozenset(
    "psalm psalms matthew genesis proverbs romans corinthians rev revelation".split()
)


def is_weekday(line: Line, i: int, *, sure: bool = False) -> bool:
    """Whether the weekday at `i` is one; a few short ones may be something else ("mon" is French).
    `sure`: a word before it ("next") has already said so."""
    name = line.name(i)
    before, after = line.kind(i - 1), line.kind(i + 1)
    counted = name.endswith("days") and before in (INT, w.NUMBER)
    if is_named(line, i) or (counted and after != w.FROM_NOW):
        # "Three fridays in a row".
        return False
    if name not in _DOUBTFUL:
        return True
    if name in ("tu", "th"):
        return before in _LISTS or after in _LISTS
    if _is_verb_or_sun(line, i, name) or (name == "wed" and line.name(i + 1) in _WE_WOULD):
        return False
    if sure or after in _AFTER:
        return True
    good = ends_well(line, i + 1)
    return good and (name != "sun" or before != OTHER or before in _BEFORE)


def is_named(line: Line, i: int) -> bool:
    """Whether the word at `i` is somebody's name: "my cat's name is Tuesday", "a bunny named
    January", "ask for Wednesday"."""
    before = line.name(i - 1)
    if before in _NAMING:
        return True
    return (line.name(i - 2), before) in {("name", "is"), ("ask", "for"), ("asked", "for")}


def _is_verb_or_sun(line: Line, i: int, name: str) -> bool:
    """ "We sat down", "sat at the desk", "the sun is out"."""
    before, after = line.kind(i - 1), line.kind(i + 1)
    if line.name(i - 1) in _WHO and before != w.MERIDIEM and name != "mon":
        return True
    if name == "sat":
        return after == w.AT and line.kind(i + 2) in (w.THE, OTHER)
    shines = before == w.THE or (after == OTHER and not suits(line, i + 1))
    return name == "sun" and shines


def _near(line: Line, i: int, after: int = 0) -> list[str]:
    return [line.name(j) for j in range(max(0, i - _NEAR), i + 1 + after)]


def is_ratio(line: Line, i: int) -> bool:
    """Whether "9:16" at `i` is a ratio or a verse."""
    return line.name(i - 1) in _BOOKS or any(n in _RATIOS for n in _near(line, i, _NEAR))


def _is_fraction(line: Line, i: int) -> bool:
    """Whether "3/8" at `i` is a part of an inch, or of what is shared."""
    first, second = line.value(i), line.lexemes[i].extra
    near = _near(line, i, _NEAR)
    if second in _POWERS and (first % 2 or first == second) and first <= 2 * second:
        return any(n in _WORKSHOP for n in near)
    return first < second <= 5 and any(n in _SHARED for n in near)


def is_rating(line: Line, i: int) -> bool:
    """Whether "9/10", "1/2", "24/7" at `i` is a mark, a fraction or a habit."""
    first, second = line.value(i), line.lexemes[i].extra
    follower = line.name(i + 1)
    measured = follower in _FRACTION_OF or line.kind(i + 1) == w.UNIT or _is_fraction(line, i)
    if measured or follower in _RATED:
        return True
    if line.name(i - 1) in _JUDGES and first <= second and second in (5, 10):
        return line.kind(i + 1) in (w.FOR, EDGE, BREAK)
    if second == 10 and first <= second and any(n in _MARKED for n in _near(line, i)):
        return True
    counted = line.kind(i - 1) in (INT, w.A)
    if counted or (first > 12 and second > 12) or (first, second) == (24, 7):
        return True
    said_of = line.kind(i - 2) if line.kind(i - 1) == COMMA else line.kind(i - 1)
    named = line.name(i - 2) if line.kind(i - 1) == COMMA else line.name(i - 1)
    judged = said_of == EDGE or (said_of == OTHER and named not in SAFE)
    ends = line.kind(i + 1) in (EDGE, BREAK, COMMA)
    if ends and first == second and second in (5, 10) and said_of not in _BEFORE:
        # "No complaints, 10/10".
        return True
    whole = judged and ends
    follows = line.kind(i + 1) == INT or ends_well(line, i + 1)
    return (whole and first <= second and second in (5, 10)) or not follows
