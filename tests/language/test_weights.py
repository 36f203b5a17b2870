"""Scores are the same in every process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smsbot.language.weights import Weights, read_weights

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
    """Sets of words have another order in each; a score just at a threshold must not move."""
    texts = tmp_path / "texts"
    long = "we had an appointment at nine and nobody came so what does it cost to move it"
    texts.write_text("\n".join(long[:cut] for cut in range(8, len(long))), encoding="utf-8")
    script = ASKED.format(texts=str(texts))
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
