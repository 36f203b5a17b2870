"""Words that need a person: a lawyer, fraud, a cancelled contract, a complaint, a call. The most
urgent declared rule is the verdict; the others that were heard stand in its reason."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards import auto_reply, senses
from smsbot.guards.declared import explained_away, heard
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    found = _found(text, rules)
    if not found:
        return None
    spoke = sorted((r for r in rules.escalations if r.id in found), key=lambda r: r.urgency.rank)
    first, others = spoke[0], [rule.reason for rule in spoke[1:]]
    reason = "; also: ".join([first.reason, *others])
    return GuardVerdict(
        f"escalation.{first.id}", Action.ESCALATE, reason, found[first.id], first.id
    )


ANY = "escalation"
"""The sense of all escalations together: which of them a text is, is harder to tell than that it
is one."""


def _found(text: Reading, rules: GuardRules) -> dict[str, str]:
    """The ids of the rules that the text says, with what each was seen by: terms that the network
    does not deny, else the network alone."""
    by_term = dict(reversed([*heard(rules.escalation_book, text)]))
    weighed = {rule.sense: rule.id for rule in rules.escalations if rule.sense}
    if senses.denies(ANY, text.tokens):
        by_term = {rule: seen for rule, seen in by_term.items() if rule not in weighed.values()}
    if by_term or not senses.hears(ANY, text.tokens):
        return by_term
    # A machine's words are nobody's complaint: an absence note is a statement without thanks, as
    # complaints are, and the network hardly tells them apart.
    doubtful = auto_reply.by_phrase(text) or explained_away(rules.escalation_book, text)
    if doubtful and not senses.hears(ANY, text.tokens, against=True):
        return {}
    nearest = weighed.get(max(senses.KINDS, key=lambda kind: senses.score(kind, text.tokens)))
    return {nearest: senses.telling(ANY, text.tokens)} if nearest else {}
