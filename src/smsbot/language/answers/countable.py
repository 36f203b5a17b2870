"""Whether a number in an answer counts what was asked, or is an hour, a street, another unit."""

from collections.abc import Sequence

from smsbot.domain.question import AnswerType, Question
from smsbot.language.answers.amounts import Amount
from smsbot.language.answers.asides import negated
from smsbot.language.answers.deciding import NO_NOUN, beside, replaced
from smsbot.language.answers.implied import unit_of, units_asked
from smsbot.language.answers.naming import Span
from smsbot.language.answers.pieces import Piece, word_at

_CLOCK = frozenset("am pm oclock a.m p.m".split())
_TIMES = frozenset(
    """
    minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs
    """.split()
)
MONTHS = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september
    oct october nov november dec december
    """.split()
)
_LABELS = frozenset("zip zipcode code apt suite unit phone call".split())
"""What a number near behind them is the name of."""
_NO_MONEY = frozenset(
    """
    degrees degree percent % miles sqft sq square feet foot ft inch inches lb lbs pounds yr yrs year
    years month months week weeks day days kid kids dog dogs cat cats bedroom bedrooms bath baths
    people of
    """.split()
)
"""What a number before them is no amount of money of."""
_FAMILIES = (
    frozenset("ft foot feet inch inches".split()),
    frozenset("lb lbs pound pounds kg kilos".split()),
    frozenset("gallon gallons gal".split()),
)
"""Measures that say the same kind of thing; a number of another kind is not what is asked."""
_AREAS = frozenset("square sqft footage long tall wide height length weigh weight big".split())
_YEARS = range(1900, 2036)
_DATING = frozenset("in since from a its an year model".split())
_WHICH_ONE = frozenset(
    "this that no which any good last first other old new same each every".split()
)
"""Behind them "one" is no number."""
_BY = frozenset({"by", "x"})
_SIZES = frozenset("size dimensions measurements measure big large".split())
"""What is told as "16 by 32"; a count is not."""


def countable(
    pieces: Sequence[Piece], one: Amount, question: Question, names: Sequence[Span]
) -> bool:
    """Whether the number counts something: no money, hour, day, street or pronoun."""
    if beside(pieces, one, names):
        return True
    following = word_at(pieces, one.end)
    wrong_kind = one.currency if question.type is AnswerType.NUMBER else following in _NO_MONEY
    if wrong_kind or (negated(pieces, one.start) and not replaced(pieces, one)):
        return False
    if _is_else(pieces, one, question):
        return False
    if word_at(pieces, one.start) != "one" or one.end > one.start + 1:
        return True
    return question.type is AnswerType.NUMBER and _counts_one(pieces, one)


def _is_else(pieces: Sequence[Piece], one: Amount, question: Question) -> bool:
    """Whether it is a label, a time, a size or a year, where none of these is asked."""
    size = _is_size(pieces, one) and not {*question.words} & _SIZES
    return (
        size
        or _is_label(pieces, one)
        or _is_time(pieces, one, question)
        or _measures_else(word_at(pieces, one.end), question)
        or _is_a_year(pieces, one, question)
    )


def _measures_else(following: str, question: Question) -> bool:
    """Whether it is of feet, pounds or gallons where something else is counted."""
    asked = {*question.words}
    return not asked & _AREAS and any(
        following in family and not asked & family for family in _FAMILIES
    )


def _is_a_year(pieces: Sequence[Piece], one: Amount, question: Question) -> bool:
    """ "Since 2011", "its a 2006 bayliner": no number of anything but years."""
    if one.value not in _YEARS or "year" in question.words or one.currency:
        return False
    return word_at(pieces, one.start - 1) in _DATING


def within(value: float, question: Question) -> bool:
    low, high = question.least, question.most
    return (low is None or value >= low) and (high is None or value <= high)


def _is_size(pieces: Sequence[Piece], one: Amount) -> bool:
    """ "16 by 32": a length and a width."""
    before, behind = one.start - 1, one.end
    numbers = (word_at(pieces, before - 1), word_at(pieces, behind + 1))
    return any(
        word_at(pieces, i) in _BY and number[:1].isdigit()
        for i, number in zip((before, behind), numbers, strict=True)
    )


def _is_label(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether it names something: an hour, a day of a month, a zip, a street."""
    following, before = word_at(pieces, one.end), word_at(pieces, one.start - 1)
    if following in _CLOCK or before in MONTHS or following in MONTHS or before == "at":
        return True
    return bool(_LABELS & {p.text for p in pieces[max(0, one.start - 3) : one.start]})


def _is_time(pieces: Sequence[Piece], one: Amount, question: Question) -> bool:
    """Whether it is of another unit of time than what is asked: "6 hrs" of people; or "once"."""
    units, following = units_asked(question), word_at(pieces, one.end)
    if word_at(pieces, one.start) == "once":
        return bool(units) or "times" in question.words
    if following in _TIMES and word_at(pieces, one.end + 1) in ("old", "young"):
        return False
    return following in _TIMES and bool(question.words) and unit_of(following) not in units


def _counts_one(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether "one" is a number: "just the one" is, "the one", "the basement one" and "no one" are
    not."""
    before = [word_at(pieces, one.start - n) for n in (1, 2)]
    if before[0] == "the":
        return before[1] in ("just", "only")
    pronoun = before[1] == "the" or before[0] in _WHICH_ONE
    return not pronoun and word_at(pieces, one.end) not in NO_NOUN
