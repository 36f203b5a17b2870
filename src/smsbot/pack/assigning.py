"""Who of a queue's people a task is meant for. Pure.

The contact's owner first, then who has dealt with this customer before, so that nobody is handed
about; then whose territory it is, and who takes what it is about; of those left, whoever has the
fewest open tasks, in turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from smsbot.language.zips import zip_of
from smsbot.pack.models import Business, Person, Queue

ZIP_FIELDS = ("zip", "zip_code", "postal_code", "address", "street_address")
"""Facts and fields of the CRM in which a ZIP code is looked for."""
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a queue's people: `load` their unresolved tasks, `last` when each last got
    one, UTC, and `before` who has dealt with this contact last."""

    load: Mapping[str, int] = field(default_factory=dict)
    last: Mapping[str, datetime] = field(default_factory=dict)
    before: str | None = None


class Chosen(NamedTuple):
    """`why` is a sentence for that person."""

    person: str
    why: str


def candidates(business: Business, queue: Queue) -> tuple[Person, ...]:
    """Who works in a queue whose tasks are assigned; nobody where they are not."""
    if queue.assign == "nobody":
        return ()
    return tuple(person for person in business.people if queue.id in person.queues)


def choose_person(
    business: Business,
    queue: Queue,
    facts: Mapping[str, str],
    owner: str | None,
    standing: Standing,
) -> Chosen | None:
    """Whom to assign a task of `queue` to; None where the queue assigns nobody. `facts` are the
    customer's answers and the fields of the CRM, `owner` its owner of the contact."""
    people = candidates(business, queue)
    if not people:
        return None
    mine = _owner_of(business, owner)
    if mine is not None:
        return Chosen(mine.id, "The contact's owner in the CRM")
    if any(person.id == standing.before for person in people):
        return Chosen(str(standing.before), "Has dealt with this customer before")
    narrowed, told = _narrowed(people, facts)
    order = [person.id for person in narrowed]
    chosen = min(
        order,
        key=lambda one: (
            standing.load.get(one, 0),
            standing.last.get(one, _NEVER),
            order.index(one),
        ),
    )
    open_ones = standing.load.get(chosen, 0)
    return Chosen(chosen, "; ".join([*told, f"next in turn, with {open_ones} open"]))


def _owner_of(business: Business, owner: str | None) -> Person | None:
    """The owner by id or by name, where the pack knows them."""
    said = (owner or "").strip().casefold()
    return next(
        (
            one
            for one in business.people
            if said and said in (one.id.casefold(), one.name.casefold())
        ),
        None,
    )


def _narrowed(
    people: Sequence[Person], facts: Mapping[str, str]
) -> tuple[Sequence[Person], list[str]]:
    """Those whose territory it is, and of those who take what it is about; all, where nobody's or
    nobody does."""
    told: list[str] = []
    code = next((c for c in (zip_of(facts.get(name, "")) for name in ZIP_FIELDS) if c), None)
    near = [one for one in people if code and one.zips and code.startswith(one.zips)]
    if near:
        people, told = near, [f"takes the area {code}"]
    fitting = {
        one.id: [
            f"takes {facts[fact]}"
            for fact, values in one.takes.items()
            if _has(facts, fact, values)
        ]
        for one in people
    }
    able = [one for one in people if fitting[one.id]]
    return (able, [*told, *fitting[able[0].id]]) if able else (people, told)


def _has(facts: Mapping[str, str], fact: str, values: Sequence[str]) -> bool:
    return facts.get(fact, "").casefold() in [value.casefold() for value in values]
