"""The part of business.yaml that the guards read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from smsbot.domain.task import Urgency
from smsbot.language.phrases import Phrasebook

FILLERS = tuple(
    """
    please just really fucking fuckin freaking frickin damn damned goddamn bloody literally
    actually simply honestly seriously ever already even kindly hey um uh like so very quite
    immediately
    """.split()
)
"""Words that may stand anywhere within a declared term."""


class Declared(BaseModel):
    """A declared thing: unknown fields are errors, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Terms = Annotated[tuple[str, ...], Field(min_length=1)]


Sense = Literal[
    "callback", "cancel_service", "complaint", "fraud", "human", "legal", "emergency", "self_harm"
]
"""What a text as a whole may read like: the product knows these by a network (guards/senses.py)."""


class Escalation(Declared):
    """Words that need a person. Terms match with inflections and one-edit misspellings, never
    inside other words; a term is not heard where a phrase of `unless` overlaps it and is more than
    a part of it. Both are phrases as `smsbot.language.phrases` reads them. With a `sense`, the rule
    also hears what reads like it without any term, and not what reads quite unlike it."""

    id: str
    reason: str
    urgency: Urgency = Urgency.URGENT
    queue: str
    terms: Terms
    unless: tuple[str, ...] = ()
    sense: Sense | None = None
    text: str = "handoff"
    """The template that the customer gets."""


class Emergency(Declared):
    id: str
    reason: str
    terms: Terms
    unless: tuple[str, ...] = ()
    sense: Sense | None = None
    text: str


class FloodLimits(Declared):
    """Above these the bot goes quiet and a person is told (carrier error 14107 is 15 in 30 s)."""

    texts_per_30s: int = 12
    texts_per_hour: int = 60
    replies_per_hour: int = 30
    same_text_repeated: int = 4


@dataclass(frozen=True, slots=True)
class TermLabel:
    """Which declared rule a phrase belongs to, and whether it is one of its `unless`."""

    rule: str
    unless: bool


class GuardRules(Declared):
    """`words` are classes that terms name as `{class}`: words with blanks between. Raises on
    loading where a term cannot be read, and says which."""

    escalations: tuple[Escalation, ...]
    emergencies: tuple[Emergency, ...]
    self_harm: Emergency
    flood: FloodLimits = FloodLimits()
    words: dict[str, str] = {}

    @cached_property
    def escalation_book(self) -> Phrasebook[TermLabel]:
        return self._compiled(self.escalations)

    @cached_property
    def emergency_book(self) -> Phrasebook[TermLabel]:
        return self._compiled(self.emergencies)

    @cached_property
    def self_harm_book(self) -> Phrasebook[TermLabel]:
        return self._compiled((self.self_harm,))

    @model_validator(mode="after")
    def _readable(self) -> Self:
        """Compiles every book, once, so that a term that cannot be read is an error on loading."""
        _ = self.escalation_book, self.emergency_book, self.self_harm_book
        return self

    def _compiled(self, declared: Sequence[Escalation | Emergency]) -> Phrasebook[TermLabel]:
        phrases = [
            (TermLabel(rule.id, unless), phrase)
            for rule in declared
            for unless, listed in ((False, rule.terms), (True, rule.unless))
            for phrase in listed
        ]
        classes = {name: words.split() for name, words in self.words.items()}
        return Phrasebook(phrases, classes=classes, fillers=FILLERS, inflected=True)
