"""How much and how late: loops, caps, and texts that have outlived their use."""

from datetime import datetime, timedelta

from smsbot.domain.decision import Verdict
from smsbot.domain.draft import Draft, DraftKind
from smsbot.gate.facts import GateFacts
from smsbot.gate.verdicts import allow, defer, refuse

CONFIRM_WITHIN = timedelta(minutes=5)
"""47 CFR 64.1200(a)(12): a confirmation within five minutes is presumed to fall in the consent."""

ASK_AGAIN = timedelta(hours=1)
"""How long a text that we start waits when the day's cap is reached, before it is judged anew."""


def loop(_draft: Draft, facts: GateFacts, _now: datetime) -> Verdict:
    """Two machines answering each other: the carrier stops at more than 15 replies in 30 s to one
    phone (compliance.md 5, code 14107); we stop earlier, and at the same words said again."""
    limits = facts.limits
    if facts.replies_last_30s >= limits.replies_per_30s:
        return refuse("loop", f"{facts.replies_last_30s} replies went out in the last 30 seconds.")
    if facts.same_body_last_hour >= limits.identical_replies_per_hour:
        return refuse(
            "loop", f"The same text went out {facts.same_body_last_hour} times in the last hour."
        )
    return allow("loop", "No sign of a loop.")


def frequency(draft: Draft, facts: GateFacts, now: datetime) -> Verdict:
    """Caps for one person: replies in an hour (above it a person should look), and texts that we
    start in 24 hours (compliance.md 2, `cap`), which can wait."""
    limits = facts.limits
    if draft.kind is not DraftKind.WORKFLOW and facts.replies_last_hour >= limits.replies_per_hour:
        return refuse("frequency", f"{facts.replies_last_hour} replies went out in the last hour.")
    started = facts.texts_we_started_last_24h
    if draft.kind is DraftKind.WORKFLOW and started >= limits.workflow_texts_per_day:
        return defer(
            "frequency", f"We started {started} texts in the last 24 hours.", now + ASK_AGAIN
        )
    return allow("frequency", "Below the caps for one person.")


def useful_until(draft: Draft, facts: GateFacts) -> datetime | None:
    """When the draft stops being worth sending, UTC: a bot's reply goes stale (DESIGN.md 5), a
    confirmation must be prompt. None for what has no such end, and before it is queued."""
    if facts.queued_at is None:
        return None
    if draft.kind is DraftKind.REPLY:
        return facts.queued_at + timedelta(minutes=facts.limits.reply_stale_after_minutes)
    return facts.queued_at + CONFIRM_WITHIN if draft.kind is DraftKind.SYSTEM else None


def staleness(draft: Draft, facts: GateFacts, now: datetime) -> Verdict:
    """An answer that comes too late, or to something that is no longer so, is not sent; whoever
    asked the gate makes a task of it where the draft says so."""
    if facts.answers_superseded:
        return refuse("staleness", "Something later has undone what this answers.")
    until = useful_until(draft, facts)
    if until is not None and now >= until:
        return refuse("staleness", "It waited too long to be a prompt answer.")
    return allow("staleness", "It is still timely.")
