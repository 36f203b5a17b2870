"""A network's scores are those of its whole numbers, in every process, and it can say why."""

from pathlib import Path

import numpy as np
import pytest

from smsbot.guards import senses
from smsbot.language.grams import grams, letters
from smsbot.language.network import ONE, Network, read_network
from smsbot.language.reading import read
from tests.language.processes import said_by_several

ASKED = """
from smsbot.guards import senses
from smsbot.language.reading import read

for text in open({texts!r}, encoding="utf-8"):
    tokens = read(text).tokens
    print(senses.network().scores(tokens), senses.telling("complaint", tokens))
"""


def a_network() -> Network:
    """Two units: the first wakes at "a" and the second at "b"; "b" takes from the first."""
    return Network(
        senses=("x", "y"),
        columns={"a": 0, "b": 1},
        rows=np.array([[3, -2], [-1, 5]], np.int8),
        start=np.array([0, 1]),
        outward=np.array([[ONE, 0], [0, 2 * ONE]]),
        bias=np.array([-ONE, ONE // 2]),
    )


@pytest.mark.parametrize(
    ("tokens", "scores"),
    [
        (("a",), {"x": 2.0, "y": 0.5}),
        (("b",), {"x": -1.0, "y": 12.5}),
        (("a", "b"), {"x": 1.0, "y": 8.5}),
        ((), {"x": -1.0, "y": 2.5}),
    ],
)
def test_the_scores_are_the_waking_units_and_the_bias(
    tokens: tuple[str, ...], scores: dict[str, float]
) -> None:
    assert a_network().scores(tokens) == scores


def test_what_told_are_the_grams_that_added_most() -> None:
    assert a_network().telling("x", ("a", "b")) == "a"
    assert a_network().telling("y", ("b", "a")) == "b"
    assert a_network().telling("x", ("b",)) == ""


def test_the_network_in_force_adds_up_by_hand() -> None:
    tokens = read("please take me off this").tokens
    known = senses.network()
    units = known.start.tolist()
    for gram in grams(tokens) | letters(tokens):
        if gram in known.columns:
            row = known.rows[known.columns[gram]].tolist()
            units = [unit + int(one) for unit, one in zip(units, row, strict=True)]
    at = known.senses.index("opt_out")
    total = int(known.bias[at]) + sum(
        unit * int(out) for unit, out in zip(units, known.outward[:, at], strict=True) if unit > 0
    )
    assert known.scores(tokens)["opt_out"] == total / ONE


def test_rows_are_whole_and_fit_a_byte() -> None:
    known = senses.network()
    assert known.rows.dtype == np.int8


def test_another_process_adds_up_the_same(tmp_path: Path) -> None:
    assert len(said_by_several(ASKED, tmp_path)) == 1


def test_a_file_is_read_once() -> None:
    assert read_network(senses.FILE) is read_network(senses.FILE)
