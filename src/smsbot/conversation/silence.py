"""Why no reply is no neglect. A reason for people, kept as an event."""

from collections.abc import Sequence

from smsbot.conversation.turn import HandOff
from smsbot.conversation.work import Step


def why_silent(plan: Sequence[Step], handoff: HandOff | None) -> str:
    if handoff:
        return "The customer already knows that a person will answer; this was added for them"
    if not plan:
        return "The text is empty and has no picture: there is nothing to answer"
    if any(step.intent.name == "reaction" for step in plan):
        return "A phone's reaction to our own text: nothing was asked"
    if any(step.why == "courtesy" for step in plan):
        return "A courtesy after our text, and nothing was asked"
    names = ", ".join(step.intent.name for step in plan)
    return f"Nothing was asked ({names})"
