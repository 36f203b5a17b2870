"""Words and numbers that look like days and are something else: "we sat down", "9/10, would again"."""

from smsbot.language.times import words as w
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.lexemes import COMMA, EDGE, INT, OTHER, SLASHED
from smsbot.language.times.line import Line

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
        w.MIDNIGHT, w.NEXT, w.FROM, w.BY, w.UNTIL, w.NUMBER, "break", "clock", "ordinal", "date",
        w.NEG, w.BUT, w.THIS, w.ASAP, w.LATE, w.EARLY, w.RELDAY, w.FOR, w.THE,
    }
)  # fmt: skip
_WHO = frozenset(
    """
    i we he she they it who just have has had ive weve already been cat dog u you and? everyone
    dad mom kids customer ill that which
    """.split()
)
_RATED = frozenset(
    "would stars star rating service recommend experience rate score definitely".split()
)
_FRACTION_OF = frozenset(
    "inch inches in bath baths cup mile miles hp ton turn full off price acre gallon tank".split()
)


def is_weekday(line: Line, i: int, *, sure: bool = False) -> bool:
    """Whether the weekday at `i` is one; only "sat", "sun", "mon" and "wed" may be something
    else. `sure`: a word before it ("next") has already said so."""
    name = line.name(i)
    if name not in ("sat", "sun", "wed", "mon", "suns", "thu", "mons"):
        return True
    before, after = line.kind(i - 1), line.kind(i + 1)
    if name == "sun" and before == w.THE:
        return False
    if line.name(i - 1) in _WHO and name in ("sat", "sun", "wed"):
        return False
    if sure:
        return True
    if name in ("mon", "thu", "mons"):
        return True
    good = ends_well(line, i + 1)
    if before in _BEFORE or before in (w.WEEKDAY, w.THIS, COMMA):
        return good
    return after in _AFTER or (good and name != "sun") or (good and before != OTHER)


def is_rating(line: Line, i: int) -> bool:
    """Whether "9/10", "1/2", "24/7" at `i` is a mark, a fraction or a habit."""
    first, second = line.value(i), line.lexemes[i].extra
    follower = line.name(i + 1)
    if follower in _RATED or follower in _FRACTION_OF or line.kind(i + 1) == w.UNIT:
        return True
    if (first, second) in ((24, 7), (50, 50)) or line.kind(i - 1) in (INT, w.A):
        return True
    if first > second and first > 12 and second > 12:
        return True
    if first <= second and second in (5, 10):
        alone = line.kind(i - 1) == EDGE and line.kind(i + 1) in (EDGE, "break")
        return alone or not ends_well(line, i + 1)
    return not ends_well(line, i + 1)
