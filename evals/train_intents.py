"""Learns the intents' weights: `python -m evals.train_intents [--check]` (needs the extra `train`).

From evals/dev/intents.jsonl, and for complaints, wishes for a person and for a call also from
evals/dev/guards, which says nothing of the other intents. With `--check` nothing is written: every
text of intents.jsonl is scored by weights that never saw it.
"""

import argparse
import json
from collections.abc import Iterator

import numpy as np

from evals.guards import HERE, read_line
from evals.learning import Texts, out_of_fold, written
from evals.understand import INTENTS_DEV, right
from smsbot.conversation.intents import FILE, NAMES, topics_of

SHARED = frozenset({"complaint", "human", "callback"})
"""Intents that are labels of the guards' development texts too."""
CERTAIN = frozenset({"legal", "fraud", "cancel_service", "emergency", "self_harm", "opt_out"})
"""Labels of those texts that leave open whether it is a complaint as well."""


class Set(Texts):
    """`own` marks the texts of intents.jsonl, which are labelled in full."""

    by_letters = True
    regular = 0.3

    def __init__(self) -> None:
        lines = list(_own()) + list(_shared())
        super().__init__([text for text, _, _ in lines])
        self.labels = [labels for _, labels, _ in lines]
        self.own = np.array([own for _, _, own in lines])

    def senses(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Each intent's truth, and the texts that say anything of it."""
        return {
            name: (
                np.array([name in labels for labels in self.labels]),
                np.ones(len(self.texts), bool) if name in SHARED else self.own,
            )
            for name in NAMES
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate; write nothing")
    data = Set()
    if not parser.parse_args().check:
        FILE.write_text(written(data, data.senses()), encoding="utf-8")
        print(f"{FILE.name}: {len(data.texts)} texts, {FILE.stat().st_size:,} bytes")
        return
    by_sense = {name: out_of_fold(data, *how) for name, how in data.senses().items()}
    missed: dict[str, int] = {}
    total: dict[str, int] = {}
    for row in np.flatnonzero(data.own):
        found = {one.name for one in topics_of({n: float(s[row]) for n, s in by_sense.items()})}
        first = data.labels[row][0]
        total[first] = total.get(first, 0) + 1
        missed[first] = missed.get(first, 0) + (not right(found, data.labels[row]))
    for name in sorted(total):
        print(f"| {name} | {total[name] - missed[name]} of {total[name]} |")
    print(f"| all | {1 - sum(missed.values()) / sum(total.values()):.1%} |")


def _own() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for line in INTENTS_DEV.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield one["text"], tuple(one["intents"]), True


def _shared() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for path in sorted((HERE / "dev" / "guards").glob("*escalation*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text, label = read_line(path, number, line)
            if label not in CERTAIN:
                yield text, (label,) if label in SHARED else (), False


if __name__ == "__main__":
    main()
