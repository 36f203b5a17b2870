"""Approved answers to declared questions, declared prices, and why something is asked, as they
stand."""

from langgraph.runtime import Runtime

from smsbot.conversation.approved import Piece, from_answer
from smsbot.conversation.booking.besides import asked_beside, without_choice
from smsbot.conversation.holidays import closed_notice
from smsbot.conversation.prices import price_of
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.whys import WHY, asked_why
from smsbot.conversation.work import Branch, Ctx, Need, Part, PartKind, Step, Work
from smsbot.pack.qualification import in_language


async def faq(state: Work, runtime: Runtime[Ctx]) -> Work:
    """An answer that doesn't exist in the customer's language is given in English, and a person
    who speaks theirs is asked."""
    turn = runtime.context.turn
    language = reply_language(turn.pack, state["understanding"])
    translated = {e.id: language in e.answer for e in turn.pack.faq.entries}
    steps = [s for s in state["plan"] if s.branch is Branch.FAQ and s.intent.faq_id in translated]
    parts: list[Part] = []
    needs: list[Need] = []
    for step in steps:
        entry = step.intent.faq_id or ""
        piece = from_answer(turn.pack, entry, language)
        words = step.intent.words
        closed = closed_notice(turn, entry, words, language)
        if closed:
            piece = closed.before(piece)
        parts.append(Part(PartKind.ANSWER, step.place, piece, entry, words))
        if not translated[entry]:
            needs.append(Need("language", words, step.place))
    asked = [s for s in state["plan"] if s.branch is Branch.FAQ and s.intent.name == "price"]
    for step in asked[:1]:
        words, heard = step.intent.words, state["heard"]
        asks_it = asked_beside(words, heard) or without_choice(words, heard)
        price = price_of(turn, asks_it, language)
        if price is None:
            needs.append(Need("pricing", words, step.place))
        else:
            parts.append(Part(PartKind.ANSWER, step.place, price, price.source, words))
    parts += [_why(turn, s, language) for s in state["plan"] if s.intent.name == WHY][:1]
    said = ", ".join(part.about for part in parts)
    return {
        "parts": tuple(parts),
        "needs": tuple(needs),
        "trace": (("faq", f"answers {said or 'nothing'} in {language}"),),
    }


def _why(turn: TurnInput, step: Step, language: str) -> Part:
    question = asked_why(turn, step.intent.words)
    assert question is not None, "route sends only what asks why"
    assert question.why is not None, "a question without a why is not asked for it"
    source = f"question:{question.key}:why"
    text = in_language(question.why, language)
    return Part(
        PartKind.ANSWER, step.place, Piece(text, source, (text,)), source, step.intent.words
    )
