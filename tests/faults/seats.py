"""A business with twenty seats, and customers who want one, each with a way of their own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from tests.faults.house import House
from tests.faults.truth import Ledger, Seat, as_told, has_offer, says_booked

ZONE = ZoneInfo("America/Denver")
SEATS = {"visit": 12, "inspection": 8}
"""Two people, three times, two seats; one person, four times, two seats."""
WAYS = ("first", "second", "later", "cancels", "moves", "mute", "first", "last", "shy", "moves")
"""How the customers behave, in turn: `mute` never answers an offer, `shy` never says where, so that
their hold runs out."""


def declare_twenty_seats(directory: Path) -> None:
    """Write the booking and the questions of a house's pack: one day within the horizon, three days
    from now, on which all there is to be had is twenty seats."""
    day = (datetime.now(ZONE) + timedelta(days=3)).strftime("%a").lower()
    common = {"minutes": 60, "capacity": 2}
    visit = {
        "id": "visit",
        "name": {"en": "home visit"},
        "words": ["visit"],
        "people": ["marco", "tess"],
        "place": "phone",
        "hours": {day: [{"start": "09:00", "end": "12:00"}]},
        **common,
    }
    inspection = {
        "id": "inspection",
        "name": {"en": "inspection"},
        "words": ["inspection"],
        "people": ["owen"],
        "hours": {day: [{"start": "13:00", "end": "17:00"}]},
        "needs": ["address"],
        **common,
    }
    booking = {
        "lead_minutes": 0,
        "horizon_days": 5,
        "step": 60,
        "hold_minutes": 1,
        "services": [visit, inspection],
    }
    questions = {
        "ask_at_most": 0,
        "questions": [
            {
                "key": "address",
                "type": "text",
                "shape": "address",
                "ask": {"en": "What's the address, with the ZIP?"},
            }
        ],
    }
    # Who takes what, and what calls somebody out at night, is told by a question that this business
    # does not ask.
    file = directory / "graphs/business.yaml"
    declared = yaml.safe_load(file.read_text())
    for person in declared["people"]:
        person.pop("takes", None)
    declared["routing"].pop("on_call_for", None)
    file.write_text(yaml.safe_dump(declared, sort_keys=False))
    place = directory / "graphs/conversation"
    (place / "booking.yaml").write_text(yaml.safe_dump(booking))
    (place / "qualification.yaml").write_text(yaml.safe_dump(questions))


@dataclass
class Customer:
    """Somebody who wants a seat; `sent` is how many texts they wrote."""

    phone: str
    service: str
    way: str = "first"
    sent: int = 0
    refused: bool = False
    asked_more: bool = False
    done: bool = False

    def next_text(self, heard: str | None) -> str | None:
        """What to write after the last text heard (None before any); None ends it."""
        if heard is None:
            return f"I'd like to book a {'home visit' if self.service == 'visit' else 'inspection'}"
        if has_offer(heard):
            return self._choose(heard)
        if "address" in heard and heard.endswith("?"):
            return None if self.way == "shy" else "12 Elm St, Denver 80202"
        if says_booked(heard) and self.way in ("cancels", "moves") and not self.asked_more:
            self.asked_more = True
            return "cancel my appointment" if self.way == "cancels" else "can I move my appointment"
        return None

    def _choose(self, heard: str) -> str | None:
        several = "2)" in heard
        if self.way == "mute":
            return None
        if self.way == "later" and not self.refused:
            self.refused = True
            return "neither, later"
        if self.way == "last" and "3)" in heard:
            return "3"
        if self.way == "second" and several:
            return "the second one"
        return "1" if several else "yes"


def crowd(count: int, first: int = 0) -> list[Customer]:
    """`count` customers, three of five for a visit; each way is found in both services."""
    return [
        Customer(
            f"+1201555{1000 + first + n}",
            "visit" if (n + n // len(WAYS)) % 5 < 3 else "inspection",
            WAYS[n % len(WAYS)],
        )
        for n in range(count)
    ]


def free_seats(house: House) -> dict[str, int]:
    """How many seats of each service nobody has."""
    rows = house.rows(
        "SELECT service, count(*) AS taken FROM appointment WHERE state IN ('held', 'booked') "
        "GROUP BY service"
    )
    taken = {row["service"]: row["taken"] for row in rows}
    return {service: count - taken.get(service, 0) for service, count in SEATS.items()}


_READY = """
    SELECT c.phone,
           (SELECT body FROM outbox o WHERE o.contact_id = c.id ORDER BY queued_at DESC LIMIT 1)
             AS heard
    FROM contact c JOIN inbox i ON i.contact_id = c.id
    WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.contact_id = c.id
                      AND o.state IN ('queued', 'sending', 'unknown'))
    GROUP BY c.id, c.phone
    HAVING bool_and(i.settled IS NOT NULL) AND count(*) = ANY(%s)
