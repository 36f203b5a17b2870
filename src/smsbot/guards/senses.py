"""What a text as a whole reads like: the second opinion beside the declared phrases.

A table of phrases never holds every way of saying a thing. So there is also a small network that
scores each sense (an opt-out, a legal threat, …), taught from evals/dev by `make train`; no
language model is asked and nothing is learned from customers.

A score above `hears` is heard without a phrase. One below `denies` takes back what a phrase heard,
except for the keywords of carriers and law, which are certain (docs/decisions/0010, 0014, 0015).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from smsbot.language.detect import guess_language
from smsbot.language.network import Network, read_network
from smsbot.language.normalise import MARKS
from smsbot.pack.guards import Sense

FILE = Path(__file__).with_name("network.npz")
_AGAINST = 3.0
"""Log-odds. Set on development texts in which a phrase was explained away."""


class Threshold(NamedTuple):
    """In log-odds."""

    hears: float
    denies: float
    abroad: float | None = None
    """What it takes in another language than English, where that is less: of those the network has
    seen fewer texts, and is less sure of what it hears."""


THRESHOLDS: Mapping[str, Threshold] = {
    "opt_out": Threshold(1.0, -3.0, abroad=0.0),
    "escalation": Threshold(0.0, -1.0, abroad=-0.5),
    # Danger that is missed is worse than a false alarm.
    "emergency": Threshold(0.2, -6.0),
    "self_harm": Threshold(-1.0, -4.0),
}
"""Set by `python -m evals.train --check`, on parts of the development texts that the network had
not seen."""
_DANGERS = frozenset({"emergency", "self_harm"})
"""Nothing was learned of these from texts that are opt-outs (evals/train.py), so in one of those
nothing is denied: "STOP texting me theres a gas leak"."""
LEAST = 2
"""Words that a text must have to be heard without a phrase: a single one that is no keyword answers
something. "ya" is yes, or now."""
KINDS: tuple[Sense, ...] = ("callback", "cancel_service", "complaint", "fraud", "human", "legal")
"""Which escalation it is: these are only compared with one another."""


def hears(sense: str | None, tokens: Sequence[str], *, against: bool = False) -> bool:
    """Whether the text reads like `sense` without any phrase. No sense hears nothing; with
    `against`, where a phrase was found and explained away, it takes far more to be heard."""
    if sense is None:
        return False
    limit = THRESHOLDS[sense]
    found = score(sense, tokens) - (_AGAINST if against else 0)
    abroad = limit.abroad is not None and found > limit.abroad
    if found <= limit.hears and not (abroad and guess_language(" ".join(tokens)) != "en"):
        return False
    return sum(token not in MARKS for token in tokens) >= LEAST


def denies(sense: str | None, tokens: Sequence[str]) -> bool:
    """Whether the text reads so unlike `sense` that a phrase in it means something else."""
    if sense is None or (sense in _DANGERS and score("opt_out", tokens) > 0):
        return False
    return score(sense, tokens) < THRESHOLDS[sense].denies


def score(sense: str, tokens: Sequence[str]) -> float:
    """The log-odds of `sense`. Raises `KeyError` for one that the network does not know."""
    return _scores(tuple(tokens))[sense]


def of_word(sense: str, word: str) -> float:
    """What `word` adds to the log-odds of `sense` in a text that says nothing else."""
    return score(sense, (word,)) - score(sense, (_UNKNOWN,))


def telling(sense: str, tokens: Sequence[str]) -> str:
    """The words that spoke most for `sense`, for a person to read."""
    return network().telling(sense, tokens)


def network() -> Network:
    return read_network(FILE)


_UNKNOWN = "\N{WHITE SQUARE}"
"""A word that no text holds."""


@lru_cache(maxsize=8)
def _scores(tokens: tuple[str, ...]) -> dict[str, float]:
    """Kept for the guards that judge the same text one after the other."""
    return network().scores(tokens)
