"""The reader is not the person who consented (compliance.md 1, rule 4): suppress this phone."""

import re
from functools import cache

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.grammar import Label, compile_table, standing
from smsbot.guards.words import wrong_number
from smsbot.guards.words.names import NOT_NAMES
from smsbot.language.phrases import Match, Phrasebook
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

REASON = "The text reached somebody else than the customer"
_MAYBE = "maybe_a_name"


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    for match in standing(_book().find(text.tokens)):
        if match.label.rule != _MAYBE or _names_someone(text, match):
            rule = "not_them" if match.label.rule == _MAYBE else match.label.rule
            matched = text.between(match.start, match.end)
            return GuardVerdict(f"wrong_number.{rule}", Action.WRONG_NUMBER, REASON, matched)
    return None


@cache
def _book() -> Phrasebook[Label]:
    return compile_table(wrong_number.TABLE)


def _names_someone(text: Reading, match: Match[Label]) -> bool:
    """Whether a word that is no known name is written as one: with a capital, in a text that
    does not write every word so."""
    words = re.findall(r"[^\W\d_]+", text.raw)
    lower = sum(word.islower() for word in words)
    if lower * 2 < len(words):
        return False
    said = text.tokens[match.start : match.end]
    written = {word.casefold() for word in words if word.istitle() and len(word) > 1}
    candidates = [word for word in said[2:] if word not in NOT_NAMES]
    return any(word in written for word in candidates)
