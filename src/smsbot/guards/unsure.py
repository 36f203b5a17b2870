"""What is like an opt-out and not enough of one (compliance.md 1, rule 5): the text is answered,
marketing ends, and a person reads it."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards import opt_out, senses
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

RULE = "opt_out.unsure"
REASON = "The words could be meant as an opt-out: no marketing, and a person should read them"
LIKE_ONE = -1.0
"""Log-odds."""
TELLS_ALONE = 2.65
"""Log-odds. That a text is one word speaks for an opt-out, as most opt-outs are; so in the "again"
of a burst the word itself must say something. Set on the single words of the development texts."""


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:
    likely = senses.score(opt_out.SENSE, text.tokens) > LIKE_ONE
    if not likely or _says_nothing(text) or opt_out.judge(text, facts, rules):
        return None
    return GuardVerdict(RULE, Action.PASS, REASON, senses.telling(opt_out.SENSE, text.tokens))


def _says_nothing(text: Reading) -> bool:
    """Whether the text is one word, or none, that is not said in opt-outs more than elsewhere."""
    alone = len(text.words) < senses.LEAST
    return alone and all(senses.of_word(opt_out.SENSE, one) < TELLS_ALONE for one in text.words)
