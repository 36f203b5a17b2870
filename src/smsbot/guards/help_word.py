"""HELP, INFO and their like as the whole text (compliance.md 1; CTIA 5.1.3; Canada: AIDE)."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.keywords import keyword
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

HELP_WORDS = frozenset({"help", "info", "aide", "ayuda"})


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    if facts.carrier_keyword == "HELP":
        return _verdict("carrier", "The carrier says that the customer sent a help keyword", "HELP")
    whole = keyword(text, HELP_WORDS)
    return whole and _verdict("keyword", "The whole text is a help keyword", whole.word)


def _verdict(rule: str, reason: str, matched: str) -> GuardVerdict:
    return GuardVerdict(f"help.{rule}", Action.HELP, reason, matched)
