"""A conversation that a person owns or is awaited in: the bot is silent (law 5)."""

from smsbot.domain.conversation import Owner
from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

REASONS = {
    Owner.WAITING: "The conversation waits for a person",
    Owner.REP: "A person owns the conversation",
}


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    reason = REASONS.get(facts.owner)
    if reason is None:
        return None
    return GuardVerdict(f"owned.{facts.owner.value}", Action.OWNED, reason)
