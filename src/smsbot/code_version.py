"""Which code decides: a short hash of the rooms on which a turn's outcome depends."""

import hashlib
from functools import lru_cache
from pathlib import Path

DECIDING = ("conversation", "domain", "gate", "guards", "language", "pack")
"""The rooms that decide a turn; what only stores, sends or shows is not among them."""
SUFFIXES = frozenset({".py", ".json"})
LENGTH = 16


@lru_cache(maxsize=1)
def code_version() -> str:
    """The hash of the deciding rooms' files, code and learned weights, as this process found them:
    the same in every installation of the same source."""
    here = Path(__file__).parent
    files = (one for room in DECIDING for one in (here / room).rglob("*"))
    found = hashlib.sha256()
    for file in sorted(one for one in files if one.suffix in SUFFIXES):
        found.update(file.relative_to(here).as_posix().encode() + b"\0")
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:LENGTH]
