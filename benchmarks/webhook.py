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
KINDS = (
    ("known", "inbound webhook, stored and guarded", "≥ 60%"),
    ("first", "the same, a contact's first text", "none"),
    ("mixed", "the same, one text in five asks for a person and is handed over", "none"),
)
"""The last changes the contacts' conversations, and so comes last."""


def measure(url: str, place: Path) -> list[Row]:
    database = with_database(url, "bench_webhook")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench_webhook")
    migrations.upgrade(database)
    directory = Path(tempfile.mkdtemp(dir=place))
    with running_house(database, directory) as house:
        house.web(database_pool="20")
        _load(house, "once", seconds=120)
        return [_against_bare(house, kind, what, target) for kind, what, target in KINDS]


def _against_bare(house: House, kind: str, what: str, target: str) -> Row:
    pairs = [(_bare(house), _load(house, kind)) for _ in range(ROUNDS)]
    ratio = median(ours / bare for bare, ours in pairs)
    bare, ours = (median(one) for one in zip(*pairs, strict=True))
    return (
        f"{what}, of a bare insert-and-defer loop",
        f"{ratio:.0%} ({ours:.0f}/s of {bare:.0f}/s)",
        target,
        f"{ROUNDS} rounds of {SECONDS} s each, {AT_ONCE} at once, one web process",
    )


def _bare(house: House) -> float:
    return _run(house, "benchmarks.webhook_bare", str(SECONDS), str(AT_ONCE))


def _load(house: House, kind: str, seconds: float = SECONDS) -> float:
    return _run(house, "benchmarks.webhook_load", str(seconds), str(AT_ONCE), kind)


def _run(house: House, *command: str) -> float:
    """Transactions a second, counted by a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        env={**house.environment, "BENCH_DATABASE": house.database_url},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return float(done.stdout)
