"""Someone may be in danger: a person is called whatever else the text says, and whoever sent it."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.declared import believed
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    reasons = {rule.id: rule.reason for rule in rules.emergencies}
    found = believed(rules.emergencies, rules.emergency_book, text)
    for rule, matched in found.items():
        return GuardVerdict(f"emergency.{rule}", Action.EMERGENCY, reasons[rule], matched, rule)
    return None
