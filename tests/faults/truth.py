"""What must be true of bookings whatever happened: read from the database and from the carrier.

Each check gives the problems that it finds, in words; none means that it holds. They know nothing
of the product's code: what customers were told is read from the delivered texts themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations

_MOMENT = r"(?P<when>[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2}, \d{1,2}:\d{2} [AP]M)"
_BOOKED = re.compile(rf"You're booked: [^,]+, {_MOMENT}")
_MOVED = re.compile(rf"Moved: [^,]+, now {_MOMENT}")
_CANCELLED = re.compile(rf"your appointment, {_MOMENT}\b.*, is off the calendar")
_PERSON = re.compile(r"\b(A person will|They'll|Let a person|person)\b.*\btext you\b", re.S)
_NOTHING_FREE = re.compile(r"\bno free times\b|\bnothing free\b")
_OFFER = re.compile(r"\bReply with a number\b|\bDoes that work\?")


@dataclass(frozen=True)
class Seat:
    """One row of the calendar; `when` is its beginning as customers are told it."""

    phone: str
    person: str
    seat: int
    start: datetime
    end: datetime
    state: str
    when: str


@dataclass(frozen=True)
class Ledger:
    """Everything that the checks look at, by phone: `got` as delivered by the carrier, in order;
    `waiting` what is queued; `sids` of what the carrier took and of what we know to be sent."""

    seats: Sequence[Seat]
    got: Mapping[str, Sequence[str]]
    waiting: Mapping[str, Sequence[str]] = field(default_factory=dict)
    texts: Mapping[str, int] = field(default_factory=dict)
    tasks: frozenset[str] = frozenset()
    carrier_sids: Sequence[str] = ()
    our_sids: Sequence[str] = ()

    def told(self, phone: str) -> list[str]:
        return [*self.got.get(phone, ()), *self.waiting.get(phone, ())]

    @property
    def phones(self) -> list[str]:
        return sorted({*self.got, *self.waiting, *self.texts, *(one.phone for one in self.seats)})


def as_told(local: datetime) -> str:
    """A local time in the words of the texts: "Thu Dec 3, 9:00 AM"."""
    clock = f"{local.hour % 12 or 12}:{local.minute:02} {'AM' if local.hour < 12 else 'PM'}"
    return f"{local:%a} {local:%b} {local.day}, {clock}"


def has_offer(body: str) -> bool:
    return _OFFER.search(body) is not None


def says_booked(body: str) -> bool:
    return _BOOKED.search(body) is not None


def believes(texts: Sequence[str]) -> list[str]:
    """The appointments that a customer has by what they were told, in order."""
    mine: list[str] = []
    for body in texts:
        if found := _BOOKED.search(body):
            mine.append(found["when"])
        elif found := _MOVED.search(body):
            # Who has one appointment is never told which one is given up.
            mine = [*mine[:-1], found["when"]]
        elif (found := _CANCELLED.search(body)) and found["when"] in mine:
            mine.remove(found["when"])
    return mine


def shared_seats(ledger: Ledger) -> Iterator[str]:
    """Two customers in one seat at a time."""
    live = [one for one in ledger.seats if one.state in ("held", "booked")]
    for one, other in combinations(live, 2):
        same = (one.person, one.seat) == (other.person, other.seat)
        if same and one.start < other.end and other.start < one.end:
            yield f"{one.phone} and {other.phone} both have {one.person}/{one.seat} at {one.when}"


def told_and_not_booked(ledger: Ledger) -> Iterator[str]:
    """A customer who believes in an appointment that is not there at exactly that time."""
    for phone in ledger.phones:
        for when in (Counter(believes(ledger.told(phone))) - _booked(ledger, phone)).elements():
            yield f"{phone} was told {when} and has no such appointment"


def booked_and_not_told(ledger: Ledger) -> Iterator[str]:
    """An appointment whose customer was not told of it."""
    for phone in ledger.phones:
        for when in (_booked(ledger, phone) - Counter(believes(ledger.told(phone)))).elements():
            yield f"{phone} has an appointment at {when} and was not told"


def left_alone(ledger: Ledger) -> Iterator[str]:
    """Nothing is free, or a person is promised: without an offer there must be a task."""
    for phone in ledger.phones:
        for body in ledger.told(phone):
            sad = _PERSON.search(body) or _NOTHING_FREE.search(body)
            if sad and not has_offer(body) and phone not in ledger.tasks:
                yield f"{phone} has no task and no offer after {body!r}"


def unanswered(ledger: Ledger) -> Iterator[str]:
    """A customer who was never answered at all."""
    for phone, count in ledger.texts.items():
        if count and not ledger.told(phone):
            yield f"{phone} sent {count} texts and heard nothing"


def holds_left(ledger: Ledger) -> Iterator[str]:
    """A hold that outlived its time."""
    for one in ledger.seats:
        if one.state == "held":
            yield f"{one.phone} still holds {one.person} at {one.when}"


def said_twice(ledger: Ledger) -> Iterator[str]:
    """More replies than texts, or a text at the carrier that we do not know, or know twice."""
    for phone in ledger.phones:
        if len(ledger.told(phone)) > ledger.texts.get(phone, 0):
            yield f"{phone} got {len(ledger.told(phone))} for {ledger.texts.get(phone, 0)} texts"
    for sid, count in (Counter(ledger.carrier_sids) - Counter(ledger.our_sids)).items():
        yield f"the carrier delivered {sid} {count} times more than we know"
    for sid in (Counter(ledger.our_sids) - Counter(ledger.carrier_sids)).elements():
        yield f"we think that {sid} was sent, and the carrier has no such text"


def _booked(ledger: Ledger, phone: str) -> Counter[str]:
    return Counter(o.when for o in ledger.seats if o.phone == phone and o.state == "booked")


CHECKS = (
    shared_seats,
    told_and_not_booked,
    booked_and_not_told,
    left_alone,
    unanswered,
    holds_left,
    said_twice,
)


def problems(ledger: Ledger) -> list[str]:
    """All that is wrong, with the check's name before each."""
    return [f"{check.__name__}: {what}" for check in CHECKS for what in check(ledger)]
