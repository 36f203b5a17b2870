"""A machine wrote this: an absence note, a phone in a car, another bot. Answering it is how two
bots talk to each other all night (DESIGN.md 8)."""

from functools import cache

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards.grammar import Label, compile_table, standing
from smsbot.guards.words import auto_reply
from smsbot.language.normalise import normalise
from smsbot.language.phrases import Match, Phrasebook
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

REASONS = {
    "absence": "This is an automatic answer",
    "driving": "This is what a phone answers while its owner drives",
    "footer": "This is another sender's automatic text",
    "carrier": "This is a notice, not a person",
}
_SHORT = 4
"""Words. People repeat "yes" and "1" when they are asked again; they don't repeat a sentence."""


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:
    repeated = _repeated(text, facts)
    limit = rules.flood.same_text_repeated
    if repeated >= (limit if len(text.words) >= _SHORT else 2 * limit):
        reason = f"The same text came {repeated} times: this may be another bot"
        return GuardVerdict("auto_reply.loop", Action.AUTO_REPLY, reason, text.raw[:60])
    match = by_phrase(text)
    if match is None:
        return None
    rule, matched = match.label.rule, text.between(match.start, match.end)
    return GuardVerdict(f"auto_reply.{rule}", Action.AUTO_REPLY, REASONS[rule], matched)


def by_phrase(text: Reading) -> Match[Label] | None:
    """What in the text only a machine writes; None where nothing is."""
    return next(iter(standing(_book().find(text.tokens))), None)


@cache
def _book() -> Phrasebook[Label]:
    return compile_table(auto_reply.TABLE)


def _repeated(text: Reading, facts: GuardFacts) -> int:
    """How often this text came among the latest, itself included; not in a row, as a bot may have
    several sentences in turn."""
    if not facts.recent_bodies:
        return 1
    this = _bare(text.raw)
    return 1 + sum(_bare(body) == this for body in facts.recent_bodies)


def _bare(text: str) -> str:
    return normalise(text) or text.strip()
