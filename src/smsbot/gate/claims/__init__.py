"""What a text states that could be false: numbers, amounts, times, dates, addresses, names."""

from smsbot.gate.claims.claim import Claim
from smsbot.gate.claims.scan import claims

__all__ = ["Claim", "claims"]
