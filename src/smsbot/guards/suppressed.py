"""A contact who has opted out: the text is stored and may make tasks; nothing is sent (law 2)."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    if not facts.suppressed:
        return None
    reason = "The contact has opted out, so nothing is answered"
    return GuardVerdict("suppressed", Action.SUPPRESSED, reason)
