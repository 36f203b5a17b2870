"""What a text was taken to mean."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing that the customer wants. `confidence` is 0 to 1."""

    name: str
    confidence: float
    faq_id: str | None = None
    words: str = ""
    """The part of the text that carries it."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """`source` says who understood: `offline`, or `model` with its name and prompt version.

    `problem` is set where a model was asked and failed, and says how; the offline understanding
    answered then.
    """

    intents: tuple[Intent, ...]
    topics: tuple[Intent, ...] = ()
    """What the texts as a whole want in the words of any trade (`conversation.intents`), the
    likeliest first; by words alone, whoever understood the rest."""
    language: str = "en"
    sentiment: Literal["positive", "neutral", "negative"] = "neutral"
    wants_human: bool = False
    time_expression: str | None = None
    slots: dict[str, str] = field(default_factory=dict)
    source: str = "offline"
    problem: str | None = None
    raw: str | None = None
    """The model's own output, kept for `smsbot why` and replay."""
