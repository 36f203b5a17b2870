"""What is like an opt-out and not enough of one (compliance.md 1, rule 5): the text is answered,
marketing ends, and a person reads it."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards import opt_out, senses
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

RULE = "opt_out.unsure"
REASON = "The words could be meant as an opt-out: no marketing, and a person should read them"
AS_LIKELY_AS_NOT = 0.0
"""Log-odds."""


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:
    likely = senses.score(opt_out.SENSE, text.tokens) > AS_LIKELY_AS_NOT
    if not likely or opt_out.judge(text, facts, rules):
        return None
    return GuardVerdict(RULE, Action.PASS, REASON, senses.telling(opt_out.SENSE, text.tokens))
