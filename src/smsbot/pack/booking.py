"""The shape of graphs/conversation/booking.yaml: what can be booked, with whom, and when."""

import datetime as dt
from typing import Literal

from pydantic import Field

from smsbot.pack.guards import Declared
from smsbot.pack.qualification import Words
from smsbot.pack.week import Day, Span


class Price(Declared):
    """`text` is the approved sentence that states it, by language. Where a service declares no
    price, who asks is handed to a person."""

    text: Words


class Service(Declared):
    """Durations in minutes. `buffer_before` and `buffer_after` are taken too, and not told.

    `capacity` is how many customers one person may serve at the same time (seats). `hours` replace
    the business's own for this service. `needs` are keys of qualification questions without which
    it is not booked.
    """

    id: str
    name: Words
    words: tuple[str, ...] = ()
    """How people call it, in any language."""
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The answers that make this the service, by question: {job: [repair, leak]}."""
    minutes: int = Field(gt=0)
    buffer_before: int = Field(default=0, ge=0)
    buffer_after: int = Field(default=0, ge=0)
    people: tuple[str, ...] = Field(min_length=1)
    capacity: int = Field(default=1, ge=1)
    place: Literal["customer", "business", "phone"] = "customer"
    hours: dict[Day, tuple[Span, ...]] | None = None
    needs: tuple[str, ...] = ()
    price: Price | None = None


class Absence(Declared):
    """A person who is away on these days, both included."""

    person: str
    first: dt.date
    last: dt.date


class Booking(Declared):
    """Lead time and holds in minutes, the horizon in days. `step` is the grid on which slots begin;
    `offers` slots are offered at a time; once `rounds` offers were refused a person takes over."""

    services: tuple[Service, ...] = Field(min_length=1)
    lead_minutes: int = Field(default=120, ge=0)
    horizon_days: int = Field(default=21, ge=1, le=120)
    step: int = Field(default=30, ge=5)
    offers: int = Field(default=3, ge=2, le=4)
    rounds: int = Field(default=3, ge=1)
    hold_minutes: int = Field(default=15, ge=1)
    address: Words | None = None
    """Where the business is, for services at its own place."""
    territory: tuple[str, ...] = ()
    """ZIP codes, or their beginnings, that are served; empty serves everywhere."""
    absences: tuple[Absence, ...] = ()
    to_person: tuple[dict[str, tuple[str, ...]], ...] = ()
    """Answers, by question, with which nothing is booked and a person takes over."""

    def service(self, service_id: str) -> Service:
        """Raises `KeyError`."""
        return {one.id: one for one in self.services}[service_id]
