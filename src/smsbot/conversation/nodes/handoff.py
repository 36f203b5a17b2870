"""What a person has to hear. The task itself is made once the reply is composed."""

from langgraph.runtime import Runtime

from smsbot.conversation.person import needs_for
from smsbot.conversation.spoken import is_foreign
from smsbot.conversation.work import Branch, Ctx, Work


async def handoff(state: Work, runtime: Runtime[Ctx]) -> Work:
    foreign = is_foreign(runtime.context.turn.pack, state["understanding"])
    needs = tuple(
        needs_for("language" if foreign else step.why, step.intent.words, step.place)
        for step in state["plan"]
        if step.branch is Branch.HAND_OFF
    )
    said = ", ".join(dict.fromkeys(need.detail for need in needs))
    return {"needs": needs, "trace": (("handoff", f"a person is needed: {said}"),)}
