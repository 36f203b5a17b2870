"""How a command reaches the database of the process that runs beside it."""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from smsbot.store.embedded import NoData, embedded, reach

HOST = """
import sys
from pathlib import Path
from smsbot.store.embedded import {how}
with {how}(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.readline()
print("stopped", flush=True)
"""


class Process:
    """Another process that has the directory open until it is told to leave."""

    def __init__(self, directory: Path, how: str) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", HOST.format(how=how), str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = self._line()

    def _line(self) -> str:
        assert self._popen.stdout is not None
        return self._popen.stdout.readline().strip()

    def tell_to_leave(self) -> None:
        assert self._popen.stdin is not None
        self._popen.stdin.write("\n")
        self._popen.stdin.flush()

    @property
    def left(self) -> bool:
        return self._popen.poll() is not None

    def wait(self) -> str:
        said = self._line()
        self._popen.communicate(timeout=30)
        return said


@pytest.fixture(scope="module")
def directory() -> Iterator[Path]:
    """A data directory with a database in it, which nobody has open."""
    with tempfile.TemporaryDirectory(prefix="smsbot-reach-") as parent:
        Path(parent).chmod(0o755)
        one = Path(parent) / "postgres"
        with embedded(one) as url:
            run(url, "CREATE TABLE kept (word text)")
        yield one


def run(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def test_a_directory_without_data_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoData, match="SMSBOT_DATA_DIR"), reach(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()


def test_alone_it_starts_the_server_and_stops_it(directory: Path) -> None:
    with reach(directory) as url:
        run(url, "INSERT INTO kept VALUES ('alone')")
    with pytest.raises(psycopg.OperationalError):
        run(url, "SELECT 1")


def test_beside_a_running_server_it_uses_that_and_leaves_it_running(directory: Path) -> None:
    other = Process(directory, "embedded")
    with reach(directory) as url:
        assert url == other.url
        run(url, "INSERT INTO kept VALUES ('guest')")
    run(other.url, "SELECT 1")
    other.tell_to_leave()
    assert other.wait() == "stopped"


def test_a_command_that_started_the_server_waits_for_its_guests(directory: Path) -> None:
    host = Process(directory, "reach")
    with reach(directory) as url:
        host.tell_to_leave()
        later = threading.Event()
        later.wait(0.2)
        assert not host.left
        run(url, "INSERT INTO kept VALUES ('still here')")
    assert host.wait() == "stopped"
