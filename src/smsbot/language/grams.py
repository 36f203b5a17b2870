"""A text as the set of its words, pairs, threes and pairs over one word: what has weights."""

from collections.abc import Sequence

_EDGE = "/"
_NUMBER = "0"
_LENGTHS = (1, 3, 6, 12)


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
