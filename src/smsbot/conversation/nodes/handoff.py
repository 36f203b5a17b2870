"""What a person has to hear. The task itself is made once the reply is composed."""

from collections.abc import Sequence

from langgraph.runtime import Runtime

from smsbot.conversation.approved import from_template
from smsbot.conversation.person import ASIDE, needs_for
from smsbot.conversation.spoken import is_foreign, reply_language
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.waiting import when_looked_at
from smsbot.conversation.work import Branch, Ctx, Need, Part, PartKind, Work
from smsbot.pack.hours import say_when


async def handoff(state: Work, runtime: Runtime[Ctx]) -> Work:
    turn = runtime.context.turn
    foreign = is_foreign(turn.pack, state["understanding"])
    needs = tuple(
        needs_for("language" if foreign else step.why, step.intent.words, step.place)
        for step in state["plan"]
        if step.branch is Branch.HAND_OFF
    )
    said = ", ".join(dict.fromkeys(need.detail for need in needs))
    language = reply_language(turn.pack, state["understanding"])
    return {
        "needs": needs,
        "parts": _besides(turn, needs, language),
        "trace": (("handoff", f"a person is needed: {said}"),),
    }


def _besides(turn: TurnInput, needs: Sequence[Need], language: str) -> tuple[Part, ...]:
    """What is said of a question beside a booking that goes on: who answers it, and by when."""
    aside = [need for need in needs if need.detail == ASIDE]
    if not aside or len(aside) < len(needs):
        return ()
    due = when_looked_at(turn, aside)
    said = say_when(turn.pack.business, due, language, now=turn.now)
    piece = from_template(turn.pack, "asked_besides", language, when=said)
    return (Part(PartKind.DONE, aside[0].place, piece, ASIDE, aside[0].words),)
