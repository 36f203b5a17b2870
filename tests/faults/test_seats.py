"""A hundred customers at once for twenty seats, by the real webhook, while workers die."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from smsbot.pack.load import load
from tests.conftest import with_database
from tests.faults.house import House, fast_pack, running_house
from tests.faults.seats import (
    SEATS,
    Customer,
    crowd,
    declare_twenty_seats,
    free_seats,
    ledger,
    step,
)
from tests.faults.truth import problems

CUSTOMERS = 100
WAVES = 8
"""So often new customers come for what is left: of those who come at once, some lose."""
PATIENCE = 150
"""Seconds after which a step that has not come to its end is a failure."""


@pytest.fixture
def seats_house(
    server_url: str, template_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """A house of this test's own: its pack declares twenty seats."""
    name = f"smsbot_seats_{secrets.token_hex(6)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
    directory = tmp_path_factory.mktemp("seats")
    with running_house(with_database(server_url, name), directory) as house:
        declare_twenty_seats(directory)
        house.web()
        yield house
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_the_business_with_twenty_seats_can_be_loaded(tmp_path: Path) -> None:
    """The siege is not part of every run; what it besieges must not fall into disrepair."""
    places = fast_pack(tmp_path)
    declare_twenty_seats(tmp_path)
    load(Path(places["SMSBOT_GRAPHS"]), Path(places["SMSBOT_PROMPTS"]))


@pytest.mark.siege
@pytest.mark.timeout(420)
def test_a_hundred_customers_for_twenty_seats(seats_house: House) -> None:
    house = seats_house
    customers = crowd(CUSTOMERS)
    _besieged_while_workers_die(house, customers)
    _holds_run_out(house)
    assert problems(ledger(house, customers)) == []
    customers += _the_rest_is_taken(house)
    assert free_seats(house) == dict.fromkeys(SEATS, 0)
    late = [Customer("+12015559001", "visit"), Customer("+12015559002", "inspection")]
    customers += late
    _act(house, late)
    found = ledger(house, customers)
    assert problems(found) == []
    assert {one.phone for one in late} <= found.tasks
    assert sum(one.state == "booked" for one in found.seats) == sum(SEATS.values())


def _act(house: House, customers: list[Customer]) -> None:
    house.until(lambda: step(house, customers), "all have had their say", PATIENCE, pause=0.2)


def _besieged_while_workers_die(house: House, customers: list[Customer]) -> None:
    """All write at once. One worker is killed from outside when seats are being taken; the next
    dies in the middle of a commit, and the one after between claiming a text and sending it."""
    first = house.worker()
    # Two who never say where come first: of those who come at once it is chance who gets a seat.
    _act(house, [one for one in customers if (one.service, one.way) == ("inspection", "shy")][:2])
    step(house, customers)
    house.until(
        lambda: step(house, customers) or house.rows("SELECT 1 FROM appointment"),
        "the first seat is taken",
        PATIENCE,
        pause=0.2,
    )
    first.kill()
    house.worker("reply.written=kill").wait_dead()
    house.worker("deliver.claimed=kill").wait_dead()
    house.worker()
    house.worker()
    _act(house, customers)


def _holds_run_out(house: House) -> None:
    """Who was asked where to come and never said: the minute of their hold passes at once."""
    held = house.rows("SELECT 1 FROM appointment WHERE state IN ('held', 'expired')")
    assert held, "nobody left a hold behind"
    house.rows("UPDATE appointment SET expires_at = now() WHERE state = 'held' RETURNING 1")
    house.until(
        lambda: not house.rows("SELECT 1 FROM appointment WHERE state = 'held'"),
        "the holds are released",
    )


def _the_rest_is_taken(house: House) -> list[Customer]:
    """What was given up, moved away from or let go is bookable again: new customers come until
    every seat has one."""
    came: list[Customer] = []
    for _ in range(WAVES):
        left = free_seats(house)
        wave = [
            Customer(f"+1201555{5000 + len(came) + n}", service)
            for n, service in enumerate(
                service for service, count in left.items() for _ in range(count)
            )
        ]
        if not wave:
            break
        _act(house, wave)
        came += wave
    return came
