"""Words that need a person: a lawyer, fraud, a cancelled contract, a complaint, a call. The most
urgent declared rule is the verdict; the others that were heard stand in its reason."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.declared import believed
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    found = believed(rules.escalations, rules.escalation_book, text)
    if not found:
        return None
    spoke = sorted((r for r in rules.escalations if r.id in found), key=lambda r: r.urgency.rank)
    first, others = spoke[0], [rule.reason for rule in spoke[1:]]
    reason = "; also: ".join([first.reason, *others])
    return GuardVerdict(
        f"escalation.{first.id}", Action.ESCALATE, reason, found[first.id], first.id
    )
