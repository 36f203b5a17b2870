"""What is asked while nobody is there, one question on; and who is told of what cannot wait."""

from langgraph.runtime import Runtime

from smsbot.conversation.after_hours import (
    NOTED,
    ON_CALL_TOLD,
    Told,
    ask_again,
    at_once,
    go_on,
)
from smsbot.conversation.approved import from_template
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.tonight import CALLED, facts_of, standing
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.work import Branch, Ctx, Part, PartKind, Work
from smsbot.pack.hours import say_when

PENDING = "pending"
"""Nothing was said to the question: it is asked again behind what was answered."""
GO_ON = "go_on"
"""Said before a question that is asked again because something else was told."""


async def after_hours(state: Work, runtime: Runtime[Ctx]) -> Work:
    """Runs once a turn; what was told joins the task that waits."""
    turn = runtime.context.turn
    steps = [step for step in state["plan"] if step.branch is Branch.AFTER_HOURS]
    why = {step.why for step in steps}
    told = _told(turn, state, why)
    text = _text(turn)
    pack, language = turn.pack, reply_language(turn.pack, state["understanding"])
    when = say_when(pack.business, told.when, language, now=turn.now)
    tokens = {} if told.at_once else {"when": when}
    piece = from_template(pack, told.template, language, **tokens)
    kind = PartKind.DONE if told.template in (NOTED, ON_CALL_TOLD) else PartKind.ASK
    parts: tuple[Part, ...] = (Part(kind, steps[0].place, piece, told.template, text),)
    pending = why == {PENDING}
    if kind is PartKind.ASK and told.after.again and not pending and pack.qualification.questions:
        noted = from_template(pack, GO_ON, language)
        parts = (Part(PartKind.DONE, steps[0].place, noted, GO_ON, text), *parts)
    said = ", ".join(told.facts) or "nothing new"
    trace = (("after_hours", f"was told {said}"),)
    return {"told": None if pending else told, "parts": parts, "trace": trace}


def _told(turn: TurnInput, state: Work, why: set[str]) -> Told:
    asking, facts = turn.state.after_hours, facts_of(turn, state["heard"])
    standing_now = standing(turn)
    if CALLED in why and standing_now is not None:
        return at_once(standing_now, facts)
    assert asking is not None, "route sends nothing else here where nothing is asked"
    if why == {PENDING}:
        return ask_again(asking)
    return go_on(turn.pack.business, asking, _text(turn), turn.now, facts)


def _text(turn: TurnInput) -> str:
    return "\n".join(one.body for one in turn.texts)
