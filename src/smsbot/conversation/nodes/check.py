"""Holds the reply to its evidence. What fails is withheld, a person takes over, and it is on
record as a defect."""

from datetime import datetime

from langgraph.runtime import Runtime

from smsbot.conversation.composing import MOST_QUESTIONS
from smsbot.conversation.person import hand_off_for
from smsbot.conversation.silence import why_silent
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.waiting import over_night
from smsbot.conversation.work import Ctx, Need, Reply, Work
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.event import Event, EventType
from smsbot.domain.task import Then
from smsbot.gate.output_check import check as output_check


async def check(state: Work, runtime: Runtime[Ctx]) -> Work:
    turn, reply, needs = runtime.context.turn, state["reply"], state.get("needs", ())
    began = reply.began if reply else None
    handoff = over_night(
        turn, hand_off_for(turn, state["understanding"], needs), needs, state.get("told") or began
    )
    if reply is None:
        reason = why_silent(state["plan"], handoff)
        quiet = Event(EventType.TURN_QUIET, reason, _when(turn))
        return {"handoff": handoff, "events": (quiet,), "trace": (("check", reason),)}
    evidence = _evidence(turn, reply)
    wrong = _problems(turn, reply, evidence)
    if not wrong:
        draft = _draft(
            turn, reply, evidence, while_waiting=bool(handoff and handoff.then is not Then.LOOK)
        )
        return {"draft": draft, "handoff": handoff, "trace": (("check", "stands"),)}
    reason = f"A composed reply was withheld: {'; '.join(wrong)}"
    defect = Event(EventType.DEFECT, reason, _when(turn), {"body": reply.body, "wrong": wrong})
    handoff = hand_off_for(turn, state["understanding"], (*needs, Need("defect", "")))
    return {"handoff": handoff, "events": (defect,), "trace": (("check", reason),)}


def _problems(turn: TurnInput, reply: Reply, evidence: tuple[str, ...]) -> list[str]:
    limit = turn.pack.business.limits.max_segments
    wrong = output_check(reply.body, evidence, max_segments=limit)
    if reply.body.count("?") > MOST_QUESTIONS:
        wrong.append("it asks more than one question")
    return wrong


def _evidence(turn: TurnInput, reply: Reply) -> tuple[str, ...]:
    """The approved wordings, what the business declares, and what the customer wrote."""
    business = turn.pack.business
    declared = (business.brand, business.assistant, business.support_phone)
    optional = (business.support_email, business.website)
    approved = [text for piece in reply.pieces for text in piece.evidence]
    said = [text.body for text in turn.texts if text.body.strip()]
    return (*approved, *declared, *(one for one in optional if one), *said)


def _draft(
    turn: TurnInput, reply: Reply, evidence: tuple[str, ...], *, while_waiting: bool
) -> Draft:
    answered = ", ".join(reply.answered)
    did = [f"answers {answered}"] if answered else []
    did += ["says that a person will answer"] if reply.promised else []
    return Draft(
        kind=DraftKind.REPLY,
        to=turn.contact.phone,
        body=reply.body,
        reason=f"The assistant {' and '.join(did) or 'answers in approved words'}",
        source=" + ".join(piece.source for piece in reply.pieces),
        answers=tuple(text.id for text in turn.texts),
        evidence=evidence,
        while_waiting=while_waiting,
    )


def _when(turn: TurnInput) -> datetime:
    """When it happened, UTC: by the true clock, which `turn.now` may not be in the demo."""
    return max(text.received_at for text in turn.texts)
