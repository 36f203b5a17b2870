"""`make bench`: every row, with the machine and the sizes. No pass or fail: a reader judges."""

import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import guards, start, turn, webhook
from benchmarks.machine import describe
from smsbot.store.embedded import embedded


def main() -> None:
    print(f"# smsbot benchmarks\n\n{describe()}; Python {platform.python_version()}\n")
    print("| what | measured | target | sizes |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="bench") as place:
        Path(place).chmod(0o755)
        with embedded(Path(place) / "data") as url:
            for part in (guards, webhook, turn, start):
                print(f"measuring {part.__name__} ...", file=sys.stderr)
                for row in part.measure(url, Path(place)):
                    print(f"| {' | '.join(row)} |", flush=True)
    print(
        "\nNot measured yet, for what they measure is not built yet: what is due among sleeping "
        "enrolments, a STOP among a million of them, model calls a turn."
    )


if __name__ == "__main__":
    main()
