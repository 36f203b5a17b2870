"""The one place that turns a draft into approved, deferred or refused (law 1).

`TABLE` is the whole of it: which rule binds which kind of draft, in which of the two passes. Every
rule is asked every time and its word is kept; a word that does not bind is kept as such.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from smsbot.domain.decision import Decision, Ruling, Verdict
from smsbot.domain.draft import Approved, DispatchPass, Draft, DraftKind, QueuePass
from smsbot.gate.facts import GateFacts
from smsbot.gate.output_check import check
from smsbot.gate.rules.pace import frequency, loop, staleness, useful_until
from smsbot.gate.rules.standing import number, once, ownership, suppression
from smsbot.gate.rules.words import body, output_check

__all__ = ["TABLE", "GateFacts", "Pass", "Row", "admit", "check", "clear"]

Rule = Callable[[Draft, GateFacts, datetime], Verdict]


class Pass(StrEnum):
    QUEUE = "queue"
    """When a draft is put into the outbox."""
    DISPATCH = "dispatch"
    """Directly before the call to the carrier, on fresh facts."""


BOTH = frozenset(Pass)
QUEUE = frozenset({Pass.QUEUE})
DISPATCH = frozenset({Pass.DISPATCH})
NEVER: frozenset[Pass] = frozenset()


class Row(NamedTuple):
    """A rule, and the passes in which it binds each kind of draft."""

    rule: Rule
    reply: frozenset[Pass]
    workflow: frozenset[Pass]
    rep: frozenset[Pass]
    system: frozenset[Pass]
    staff: frozenset[Pass]

    def binds(self, kind: DraftKind, at: Pass) -> bool:
        by_kind = {
            DraftKind.REPLY: self.reply,
            DraftKind.WORKFLOW: self.workflow,
            DraftKind.REP: self.rep,
            DraftKind.SYSTEM: self.system,
            DraftKind.STAFF: self.staff,
        }
        return at in by_kind[kind]


# The order is that in which a refusal names its rule. `output_check` binds once: the body does not
# change between the passes.
TABLE: tuple[Row, ...] = (
    # rule             reply     workflow  rep    system    staff
    Row(suppression,   BOTH,     BOTH,     BOTH,  NEVER,    NEVER),
    Row(once,          NEVER,    NEVER,    NEVER, BOTH,     NEVER),
    Row(ownership,     BOTH,     BOTH,     NEVER, NEVER,    NEVER),
    Row(number,        BOTH,     BOTH,     BOTH,  BOTH,     BOTH),
    Row(loop,          BOTH,     BOTH,     NEVER, NEVER,    NEVER),
    Row(frequency,     BOTH,     BOTH,     NEVER, NEVER,    NEVER),
    Row(staleness,     DISPATCH, NEVER,    NEVER, DISPATCH, NEVER),
    Row(output_check,  QUEUE,    QUEUE,    NEVER, QUEUE,    NEVER),
    Row(body,          BOTH,     BOTH,     BOTH,  BOTH,     BOTH),
)  # fmt: skip


def admit(
    draft: Draft, facts: GateFacts, now: datetime
) -> tuple[Decision, Approved[QueuePass] | None]:
    """The first pass, when a draft is put into the outbox. `now` is UTC, aware.

    The second part is None unless the decision is `approved`. A deferred draft may be queued until
    `Decision.until`; a refused one is stored with its decision and goes nowhere.
    """
    decision = _decide(draft, facts, now, Pass.QUEUE)
    if decision.outcome != "approved":
        return decision, None
    return decision, Approved(draft, decision, now, QueuePass)


def clear(
    draft: Draft, facts: GateFacts, now: datetime
) -> tuple[Decision, Approved[DispatchPass] | None]:
    """The second pass, directly before the call to the carrier, with `facts.queued_at` set.
    `now` is UTC, aware. Only what it returns can be handed to `Carrier.send`."""
    decision = _decide(draft, facts, now, Pass.DISPATCH)
    if decision.outcome != "approved":
        return decision, None
    ends = useful_until(draft, facts)
    return decision, Approved(draft, decision, now, DispatchPass, ends)


def _decide(draft: Draft, facts: GateFacts, now: datetime, at: Pass) -> Decision:
    verdicts = tuple(_ask(row, draft, facts, now, at) for row in TABLE)
    for refused in verdicts:
        if refused.binding and refused.ruling is Ruling.REFUSE:
            return Decision("refused", refused.rule, refused.reason, verdicts, now)
    waits = [(v.until, v) for v in verdicts if v.binding and v.until is not None]
    if waits:
        until, latest = max(waits, key=lambda wait: wait[0])
        return Decision("deferred", latest.rule, latest.reason, verdicts, now, until)
    binding = sum(verdict.binding for verdict in verdicts)
    reason = f"All {binding} rules that bind a {draft.kind.value} text here allow it."
    return Decision("approved", "all", reason, verdicts, now)


def _ask(row: Row, draft: Draft, facts: GateFacts, now: datetime, at: Pass) -> Verdict:
    verdict = row.rule(draft, facts, now)
    if row.binds(draft.kind, at):
        return verdict
    return Verdict(verdict.rule, verdict.ruling, verdict.reason, verdict.until, binding=False)
