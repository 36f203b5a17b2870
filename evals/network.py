"""Teaches a small network over the grams of texts (needs the extra `train`): what `evals.train`
writes and `smsbot.language.network` reads.

Adam, the cross-entropy of every sense for itself, and in each step a share of the grams and of the
units left out, so that no text is known by one of them. The same texts give the same network.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.model_selection import StratifiedKFold

from smsbot.language.grams import grams, letters
from smsbot.language.network import ONE
from smsbot.language.reading import read

SEEN_IN = 5
"""Texts a gram must stand in to have a row."""
UNITS = 64
EPOCHS = 16
BATCH = 256
RATE = 0.002
SLOWED = 0.7
"""The share of the rate that is lost from the first epoch to the end."""
AVERAGED = 8
"""Last epochs whose networks are averaged: one alone depends on chance too much."""
LEFT_OUT = 0.5
FOLDS = 5
TEACHERS = (1, 3)
"""The dice of the networks whose word is heard before the one that stays is taught."""
TOLD = 0.4
"""How much of what a text is to be comes from what its teachers say, who never saw it, and not from
its label: one author's label is not another's, and a network that is held to every one of them
learns the author."""
SEED = 2
_FADE = (0.9, 0.999)
_LARGEST = 127
_TINY = 1e-8

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as the rows of the grams that they hold. `truth` and `counts` have a row a text and a
    column a sense: whether the text is one, and whether it speaks for or against it at all."""

    names: tuple[str, ...]
    held: tuple[Rows, ...]
    truth: Floats
    counts: Floats

    def matrix(self, rows: Rows, dice: np.random.Generator | None = None) -> csr_matrix:
        """The texts of `rows`; with `dice`, without some of their grams, for which the others make
        up."""
        held = [self.held[row] for row in rows]
        if dice:
            held = [one[dice.random(len(one)) >= LEFT_OUT] for one in held]
        ends = np.cumsum([0, *map(len, held)])
        cells = np.concatenate(held)
        each = np.full(len(cells), 1 / (1 - LEFT_OUT) if dice else 1, np.float32)
        return csr_matrix((each, cells, ends), shape=(len(rows), len(self.names)))


def prepared(texts: Sequence[str], truth: Floats, counts: Floats) -> Texts:
    read_as = [read(text).tokens for text in texts]
    found = [grams(one) | letters(one) for one in read_as]
    seen = Counter(gram for one in found for gram in one)
    names = tuple(sorted(gram for gram, n in seen.items() if n >= SEEN_IN))
    column = {gram: i for i, gram in enumerate(names)}
    held = tuple(np.array(sorted(column[g] for g in one if g in column), int) for one in found)
    return Texts(names, held, truth, counts)


class Net:
    """What is learned: the grams' rows and the units' start, the units' weights and the biases."""

    def __init__(self, known: int, senses: int, dice: np.random.Generator) -> None:
        self.rows = (dice.standard_normal((known, UNITS)) * 0.01).astype(np.float32)
        self.start = np.zeros(UNITS, np.float32)
        self.outward = (dice.standard_normal((UNITS, senses)) / 8).astype(np.float32)
        self.bias = np.full(senses, -2, np.float32)

    def scores(self, matrix: csr_matrix) -> Floats:
        awake = np.maximum(matrix @ self.rows + self.start, 0)
        return np.asarray(awake @ self.outward + self.bias, np.float32)


class _Adam:
    """The steps of one array; where only some rows were touched, of those."""

    def __init__(self, what: Floats) -> None:
        self.what = what
        self.first = np.zeros_like(what)
        self.second = np.zeros_like(what)

    def step(self, slope: Floats, rate: float, at: Rows | slice = slice(None)) -> None:
        slow, slower = _FADE
        self.first[at] = slow * self.first[at] + (1 - slow) * slope
        self.second[at] = slower * self.second[at] + (1 - slower) * slope**2
        self.what[at] -= rate * self.first[at] / (np.sqrt(self.second[at]) + _TINY)


