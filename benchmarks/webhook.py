"""The inbound webhook against a bare loop that inserts a row and defers a job, in one run.

Both write to the same database with the same number of transactions at once, in turns, so that
what the machine does meanwhile falls on both.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import psycopg
from tests.conftest import with_database
from tests.faults.house import ROOT, House, running_house

from benchmarks.machine import Row
from smsbot import migrations

SECONDS = 6
ROUNDS = 3
AT_ONCE = 8


def measure(url: str, place: Path) -> list[Row]:
    database = with_database(url, "bench_webhook")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench_webhook")
    migrations.upgrade(database)
    directory = Path(tempfile.mkdtemp(dir=place))
    with running_house(database, directory) as house:
        house.web(database_pool="20")
        pairs = [(_run("bare", house), _run("load", house)) for _ in range(ROUNDS)]
    ratio = median(ours / bare for bare, ours in pairs)
    bare, ours = (median(one) for one in zip(*pairs, strict=True))
    return [
        (
            "inbound webhook, stored and guarded, of a bare insert-and-defer loop",
            f"{ratio:.0%} ({ours:.0f}/s of {bare:.0f}/s)",
            "≥ 60%",
            f"{ROUNDS} rounds of {SECONDS} s each, {AT_ONCE} at once, one web process",
        )
    ]


def _run(what: str, house: House) -> float:
    """Transactions a second, counted by a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.webhook_{what}", str(SECONDS), str(AT_ONCE)],
        env={**house.environment, "BENCH_DATABASE": house.database_url},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return float(done.stdout)
