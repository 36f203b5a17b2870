"""What the guards take for a text, and whether that grows with its length alone."""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.machine import Row
from smsbot.domain.guard import GuardFacts
from smsbot.guards import evaluate
from smsbot.pack.guards import GuardRules
from smsbot.pack.load import load_shipped

ORDINARY = (
    "Hi, do you have anything on Thursday afternoon for a furnace tune-up?",
    "yes 4pm works, see you then",
    "What do you charge for a drain cleaning? It's the kitchen sink",
    "thanks so much, the new water heater is great",
    "can we move my appointment to next week please",
    "Gate code is 4471, park anywhere in front",
    "ok",
    "my address changed to 14 Birch Lane, same phone",
    "the pilot light keeps going out, is that something you can look at this week",
    "Sorry, running ten minutes late",
    "how long does a water heater usually take to put in?",
    "two bathrooms and a kitchen, about 1,800 square feet",
    "no the other one, the one by the garage",
    "Do you take cards or only checks?",
)
SENTENCE = "We have two bathrooms upstairs and the one on the left drips a little at night. "
SHORT, LONG = 160, 1600
ROUNDS = 200


def measure(url: str, place: Path) -> list[Row]:  # noqa: ARG001
    """The rows; the guards need no database and no directory."""
    rules = load_shipped().business.guards
    took = _microseconds(ORDINARY, rules)
    short, long = (_microseconds(_of_length(n), rules)[0] / n for n in (SHORT, LONG))
    return [
        (
            "all guards, an ordinary text",
            f"{median(took):.0f} µs",
            "at most 100 µs",
            f"median of {len(ORDINARY)} texts, each of {ROUNDS} times",
        ),
        (
            f"all guards, a character of {LONG:,} as against one of {SHORT}",
            f"{long / short:.2f} times",
            "about 1 or less: linear",
            f"{short:.2f} and {long:.2f} µs a character",
        ),
    ]


def _of_length(characters: int) -> tuple[str, ...]:
    """Texts that differ in their first word."""
    sentences = SENTENCE * (characters // len(SENTENCE) + 1)
    return tuple(f"{one} {sentences}"[:characters] for one in "abcdefghijkl")


def _microseconds(texts: Sequence[str], rules: GuardRules) -> list[float]:
    """The median of each text over `ROUNDS`. The texts take turns, so that what the guards keep of
    the last few helps none of them; words are kept, as they are in a process that has run a while.
    """
    facts = GuardFacts()
    took: list[list[float]] = [[] for _ in texts]
    for _ in range(ROUNDS + 1):
        for text, mine in zip(texts, took, strict=True):
            begun = time.perf_counter_ns()
            evaluate(text, facts, rules)
            mine.append((time.perf_counter_ns() - begun) / 1000)
    return [median(mine[1:]) for mine in took]
