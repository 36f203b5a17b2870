"""The customer may be thinking of suicide: the declared text with its helpline, and a person."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.declared import believed
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    found = believed((rules.self_harm,), rules.self_harm_book, text)
    for rule, matched in found.items():
        reason = rules.self_harm.reason
        return GuardVerdict("self_harm", Action.SELF_HARM, reason, matched, rule)
    return None
