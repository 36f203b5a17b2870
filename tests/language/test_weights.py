"""Scores are the same in every process."""

from pathlib import Path

import pytest

from smsbot.language.weights import Weights, read_weights
from tests.language.processes import said_by_several

ASKED = """
from smsbot.conversation.intents import FILE
from smsbot.language.reading import read
from smsbot.language.weights import read_weights

for text in open({texts!r}, encoding="utf-8"):
    print(read_weights(FILE).scores(read(text).tokens))
"""


def test_hundredths_add_up_exactly() -> None:
    weights = Weights({"x": 10}, {"a": {"x": 20}, "b": {"x": -3}})
    assert weights.scores(["a", "b"]) == {"x": 0.27}


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text('{"biases": {"x": -1.15}, "grams": {"a": {"x": 0.29}}}', encoding="utf-8")
    assert read_weights(file).scores(["a"]) == {"x": pytest.approx(-0.86, abs=1e-12)}


def test_another_process_adds_up_the_same(tmp_path: Path) -> None:
    assert len(said_by_several(ASKED, tmp_path)) == 1
