"""The end of a story: what the gate said of each text that was to go out, and how far it came."""

from collections.abc import Sequence
from textwrap import shorten

from smsbot.domain.decision import Verdict
from smsbot.domain.event import EventType
from smsbot.pipeline.story_parts import AttemptPart, GatePart, OutboundStory, ReceiptPart
from smsbot.web.demo.chapter import Chapter, Fold, Line, seconds, several
from smsbot.web.demo.words import OUTCOME, RULING, STATE, STATUS

WHEN = {"queue": "When it was written", "dispatch": "Again, right before sending"}
CALL = {
    "accepted": ("accepted", "good"),
    "rejected": ("refused", "waiting"),
    "absent": ("never arrived", "waiting"),
    None: ("no answer", "waiting"),
}
"""What one call to the carrier came to."""


LATER = (EventType.TEXT_UNKNOWN.value, EventType.TEXT_DEFERRED.value)
"""What happened on the way to a second try."""


def gate(texts: Sequence[OutboundStory], *, waits: bool) -> Chapter:
    """Every rule's verdict on each text, in both passes. `waits`: the bot has not answered yet."""
    if not texts:
        return _nothing("gate", "Gate", waits)
    last = [one.gate[-1].decision for one in texts]
    word, tone = OUTCOME[last[-1].outcome]
    sent = sum(one.outcome == "approved" for one in last)
    if len(texts) > 1:
        word = f"{sent} of {len(texts)} approved"
    cancelled = tuple(f"Taken back: {one.cancelled}." for one in texts if one.cancelled)
    return Chapter(
        key="gate",
        title="Gate",
        headline=" ".join(dict.fromkeys(decision.reason for decision in last)),
        word=word,
        tone=tone,
        notes=cancelled,
        folds=tuple(_pass(part) for one in texts for part in one.gate),
        at=last[-1].at,
    )


def _pass(part: GatePart) -> Fold:
    return Fold(WHEN[part.when], tuple(map(_verdict, part.decision.verdicts)))


def _verdict(verdict: Verdict) -> Line:
    if not verdict.binding:
        return Line(verdict.rule, verdict.reason, "not binding")
    word, tone = RULING[verdict.ruling]
    return Line(verdict.rule, verdict.reason, word, tone)


def delivered(texts: Sequence[OutboundStory], *, waits: bool) -> Chapter:
    """How far each text came, by the carrier's own reports."""
    if not texts:
        return _nothing("delivered", "Delivered", waits)
    last = texts[-1]
    word, tone = STATUS.get(last.status or "", STATE[last.state])
    return Chapter(
        key="delivered",
        title="Delivered",
        headline=" ".join(_fate(one) for one in texts),
        word=word,
        tone=tone,
        notes=tuple(note for one in texts for note in _counted(one)),
        folds=tuple(fold for one in texts for fold in _folds(one)),
        at=last.receipts[-1].at if last.receipts else last.sent_at,
    )


def _fate(text: OutboundStory) -> str:
    reached = [one.at for one in text.receipts if one.status == "delivered"]
    if reached:
        return f"On the phone {seconds(text.queued_at, reached[0])} after it was written."
    if text.state == "failed":
        return f"It did not reach the phone (code {text.error_code or 'unknown'})."
    if text.state == "unknown":
        return "It may or may not have it: that is looked up before any second try."
    if text.state in ("refused", "cancelled"):
        return "Nothing was sent."
    if text.state == "queued" and text.attempts and text.attempts[-1].outcome == "rejected":
        return "The carrier refused it for now; it is tried again by itself."
    return "On its way."


def _counted(text: OutboundStory) -> list[str]:
    """That nothing was doubled, where it could have been."""
    notes = [one.reason for one in text.events if one.type in LATER]
    if len(text.attempts) > 1:
        made = sum(one.outcome == "accepted" for one in text.attempts)
        notes.append(
            f"{several(len(text.attempts), 'call')} to the carrier made {several(made, 'text')}."
        )
    idle = sum(one.effect != "advanced" for one in text.receipts)
    if idle:
        notes.append(f"{several(idle, 'report')} came late or twice and changed nothing.")
    return notes


def _folds(text: OutboundStory) -> list[Fold]:
    lines = [_call(one) for one in text.attempts] + [_report(one) for one in text.receipts]
    what = shorten(text.body, 44, placeholder="\u2026")
    return [Fold(f"Calls and reports for \u201c{what}\u201d", tuple(lines))] if lines else []


def _call(attempt: AttemptPart) -> Line:
    word, tone = CALL[attempt.outcome]
    said = " ".join(
        str(attempt.detail[key]) for key in ("code", "message") if key in attempt.detail
    )
    took = seconds(attempt.started_at, attempt.ended_at) if attempt.ended_at else "no time known"
    return Line("call to the carrier", f"{said} ({took})" if said else took, word, tone)


def _report(report: ReceiptPart) -> Line:
    word, tone = STATUS[report.status]
    code = f", code {report.error_code}" if report.error_code else ""
    return Line(f"report: {report.status}", f"{report.effect}{code}", word, tone)


def _nothing(key: str, title: str, waits: bool) -> Chapter:
    if waits:
        return Chapter(key, title, "Not there yet.", "soon", "waiting")
    return Chapter(key, title, "Nothing to send.", "nothing sent", "plain")
