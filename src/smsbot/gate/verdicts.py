"""How a rule says its word. The reason is a sentence for the person who asks why (law 7)."""

from datetime import datetime

from smsbot.domain.decision import Ruling, Verdict


def allow(rule: str, reason: str) -> Verdict:
    return Verdict(rule=rule, ruling=Ruling.ALLOW, reason=reason)


def refuse(rule: str, reason: str) -> Verdict:
    return Verdict(rule=rule, ruling=Ruling.REFUSE, reason=reason)


def defer(rule: str, reason: str, until: datetime) -> Verdict:
    """`until` is UTC and after the moment of the pass: the gate is asked again then."""
    return Verdict(rule=rule, ruling=Ruling.DEFER, reason=reason, until=until)
