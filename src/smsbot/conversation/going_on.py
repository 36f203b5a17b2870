"""Taking up what was spoken of before: "ok lets do it" after a price begins that booking."""

from dataclasses import replace

from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.forms import goes_on, points_back, wants
from smsbot.conversation.history import CUSTOMER
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import words_of
from smsbot.domain.question import Answer
from smsbot.domain.understanding import Intent, Understanding
from smsbot.language.answers import name_in

WISHED = frozenset({"book", "availability"})
ANSWERED = frozenset({"faq", "price"})
MAY_GO_ON = frozenset({"statement", "question", "unclear", "affirm"}) | ANSWERED | WISHED
"""What "lets do it" and "can I get a quote on that" look like."""
_WANTED = (
    "i want", "i need", "id like", "we want", "we need", "wed like", "can i get", "can we get",
    "could i get", "could we get", "can i have", "can we have", "quiero", "necesito", "je veux",
    "je voudrais",
)  # fmt: skip
"""How somebody wants what they only point to."""


def taken_up(
    turn: TurnInput, understanding: Understanding, heard: Heard
) -> tuple[Understanding, Heard]:
    """Both, where nothing is under way: with the choices that a wish only asks about and, where the
    text goes on with the one before, with what the customer named there."""
    words = tuple(word for text in turn.texts for word in words_of(text.body))
    if turn.pack.booking is None or turn.state.dialogue.asked:
        return understanding, heard
    heard = _with_what_is_wished(turn, understanding, heard)
    if not _goes_on(words, understanding):
        return understanding, heard
    known = {answer.key for answer in heard.answers}
    before = tuple(one for one in _named_before(turn) if one.key not in known)
    if not before:
        return understanding, heard
    return _begun(understanding), replace(heard, answers=(*heard.answers, *before))


def _with_what_is_wished(turn: TurnInput, understanding: Understanding, heard: Heard) -> Heard:
    """With what is asked for though it is not told: "do you have openings tomorrow for a bath"."""
    wished = "\n".join(one.words for one in understanding.intents if one.name in WISHED)
    known = {answer.key for answer in heard.answers}
    named = tuple(one for one in _choices_named(turn, wished) if one.key not in known)
    return replace(heard, answers=(*heard.answers, *named))


def _goes_on(words: tuple[str, ...], understanding: Understanding) -> bool:
    """Whether the text goes on with what was answered, or wants what it only points to."""
    names = {intent.name for intent in understanding.intents}
    said = f" {' '.join(words)} "
    wanted = wants(words) or any(f" {one} " in said for one in _WANTED)
    pointed = points_back(words) and names <= MAY_GO_ON and (wanted or not names.isdisjoint(WISHED))
    return goes_on(words) or pointed or names == {"availability"}


def _named_before(turn: TurnInput) -> tuple[Answer, ...]:
    """The choices that the customer's texts before our last one name, also where they only ask."""
    said = [*turn.history]
    while said and said[-1][0] != CUSTOMER:
        said.pop()
    texts: list[str] = []
    while said and said[-1][0] == CUSTOMER:
        texts.insert(0, said.pop()[1])
    return _choices_named(turn, "\n".join(texts))


def _choices_named(turn: TurnInput, text: str) -> tuple[Answer, ...]:
    """The choices that `text` names, also where it only asks about them."""
    questions = [q.question("en") for q in turn.pack.qualification.questions if q.choices]
    found = ((one.key, name_in(text, one.options)) for one in questions)
    return tuple(Answer(key, value, text, (0, 0)) for key, value in found if value)


def _begun(understanding: Understanding) -> Understanding:
    """With a wish to book, beside what is answered."""
    kept = [one for one in understanding.intents if one.name in ANSWERED | WISHED]
    if any(one.name in WISHED for one in kept):
        return replace(understanding, intents=tuple(kept))
    said = understanding.intents[0] if understanding.intents else Intent("book", 1.0)
    return replace(understanding, intents=(*kept, replace(said, name="book", faq_id=None)))
