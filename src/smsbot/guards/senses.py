"""What a text as a whole reads like: the second opinion beside the declared phrases.

A table of phrases never holds every way of saying a thing. So each sense (an opt-out, a legal
threat, …) also has weights, learned from evals/dev/guards by `make train`; no model is asked and
nothing is learned from customers.

A score above `hears` is heard without a phrase. One below `denies` takes back what a phrase heard,
except for the keywords of carriers and law, which are certain (docs/decisions/0010).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from smsbot.language.weights import Weights, read_weights
from smsbot.pack.guards import Sense

FILE = Path(__file__).with_name("weights.json")
_AGAINST = 2.0
"""Log-odds. Set on development texts in which a phrase was explained away."""

_FOREIGN = 0.75
"""Log-odds. Most of what was learned from is English: a Spanish term is doubted less."""


class Threshold(NamedTuple):
    """In log-odds."""

    hears: float
    denies: float


THRESHOLDS: Mapping[str, Threshold] = {
    "opt_out": Threshold(1.0, -2.0),
    "escalation": Threshold(1.0, -1.0),
    # Danger that is missed is worse than a false alarm.
    "emergency": Threshold(0.1, -4.0),
    "self_harm": Threshold(-1.0, -4.0),
}
"""Set by `python -m evals.train --check`, on parts of the development texts that the weights had
not seen."""
KINDS: tuple[Sense, ...] = ("callback", "cancel_service", "complaint", "fraud", "human", "legal")
"""Which escalation it is: these are only compared with one another."""


def hears(sense: str | None, tokens: Sequence[str], *, against: bool = False) -> bool:
    """Whether the text reads like `sense` without any phrase. No sense hears nothing; with
    `against`, where a phrase was found and explained away, it takes far more to be heard."""
    if sense is None:
        return False
    return score(sense, tokens) > THRESHOLDS[sense].hears + (_AGAINST if against else 0)


def denies(sense: str | None, tokens: Sequence[str], *, foreign: bool = False) -> bool:
    """Whether the text reads so unlike `sense` that a phrase in it means something else. It takes
    more in a `foreign` text: most of what was learned from is English."""
    if sense is None:
        return False
    return score(sense, tokens) < THRESHOLDS[sense].denies - (_FOREIGN if foreign else 0)


def score(sense: str, tokens: Sequence[str]) -> float:
    """The log-odds of `sense`. Raises `KeyError` for one that has no weights."""
    return _scores(tuple(tokens))[sense]


def of_word(sense: str, word: str) -> float:
    """What `word` adds to the log-odds of `sense` wherever it stands."""
    return weights().of_gram(sense, word)


def telling(sense: str, tokens: Sequence[str]) -> str:
    """The grams that spoke most for `sense`, for a person to read."""
    return weights().telling(sense, tokens)


def weights() -> Weights:
    return read_weights(FILE)


@lru_cache(maxsize=8)
def _scores(tokens: tuple[str, ...]) -> dict[str, float]:
    """Kept for the guards that judge the same text one after the other."""
    return weights().scores(tokens)
