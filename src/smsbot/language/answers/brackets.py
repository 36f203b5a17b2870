"""Options that are brackets of an amount: "750" is in "$500-$1,000"."""

from collections.abc import Sequence
from math import inf

from smsbot.domain.question import Option
from smsbot.language.answers.amounts import Amount, amounts
from smsbot.language.answers.naming import Hit
from smsbot.language.answers.pieces import Piece, cut

_BELOW = frozenset("under below less up until fewer within most before".split())
_ABOVE = frozenset("over above more + plus least after".split())

_SHORT = 1000
_FEWEST = 2
"""Options with an amount that make the options brackets, where one of them is a range."""


def by_amount(pieces: Sequence[Piece], options: Sequence[Option]) -> Hit | None:
    """The first option in whose bracket the one amount in `pieces` lies; None where the options
    are no brackets."""
    said = amounts(pieces, money=True)
    if len(said) != 1:
        return None
    brackets = [_bracket(option.label) for option in options]
    known = [bracket for bracket in brackets if bracket is not None]
    if len(known) < _FEWEST or all(low == high for low, high in known):
        return None
    value = said[0].value
    ends = [end for bracket in known for end in bracket if end not in (inf, -inf)]
    if value < _SHORT and said[0].scale == 1 and min(ends) >= _SHORT:
        value *= 1000  # "45" of thousands
    for option, bracket in zip(options, brackets, strict=True):
        if bracket is not None and bracket[0] <= value <= bracket[1]:
            return Hit(option.value, said[0].start, said[0].end)
    return None


def _bracket(label: str) -> tuple[float, float] | None:
    pieces = cut(label)
    found = amounts(pieces, money=True)
    words = {p.text for p in pieces}
    if len(found) == 2:
        return _scaled(*found), found[1].value
    if len(found) != 1:
        return None
    if words & _BELOW:
        return -inf, found[0].value
    if words & _ABOVE:
        return found[0].value, inf
    return found[0].value, found[0].value


def _scaled(low: Amount, high: Amount) -> float:
    """ "$5-10k": the lower end takes the scale of the upper."""
    scaled = low.value * high.scale
    return scaled if low.scale == 1 and scaled <= high.value else low.value
