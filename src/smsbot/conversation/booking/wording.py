"""How slots are said: in the zone of the place where the appointment happens."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from smsbot.domain.booking import Slot
from smsbot.pack.slot_words import say_offer, say_slot, say_with_zone

__all__ = ["say_options", "say_slot", "say_with_zone"]


def say_options(slots: Sequence[Slot], zone: ZoneInfo, language: str) -> str:
    """ "1) Thu Dec 3, 9:00 AM 2) Fri Dec 4, 2:00 PM 3) …, MT": to be answered by number or in
    words. A single one has no number."""
    return say_offer([slot.start for slot in slots], zone, language)
