"""Money as an answer: dollars, or a range of them."""

from collections.abc import Sequence
from itertools import pairwise

from smsbot.domain.question import Question
from smsbot.language.answers.amounts import Amount, amounts, plain
from smsbot.language.answers.asides import POLITE
from smsbot.language.answers.countable import countable, within
from smsbot.language.answers.deciding import beside, deciding, is_sum, replaced
from smsbot.language.answers.implied import NOTHING, begins_with_nothing, ends_in_nothing
from smsbot.language.answers.magnitude import worth_from
from smsbot.language.answers.naming import Hit, Span, named
from smsbot.language.answers.pieces import NUM, WORD, Piece, word_at

_BETWEEN = frozenset("- \u2013 \u2014 to or and a through thru maybe , i think".split())
_AROUND_NOTHING = POLITE | frozenset("at all really sorry yet its it is was my just about".split())
_FREE = frozenset("waived included free".split())
_PLUS = frozenset({"plus", "+"})
_THEIRS = frozenset("mine hers his theirs".split())
_PERCENT = 100
_OF_FAR = 4
_LEAST = 0.05


def read_money(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The dollars, or the range of dollars, that answer `question`."""
    names = named(pieces, question.words)
    found = [
        one
        for one in (_of_whole(pieces, one) for one in amounts(pieces, money=True))
        if one.value == 0 or one.value >= _LEAST
        if one.currency or one.scale > 1 or countable(pieces, one, question, names)
    ]
    exact = [one for one in found if one.currency or one.scale > 1]
    sums = [one for one in found if is_sum(pieces, one)]
    told = any(_is_told(pieces, one, names) for one in found)
    best = deciding(pieces, sums[-1:] or (found if told else exact) or found, names)
    if best is None or ends_in_nothing(pieces):
        return _nothing(pieces)
    added = _added(pieces, found)
    if added:
        return Hit(plain(_thousands(added, question)), found[0].start, found[-1].end)
    bare = best.scale == 1 and not best.currency and best.value < 1000
    if bare and (scale := _scale_of(best, found)) > 1:
        return Hit(plain(best.value * scale), best.start, best.end)
    return ranged(pieces, found, best, question)


def _of_whole(pieces: Sequence[Piece], one: Amount) -> Amount:
    """ "Half of my 3000", "25 percent of 8000"."""
    whole = next((w for w in amounts(pieces[one.end :], money=True) if w.value > _PERCENT), None)
    if whole is None or whole.start > _OF_FAR:
        return one
    between = [p.text for p in pieces[one.end : one.end + whole.start]]
    share = one.value if word_at(pieces, one.start) == "half" else one.value / _PERCENT
    if "of" not in between or not (share == one.value or {"percent", "%"} & {*between}):
        return one
    return one._replace(value=share * whole.value, end=one.end + whole.end, currency=True)


def _added(pieces: Sequence[Piece], found: Sequence[Amount]) -> float | None:
    """The sum of "55 + 20", "$2,000 plus 300 for the cat", "mine 200 hers 260"."""
    if len(found) != 2 or any(is_sum(pieces, one) for one in found):
        return None
    first, second = found
    between = {p.text for p in pieces[first.end : second.start]}
    before = word_at(pieces, first.start - 1)
    theirs = before in _THEIRS and between & _THEIRS
    after = bool(between & _THEIRS) and word_at(pieces, second.end) in _THEIRS
    return first.value + second.value if between & _PLUS or theirs or after else None


def _is_told(pieces: Sequence[Piece], one: Amount, names: Sequence[Span]) -> bool:
    """Whether it is what the thing's name announces, or takes another back."""
    announced = [name for name in names if name.end <= one.start]
    return replaced(pieces, one) or beside(pieces, one, announced)


def _scale_of(one: Amount, others: Sequence[Amount]) -> float:
    """What a bare number is multiplied with beside `others`: 8 of "6k, no make it 8", and 120
    of "120,000 last year, so 120"."""
    if any(other.value == one.value * 1000 for other in others):
        return 1000
    return max((other.scale for other in others if other.scale >= 1000), default=1)


def _nothing(pieces: Sequence[Piece]) -> Hit | None:
    """ "paid off", "nothing", "none" are no dollars."""
    words = [p.text for p in pieces if p.kind == WORD]
    paid = not {("paid", "off"), ("paid", "for")}.isdisjoint(pairwise(words))
    bare = NOTHING | _AROUND_NOTHING
    none = NOTHING & {*words} and bare.issuperset(words) and not any(p.kind == NUM for p in pieces)
    free = words[-1:] and words[-1] in _FREE
    said = paid or none or free or begins_with_nothing(pieces) or ends_in_nothing(pieces)
    return Hit("0", 0, len(pieces)) if said else None


def ranged(
    pieces: Sequence[Piece], found: Sequence[Amount], best: Amount, question: Question
) -> Hit | None:
    """`best` with what it is joined to: "200-300k", "between 5 and 6 hundred"."""
    i = found.index(best)
    low, high = best, best
    if i and _joined(pieces, found[i - 1], best):
        low = found[i - 1]
    elif i + 1 < len(found) and _joined(pieces, best, found[i + 1]):
        high = found[i + 1]
    start, end = low.start, high.end
    most = high.value
    if low.scale >= 1000 and high.scale == 1 and most < low.value:
        most *= low.scale  # "400k to 450"
    values = [_scaled_like(low, high), most]
    values = sorted({_thousands(value, question) for value in values})
    if not all(within(value, question) for value in values):
        return None
    return Hit("-".join(plain(value) for value in values), start, end)


def _thousands(value: float, question: Question) -> float:
    """ "450" for a house is 450 thousand, where only that is within the question's bounds."""
    if value < 1000 and any(
        word.strip("()") in ("thousand", "thousands") for word in question.words
    ):
        return value * 1000
    if value < worth_from(question):
        return value * 1000
    if question.least is not None and value < question.least and value < 1000:
        return value * 1000 if within(value * 1000, question) else value
    return value


def _scaled_like(low: Amount, high: Amount) -> float:
    """The lower value of a range, which takes the scale of the upper: "200-300k"."""
    scaled = low.value * high.scale
    if low.scale == high.scale == 1 and low.value < 100 and 1000 <= high.value < 10_000:
        return low.value * 100  # "14 to 1600"
    return scaled if low.scale == 1 and scaled <= high.value else low.value


def _joined(pieces: Sequence[Piece], first: Amount, second: Amount) -> bool:
    between = [p.text for p in pieces[first.end : second.start]]
    if not between or not all(word in _BETWEEN for word in between) or between[-1] in ",a":
        return False
    if len(between) > 2 and not {"maybe", "or"} & {*between}:
        return False
    return between[0] not in ("and", "a") or "between" in (
        word_at(pieces, first.start - 1),
        word_at(pieces, first.start - 2),
        "between" if between[0] == "a" else "",
    )
