"""What was said before, as a turn needs it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

CUSTOMER = "customer"
BOT = "bot"
SHOWN = 10
_SENTENCE = re.compile(r"[^.!?]*\?")


class Asked(NamedTuple):
    """Our latest question that nobody has answered yet, and who asked it."""

    who: str
    words: str

    @property
    def by_person(self) -> bool:
        return self.who != BOT


def asked_last(history: Sequence[tuple[str, str]]) -> Asked | None:
    """The question in our last text, if nothing was said after it."""
    if not history or history[-1][0] == CUSTOMER:
        return None
    who, text = history[-1]
    questions = _SENTENCE.findall(text)
    return Asked(who, questions[-1].strip()) if questions else None


def spoken_to(history: Sequence[tuple[str, str]]) -> bool:
    """Whether we said anything lately, so that a "thanks" needs no answer."""
    return any(who != CUSTOMER for who, _ in history)


def person_spoke_last(history: Sequence[tuple[str, str]]) -> bool:
    """Whether our latest text is a person's and not the bot's."""
    ours = [who for who, _ in history if who != CUSTOMER]
    return bool(ours) and ours[-1] != BOT
