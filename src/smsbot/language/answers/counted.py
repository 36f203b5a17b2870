"""Numbers and money as answers."""

from collections.abc import Sequence

from smsbot.domain.question import AnswerType, Question
from smsbot.language.answers.amounts import Amount, amounts, plain
from smsbot.language.answers.asides import correction_before, negated
from smsbot.language.answers.naming import Hit, Span, named
from smsbot.language.answers.pieces import MARK, WORD, Piece, word_at

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
    return _none_or_one(pieces, question, names)


def read_money(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The dollars, or the range of dollars, that answer `question`."""
    names = named(pieces, question.words)
    found = [
        one
        for one in amounts(pieces, money=True)
        if one.currency or one.scale > 1 or _countable(pieces, one, question, names)
    ]
    exact = [one for one in found if one.currency or one.scale > 1]
    best = _best(pieces, exact or found, names)
    if best is None:
        return None
    return ranged(pieces, found, best, question)


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
    """Of several the one beside the thing's name; then the last correction; then the first."""
    if not found:
        return None
    near = [one for one in found if beside(pieces, one, names)] or found
    if len(near) > 1 and correction_before(pieces[near[0].end :], near[-1].start - near[0].end):
        return near[-1]
    return near[0]


def _countable(
    pieces: Sequence[Piece], one: Amount, question: Question, names: Sequence[Span]
) -> bool:
    """Whether the number counts something: no money, hour, day, street or pronoun."""
    following, before = word_at(pieces, one.end), word_at(pieces, one.start - 1)
    if beside(pieces, one, names):
        return True
    if question.type is AnswerType.NUMBER and one.currency:
        return False
    if following in _CLOCK or before in _MONTHS or following in _MONTHS or before == "at":
        return False
    if (following in _TIMES and question.words) or _LABELS & {
        p.text for p in pieces[max(0, one.start - 3) : one.start]
    }:
        return False
    if word_at(pieces, one.start) == "one" and (
        before in ("the", "this", "that", "no", "which", "any", "good") or following in _NO_NOUN
    ):
        return False
    return not negated(pieces, one.start)


def _within(value: float, question: Question) -> bool:
    low, high = question.least, question.most
    return (low is None or value >= low) and (high is None or value <= high)


def _thousands(value: float, question: Question) -> float:
    """ "450" for a house is 450 thousand, where only that is within the question's bounds."""
    if question.least is not None and value < question.least and value < 1000:
        return value * 1000 if _within(value * 1000, question) else value
    return value


def _scaled_like(low: Amount, high: Amount) -> float:
    """The lower value of a range, which takes the scale of the upper: "200-300k"."""
    scaled = low.value * high.scale
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
