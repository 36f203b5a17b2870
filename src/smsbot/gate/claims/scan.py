"""Reads a text from the most particular to the most general: what is part of a link is no number,
what is part of a date is no name."""

from functools import lru_cache

from smsbot.gate.claims.amounts import find_amounts, find_numbers
from smsbot.gate.claims.claim import Claim
from smsbot.gate.claims.clock import find_bare_hours, find_times
from smsbot.gate.claims.contacts import find_addresses, find_phones
from smsbot.gate.claims.days import find_dates, find_days
from smsbot.gate.claims.names import find_names
from smsbot.gate.claims.page import Page


@lru_cache(maxsize=512)
def claims(text: str) -> tuple[Claim, ...]:
    """All that `text` states, and every word of it as what a name may be held to.

    Kept for the texts seen last: one reply is held to its evidence three times before it leaves,
    and that evidence is the same approved texts for everybody.
    """
    page = Page(text)
    found = [*find_addresses(page), *find_dates(page), *find_phones(page)]
    page.write_numbers_in_digits()
    for finder in (find_days, find_times, find_amounts, find_bare_hours, find_numbers, find_names):
        found.extend(finder(page))
    return tuple(found)
