"""Reading parts of the day, "now" and "asap", where they are meant as times."""

from smsbot.language.times import words as w
from smsbot.language.times.days import RelativeDay
from smsbot.language.times.evidence import ends_well
from smsbot.language.times.lexemes import BREAK, CLOCK, COMMA, EDGE, HALF_OF_DAY, INT, OTHER
from smsbot.language.times.line import Expression, Line
from smsbot.language.times.nouns import SAFE

_DAYS = frozenset({w.WEEKDAY, w.RELDAY, w.HOLIDAY, w.WEEKEND, "ordinal", "slashed", "date", "iso"})
_DATED = _DAYS | {w.MONTH, INT}
_CLOCKS = frozenset({INT, CLOCK, w.MERIDIEM, w.NUMBER, w.OCLOCK, w.ISH})
_GREETED = frozenset(
    """
    i is im just can could this my we do what how hope team there everyone yall all sir maam
    """.split()
)
_GREETINGS = frozenset({"morning", "afternoon", "evening", "night"})
_NEEDS_WORD = frozenset({"lunch", "dinner", "night", "late night"})
"""What is a meal or a farewell without a word before it: "lunch menu", "night!"."""
_FINAL = frozenset("please pls plz if or works work is would ok good thanks asap".split())


def read_part(line: Line, j: int, prefix: frozenset[str]) -> Expression | None:
    """The part of the day at `j`."""
    kind, name = line.kind(j), line.name(j)
    if kind in (w.MERIDIEM, HALF_OF_DAY):
        return _half_as_part(line, j, prefix)
    if kind == w.AFTER and name == "aft":
        return Expression(j, j + 1, part="afternoon")
    tells = name == "first thing" and line.name(j + 1) in _TELLS
    if kind != w.PART or tells or line.name(j + 1) in _NOUNS:
        return None
    if name == "eve":
        return Expression(j, j + 1, part="evening") if line.kind(j - 1) in _DAYS else None
    if not (prefix or _beside_time(line, j)) and _is_other(line, j, name):
        return None
    day = RelativeDay(0) if name == "tonight" else None
    return Expression(j, j + 1, part=name, day=day)


def _beside_time(line: Line, j: int) -> bool:
    """Whether a day or a clock time stands directly beside the part at `j`."""
    of_day = line.kind(j + 1) == w.OF and line.kind(line.skip(j + 2, frozenset({w.THE}))) in _DATED
    return of_day or line.kind(j - 1) in _DAYS | _CLOCKS or line.kind(j + 1) in _DAYS


def _is_other(line: Line, j: int, name: str) -> bool:
    """Whether the part at `j`, without a word before it, is a greeting, a meal or a noun's."""
    numbered = line.kind(j + 1) in (INT, CLOCK, w.NUMBER)
    noun = not numbered and not ends_well(line, j + 1)
    return noun or line.name(j - 1) in _MOODS or _greets(line, j) or _meal(line, j, name)


_TELLS = frozenset("i that we you he she they is was to".split())
"""\"The first thing I noticed\" is no morning."""
_MOODS = frozenset("rough long crazy bad busy hectic great nice lovely".split())
"""\"It's been a long morning\" is a story."""
_REQUESTS = frozenset(
    "can could need want free available open come would will please pls send call someone".split()
)
_REACH = 8
_NOT_NOW = frozenset("just what until by then for up is".split())
_OBJECTS = frozenset("i not me it us him her them you".split())
_NOUNS = frozenset(
    """
    menu special specials party stand light lights gown guard sickness owl shift class crew shows
    """.split()
)


def _half_as_part(line: Line, j: int, prefix: frozenset[str]) -> Expression | None:
    """ "monday am", "in the pm", "am or pm tomorrow"."""
    beside = line.kind(j - 1) in _DAYS or {w.IN, w.THE} <= prefix or w.SOFT in prefix
    listed = line.kind(j - 1) == w.OR and line.kind(j - 2) in (w.MERIDIEM, w.PART)
    # "I am not", "just pm me" are verbs.
    if not (beside or listed) or line.name(j + 1) in _OBJECTS:
        return None
    return Expression(j, j + 1, part="afternoon" if line.value(j) else "morning")


def _greets(line: Line, j: int) -> bool:
    """Whether "Morning, can you …" is a greeting: at the beginning, and more follows."""
    if line.kind(j - 1) not in (EDGE, BREAK) or line.name(j) not in _GREETINGS:
        return False
    after = line.kind(j + 1)
    if after in (COMMA, BREAK):
        return line.name(j + 1) == "!" or (j + 2 < line.count and line.name(j + 1) != "?")
    return after == OTHER and (
        line.name(j + 1) in _GREETED - _FINAL or line.name(j + 1) not in SAFE
    )


def _meal(line: Line, j: int, name: str) -> bool:
    before = line.kind(j - 1)
    joined = before in (w.OR, w.AND) or line.kind(j + 1) in (w.OR, w.NEG)
    return name in _NEEDS_WORD and not joined and before not in (w.NEXT, w.EARLY, w.LATE)


def read_now(line: Line, j: int, prefix: frozenset[str]) -> Expression | None:
    """ "asap", "right now"; a bare "now" only at the end of what is asked."""
    kind = line.kind(j)
    if kind == w.ASAP and line.kind(j - 1) != w.A:
        # An RN is a nurse.
        return Expression(j, j + 1, at_once=True)
    if kind != w.NOW or prefix - {w.SOFT, w.AROUND, w.FROM}:
        return None
    final = line.kind(j + 1) == w.OR or line.name(j + 1) in _FINAL
    before = line.name(j - 1)
    if before in _NOT_NOW or before.endswith("ing"):
        # "I'm driving now" says what is, and asks for nothing.
        return None
    asked = any(line.name(k) in _REQUESTS for k in range(max(0, j - _REACH), j))
    ends = line.kind(j + 1) in (EDGE, BREAK) and asked
    return Expression(j, j + 1, at_once=True) if final or ends else None
