"""The database gone for 20 seconds under load: nothing lost, nothing twice."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.cable import Cable
from tests.faults.house import House

CUSTOMERS = 24
AWAY = 20.0
"""Seconds."""


@pytest.mark.timeout(180)
def test_the_database_away_for_twenty_seconds_under_load(house: House) -> None:
    house.stop_shared_web()
    cable = Cable(house.database_url)
    try:
        house.web(database_url=cable.url)
        house.worker(database_url=cable.url)
        phones = [f"+1303{555:03d}{200 + n:04d}" for n in range(CUSTOMERS)]
        threading.Timer(1.0, cable.cut).start()
        threading.Timer(1.0 + AWAY, cable.mend).start()

        def customer(n: int) -> None:
            """Each texts at his own moment, before, during and after the outage."""
            threading.Event().wait(n * (AWAY + 4) / CUSTOMERS)
            house.text(phones[n], "what are your hours?", wait=True)

        with ThreadPoolExecutor(CUSTOMERS) as pool:
            list(pool.map(customer, range(CUSTOMERS)))
        for phone in phones:
            house.until(lambda phone=phone: house.got(phone), f"{phone} has a reply", seconds=60)
        for phone in phones:
            house.settled(phone)
        house.quiet(2.0)
        assert {phone: len(house.got(phone)) for phone in phones} == dict.fromkeys(phones, 1)
        assert {phone: len(house.inbox(phone)) for phone in phones} == dict.fromkeys(phones, 1)
        sources = house.rows("SELECT DISTINCT source FROM inbox")
        assert {"source": "fetched from the carrier"} in sources, "no text fell into the outage"
    finally:
        cable.close()
