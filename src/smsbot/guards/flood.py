"""More texts or replies than a person needs: the bot goes quiet and a person is told (the carrier's
own guard is error 14107, over 15 replies in 30 s; compliance.md 5)."""

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:  # noqa: ARG001
    limits = rules.flood
    # The facts count what came before this text, so the text itself is one more.
    counts = (
        ("burst", facts.texts_last_30s + 1, limits.texts_per_30s, "texts in 30 seconds"),
        ("hour", facts.texts_last_hour + 1, limits.texts_per_hour, "texts in an hour"),
        ("replies", facts.replies_last_hour + 1, limits.replies_per_hour, "replies in an hour"),
    )
    for rule, count, limit, what in counts:
        if count > limit:
            reason = f"This would make {count} {what}; the limit is {limit}"
            return GuardVerdict(f"flood.{rule}", Action.FLOOD, reason)
    return None
