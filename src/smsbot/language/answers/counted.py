"""Numbers as answers."""

from collections.abc import Sequence

from smsbot.domain.question import Question
from smsbot.language.answers.amounts import Amount, amounts, plain
from smsbot.language.answers.asides import negated
from smsbot.language.answers.countable import MONTHS, countable, within
from smsbot.language.answers.deciding import before_noun, beside, deciding, is_sum
from smsbot.language.answers.implied import (
    begins_with_nothing,
    converted,
    ends_in_nothing,
    full_and_half,
    implied,
    listed,
    named_people,
    unit_of,
)
from smsbot.language.answers.naming import Hit, Span, named
from smsbot.language.answers.pieces import OTHER, WORD, Piece, word_at

_NONE = frozenset("none zero nada ninguno ninguna aucun aucune".split())
_ORDINALS = {
    word: str(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
_OFTEN = {"once": "1", "twice": "2", "thrice": "3"}
_FEW_PIECES = 8
_FEET = (3, 7)
_FOOT = frozenset(["foot", "feet", "ft", "'", "\u2019"])
_NUMBERED = frozenset("grade floor level story stories place position row step".split())
"""What has a number in its order: "11th", "the fourth floor"."""
_CENTURY = 100
_THIS_CENTURY = 30
"""A year of two digits up to this is of the 2000s."""
_OF_YEARS = frozenset("years many much often times".split())
"""Beside them a "year" is what something is counted by."""


def read_count(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The number that answers `question`; the first of a range, the last of corrections."""
    names = named(pieces, question.words)
    every = [_as_asked(pieces, one, question) for one in _spoken(pieces, year=_asks_year(question))]
    found = [one for one in every if countable(pieces, one, question, names)]
    fitting = [one for one in found if within(one.value, question)]
    whole = _of_all(pieces, question, every, fitting, names)
    if whole is not None and within(whole, question):
        return Hit(plain(whole), 0, len(pieces))
    best = deciding(pieces, fitting, names)
    if best is not None:
        return Hit(plain(best.value), best.start, best.end)
    if found:
        return None
    return _none_or_one(pieces, question, names) or _other_number(pieces, question)


def _of_all(
    pieces: Sequence[Piece],
    question: Question,
    every: Sequence[Amount],
    fitting: Sequence[Amount],
    names: Sequence[Span],
) -> float | None:
    """What all of the text comes to, where no one number of it is the answer."""
    if ends_in_nothing(pieces):
        return 0
    people = named_people(pieces, question, every) if every else None
    if people is not None or any(is_sum(pieces, one) for one in fitting):
        return people
    if len(fitting) > 1 and all(word_at(pieces, one.start) == "one" for one in fitting):
        return len(fitting)
    both = full_and_half(pieces, fitting)
    if both is not None or _named_beside(pieces, fitting, names):
        return both
    return listed(pieces, question, fitting)


def _named_beside(pieces: Sequence[Piece], found: Sequence[Amount], names: Sequence[Span]) -> bool:
    """Whether one of several is said to be of the thing asked: "2 adults and 3 kids", of kids."""
    return any(beside(pieces, one, names, reach=0) for one in found)


def _spoken(pieces: Sequence[Piece], *, year: bool) -> list[Amount]:
    """The amounts as they are counted; "one fifty" is 150 where no noun follows ("one fifty gallon
    drum" is one)."""
    hundreds = amounts(pieces, money=True)
    counts = not year and any(before_noun(pieces, one) for one in hundreds)
    return amounts(pieces) if counts else hundreds


def _as_asked(pieces: Sequence[Piece], one: Amount, question: Question) -> Amount:
    """In the unit that is asked for, and a year with its century: "an 09", "6 months"."""
    if _asks_year(question) and 0 <= one.value < _CENTURY:
        century = 2000 if one.value <= _THIS_CENTURY else 1900
        return one._replace(value=century + one.value)
    inches = _in_inches(pieces, one, question)
    if inches:
        return one._replace(value=inches, end=len(pieces))
    at = next((i for i in (one.end, one.start + 1, one.start) if unit_of(word_at(pieces, i))), None)
    if at is None:
        return one
    value = converted(one.value, unit_of(word_at(pieces, at)), question, len(pieces))
    return one if value is None else one._replace(value=value, end=max(one.end, at + 1))


def _in_inches(pieces: Sequence[Piece], one: Amount, question: Question) -> float | None:
    """ "5'6", "five foot two", "5 11" where a height in inches is asked."""
    if "inches" not in question.words or not _FEET[0] <= one.value <= _FEET[1]:
        return None
    rest = amounts(pieces[one.end :])
    foot = word_at(pieces, one.end) in _FOOT
    if not rest:
        return one.value * 12 if foot else None
    between = [p.text for p in pieces[one.end : one.end + rest[0].start]]
    near = len(between) <= 1 and (not between or between[0] in _FOOT)
    return one.value * 12 + rest[0].value if near and rest[0].value < 12 else None


def _asks_year(question: Question) -> bool:
    asked = {*question.words}
    return "year" in asked and not asked & _OF_YEARS


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
        if said and piece.text not in _OFTEN and not _is_numbered(pieces, i, question):
            continue
        nearby = {word_at(pieces, i - 1), word_at(pieces, i + 1)}
        if said and said.isdigit() and not nearby & MONTHS and within(float(said), question):
            return Hit(said, i, i + 1)
    return None


def _is_numbered(pieces: Sequence[Piece], i: int, question: Question) -> bool:
    """Whether the "10th" at `i` tells what is asked: all that is said, of something that has an
    order, or a place on a scale."""
    asked = {*question.words}
    scale = "/" in pieces[i].text
    return scale or len(pieces) <= 2 or bool(_NUMBERED & asked) or word_at(pieces, i + 1) in asked


def _none_or_one(pieces: Sequence[Piece], question: Question, names: Sequence[Span]) -> Hit | None:
    """ "none", "no pets" are 0; "a bathroom" is 1; and what is `implied`."""
    words = [p.text for p in pieces if p.kind == WORD]
    for i, piece in enumerate(pieces):
        named_next = any(name.start == i + 1 for name in names)
        if piece.text in ("a", "an") and named_next and within(1, question):
            return Hit("1", i, i + 1)
        none = piece.text in _NONE and (len(words) <= 5 or begins_with_nothing(pieces))
        if (none or (piece.text in ("no", "any") and named_next)) and within(0, question):
            if piece.text == "any" and not negated(pieces, i):
                continue
            return Hit("0", i, i + 1)
    meant = implied(pieces, question)
    if meant is not None and within(meant, question):
        return Hit(plain(meant), 0, len(pieces))
    return None
