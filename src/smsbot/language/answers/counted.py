"""Numbers and money as answers."""

from collections.abc import Sequence
from itertools import pairwise

from smsbot.domain.question import AnswerType, Question
from smsbot.language.answers.amounts import Amount, amounts, plain
from smsbot.language.answers.asides import correction_before, negated
from smsbot.language.answers.naming import Hit, Span, named
from smsbot.language.answers.pieces import MARK, OTHER, WORD, Piece, word_at

_CLOCK = frozenset("am pm oclock a.m p.m".split())
_TIMES = frozenset(
    """
    minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs
    """.split()
)
_NO_NOUN = frozenset(
    "of that which who is are will would please thanks and or in on to for".split()
)
_NONE = frozenset("none zero nada ninguno ninguna aucun aucune".split())
_ALONE = (("just", "me"), ("only", "me"), ("myself",), ("just", "myself"), ("solo", "yo"))
_BETWEEN = frozenset("- \u2013 \u2014 to or and a through thru".split())
_COPULA = frozenset("is are : = of was were be at around about its approx roughly like ~ s".split())
_MONTHS = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september
    oct october nov november dec december
    """.split()
)
_LABELS = frozenset("zip zipcode code apt suite unit phone call".split())
"""What a number near behind them is the name of."""
_FAR = 5
_UNIT = {
    short: unit
    for unit, names in {
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years yr yrs",
    }.items()
    for short in names.split()
}
_NO_MONEY = frozenset("degrees degree percent miles sqft sq square feet".split())
"""What a number before them is no amount of money of."""
_SUMS = ("so", "=", "total", "totals", "makes"), (("make", "it"), ("plan", "for"), ("call", "it"))
"""What announces the number that counts of several, and what else does in two words."""
_SUMMED = frozenset("total altogether".split())
_ORDINALS = {
    word: str(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
_OFTEN = {"once": "1", "twice": "2", "thrice": "3"}
_FEW_PIECES = 8


def read_count(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The number that answers `question`; the first of a range, the last of corrections."""
    names = named(pieces, question.words)
    found = [one for one in amounts(pieces) if _countable(pieces, one, question, names)]
    fitting = [one for one in found if _within(one.value, question)]
    best = _best(pieces, fitting, names)
    if best is not None:
        return Hit(plain(best.value), best.start, best.end)
    if found:
        return None
    return _none_or_one(pieces, question, names) or _other_number(pieces, question)


