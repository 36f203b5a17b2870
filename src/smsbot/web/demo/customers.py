"""The made-up people who text the business. Their numbers are of the range kept for fiction."""

from itertools import chain, product

from smsbot.pack.models import Business
from smsbot.store import contacts
from smsbot.store.db import Tx

PEOPLE = (
    ("Maria Lopez", "+13035550142"),
    ("Jordan Reed", "+13035550157"),
    ("Priya Nair", "+13035550164"),
    ("Walt Kim", "+13035550176"),
    ("Tess Okafor", "+13035550188"),
    ("Ben Alvarez", "+13035550193"),
)
MORE = tuple(
    f"+1{area}555{line:04}" for area, line in product((720, 970, 719, 303), range(120, 200))
)
"""555-0100 to 555-0199 is the range; below 0120 are the business's own people."""


def taken_by(business: Business) -> set[str]:
    """Phones that are the business's or its people's."""
    people = {one.phone for one in business.people if one.phone}
    return people | {one.phone for one in business.numbers}


async def fresh(tx: Tx, business: Business, *, but: str) -> tuple[str, str] | None:
    """(name, phone) of somebody who has never texted and is not `but`; None where all have."""
    taken = taken_by(business) | {but}
    others = (("Customer " + phone[-4:], phone) for phone in MORE)
    for name, phone in chain(PEOPLE, others):
        if phone not in taken and await contacts.by_phone(tx, phone) is None:
            return name, phone
    return None
