"""The customer may be thinking of suicide: the declared text with its helpline, and a person."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.declared import heard
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    for rule, matched in heard(rules.self_harm_book, text):
        reason = rules.self_harm.reason
        return GuardVerdict("self_harm", Action.SELF_HARM, reason, matched, rule)
    return None
