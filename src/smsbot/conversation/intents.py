"""What a text wants, in the words of any trade: book, price, hours, a yes, a thank you, …

A logistic regression over the text's words, learned from evals/dev by `make train`; no model is
asked and nothing is learned from customers. What the pack itself declares (its questions, its small
talk) is told by its own samples, in `reading`.
"""

from collections.abc import Mapping, Sequence
from math import exp
from pathlib import Path

from smsbot.domain.understanding import Intent
from smsbot.language.weights import Weights, read_weights

FILE = Path(__file__).with_name("intents.json")
NAMES = (
    "book", "reschedule", "cancel_appointment", "price", "hours", "location", "availability",
    "status", "complaint", "human", "callback", "affirm", "deny", "unsure", "thanks", "greeting",
    "is_bot", "other",
)  # fmt: skip
BESIDE = 0.0
"""Log-odds from which an intent is heard beside the likeliest."""


WISHES = (
    "cancel_appointment", "reschedule", "availability", "book", "status", "price",
)  # fmt: skip
"""Intents that the conversation goes by, where no declared question answers the text."""
WISHED = 0.0
"""Log-odds from which a part of a text counts as a wish."""


def wish(tokens: Sequence[str]) -> Intent | None:
    """The likeliest wish that `tokens` tell, if any."""
    scores = _weights().scores(tokens)
    best = max(WISHES, key=lambda name: scores[name])
    return Intent(best, _chance(scores[best])) if scores[best] >= WISHED else None


def topics(tokens: Sequence[str]) -> tuple[Intent, ...]:
    """The intents of a text's `tokens` (`language.reading`), the likeliest first; never none."""
    return topics_of(_weights().scores(tokens))


def topics_of(scores: Mapping[str, float]) -> tuple[Intent, ...]:
    """The intents that log-odds `scores` tell: the likeliest, and what is likely by itself. Small
    talk beside a wish and "other" beside anything are not told."""
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    first, *rest = ranked
    likely = [one for one in rest if one[1] >= BESIDE and "other" not in (one[0], first[0])]
    return tuple(Intent(name, _chance(score)) for name, score in (first, *likely))


def _chance(score: float) -> float:
    return round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 2)


def _weights() -> Weights:
    return read_weights(FILE)
