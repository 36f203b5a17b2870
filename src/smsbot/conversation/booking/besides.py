"""What is asked beside what answers us: "renter. who pays?", "1 and how much is it"."""

import re
from collections.abc import Iterator

from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.forms import ASKING_FIRST, asks, requests
from smsbot.conversation.lexicon import CONJUNCTIONS
from smsbot.conversation.visits import OfVisit, said_of_visit
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.language.choices import Taken
from smsbot.language.numbered import place_among

_PARTS = re.compile(r"(?<=[.!?;])\s+|\n\s*|,\s+|\s(?=(?:and|but|also|y|pero|et|mais)\s)", re.I)
_MOST_OFFERS = 4


def asked_beside(words: str, heard: Heard) -> str:
    """The part of `words` that asks, beside one that answers; empty where there is none, or where
    both are one: "can you do friday?" asks of the offers, and for nothing to be done is no
    question either ("1, and can you text me before")."""
    if heard.pick and heard.pick.taken is not Taken.ONE:
        return ""
    parts = [part for part in _PARTS.split(words) if part.strip()]
    answering = {part for part in parts if _answers(part, heard)}
    asked = (part for part in parts if part not in answering and _asks(part))
    return next(asked, "") if answering else ""


def only_asks(words: str, heard: Heard) -> bool:
    """Whether none of `words`, which ask something, is what was heard: then they are no answer."""
    if heard.pick and heard.pick.taken is not Taken.ONE:
        return False
    parts = [part for part in _PARTS.split(words) if part.strip()]
    return _names(words) and not any(_answers(part, heard) for part in parts)


def for_whoever_comes(remark: str, *, besides: bool) -> str:
    """What of a remark behind a choice is for whoever comes: what asks nothing; where the reply
    answers something `besides`, only what is certain to be."""
    parts = [part.strip() for part in _PARTS.split(remark)]
    kept = [part for part in parts if part and not _asks(part)]
    if besides:
        kept = [part for part in kept if OfVisit.NOTE in said_of_visit(part)]
    return remark if kept == parts else ". ".join(kept)


def without_choice(words: str, heard: Heard) -> str:
    """`words` without the one that chooses: the 1 of "1 and how much is it" is no amount."""
    if heard.pick is None or heard.pick.index is None:
        return words
    chosen = heard.pick.index
    left = (word for word in words.split() if _place(word) != chosen)
    return " ".join(left)


def _answers(part: str, heard: Heard) -> bool:
    told = any(one in part or part in one for one in _words_heard(heard))
    return told or (heard.pick is not None and _place(part) is not None)


def _words_heard(heard: Heard) -> Iterator[str]:
    windows = (*heard.times.windows, *heard.times.excluded)
    found = [*(one.words for one in heard.answers), *(one.words for one in windows)]
    yield from (words for words in found if words)


def _place(words: str) -> int | None:
    return place_among(words_of(words), _MOST_OFFERS)


def _asks(part: str) -> bool:
    said = words_of(part)
    said = said[1:] if said and said[0] in CONJUNCTIONS else said
    return asks(said) and not requests(said) and _names(part)


def _names(words: str) -> bool:
    """Whether a question is about anything: "how long does it take" is, "can you do that?" not."""
    said = words_of(words)
    return not ASKING_FIRST.isdisjoint(said) or any(kind_of(w) is Kind.CONTENT for w in said)
