"""All guards over one text, in one visible order."""

from collections.abc import Sequence

from smsbot.domain.guard import Action, GuardDecision, GuardFacts, GuardVerdict
from smsbot.guards import (
    auto_reply,
    emergency,
    escalation,
    flood,
    help_word,
    opt_in,
    opt_out,
    owned,
    self_harm,
    suppressed,
    unsure,
    wrong_number,
)
from smsbot.guards.verdict import Guard
from smsbot.language.reading import Reading, read
from smsbot.pack.guards import GuardRules

PRECEDENCE: tuple[tuple[str, Guard], ...] = (
    ("opt_out", opt_out.judge),
    ("help", help_word.judge),
    ("opt_in", opt_in.judge),
    ("wrong_number", wrong_number.judge),
    ("suppressed", suppressed.judge),
    ("emergency", emergency.judge),
    ("self_harm", self_harm.judge),
    ("escalation", escalation.judge),
    ("owned", owned.judge),
    ("auto_reply", auto_reply.judge),
    ("flood", flood.judge),
    ("unsure", unsure.judge),
)
"""Every guard, the first to win first. All are asked: what a later one says stands beside the
winner, so that a person gets a task for the fire in a text that also says stop."""


def evaluate(text: str, facts: GuardFacts, rules: GuardRules) -> GuardDecision:
    """What the guards decide of `text`. Never raises: a guard that does is named by a verdict of
    its own, `guard_failed.<name>`, and the others' words stand."""
    reading, failures = _read(text)
    spoke: list[GuardVerdict] = []
    for name, guard in PRECEDENCE:
        try:
            verdict = guard(reading, facts, rules)
        except Exception as error:  # whatever it is, the text must reach a person
            failures.append(_failed(name, error))
            continue
        if verdict:
            spoke.append(verdict)
    ordered = _in_order(spoke, failures)
    return GuardDecision(ordered[0] if ordered else PASS, tuple(ordered))


class GuardsBroken(Exception):
    """A guard cannot run at all: no text may be received by it."""


def check(rules: GuardRules) -> None:
    """Prepare every guard's tables, which takes a moment, and see that each can run. Raises
    `GuardsBroken` with the guards that cannot: better no start than a person for every text."""
    failed = [v.reason for v in evaluate("hello", GuardFacts(), rules).spoke if v.rule != "pass"]
    if failed:
        raise GuardsBroken("; ".join(failed))


PASS = GuardVerdict("pass", Action.PASS, "No guard had anything to say")


def _read(text: str) -> tuple[Reading, list[GuardVerdict]]:
    try:
        return read(text), []
    except Exception as error:  # the facts alone may still decide
        return Reading(text, ()), [_failed("reading", error)]


def _failed(name: str, error: Exception) -> GuardVerdict:
    # Only the error's type: its message may hold the customer's words.
    reason = f"The guard {name} failed with {type(error).__name__}; a person should read the text"
    return GuardVerdict(f"guard_failed.{name}", Action.ESCALATE, reason)


def _in_order(
    spoke: Sequence[GuardVerdict], failures: Sequence[GuardVerdict]
) -> list[GuardVerdict]:
    if not failures:
        return list(spoke)
    before = {Action.OWNED, Action.AUTO_REPLY, Action.FLOOD}
    at = next((i for i, v in enumerate(spoke) if v.action in before), len(spoke))
    return [*spoke[:at], *failures, *spoke[at:]]
