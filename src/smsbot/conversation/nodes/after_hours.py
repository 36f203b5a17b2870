"""What is asked while nobody is there, one question on."""

from langgraph.runtime import Runtime

from smsbot.conversation.after_hours import NOTED, ON_CALL_TOLD, ask_again, cannot_wait, go_on
from smsbot.conversation.approved import from_template
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.work import Branch, Ctx, Part, PartKind, Work
from smsbot.pack.hours import say_when

PENDING = "pending"
"""Nothing was said to the question: it is asked again behind what was answered."""


async def after_hours(state: Work, runtime: Runtime[Ctx]) -> Work:
    """Runs once a turn; what was told joins the task that waits."""
    turn = runtime.context.turn
    pack, asking = turn.pack, turn.state.after_hours
    steps = [step for step in state["plan"] if step.branch is Branch.AFTER_HOURS]
    text = "\n".join(one.body for one in turn.texts)
    pending = all(step.why == PENDING for step in steps)
    if asking is not None and asking.asked is not None:
        told = ask_again(asking) if pending else go_on(pack.business, asking, text, turn.now)
    else:
        insisted = cannot_wait(pack.business, text, turn.now)
        assert insisted is not None, "route sends nothing else here where nothing is asked"
        told = insisted
    language = reply_language(pack, state["understanding"])
    when = say_when(pack.business, told.when, language, now=turn.now)
    tokens = {} if told.at_once else {"when": when}
    piece = from_template(pack, told.template, language, **tokens)
    kind = PartKind.DONE if told.template in (NOTED, ON_CALL_TOLD) else PartKind.ASK
    part = Part(kind, steps[0].place, piece, told.template, text)
    said = ", ".join(told.facts) or "nothing new"
    trace = (("after_hours", f"was told {said}"),)
    return {"told": None if pending else told, "parts": (part,), "trace": trace}
