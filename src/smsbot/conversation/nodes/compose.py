"""One reply to everything that was asked; what there is no room for goes to a person."""

from langgraph.runtime import Runtime

from smsbot.conversation.composing import Material, put_together
from smsbot.conversation.person import taking_over
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.work import Ctx, Work


async def compose(state: Work, runtime: Runtime[Ctx]) -> Work:
    turn, needs = runtime.context.turn, state.get("needs", ())
    material = Material(
        turn=turn,
        language=reply_language(turn.pack, state["understanding"]),
        parts=tuple(sorted(state.get("parts", ()), key=lambda part: part.place)),
        needs=taking_over(needs),
    )
    reply, left = put_together(material)
    told = ", ".join(piece.source for piece in reply.pieces) if reply else "no reply"
    without = f"; no room for {len(left)}" if left else ""
    return {"reply": reply, "needs": left, "trace": (("compose", told + without),)}
