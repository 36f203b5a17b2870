"""START and UNSTOP as the whole text. YES is none: carriers take it for one, and what a person who
once said STOP answers with a yes is no new consent (compliance.md 1, rule 6)."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.keywords import keyword
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

START_WORDS = frozenset({"start", "unstop"})
_CARRIERS_OWN = frozenset({"yes", "y", "si", "oui"})
"""A carrier may call these START as well; they stay what rule 6 says."""


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    whole = keyword(text, START_WORDS)
    if whole:
        return _verdict("keyword", "The whole text is an opt-in keyword", whole.word)
    if facts.carrier_keyword == "START" and not keyword(text, _CARRIERS_OWN):
        reason = "The carrier says that the customer sent an opt-in keyword"
        return _verdict("carrier", reason, facts.carrier_keyword)
    return None


def _verdict(rule: str, reason: str, matched: str) -> GuardVerdict:
    return GuardVerdict(f"opt_in.{rule}", Action.OPT_IN, reason, matched)
