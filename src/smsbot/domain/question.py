"""A question that the conversation asks, and what was understood as its answer."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerType(StrEnum):
    CHOICE = "choice"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    TEXT = "text"
    YES_NO = "yes_no"


class Shape(StrEnum):
    """What a text that answers must look like."""

    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `words` are other ways in which people say it."""

    value: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """`options` are for a choice, in the order in which they are offered ("2" is the second).
    `words` name the thing asked ("bathrooms", "budget"): by them an answer is known that comes
    before its question."""

    key: str
    type: AnswerType
    options: tuple[Option, ...] = ()
    words: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    shape: Shape | None = None
    """For a text only: an address is known by its shape, also before its question."""
    no_words: tuple[str, ...] = ()
    """For yes or no only: what says no without a no ("I rent")."""
    prompt: str = ""
    """What was asked, in English; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is normal: an option's value, a number ("3", "2.5"), dollars ("250000", or a range
    "200000-300000"), an ISO date, "yes" or "no", or the text itself. `words` are the customer's,
    from the characters `span` of their text."""

    key: str
    value: str
    words: str
    span: tuple[int, int]
    corrects: bool = False
    """Said as a correction: "actually 3", "no wait, tuesday"."""
    meant: bool = False
    """Told by what the words mean, where none of them names the answer: a model may know better."""
