"""What the model is asked, and what of its answer is believed (DESIGN.md 7).

A text is data: whatever it makes the model say, only what was offered comes through, and the most
that it can win is an approved answer or a person.
"""

from collections.abc import Sequence
from dataclasses import replace

from smsbot.conversation.history import asked_last
from smsbot.conversation.intents import WISHES
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.domain.question import AnswerType, Question
from smsbot.domain.understanding import Intent, Understanding
from smsbot.language.normalise import normalise
from smsbot.pack.render import render_prompt
from smsbot.ports import AskedNow, UnderstandRequest
from smsbot.ports import Question as Sample

PROMPT = "understand"
ASKED_AND_FAILED = "The model was asked and failed: "
"""How the problem of an understanding begins whose model failed; the failure's words follow."""
UNSURE = frozenset({"question", "statement"})
"""What the offline understanding leaves open."""
OFFERED = ("faq", "human", "is_bot", *sorted(UNSURE))
"""Offered besides the declared small talk, and the wishes where the pack books."""
YES_NO = frozenset({"yes", "no"})
HUMAN_CONFIDENCE = 0.9


def worth_asking(understanding: Understanding) -> bool:
    """Whether a model could tell more. Without such a thought no call is made."""
    return any(intent.name in UNSURE for intent in understanding.intents)


def request_for(turn: TurnInput) -> UnderstandRequest:
    asked = asked_last(turn.history)
    pending = asked.words if asked else None
    brand = turn.pack.business.brand
    question = _open_question(turn)
    prompt = render_prompt(turn.pack, PROMPT, brand=brand, pending=pending or "nothing")
    return UnderstandRequest(
        prompt=prompt.text,
        prompt_version=prompt.source,
        texts=tuple(text.body for text in turn.texts if text.body.strip()),
        intents=_offered(turn),
        questions=tuple(Sample(e.id, e.questions) for e in turn.pack.faq.entries),
        pending=pending,
        asked=asked_now(question) if question else None,
        history=turn.history,
    )


def believed(answer: Understanding, offline: Understanding, turn: TurnInput) -> Understanding:
    """The model's answer held to what was offered, on top of what is certain without it.

    What is discarded is said in `problem`. A question that the model passed over stays open: a
    customer is never ignored because a model was inattentive.
    """
    said = normalise(" ".join(text.body for text in turn.texts))
    kept, problems = _kept(answer, turn, said)
    certain = [intent for intent in offline.intents if intent.name not in UNSURE]
    known = {(intent.name, intent.faq_id) for intent in certain}
    new = [intent for intent in kept if (intent.name, intent.faq_id) not in known]
    opened = [i for i in offline.intents if i.name in UNSURE and not _covered(i, kept, new)]
    return replace(
        answer,
        intents=(*certain, *new, *opened),
        topics=offline.topics,
        language=answer.language if answer.language in _LANGUAGES else offline.language,
        wants_human=offline.wants_human or any(intent.name == "human" for intent in new),
        time_expression=_verbatim(answer.time_expression, said),
        slots=_slots(answer, turn, said),
        problem="; ".join(problems) or None,
    )


_LANGUAGES = frozenset({"en", "es", "fr", "other"})


def _offered(turn: TurnInput) -> tuple[str, ...]:
    wishes = WISHES if turn.pack.booking else ()
    talk = (entry.id for entry in turn.pack.small_talk.entries)
    return tuple(dict.fromkeys((*OFFERED, *wishes, *talk)))


def asked_now(question: Question) -> AskedNow:
    """The open question as the model is told it."""
    choices = tuple((option.value, option.label) for option in question.options)
    return AskedNow(question.key, question.type.value, choices)


def may_answer(question: Question, value: str, said: str) -> bool:
    """Whether a model may answer `question` with `value`: one of its choices, yes or no, or the
    customer's own words; `said` is what they wrote, normalised."""
    if question.type is AnswerType.CHOICE:
        return value in {option.value for option in question.options}
    if question.type is AnswerType.YES_NO:
        return value in YES_NO
    return _verbatim(value, said) is not None


def _open_question(turn: TurnInput) -> Question | None:
    """The declared question that is open; which of the offered times is taken is read without a
    model."""
    asked = turn.pack.qualification.named(turn.state.dialogue.asked)
    return asked.question(turn.state.language) if asked else None


def _slots(answer: Understanding, turn: TurnInput, said: str) -> dict[str, str]:
    """The answer to the open question, where it may be one."""
    question = _open_question(turn)
    value = answer.slots.get(question.key) if question else None
    if question is None or value is None or not may_answer(question, value, said):
        return {}
    return {question.key: value}


def _kept(answer: Understanding, turn: TurnInput, said: str) -> tuple[list[Intent], list[str]]:
    ids = {entry.id for entry in turn.pack.faq.entries}
    kept: list[Intent] = []
    problems: list[str] = []
    for intent in answer.intents:
        if intent.name not in _offered(turn):
            problems.append("an intent that was not offered was discarded")
        elif intent.name == "faq" and intent.faq_id not in ids:
            problems.append("a question that is not declared was discarded")
        else:
            faq_id = intent.faq_id if intent.name == "faq" else None
            words = _verbatim(intent.words, said) or ""
            kept.append(replace(intent, faq_id=faq_id, words=words))
    if answer.wants_human and all(intent.name != "human" for intent in kept):
        kept.append(Intent("human", HUMAN_CONFIDENCE))
    return kept, problems


def _verbatim(words: str | None, said: str) -> str | None:
    """`words` where the customer wrote them so; a model's own words go nowhere."""
    return words if words and normalise(words) in said else None


def _covered(opened: Intent, kept: Sequence[Intent], new: Sequence[Intent]) -> bool:
    """Whether the model dealt with what was left open. A statement counts as dealt with where it
    understood anything; a question only where it names it."""
    if opened.name == "statement":
        return bool(kept)
    return any(not intent.words or _overlap(opened.words, intent.words) for intent in new)


def _overlap(opened: str, words: str) -> bool:
    part, whole = normalise(words), normalise(opened)
    return part in whole or whole in part or not _telling(opened).isdisjoint(_telling(words))


def _telling(words: str) -> set[str]:
    return {word for word in words_of(words) if kind_of(word) is Kind.CONTENT}
