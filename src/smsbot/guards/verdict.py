"""The shape of a guard."""

from collections.abc import Callable

from smsbot.domain.guard import GuardFacts, GuardVerdict
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

Guard = Callable[[Reading, GuardFacts, GuardRules], GuardVerdict | None]
"""One rule: what it says of a text, or None. Pure."""
