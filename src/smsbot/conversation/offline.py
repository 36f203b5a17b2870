"""What a burst means, understood without a model."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from smsbot.conversation.forms import announces, praises
from smsbot.conversation.history import CUSTOMER
from smsbot.conversation.in_context import in_context
from smsbot.conversation.intents import topics
from smsbot.conversation.lexicon import AGREEING, CHATTER, DECLINING, SIGNATURES, SULKY, THANKING
from smsbot.conversation.reading import BY_RULE, Reader, Thought
from smsbot.conversation.tongue import language_of
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import words_of
from smsbot.domain.understanding import Intent, Understanding
from smsbot.language.normalise import MARKS, tokens
from smsbot.language.reading import read

_SHORT = 6
"""Words."""
_SURE = 0.7
_DOUBTING = frozenset({"disliked", "questioned", "no le gusto", "na pas aime"})
_WAVING = frozenset("\U0001f44b\U0001f64b")
_CLAUSE_END = re.compile(r"[,.;!\n]+|\band\b|\by\b|\bet\b", re.IGNORECASE)
_CLOSING_QUOTES = ("\u201d", "\u00bb", '"')


def understand_offline(turn: TurnInput, reader: Reader) -> tuple[Understanding, str]:
    """The understanding, and a line for `smsbot why` that says how it came about."""
    bodies = [body for body in (_unsigned(text.body) for text in turn.texts) if body]
    reactions = {body: lead for body in bodies if (lead := _reaction(body))}
    written = [body for body in bodies if body not in reactions]
    thoughts = reader.read(written)
    intents = [thought.intent for thought in thoughts if thought.intent]
    intents = [in_context(turn, reader, intent) for intent in intents]
    told = topics(read("\n".join(written)).tokens) if written else ()
    asked = turn.state.dialogue.asked is not None  # "the second is perfect" chooses
    intents = [_courtesy(one) or (not asked and _praise(one)) or one for one in intents]
    if written and not intents:
        announced = announces(words_of(" ".join(written)))
        greeted = Intent("greeting", BY_RULE, words="\n".join(written))
        intents.append(greeted if announced else _wordless(written))
    intents += _asked_besides(reader, written, {intent.name for intent in intents})
    for body, lead in reactions.items():
        name = "statement" if lead in _DOUBTING else "reaction"
        intents.append(Intent(name, BY_RULE, words=body))
    if any(text.media for text in turn.texts):
        intents.append(Intent("media", 1.0))
    settled = any(who == CUSTOMER for who, _ in turn.history)
    language = language_of(written, turn.state.language, reader.foreign, settled=settled)
    understanding = Understanding(
        intents=tuple(intents),
        topics=told,
        language=language,
        wants_human=any(intent.name == "human" for intent in intents),
    )
    return understanding, _told(intents, thoughts)


def _courtesy(intent: Intent) -> Intent | None:
    """A short statement that is a thank you or an "ok" in other words: "good to know", "gotcha".
    What was said beside it makes it none: "the leak is back. thank you"."""
    if intent.name != "statement" or len(words_of(intent.words)) > _SHORT:
        return None
    said = read(intent.words).tokens
    first = topics([word for word in said if word not in THANKING] or said)[0]
    sure = first.name in ("thanks", "affirm") and first.confidence >= _SURE
    return replace(first, words=intent.words) if sure else None


def _praise(intent: Intent) -> Intent | None:
    """A statement that is nothing but praise: it wants no more than thanks do."""
    clauses = [words_of(one) for one in _CLAUSE_END.split(intent.words)]
    said = [words for words in clauses if words]
    if intent.name != "statement" or not said or not all(map(praises, said)):
        return None
    return Intent("thanks", BY_RULE, words=intent.words)


def _asked_besides(reader: Reader, bodies: Sequence[str], known: set[str]) -> list[Intent]:
    """What is owed an answer also where it stands in the middle of something else: whether this
    is a bot, and a wish for a person."""
    words = [word for body in bodies for word in words_of(body)]
    asked = dict.fromkeys(match.label for match in reader.asked_for.find(words))
    return [Intent(name, BY_RULE) for name in asked if name not in known]


def _unsigned(body: str) -> str:
    lines = body.strip().splitlines()
    if len(lines) > 1 and lines[-1].casefold().startswith(SIGNATURES):
        lines.pop()
    return "\n".join(lines).strip()


def _reaction(body: str) -> str | None:
    """What a phone's reaction to a text of ours says ("liked"), where it is one. It quotes us:
    nothing in it is asked."""
    if not body.endswith(_CLOSING_QUOTES):
        return None
    lead = read(body).words
    whole = [token for token in tokens(body) if token not in MARKS]
    return " ".join(lead) if len(lead) < len(whole) else None


def _wordless(bodies: Sequence[str]) -> Intent:
    """What is meant by a text in which no word tells anything: "yes", "👍", "???"."""
    text = " ".join(bodies)
    words = set(words_of(text))
    if words and words <= AGREEING | CHATTER and words & AGREEING:
        return Intent("affirm", BY_RULE, words=text)
    if words and words <= DECLINING | CHATTER and words & DECLINING:
        return Intent("deny", BY_RULE, words=text)
    if not words and not _WAVING.isdisjoint(text):
        return Intent("greeting", BY_RULE, words=text)
    if not words and _is_friendly_emoji(text):
        return Intent("affirm", BY_RULE, words=text)
    return Intent("unclear", BY_RULE, words=text)


def _is_friendly_emoji(text: str) -> bool:
    pictures = any(unicodedata.category(char) == "So" for char in text)
    return pictures and "?" not in text and SULKY.isdisjoint(text)


def _told(intents: Sequence[Intent], thoughts: Sequence[Thought]) -> str:
    said = [f"{i.faq_id or i.name} {i.confidence:.2f}" for i in intents]
    near = [
        f"nearest to '{thought.near.key}', only {thought.near.confidence:.2f}"
        for thought in thoughts
        if thought.near and not thought.sure
    ]
    return "; ".join([*said, *near]) or "nothing was said"
