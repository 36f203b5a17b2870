"""Which of several amounts in an answer is the one that counts: what they come to, the one that is
named, the correction, the exact one behind a rough one."""

from collections.abc import Sequence
from itertools import pairwise

from smsbot.language.answers.amounts import Amount
from smsbot.language.answers.asides import correction_before
from smsbot.language.answers.naming import Span
from smsbot.language.answers.pieces import MARK, WORD, Piece, word_at

NO_NOUN = frozenset("of that which who is are will would please thanks and or in on to for".split())
_COPULA = frozenset("is are : = of was were be at around about its approx roughly like ~ s".split())
_FAR = 5
_SUMS = frozenset("so = total totals makes put better".split())
_SUMS_OF_TWO = frozenset({("make", "it"), ("plan", "for"), ("planning", "on"), ("call", "it")})
"""What announces the number that counts of several, and what else does in two words."""
_SUMMED = frozenset("total altogether".split())
_SUMMED_BY_TWO = frozenset({("in", "all"), ("all", "in"), ("all", "together"), ("to", "be")})
_LIGHT = frozenset("like about around ~ say $ just only maybe".split())
"""What may stand between an announcement and its number."""
_ROUGH_BEFORE = frozenset("almost nearly least over under about around roughly on maybe".split())
_ROUGH_AFTER = frozenset({"something", "ish"})
_SURE_AFTER = frozenset("actually exactly according".split())
_NEAR = 0.5
"""A rough number and the exact one behind it differ by less than half."""
_TURNING = frozenset({"but", "though"})
_PAST = frozenset("was were used went gone started had gonna from paid bought".split())
_PRESENT = frozenset("now currently want down owe todays".split())
"""What tells what is from what was: "was 260 now 229", "started w 27 down to 12"."""
_NOW_NEAR = 4


def deciding(
    pieces: Sequence[Piece], found: Sequence[Amount], names: Sequence[Span]
) -> Amount | None:
    """Of several the sum; else the one beside the thing's name; then the last correction; then the
    first."""
    if not found:
        return None
    sums = [one for one in found if is_sum(pieces, one)]
    if len(found) > 1 and sums:
        return sums[-1]
    near = [one for one in found if beside(pieces, one, names)] or found
    first, last = near[0], near[-1]
    corrected = [
        one
        for before, one in pairwise(near)
        if replaced(pieces, one)
        or correction_before(pieces[before.end : one.start], one.start - before.end)
    ]
    if corrected:
        return corrected[-1]
    return last if len(near) > 1 and _rather(pieces, first, last) else first


def is_sum(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether it is said to be what the others come to: "so 4", "= 3", "5 in all", "8 heads
    total", "no make it 9"."""
    before = [p.text for p in pieces[max(0, one.start - 4) : one.start]]
    while before and before[-1] in _LIGHT:
        before.pop()
    if (before and before[-1] in _SUMS) or tuple(before[-2:]) in _SUMS_OF_TWO:
        return True
    after = [p.text for p in pieces[one.end : one.end + 2]]
    return bool(_SUMMED & {*after}) or tuple(after) in _SUMMED_BY_TWO


def replaced(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether a "no" takes back the number before: "5 no 6", "three. no, four"."""
    i = one.start - 1
    if word_at(pieces, i) == ",":
        i -= 1
    return i > 0 and word_at(pieces, i) == "no"


def beside(pieces: Sequence[Piece], one: Amount, names: Sequence[Span], *, reach: int = 1) -> bool:
    """Whether the thing asked is named right behind `one`, up to `reach` words between, or before
    it with "is", "of" or a colon between."""
    for name in names:
        if one.end <= name.start <= one.end + reach and all(
            (p.kind == WORD and p.text not in NO_NOUN) or p.text == "-"
            for p in pieces[one.end : name.start]
        ):
            return True
        between = [p.text for p in pieces[name.end : one.start]]
        if 0 < len(between) <= _FAR and between[0] in _COPULA:
            return MARK not in [
                p.kind for p in pieces[name.end + 1 : one.start] if p.text not in "-~:"
            ]
    return False


def before_noun(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether a word follows that may be what it counts."""
    following = pieces[one.end] if one.end < len(pieces) else None
    return following is not None and following.kind == WORD and following.text not in NO_NOUN


def _rather(pieces: Sequence[Piece], first: Amount, last: Amount) -> bool:
    """Whether the last is meant rather than the first: it says exactly what the first said roughly
    ("almost two hundred, 198"), or stands behind a "but"."""
    if word_at(pieces, last.start) == "one":
        return False
    between = [p.text for p in pieces[first.end : last.start]]
    led = [p.text for p in pieces[: first.start]]
    around = {*between[-_NOW_NEAR:], word_at(pieces, last.end)}
    was = bool(_PAST & {*led[-_NOW_NEAR:]})
    if was and (_PRESENT & around or between[:1] == ["to"]):
        return True
    if _TURNING & {*between}:
        return between[-1] not in _TURNING
    if between[-1:] in (["only"], ["just"]):
        return True
    close = abs(last.value - first.value) < _NEAR * max(abs(first.value), abs(last.value))
    rough = (
        word_at(pieces, first.start - 1) in _ROUGH_BEFORE
        or word_at(pieces, first.end) in _ROUGH_AFTER
        or word_at(pieces, last.end) in _SURE_AFTER
    )
    return close and rough and "to" not in between and "-" not in between and "or" not in between
