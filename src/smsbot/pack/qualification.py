"""The shape of graphs/conversation/qualification.yaml: what is asked before a person's time is
spent, in which order, and when to stop."""

from typing import Self

from pydantic import Field, model_validator

from smsbot.domain.question import AnswerType, Option, Question, Shape
from smsbot.pack.guards import Declared

Words = dict[str, str]
"""By language; `en` must be there."""


class Choice(Declared):
    """`words` are other ways in which people say it, in any language."""

    value: str
    label: Words
    words: tuple[str, ...] = ()


class AskedQuestion(Declared):
    """`ask` is the approved text of the question. It is asked where every key in `when` was
    answered with one of its values, or always; a fact that the CRM has is not asked."""

    key: str
    type: AnswerType
    ask: Words
    why: Words | None = None
    """Why it is asked, for who asks back; without it a person tells them."""
    crm_field: str | None = None
    """The CRM's field for the answer; the key itself where there is none."""
    choices: tuple[Choice, ...] = ()
    words: tuple[str, ...] = ()
    """What names the thing asked: "bathrooms". Of a yes or no, what says yes: "own it"."""
    no_words: tuple[str, ...] = ()
    """Of a yes or no, what says no without a no: "renter"."""
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    least: float | None = None
    most: float | None = None
    shape: Shape | None = None
    """Of a text: `address` is heard also before its question, and nothing else is taken for it."""
    optional: bool = False
    """Asked once; left alone where the customer does not answer it."""

    @model_validator(mode="after")
    def _choices_where_chosen(self) -> Self:
        if (self.type is AnswerType.CHOICE) != bool(self.choices):
            raise ValueError("a choice needs choices, and no other type has them")
        if self.shape and self.type is not AnswerType.TEXT:
            raise ValueError("only a text has a shape")
        if self.no_words and self.type is not AnswerType.YES_NO:
            raise ValueError("only a yes_no has no_words")
        return self

    @property
    def field(self) -> str:
        return self.crm_field or self.key

    def question(self, language: str) -> Question:
        """The question as the answers are read by, with labels in `language`."""
        options = tuple(
            Option(one.value, in_language(one.label, language), (*one.words, *one.label.values()))
            for one in self.choices
        )
        return Question(
            self.key,
            self.type,
            options,
            self.words,
            self.least,
            self.most,
            self.shape,
            self.no_words,
            self.ask["en"],
        )


class Stages(Declared):
    """The CRM's stage after each step of the way; None leaves it as it is."""

    qualified: str | None = None
    booked: str | None = None
    moved: str | None = None
    cancelled: str | None = None


class Qualification(Declared):
    """`ask_at_most` questions are asked in one conversation, then what is known is enough."""

    questions: tuple[AskedQuestion, ...] = ()
    ask_at_most: int = Field(default=4, ge=0)
    ask_again: int = Field(default=1, ge=0)
    """How often a question is asked again where the answer was not understood."""
    stages: Stages = Stages()

    def named(self, key: str | None) -> AskedQuestion | None:
        """The question with this key; None where it is no question of the pack."""
        return next((one for one in self.questions if one.key == key), None)


def in_language(words: Words, language: str) -> str:
    """The text in `language`, in English where there is none."""
    return words.get(language) or words["en"]
