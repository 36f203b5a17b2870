"""What was decided about a booking: what is said, done and remembered."""

from dataclasses import dataclass

from smsbot.conversation.dialogue import Dialogue
from smsbot.domain.act import Act
from smsbot.pack.qualification import AskedQuestion


@dataclass(frozen=True, slots=True)
class Say:
    """A template with its tokens, or the declared words of a question."""

    template: str = ""
    tokens: tuple[tuple[str, str], ...] = ()
    question: AskedQuestion | None = None
    asks: bool = False
    numbered: bool = False
    """Whether the question's choices are said with it, by number."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """`says` in order, at most one of which asks; `need` hands over to a person; `stage` is the
    CRM's new one."""

    dialogue: Dialogue
    says: tuple[Say, ...] = ()
    act: Act | None = None
    need: str | None = None
    stage: str | None = None
    why: str = ""
    about: str = ""
    """The appointment that `need` is about, in words."""


def ask_for(
    dialogue: Dialogue,
    question: AskedQuestion,
    *,
    before: tuple[Say, ...] = (),
    besides: bool = False,
    numbered: bool = False,
    act: Act | None = None,
    why: str,
) -> Arranged:
    asked = Say(question=question, asks=True, numbered=numbered and bool(question.choices))
    kept = dialogue.asking(question.key, besides=besides)
    return Arranged(kept, (*before, asked), act, why=why)
