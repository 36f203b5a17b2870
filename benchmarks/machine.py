"""Which machine the figures are from."""

import os
import platform
from pathlib import Path


def describe() -> str:
    """Processor, cores and memory, as far as the system tells."""
    cores = os.cpu_count() or 0
    return f"{_processor()}, {cores} cores, {_memory()}; {platform.system()} {platform.machine()}"


def _processor() -> str:
    listing = Path("/proc/cpuinfo")
    if not listing.exists():
        return platform.processor() or "unknown processor"
    for line in listing.read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown processor"


def _memory() -> str:
    listing = Path("/proc/meminfo")
    if not listing.exists():
        return "memory unknown"
    kilobytes = int(listing.read_text().split()[1])
    return f"{kilobytes / 1024 / 1024:.0f} GiB"


Row = tuple[str, str, str, str]
"""What, measured, target, sizes."""
