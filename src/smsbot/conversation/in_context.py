"""What a text is about that its own words leave open: the job in hand ("how long does it take?"),
the hours of a day that no sample names ("are you open on thanksgiving?"), and the price of one more
thing behind the first ("and for a tune-up?")."""

from dataclasses import replace

from smsbot.conversation.forms import asks, points_back, wants
from smsbot.conversation.holidays import tells_hours
from smsbot.conversation.lexicon import CONJUNCTIONS
from smsbot.conversation.prices import price_of
from smsbot.conversation.reading import Reader
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.domain.understanding import Intent
from smsbot.language.times import find_times

ASKS = frozenset({"question", "statement"})
MAY_FOLLOW = ASKS | {"book", "availability", "unclear"}
"""What "and a tune-up?" looks like."""
WHAT_ABOUT = ("what", "about")


def in_context(turn: TurnInput, reader: Reader, intent: Intent) -> Intent:
    """The declared question that `intent` asks in its context; `intent` itself where none is."""
    if _asks_one_more_price(turn, intent):
        return replace(intent, name="price", faq_id=None)
    if intent.name not in ASKS:
        return intent
    return _of_a_day(turn, reader, intent) or _of_the_job(turn, reader, intent) or intent


def _asks_one_more_price(turn: TurnInput, intent: Intent) -> bool:
    """Whether it follows on a price, and names a service whose price is declared and nothing else:
    "y un mantenimiento?"."""
    words = words_of(intent.words)
    lead = 1 if words[:1] and words[0] in CONJUNCTIONS else 2 if words[:2] == WHAT_ABOUT else 0
    last = next(iter(turn.state.last_intents), "")
    priced = last == "price" or (last.startswith("faq:") and _is_price(turn, last[4:]))
    if not (lead and priced and intent.name in MAY_FOLLOW) or wants(words[lead:]):
        return False
    return price_of(turn, " ".join(words[lead:]), "en") is not None


def _is_price(turn: TurnInput, entry: str) -> bool:
    """Whether an approved answer states an amount."""
    return any(one.id == entry and "$" in one.answer["en"] for one in turn.pack.faq.entries)


def _of_a_day(turn: TurnInput, reader: Reader, intent: Intent) -> Intent | None:
    """Hours of the day that is named."""
    zone = turn.pack.business.zone
    windows = find_times(intent.words, turn.now.astimezone(zone), zone).windows
    if not windows:
        return None
    left = intent.words
    for start, end in sorted((one.span for one in windows), reverse=True):
        left = f"{left[:start]} {left[end:]}"
    said = words_of(left)
    last = next(iter(turn.state.last_intents), "").removeprefix("faq:")
    if all(kind_of(word) is not Kind.CONTENT for word in said) and _hours(turn, last):
        return Intent("faq", 1.0, last, intent.words)  # "and on christmas?"
    near = reader.questions.best(said)
    if near is None or near.confidence < reader.answer_at or not _hours(turn, near.key):
        return None
    return Intent("faq", near.confidence, near.key, intent.words)


def _hours(turn: TurnInput, entry: str) -> bool:
    known = any(one.id == entry for one in turn.pack.faq.entries)
    return known and tells_hours(turn.pack, entry)


def _of_the_job(turn: TurnInput, reader: Reader, intent: Intent) -> Intent | None:
    """About what is booked just now, where the words only point to it."""
    words = words_of(intent.words)
    bare = all(kind_of(word) is not Kind.CONTENT for word in words) or points_back(words)
    asked = intent.words.rstrip().endswith("?") or asks(words)
    if turn.state.dialogue.goal is None or not (asked and bare):
        return None
    found = [
        near
        for question in turn.pack.qualification.questions
        if question.key in reader.opens
        for choice in question.choices
        if choice.value == turn.state.facts.get(question.key)
        for said in (*choice.label.values(), *choice.words)
        if (near := reader.questions.best((*words, *words_of(said))))
        and not set(words_of(said)).isdisjoint(words_of(near.sample))
    ]
    best = max(found, key=lambda one: one.confidence, default=None)
    if best is None or best.confidence < reader.answer_at:
        return None
    return Intent("faq", best.confidence, best.key, intent.words)