def read_money(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The dollars, or the range of dollars, that answer `question`."""
    names = named(pieces, question.words)
    found = [
        one
        for one in amounts(pieces, money=True)
        if one.currency or one.scale > 1 or _countable(pieces, one, question, names)
    ]
    exact = [one for one in found if one.currency or one.scale > 1]
    sums = [one for one in found if _is_sum(pieces, one)]
    best = _best(pieces, sums[-1:] or exact or found, names)
    if best is None:
        return _nothing(pieces)
    if best.scale == 1 and not best.currency and best.value < 1000 and exact:
        scale = max(one.scale for one in exact)
        return Hit(plain(best.value * scale), best.start, best.end)
    return ranged(pieces, found, best, question)


def _nothing(pieces: Sequence[Piece]) -> Hit | None:
    """ "paid off", "nothing", "none" are no dollars."""
    words = [p.text for p in pieces if p.kind == WORD]
    paid = ("paid", "off") in pairwise(words)
    none = len(words) <= 3 and {*words} & {"nothing", "none", "zero", "nada"}
    return Hit("0", 0, len(pieces)) if paid or none else None


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
    values = [_scaled_like(low, high), high.value]
    values = sorted({_thousands(value, question) for value in values})
    if not all(_within(value, question) for value in values):
        return None
    return Hit("-".join(plain(value) for value in values), start, end)


def beside(pieces: Sequence[Piece], one: Amount, names: Sequence[Span], *, reach: int = 1) -> bool:
    """Whether the thing asked is named right behind `one`, up to `reach` words between, or before
    it with "is", "of" or a colon between."""
    for name in names:
        if one.end <= name.start <= one.end + reach and all(
            (p.kind == WORD and p.text not in _NO_NOUN) or p.text == "-"
            for p in pieces[one.end : name.start]
        ):
            return True
        between = [p.text for p in pieces[name.end : one.start]]
        if 0 < len(between) <= _FAR and between[0] in _COPULA:
            return MARK not in [
                p.kind for p in pieces[name.end + 1 : one.start] if p.text not in "-~:"
            ]
    return False


def _best(pieces: Sequence[Piece], found: Sequence[Amount], names: Sequence[Span]) -> Amount | None:
    """Of several the sum; else the one beside the thing's name; then the last correction; then the
    first."""
    if not found:
        return None
    sums = [one for one in found if _is_sum(pieces, one)]
    if len(found) > 1 and sums:
        return sums[-1]
    near = [one for one in found if beside(pieces, one, names)] or found
    if len(near) > 1 and correction_before(pieces[near[0].end :], near[-1].start - near[0].end):
        return near[-1]
    return near[0]


def _is_sum(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether it is said to be what the others come to: "so 4", "= 3", "5 in all", "8 heads
    total", "no make it 9"."""
    before = [p.text for p in pieces[max(0, one.start - 3) : one.start]]
    if before and before[-1] in ("like", "about", "around", "~", "say", "$"):
        before.pop()
    words, pairs = _SUMS
    if (before and before[-1] in words) or tuple(before[-2:]) in pairs:
        return True
    after = [p.text for p in pieces[one.end : one.end + 2]]
    return bool(_SUMMED & {*after}) or after == ["in", "all"]


def _other_number(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """Numbers that are no amount: "10th", "third floor", "twice", "8/10" on a scale."""
    if len(pieces) > _FEW_PIECES:
        return None
    scale = any(word.startswith("scale") for word in question.words)
    for i, piece in enumerate(pieces):
        said = _OFTEN.get(piece.text) or _ORDINALS.get(piece.text)
        if piece.kind == OTHER and piece.text[-2:] in ("st", "nd", "rd", "th"):
            said = piece.text[:-2]
        elif piece.kind == OTHER and scale and "/" in piece.text:
            said = piece.text.partition("/")[0]
        nearby = {word_at(pieces, i - 1), word_at(pieces, i + 1)}
        if said and said.isdigit() and not nearby & _MONTHS and _within(float(said), question):
            return Hit(said, i, i + 1)
    return None


def _countable(
    pieces: Sequence[Piece], one: Amount, question: Question, names: Sequence[Span]
) -> bool:
    """Whether the number counts something: no money, hour, day, street or pronoun."""
    following, before = word_at(pieces, one.end), word_at(pieces, one.start - 1)
    if beside(pieces, one, names):
        return True
    wrong_kind = one.currency if question.type is AnswerType.NUMBER else following in _NO_MONEY
    if wrong_kind or negated(pieces, one.start):
        return False
    if following in _CLOCK or before in _MONTHS or following in _MONTHS or before == "at":
        return False
    units = {_UNIT.get(word) for word in question.words} - {None}
    timed = following in _TIMES and question.words and _UNIT.get(following) not in units
    if timed or _LABELS & {p.text for p in pieces[max(0, one.start - 3) : one.start]}:
        return False
    return word_at(pieces, one.start) != "one" or _counts_one(pieces, one)


def _counts_one(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether "one" is a number: "just the one" is, "the one", "the basement one" and "no one" are
    not."""
    before = [word_at(pieces, one.start - n) for n in (1, 2)]
    if before[0] == "the":
        return before[1] in ("just", "only")
    pronoun = before[1] == "the" or before[0] in ("this", "that", "no", "which", "any", "good")
    return not pronoun and word_at(pieces, one.end) not in _NO_NOUN


def _within(value: float, question: Question) -> bool:
    low, high = question.least, question.most
    return (low is None or value >= low) and (high is None or value <= high)


def _thousands(value: float, question: Question) -> float:
    """ "450" for a house is 450 thousand, where only that is within the question's bounds."""
    if value < 1000 and any(
        word.strip("()") in ("thousand", "thousands") for word in question.words
    ):
        return value * 1000
    if question.least is not None and value < question.least and value < 1000:
        return value * 1000 if _within(value * 1000, question) else value
    return value


def _scaled_like(low: Amount, high: Amount) -> float:
    """The lower value of a range, which takes the scale of the upper: "200-300k"."""
    scaled = low.value * high.scale
    if low.scale == high.scale == 1 and low.value < 100 and 1000 <= high.value < 10_000:
        return low.value * 100  # "14 to 1600"
    return scaled if low.scale == 1 and scaled <= high.value else low.value


def _joined(pieces: Sequence[Piece], first: Amount, second: Amount) -> bool:
    between = [p.text for p in pieces[first.end : second.start]]
    if len(between) > 2 or not between or not all(word in _BETWEEN for word in between):
        return False
    return between[0] not in ("and", "a") or "between" in (
        word_at(pieces, first.start - 1),
        word_at(pieces, first.start - 2),
        "between" if between[0] == "a" else "",
    )


def _none_or_one(pieces: Sequence[Piece], question: Question, names: Sequence[Span]) -> Hit | None:
    """ "none", "no pets" are 0; "a bathroom" and "just me" are 1."""
    words = [p.text for p in pieces if p.kind == WORD]
    for i, piece in enumerate(pieces):
        named_next = any(name.start == i + 1 for name in names)
        if piece.text in ("a", "an") and named_next and _within(1, question):
            return Hit("1", i, i + 1)
        none = piece.text in _NONE and len(words) <= 5
        if (none or (piece.text in ("no", "any") and named_next)) and _within(0, question):
            if piece.text == "any" and not negated(pieces, i):
                continue
            return Hit("0", i, i + 1)
    short = tuple(word for word in words if word not in ("its", "ok", "thanks", "yeah"))
    if short in _ALONE and _within(1, question):
        return Hit("1", 0, len(pieces))
    return None
