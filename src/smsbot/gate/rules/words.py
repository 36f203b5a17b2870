"""What the text itself says."""

from datetime import datetime

from smsbot.domain.decision import Verdict
from smsbot.domain.draft import Draft, DraftKind
from smsbot.gate.facts import GateFacts
from smsbot.gate.output_check import MAX_CHARACTERS, check
from smsbot.gate.verdicts import allow, refuse


def body(draft: Draft, _facts: GateFacts, _now: datetime) -> Verdict:
    """There is something to send, and the carrier takes it (compliance.md 4: 1,600 characters)."""
    if not draft.body.strip():
        return refuse("body", "The text is empty.")
    if len(draft.body) > MAX_CHARACTERS:
        return refuse("body", f"The text has {len(draft.body)} characters, {MAX_CHARACTERS} fit.")
    return allow("body", "The text has a length that can be sent.")


def output_check(draft: Draft, facts: GateFacts, _now: datetime) -> Verdict:
    """Nothing is stated that the evidence does not hold (DESIGN.md 7)."""
    wrong = check(
        draft.body,
        draft.evidence,
        max_segments=facts.limits.max_segments,
        mandated=draft.kind is DraftKind.SYSTEM,
    )
    if wrong:
        return refuse("output_check", "; ".join(wrong) + ".")
    return allow("output_check", "All that it states stands in the evidence.")