def softened(texts: Texts, by: Sequence[str], sure: NDArray[np.bool_]) -> Texts:
    """The same texts, told by teachers as well as by their labels, but where `sure`: a row a text,
    a column a sense. The teachers' folds are even in `by`."""
    return told_by(texts, [out_of_fold(texts, by, seed) for seed in TEACHERS], sure)


def told_by(texts: Texts, heard: Sequence[Floats], sure: NDArray[np.bool_]) -> Texts:
    """The texts with what teachers heard in them, as log-odds, mixed into their labels."""
    share = np.where(sure, 0.0, TOLD)
    truth = (1 - share) * texts.truth + share * expit(np.mean(heard, axis=0))
    return replace(texts, truth=truth.astype(np.float32))


def learned(texts: Texts, rows: Rows, seed: int = SEED) -> Net:
    """A network that knows the texts of `rows`."""
    dice = np.random.default_rng(seed)
    net = Net(len(texts.names), texts.truth.shape[1], dice)
    arrays = (net.rows, net.start, net.outward, net.bias)
    steps = [_Adam(one) for one in arrays]
    means = [np.zeros_like(one) for one in arrays]
    done = 0
    for epoch in range(EPOCHS):
        order = dice.permutation(rows)
        rate = RATE * (1 - SLOWED * epoch / EPOCHS)
        for begin in range(0, len(order), BATCH):
            done += 1
            even = float(np.sqrt(1 - _FADE[1] ** done) / (1 - _FADE[0] ** done))
            _learn(net, steps, texts, order[begin : begin + BATCH], dice, rate * even)
        if epoch >= EPOCHS - AVERAGED:
            for mean, one in zip(means, arrays, strict=True):
                np.add(mean, one / AVERAGED, out=mean)
    net.rows, net.start, net.outward, net.bias = means
    return net


def _learn(
    net: Net,
    steps: Sequence[_Adam],
    texts: Texts,
    batch: Rows,
    dice: np.random.Generator,
    rate: float,
) -> None:
    matrix = texts.matrix(batch, dice)
    units = matrix @ net.rows + net.start
    kept = ((dice.random(units.shape) >= LEFT_OUT) & (units > 0)) / np.float32(1 - LEFT_OUT)
    awake = units * kept
    chance = expit(awake @ net.outward + net.bias)
    wrong = (chance - texts.truth[batch]) * texts.counts[batch] / len(batch)
    back = (wrong @ net.outward.T) * kept
    touched, place = np.unique(matrix.indices, return_inverse=True)
    near = csr_matrix((matrix.data, place, matrix.indptr), shape=(len(batch), len(touched)))
    of_rows, of_start, of_outward, of_bias = steps
    of_outward.step(awake.T @ wrong, rate)
    of_bias.step(wrong.sum(0), rate)
    of_start.step(back.sum(0), rate)
    of_rows.step(near.T @ back, rate, touched)


def out_of_fold(texts: Texts, by: Sequence[str], seed: int = SEED) -> Floats:
    """Each text's log-odds by a network that never saw it; the folds are even in `by`."""
    scores = np.zeros_like(texts.truth)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for n, (learn, judge) in enumerate(folds.split(np.zeros(len(by)), by), start=1):
        print(f"dice {seed}: part {n} of {FOLDS} ...", file=sys.stderr)
        scores[judge] = learned(texts, learn, seed).scores(texts.matrix(judge))
    return scores


def write(path: Path, net: Net, texts: Texts, senses: Sequence[str]) -> None:
    """The network in whole numbers: a unit's column in steps of its own, so that its largest fits
    a byte; a unit's weights take the step back."""
    step = np.abs(net.rows).max(axis=0) / _LARGEST
    np.savez_compressed(
        path,
        senses=_as_bytes(senses),
        grams=_as_bytes(texts.names),
        rows=np.rint(net.rows / step).astype(np.int8),
        start=np.rint(net.start / step).astype(np.int64),
        outward=np.rint(net.outward * step[:, None] * ONE).astype(np.int64),
        bias=np.rint(net.bias * ONE).astype(np.int64),
    )


def _as_bytes(names: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode(), np.uint8)
