"""The start of the product, its database there."""

import time
from pathlib import Path
from statistics import median

import psycopg
from tests.conftest import with_database
from tests.faults.house import running_house

from benchmarks.machine import Row

TIMES = 5


def measure(url: str, place: Path) -> list[Row]:
    database = with_database(url, "bench_start")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench_start")
    directory = place / "start"
    directory.mkdir()
    took = []
    with running_house(database, directory) as house:
        house.await_web(house.start("serve"))  # migrates
        house.stop_all()
        for _ in range(TIMES):
            begun = time.perf_counter()
            house.await_web(house.start("serve"))
            took.append(time.perf_counter() - begun)
            house.stop_all()
    return [
        (
            "start of `smsbot serve`, database there",
            f"{median(took):.1f} s",
            "under 3 s",
            f"median of {TIMES}",
        )
    ]
