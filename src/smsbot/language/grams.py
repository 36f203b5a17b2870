"""A text as the set of its words, pairs, threes and pairs over one word: what has a weight. Where
few texts were learned from, parts of words too: they tell what is misspelt or never seen."""

from collections.abc import Sequence
from functools import lru_cache

_EDGE = "/"
_NUMBER = "0"
_LENGTHS = (1, 3, 6, 12)
_PARTS = (3, 4)
"""Letters."""
_MARK = "~"


def grams(tokens: Sequence[str]) -> set[str]:
    """The grams of `tokens` (see `normalise.tokens`), with the text's edges as words of their own,
    every number as one, and one gram for the text's length. Linear in the number of tokens."""
    words = [_EDGE, *[_NUMBER if word[0].isdigit() else word for word in tokens], _EDGE]
    found = set(words)
    for i in range(1, len(words)):
        one, two = words[i - 1], words[i]
        found.add(f"{one} {two}")
        if i > 1:
            before = words[i - 2]
            found.add(f"{before} {one} {two}")
            found.add(f"{before} _ {two}")
    found.add(f"#{sum(len(tokens) > most for most in _LENGTHS)}")
    return found


def letters(tokens: Sequence[str]) -> set[str]:
    """The parts of `tokens`, three and four letters long, with each word's edges."""
    return {part for word in tokens for part in parts(word)}


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[str, ...]:
    """The parts of one word."""
    edged = f" {word} "
    return tuple(
        _MARK + edged[i : i + size] for size in _PARTS for i in range(len(edged) - size + 1)
    )
