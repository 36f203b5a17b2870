"""Weights of a text's grams for several senses, learned beforehand (`evals/train_intents.py`).

A logistic regression, written out as a file that a person can review: the same text always gets the
same scores, and what told can be named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import orjson

from smsbot.language.grams import grams, letters

_NOTHING: Mapping[str, int] = {}
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """`biases` by sense, and the weights by gram and sense, in hundredths of log-odds; what is
    missing weighs nothing. Whole numbers, because a sum of fractions depends on its order, and the
    grams of a text have another one in every process."""

    biases: Mapping[str, int]
    grams: Mapping[str, Mapping[str, int]]
    by_letters: bool = False
    """Whether parts of words have weights too."""

    def scores(self, tokens: Sequence[str]) -> dict[str, float]:
        """Every sense's log-odds, in one pass."""
        sums = dict(self.biases)
        for gram in self._of(tokens):
            for sense, weight in self.grams.get(gram, _NOTHING).items():
                sums[sense] += weight
        return {sense: total / 100 for sense, total in sums.items()}

    def of_gram(self, sense: str, gram: str) -> float:
        """The log-odds that one gram adds to `sense`."""
        return self.grams.get(gram, _NOTHING).get(sense, 0) / 100

    def _of(self, tokens: Sequence[str]) -> set[str]:
        return grams(tokens) | letters(tokens) if self.by_letters else grams(tokens)

    def telling(self, sense: str, tokens: Sequence[str]) -> str:
        """The grams that spoke most for `sense`, for a person to read."""
        known = ((self.grams.get(g, _NOTHING).get(sense, 0), g) for g in grams(tokens))
        return ", ".join(
            gram for weight, gram in sorted(known, reverse=True)[:_SHOWN] if weight > 0
        )


@lru_cache(maxsize=4)
def read_weights(path: Path) -> Weights:
    """The weights of a file that `evals/train_intents.py` wrote; read once."""
    read = orjson.loads(path.read_bytes())
    by_gram = {gram: _hundredths(weights) for gram, weights in read["grams"].items()}
    return Weights(_hundredths(read["biases"]), by_gram, read.get("letters", False))


def _hundredths(weights: Mapping[str, float]) -> dict[str, int]:
    return {sense: round(weight * 100) for sense, weight in weights.items()}
