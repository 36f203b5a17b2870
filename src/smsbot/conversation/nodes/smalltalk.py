"""Greetings, thanks, and "are you a bot?", which is answered truthfully whatever else is asked."""

from langgraph.runtime import Runtime

from smsbot.conversation.approved import from_template
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.work import Branch, Ctx, Part, PartKind, Work

IS_BOT = "is_bot"


async def smalltalk(state: Work, runtime: Runtime[Ctx]) -> Work:
    pack = runtime.context.turn.pack
    language = reply_language(pack, state["understanding"])
    texts = {entry.id: entry.text for entry in pack.small_talk.entries}
    parts: list[Part] = []
    for step in state["plan"]:
        if step.branch is not Branch.SMALL_TALK:
            continue
        name = step.intent.name
        piece = from_template(pack, texts.get(name, name), language)
        kind = PartKind.IS_BOT if name == IS_BOT else PartKind.TALK
        parts.append(Part(kind, step.place, piece, name, step.intent.words))
    said = ", ".join(part.about for part in parts)
    return {"parts": tuple(parts), "trace": (("smalltalk", f"has a text for {said}"),)}
