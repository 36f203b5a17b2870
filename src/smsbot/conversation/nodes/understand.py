"""What do the texts mean? Without a model where that is enough, with one call at most."""

from dataclasses import replace

from langgraph.runtime import Runtime

from smsbot.conversation.asking_model import (
    ASKED_AND_FAILED,
    believed,
    request_for,
    worth_asking,
)
from smsbot.conversation.booking.hearing import Heard, hear, hear_more
from smsbot.conversation.going_on import taken_up
from smsbot.conversation.offline import understand_offline
from smsbot.conversation.work import Ctx, Work
from smsbot.domain.understanding import Understanding
from smsbot.ports import ModelFailed


async def understand(state: Work, runtime: Runtime[Ctx]) -> Work:  # noqa: ARG001 first node
    """A model that fails is nobody's problem: the offline understanding answers, and what it isn't
    sure of goes to a person."""
    ctx = runtime.context
    heard = hear(ctx.turn, ctx.turn.state.dialogue)
    offline, told = understand_offline(ctx.turn, ctx.reader)
    if ctx.model is None or not ctx.turn.use_model or _clear(offline, heard):
        return _understood(*taken_up(ctx.turn, offline, heard), f"offline: {told}")
    try:
        answer = await ctx.model.understand(request_for(ctx.turn))
    except ModelFailed as failed:
        problem = f"{ASKED_AND_FAILED}{failed}"
        failed_over = replace(offline, problem=problem)
        return _understood(*taken_up(ctx.turn, failed_over, heard), f"{problem}; offline: {told}")
    understanding = believed(answer, offline, ctx.turn)
    heard = hear_more(ctx.turn, heard, understanding)
    said = "; ".join(f"{i.faq_id or i.name} {i.confidence:.2f}" for i in understanding.intents)
    note = f" ({understanding.problem})" if understanding.problem else ""
    return _understood(
        *taken_up(ctx.turn, understanding, heard),
        f"{understanding.source}: {said}{note}; offline: {told}",
    )


def _clear(offline: Understanding, heard: Heard) -> bool:
    """Whether no model is needed: all is understood, or the texts answer what was asked."""
    return (heard.answered and heard.certain) or not worth_asking(offline)


def _understood(understanding: Understanding, heard: Heard, told: str) -> Work:
    return {"understanding": understanding, "heard": heard, "trace": (("understand", told),)}