"""


def step(house: House, customers: list[Customer]) -> bool:
    """Every customer whose texts are all answered writes the next one; True once all are done."""
    waiting = {one.phone: one for one in customers if not one.done and one.sent}
    counts = sorted({one.sent for one in waiting.values()})
    arrived = {
        row["phone"]: row["n"]
        for row in house.rows(
            "SELECT c.phone, count(*) AS n FROM inbox i JOIN contact c ON c.id = i.contact_id "
            "GROUP BY c.phone"
        )
    }
    for row in house.rows(_READY, counts) if counts else ():
        one = waiting.get(row["phone"])
        if one and arrived.get(one.phone) == one.sent:
            _write(house, one, row["heard"] or "")
    for one in customers:
        if not one.sent and not one.done:
            _write(house, one, None)
    return all(one.done for one in customers)


def _write(house: House, one: Customer, heard: str | None) -> None:
    body = one.next_text(heard)
    if body is None:
        one.done = True
        return
    one.sent += 1
    # Now and then the carrier delivers its webhook twice, both at once.
    twice: dict[str, Any] = {"webhooks": 2, "parallel": True} if one.sent == 2 else {}
    house.text(one.phone, body, **twice)


def ledger(house: House, customers: list[Customer]) -> Ledger:
    """What the database and the carrier say now."""
    rows = house.rows(
        "SELECT a.*, c.phone FROM appointment a JOIN contact c ON c.id = a.contact_id"
    )
    seats = [
        Seat(
            row["phone"],
            row["person"],
            row["seat"],
            row["starts_at"].astimezone(UTC),
            row["ends_at"].astimezone(UTC),
            row["state"],
            as_told(row["starts_at"].astimezone(ZONE)),
        )
        for row in rows
    ]
    out = house.rows("SELECT to_phone, body, state, carrier_sid FROM outbox ORDER BY queued_at")
    waiting: dict[str, list[str]] = {}
    for row in out:
        if row["state"] in ("queued", "sending", "unknown"):
            waiting.setdefault(row["to_phone"], []).append(row["body"])
    phones = [one.phone for one in customers]
    at_carrier = {phone: _delivered(house, phone) for phone in phones}
    return Ledger(
        seats=seats,
        got={phone: [one["body"] for one in found] for phone, found in at_carrier.items()},
        waiting=waiting,
        texts={one.phone: one.sent for one in customers},
        tasks=frozenset(
            row["phone"]
            for row in house.rows(
                "SELECT c.phone FROM task t JOIN contact c ON c.id = t.contact_id"
            )
        ),
        carrier_sids=[one["sid"] for found in at_carrier.values() for one in found],
        our_sids=[row["carrier_sid"] for row in out if row["carrier_sid"]],
    )


def _delivered(house: House, phone: str) -> list[dict[str, Any]]:
    listed = house.carrier.get(f"/control/phones/{phone}/messages").json()["messages"]
    return [one for one in listed if one["direction"] != "inbound" and not one["carrier_reply"]]
