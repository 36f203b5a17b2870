"""A small network over a text's grams, for several senses at once, learned beforehand
(`evals/train.py`).

One layer of hidden units that are silent below nothing, and one sum of them a sense. It reckons in
whole numbers, so that a text's scores are the same in every process and on every machine. And it
can say why: with the units that a text wakes, its score is a sum of what each gram adds.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from smsbot.language.grams import grams, parts

ONE = 1 << 20
"""What stands for a log-odd of one in the whole numbers of a score."""
_SHOWN = 3
_WORDS_KEPT = 20_000

Whole = NDArray[np.int64]


class Network:
    """`rows` has a row a gram and a column a unit, `columns` names the rows; `outward` has a row a
    unit and a column a sense. All hold whole numbers."""

    def __init__(
        self,
        senses: tuple[str, ...],
        columns: Mapping[str, int],
        rows: NDArray[np.int8],
        start: Whole,
        outward: Whole,
        bias: Whole,
    ) -> None:
        self.senses = senses
        self.columns = columns
        self.rows = rows
        self.start = start
        self.outward = outward
        self.bias = bias
        # A word's parts are many, and looking them up is most of the work; words come again.
        self._parts = lru_cache(maxsize=_WORDS_KEPT)(self._rows_of_parts)

    def scores(self, tokens: Sequence[str]) -> dict[str, float]:
        """Every sense's log-odds, in one pass."""
        awake = np.maximum(self._units(tokens), 0)
        sums = (awake @ self.outward + self.bias).tolist()
        return {sense: total / ONE for sense, total in zip(self.senses, sums, strict=True)}

    def telling(self, sense: str, tokens: Sequence[str]) -> str:
        """The words, pairs and threes that added most to `sense`, for a person to read. What the
        parts of a word add is the word's."""
        toward = np.where(self._units(tokens) > 0, self.outward[:, self.senses.index(sense)], 0)
        shares = {gram: self._share(gram, toward) for gram in grams(tokens)}
        for word in {*tokens} & shares.keys():
            shares[word] += sum(self._share(part, toward) for part in parts(word))
        ranked = sorted(shares, key=lambda gram: (-shares[gram], gram))
        return ", ".join(gram for gram in ranked[:_SHOWN] if shares[gram] > 0)

    def _units(self, tokens: Sequence[str]) -> Whole:
        known = self.columns
        found = {known[gram] for gram in grams(tokens) if gram in known}
        found.update(*map(self._parts, tokens))
        total = np.add.reduce(self.rows.take([*found], axis=0), axis=0, dtype=np.int32)
        units: Whole = self.start + total.astype(np.int64)
        return units

    def _rows_of_parts(self, word: str) -> tuple[int, ...]:
        known = self.columns
        return tuple(known[part] for part in parts(word) if part in known)

    def _share(self, gram: str, toward: Whole) -> int:
        row = self.columns.get(gram)
        return 0 if row is None else int(self.rows[row].astype(np.int64) @ toward)


@lru_cache(maxsize=2)
def read_network(path: Path) -> Network:
    """The network of a file that `evals/train.py` wrote; read once."""
    with np.load(path, allow_pickle=False) as file:
        names = file["grams"].tobytes().decode().split("\n")
        return Network(
            senses=tuple(file["senses"].tobytes().decode().split("\n")),
            columns={gram: row for row, gram in enumerate(names)},
            rows=file["rows"],
            start=file["start"],
            outward=file["outward"],
            bias=file["bias"],
        )
