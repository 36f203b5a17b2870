"""Weights of a text's grams for several senses at once, learned beforehand (`evals/train.py`).

A logistic regression, written out as a file that a person can review: the same text always gets the
same scores, and what told can be named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import orjson

from smsbot.language.grams import grams, letters

_NOTHING: Mapping[str, float] = {}
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """`biases` by sense, and the weights by gram and sense, in log-odds; what is missing weighs
    nothing."""

    biases: Mapping[str, float]
    grams: Mapping[str, Mapping[str, float]]
    by_letters: bool = False
    """Whether parts of words have weights too."""

    def scores(self, tokens: Sequence[str]) -> dict[str, float]:
        """Every sense's log-odds, in one pass."""
        sums = dict(self.biases)
        for gram in self._of(tokens):
            for sense, weight in self.grams.get(gram, _NOTHING).items():
                sums[sense] += weight
        return sums

    def _of(self, tokens: Sequence[str]) -> set[str]:
        return grams(tokens) | letters(tokens) if self.by_letters else grams(tokens)

    def telling(self, sense: str, tokens: Sequence[str]) -> str:
        """The grams that spoke most for `sense`, for a person to read."""
        known = ((self.grams.get(g, _NOTHING).get(sense, 0.0), g) for g in grams(tokens))
        return ", ".join(
            gram for weight, gram in sorted(known, reverse=True)[:_SHOWN] if weight > 0
        )


@lru_cache(maxsize=4)
def read_weights(path: Path) -> Weights:
    """The weights of a file that `evals/train.py` wrote; read once."""
    read = orjson.loads(path.read_bytes())
    return Weights(read["biases"], read["grams"], read.get("letters", False))
