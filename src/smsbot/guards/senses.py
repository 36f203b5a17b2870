"""What a text as a whole reads like: the second opinion beside the declared phrases.

A table of phrases never holds every way of saying a thing. So each sense (an opt-out, a legal
threat, …) also has a weight for every gram of its language that tells (`language.grams`), learned
from evals/dev/guards by `make train`: a logistic regression, whose weights are a reviewed file.
The same text always gets the same score; no model is asked and nothing is learned from customers.

A score above `hears` is heard without a phrase. One below `denies` takes back what a phrase heard,
except for the keywords of carriers and law, which are certain (docs/decisions/0009).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import orjson

from smsbot.language.grams import grams

_FILE = "weights.json"
_SHOWN = 3
_AGAINST = 2.0
"""Log-odds. Set on development texts in which a phrase was explained away."""


class Sense(NamedTuple):
    """`bias`, and the scores from which a text is heard and below which a phrase is not believed;
    all in log-odds."""

    bias: float
    hears: float
    denies: float


@dataclass(frozen=True, slots=True)
class Weights:
    senses: Mapping[str, Sense]
    grams: Mapping[str, Mapping[str, float]]
    """Gram -> sense -> weight. What is missing weighs nothing."""


def hears(sense: str | None, tokens: Sequence[str], *, against: bool = False) -> bool:
    """Whether the text reads like `sense` without any phrase. No sense hears nothing; with
    `against`, where a phrase was found and explained away, it takes far more to be heard."""
    if sense is None:
        return False
    return score(sense, tokens) > weights().senses[sense].hears + (_AGAINST if against else 0)


def denies(sense: str | None, tokens: Sequence[str]) -> bool:
    """Whether the text reads so unlike `sense` that a phrase in it means something else."""
    return sense is not None and score(sense, tokens) < weights().senses[sense].denies


def score(sense: str, tokens: Sequence[str]) -> float:
    """The log-odds of `sense`. Raises `KeyError` for a sense that is not in the file."""
    return _scores(tuple(tokens))[sense]


def telling(sense: str, tokens: Sequence[str]) -> str:
    """The grams that spoke most for `sense`, for a person to read."""
    known = weights().grams
    found = sorted(
        ((known.get(gram, {}).get(sense, 0.0), gram) for gram in grams(tokens)), reverse=True
    )
    return ", ".join(gram for weight, gram in found[:_SHOWN] if weight > 0)


@cache
def weights() -> Weights:
    """The shipped weights, read once."""
    read = orjson.loads(files(__package__).joinpath(_FILE).read_bytes())
    senses = {name: Sense(**values) for name, values in read["senses"].items()}
    return Weights(senses, read["grams"])


@lru_cache(maxsize=8)
def _scores(tokens: tuple[str, ...]) -> dict[str, float]:
    """Every sense's score in one pass; kept for the guards that judge the same text after."""
    known = weights()
    sums = {name: sense.bias for name, sense in known.senses.items()}
    for gram in grams(tokens):
        for name, weight in known.grams.get(gram, _NOTHING).items():
            sums[name] += weight
    return sums


_NOTHING: Mapping[str, float] = {}
