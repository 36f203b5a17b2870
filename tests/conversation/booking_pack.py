"""Juniper, and what it would need to book appointments: the shipped pack books none yet."""

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from smsbot.pack.load import load, shipped_dirs
from smsbot.pack.models import Pack

ADDED = Path(__file__).parents[1] / "fixtures" / "booking"


@lru_cache(maxsize=1)
def booking_pack() -> Pack:
    with tempfile.TemporaryDirectory() as place:
        for shipped in shipped_dirs():
            target = Path(place) / shipped.name
            shutil.copytree(shipped, target)
            shutil.copytree(ADDED / shipped.name, target, dirs_exist_ok=True)
        return load(Path(place) / "graphs", Path(place) / "prompts")
