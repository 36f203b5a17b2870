"""The shipped rules, read once, and the shortest way to ask the guards."""

from functools import cache

from smsbot.domain.guard import Action, GuardDecision, GuardFacts, GuardVerdict
from smsbot.guards import evaluate
from smsbot.pack.guards import GuardRules
from smsbot.pack.load import load_shipped


@cache
def shipped() -> GuardRules:
    return load_shipped().business.guards


def ask(text: str, facts: GuardFacts | None = None) -> GuardDecision:
    return evaluate(text, facts or GuardFacts(), shipped())


def hears(text: str, action: Action) -> GuardVerdict | None:
    return ask(text).of(action)
