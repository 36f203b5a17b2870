"""A turn without a model: from the end of settling to the start of the delivery."""

import tempfile
import time
from pathlib import Path
from statistics import quantiles

import psycopg
from tests.conftest import with_database
from tests.faults.house import House, running_house

from benchmarks.machine import Row
from smsbot import migrations

CUSTOMERS = 150
A_SECOND = 5
SETTLING = 0.3
"""Seconds after the last text, as the house's pack declares."""


def measure(url: str, place: Path) -> list[Row]:
    database = with_database(url, "bench_turn")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench_turn")
    migrations.upgrade(database)
    with running_house(database, Path(tempfile.mkdtemp(dir=place))) as house:
        house.web()
        house.worker()
        _warm_up(house)
        waits = _texts(house)
    cuts = quantiles(waits, n=100)
    return [
        (
            "a turn without a model, settling to the delivery's start",
            f"p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms",
            "p50 ≤ 25 ms",
            f"{CUSTOMERS} conversations, {A_SECOND} a second, web and worker apart",
        )
    ]


def _warm_up(house: House) -> None:
    house.text("+12015550199", "what are your hours?")
    house.until(lambda: house.got("+12015550199"), "the first reply")


def _texts(house: House) -> list[float]:
    """Milliseconds, one a conversation."""
    for n in range(CUSTOMERS):
        house.text(f"+1{300 + n}5550142", "what are your hours?", wait=False)
        time.sleep(1 / A_SECOND)
    count = "SELECT count(*) AS many FROM attempt WHERE ended_at IS NOT NULL"
    house.until(lambda: house.rows(count)[0]["many"] > CUSTOMERS, "all replies", seconds=60)
    rows = house.rows(
        """
        SELECT extract(epoch FROM a.started_at - i.received_at) * 1000 AS ms
        FROM attempt a JOIN outbox o ON o.id = a.outbox_id JOIN inbox i ON i.id = o.answers[1]
        ORDER BY a.started_at OFFSET 1
        """
    )
    return [float(row["ms"]) - SETTLING * 1000 for row in rows]
