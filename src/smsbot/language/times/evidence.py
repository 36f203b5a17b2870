"""Whether a bare number is a time of day, by the words around it.

"at 3", "after 2", "tomorrow 10" are; "3 bathrooms", "room 12", "at 12 oak street" are not. What
follows a time is a word of the closed classes, punctuation, or more time; what follows a quantity
is a noun.
"""

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

SAFE = frozenset(
    """
    works work worked working ok okay k kk good great fine best better perfect cool would wld will
    wud could can cld is if please pls plz pleas thanks thx thank ty that thats then i im ill id
    we were well you u ur your it its he she they my me us his her our someone somebody anyone
    for with when while where who what whats which how why as than too yes yep yeah yea yup
    sure instead available avail free open possible though tho still right should be been
    was are do does did has have having need needs want wanna gonna going gotta got get see ya
    come coming came go let lets make works? appt appointment appts appointments slot opening spot
    meeting call consultation consult visit reservation booking showing tour session class
    cleaning estimate inspection quote checkup service pickup delivery dropoff haircut lesson
    time times timeframe est edt pst pdt cst cdt mst mdt mountain eastern central pacific et pt ct
    cant except unless until tops only even ever most more or sorry hi hello hey ok? lol haha
    there here at into onto off out up down by w yall guys sir maam mam man dude bro am does doesnt
    wont isnt might must shall may hows any anything everything dr doc doctor tech guy usually
    que por favor porfa gracias esta bien puede puedo me te si se funciona sirve hrs hours h
    looks sounds seems suits suit preferred prefer ideally latest earliest confirmed confirm
    booked scheduled open? flexible sharp exactly
    """.split()
)
_VERBS_BEFORE = frozenset(
    "do does would will could can say prefer need want take book make".split()
)
_GOOD = frozenset(
    "work works ok okay good fine be suit possible open free available best better great perfect do "
    "fit ideal".split()
)
_POLITE = frozenset("please pls plz".split())
_ASKING = frozenset("do does say it would".split())
GOOD_AFTER = frozenset(
    "work works ok okay good fine be suit possible open free available is would works? sound sounds "
    "please pls plz then instead better best great perfect".split()
)
_BOOKED_FOR = frozenset(
    "down me us up it set booked schedule scheduled appt appointment him her them open shoot".split()
)
_NUMBERED = frozenset(
    """
    room rm apt apartment unit suite ste number num no. # ext extension option model version v size
    sz grade grades age ages aged page pages chapter level route rt hwy highway interstate exit gate
    bay aisle lane lot bldg building floor step part item order invoice code zip po box account acct
    ending channel section season episode vol windows iphone type stage phase team group score won
    lost beat top bus flight line zone district ward pier dock table bed bedroom rated digits pin
    numbers phase size sizes answer question press reply dial galaxy android xbox ps playstation
    """.split()
)
_STREETS = frozenset(
    """
    st street ave avenue av rd road dr drive ln lane blvd boulevard ct court pl place cir circle
    hwy highway pkwy parkway terrace ter trail trl loop way apt unit suite ste nw ne sw se broadway
    """.split()
)
_QUANTIFIED = frozenset(
    """
    people guests adults kids children persons ppl pm? of bedrooms bedroom bathrooms bathroom bath
    baths bed beds inch inches ft feet foot miles mile mi gallons gallon ton tons lb lbs pounds oz
    percent pct dollars bucks usd grand k cars dogs cats rooms stars star point points sq square
    units locations different other times x am? million psi degrees degree volts volt amps amp watts mph rpm gb mb tb thousand hundred dozen bucks cents
    """.split()
)
_TIME = frozenset(
    {
        w.WEEKDAY, w.RELDAY, w.PART, w.WEEKEND, w.MERIDIEM, w.OCLOCK, w.ISH, w.ON, w.IN, w.THIS,
        w.NEXT, w.AT, w.AFTER, w.BEFORE, w.BUT, w.NEG, w.EXCEPT, w.OR_LATER, w.OR_EARLIER, w.FOR,
        w.SOFT, w.BY, w.UNTIL, w.AROUND, w.EARLY, w.LATE, w.LATER, w.HOLIDAY, w.ASAP, w.NOW,
        w.BETWEEN, w.FROM, w.MONTH, w.GREETING, w.SINCE, w.THE, w.AGO,
        COMMA, BREAK, EDGE, HALF_OF_DAY, DATE, ISO, ORDINAL, SLASHED, CLOCK, JUNK,
    }
)  # fmt: skip
_NUMERIC = frozenset({INT, w.NUMBER})
_JOINERS = frozenset({w.OR, w.AND, w.TO, w.UNTIL})
STRONG = frozenset({w.AT, w.AFTER, w.BEFORE, w.BY, w.UNTIL, w.FROM, w.AROUND, w.BETWEEN, w.PAST})
"""Words before a bare number that say that it is a time, where what follows allows it."""
DAYS = frozenset({w.WEEKDAY, w.RELDAY, w.PART, w.HOLIDAY, SLASHED, DATE, ISO, ORDINAL})
_PASSED = frozenset({COMMA, w.SOFT, w.AROUND, w.AT, w.THE})
_MOVING = frozenset(
    "move moved push pushed change changed switch bump reschedule rescheduled".split()
)


def ends_well(line: Line, j: int) -> bool:
    """Whether what stands at `j` may follow a time rather than make it a quantity."""
    kind = line.kind(j)
    if kind in _TIME:
        return True
    if kind in _JOINERS:
        if line.kind(j + 1) in _NUMERIC:
            return ends_well(line, j + 2)
        return True
    if kind == OTHER:
        name = line.name(j)
        return name in SAFE or not name[0].isalnum()
    return False


