"""The rules against the texts that they were made with. What judges them is not here: it is
evals/heldout, and whoever works on the rules leaves it closed."""

import json
from functools import cache
from pathlib import Path

import pytest
from evals.guards import Tally, measure

from tests.guards.support import shipped

pytestmark = pytest.mark.xdist_group("development")
DEV = Path(__file__).parents[2] / "evals" / "dev" / "guards"
RECALL, FALSE = 0.98, 0.005
"""What DESIGN.md's owners ask of opt-outs and escalations alike on texts that nobody has seen."""
BY_OTHERS = ("broad", "es", "fr")
"""Files by other hands, in more ways of speaking than the rest; bounded apart, below."""
FIRST, SECOND = "broad_", "broad2_"
"""The second ones are escalations and what looks like them, by authors who went further."""


@cache
def rows() -> tuple[Tally, ...]:
    """A hundred thousand texts: heard once, and by one process."""
    return tuple(measure(DEV, shipped()))


def _share(kind: str, *, negative: bool, broad: str | None = None) -> float:
    found = [
        row
        for row in rows()
        if row.file.endswith(kind)
        and row.negative is negative
        and (row.file.startswith(broad) if broad else not row.file.startswith(BY_OTHERS))
    ]
    assert found
    return sum(row.heard for row in found) / sum(row.texts for row in found)


@pytest.mark.parametrize("kind", ["opt_out", "escalation", "emergency", "wrong_number"])
def test_what_should_be_heard_is(kind: str) -> None:
    assert _share(kind, negative=False) >= RECALL


@pytest.mark.parametrize("kind", ["opt_out_negative", "escalation_negative", "ordinary"])
def test_what_should_not_be_heard_is_not(kind: str) -> None:
    assert _share(kind, negative=True) <= FALSE


@pytest.mark.parametrize(
    ("kind", "recall"),
    [
        ("opt_out", 0.99),
        ("escalation", 0.967),
        ("complaints", 0.905),
        ("people", 0.91),
        ("emergency", 0.98),
        ("danger", 0.99),
    ],
)
def test_broad_texts_are_heard_no_worse_than_they_were(kind: str, recall: float) -> None:
    """A guard against going back, near what is reached: no promise for texts not yet seen."""
    assert _share(kind, negative=False, broad=FIRST) >= recall


@pytest.mark.parametrize(
    ("kind", "false"),
    [
        ("opt_out_negative", 0.0042),
        ("escalation_negative", 0.003),
        ("complaints", 0.006),
        ("people", 0.005),
        ("emergency_negative", 0.0),
        ("danger", 0.0065),
        ("ordinary", 0.002),
    ],
)
def test_broad_texts_are_misheard_no_more_than_they_were(kind: str, false: float) -> None:
    assert _share(kind, negative=True, broad=FIRST) <= false


def test_the_second_broad_texts_are_heard_no_worse_than_they_were() -> None:
    assert _share("escalation", negative=False, broad=SECOND) >= 0.87
    assert _share("escalation_negative", negative=True, broad=SECOND) <= 0.02


@pytest.mark.parametrize("language", ["es", "fr"])
def test_spanish_and_french_are_heard_no_worse_than_they_were(language: str) -> None:
    """Near what is reached on the texts that the network learned from."""
    found = [row for row in rows() if row.file.startswith(language)]
    for label in ("opt_out", "emergency"):
        mine = [row for row in found if row.label == label and not row.negative]
        assert sum(row.heard for row in mine) >= 0.97 * sum(row.texts for row in mine)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("opt_out", 250),
        ("opt_out_negative", 500),
        ("escalation", 150),
        ("escalation_negative", 300),
        ("emergency", 60),
        ("emergency_negative", 120),
        ("ordinary", 300),
    ],
)
def test_there_is_enough_to_judge_by(kind: str, least: int) -> None:
    texts = [
        json.loads(line)["text"]
        for path in DEV.glob(f"*{kind}.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(set(texts)) >= least