def is_address(line: Line, i: int) -> bool:
    """Whether the number at `i` begins "12 Oak Street"."""
    for j in range(i + 1, min(i + 5, line.count)):
        if line.kinds[j] in (BREAK, COMMA):
            return False
        if line.lexemes[j].name in _STREETS:
            return j > i + 1 or line.lexemes[j].name not in ("st", "way")
        if line.kinds[j] != OTHER and line.kinds[j] not in (ORDINAL, w.WEEKDAY, w.MONTH):
            return False
    return False


def is_numbered(line: Line, i: int) -> bool:
    """Whether the word before `i` has a number by nature: "room 12", "exit 4"."""
    before = line.name(i - 1)
    return before in _NUMBERED


def bare_hour(line: Line, i: int, after: int, prefix: frozenset[str]) -> bool:
    """Whether the bare number [i, after) is a time; `prefix` is what was said directly before."""
    if is_numbered(line, i) or is_address(line, after - 1):
        return False
    if line.kind(i - 1) == w.FOR and line.name(i - 2) not in _BOOKED_FOR:
        return False
    if w.BY in prefix and line.name(i - 2) in _QUANTIFIED:
        return False
    if line.kind(after) == OTHER and line.lexemes[after].glued and line.name(after)[0].isalnum():
        return False
    well = ends_well(line, after)
    if prefix & STRONG:
        if well:
            return True
        strong_at = w.AT in prefix and line.kind(after) == OTHER
        name = line.name(after)
        return strong_at and name not in _QUANTIFIED and not name.endswith("s")
    return well and _between_days(line, i, after, prefix)


def _between_days(line: Line, i: int, after: int, prefix: frozenset[str]) -> bool:
    """Whether a number without "at" stands beside a day, or is asked about."""
    last = line.skip(after, _JOINERS_AND_NUMBERS)
    if line.kind(last) == COMMA and line.kind(last + 1) == CLOCK:
        return True
    if line.kind(last) == COMMA and line.kind(last + 1) in _NUMERIC:
        last = line.skip(last + 1, _JOINERS_AND_NUMBERS)
    follower, name = line.kind(last), line.name(last)
    if follower in DAYS and follower not in (SLASHED, ORDINAL, DATE):
        return True
    if follower in (w.MERIDIEM, HALF_OF_DAY) and last > after:
        return True
    if follower in (w.IN, w.AT) and line.kind(line.skip(last + 1, _PASSED)) == w.PART:
        return True
    if follower == w.ON and line.kind(line.skip(last + 1, _PASSED)) in DAYS:
        return True
    back = i - 1
    while back >= 0 and line.kinds[back] in _PASSED:
        back -= 1
    if line.kind(back) in DAYS:
        return True
    before = line.name(back)
    if line.kind(back) == w.EXCEPT:
        return True
    if back < 0 or line.kind(back) in (BREAK, w.BUT):
        return name not in _POLITE and suits(line, last)
    if before in _VERBS_BEFORE or (before == "it" and line.name(back - 1) == "make"):
        return name in GOOD_AFTER or (before in _ASKING and follower in (EDGE, BREAK))
    if line.kind(back) == w.TO and any(
        line.name(k) in _MOVING for k in range(max(0, back - 6), back)
    ):
        return True
    return w.AROUND in prefix or before in ("how", "what")


def suits(line: Line, j: int) -> bool:
    """Whether what begins at `j` says how a time suits: "works", "is too early", "won't do"."""
    name, after = line.name(j), line.name(j + 1)
    if line.kind(j) == w.NEG:
        return after in _GOOD or line.kind(j + 1) in (EDGE, BREAK)
    if name in ("is", "would", "will", "does", "sounds", "seems", "looks", "might", "should"):
        return after in _GOOD or after == "too" or line.kind(j + 1) in (EDGE, BREAK, w.NEG)
    return name in GOOD_AFTER


_JOINERS_AND_NUMBERS = _JOINERS | _NUMERIC


def opens_range(line: Line, i: int) -> bool:
    """Whether the number at `i` begins "2-4" where nothing else says what it counts."""
    spanish = line.name(i + 1) == "a" and line.kind(i - 1) == w.OF
    if (not spanish and line.kind(i + 1) not in (w.TO, w.UNTIL)) or is_numbered(line, i):
        return False
    end = i + 2
    if line.kind(end) == CLOCK or line.kind(end + 1) in (w.MERIDIEM, HALF_OF_DAY):
        return True
    if line.kind(end) not in _NUMERIC or not ends_well(line, end + 1) or is_address(line, end):
        return False
    value = line.value(end)
    if not (1 <= value <= 12 or (value % 100 < 60 and 100 <= value <= 1259)) or value == line.value(
        i
    ):
        return False
    if (line.value(i), value) == (1, 10):
        return False
    before = line.kind(i - 1)
    return before != OTHER or line.name(i - 1) in _BEFORE_RANGE


_BEFORE_RANGE = frozenset(
    "is work works available free come do open here me you u window slot ok good there closed".split()
)


def is_moved(line: Line, i: int, until: int | None = None) -> bool:
    """Whether a word shortly before `i`, or from there to `until`, moves an appointment away from
    what stands at `i`."""
    return any(line.name(k) in _MOVING for k in range(max(0, i - 8), i if until is None else until))
