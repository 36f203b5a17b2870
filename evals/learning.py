"""Logistic regressions over the grams of texts: how `evals.train_intents` learns (needs the extra
`train`)."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from smsbot.language.grams import grams, letters
from smsbot.language.reading import read

SEEN_IN = 3
"""Texts a gram must stand in to get a weight."""
LEAST = 0.1
"""A weight nearer to nothing is nothing."""
FOLDS = 5


class Texts:
    """Texts as a matrix: a row per text, a column per gram; with `by_letters`, also per part of a
    word. `regular` is the regression's C: the smaller, the smaller the weights."""

    by_letters = False
    regular = 1.0

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = list(texts)
        read_as = [read(text).tokens for text in self.texts]
        found = [grams(one) | (letters(one) if self.by_letters else set()) for one in read_as]
        counts = Counter(gram for one in found for gram in one)
        self.names = sorted(gram for gram, n in counts.items() if n >= SEEN_IN)
        column = {gram: i for i, gram in enumerate(self.names)}
        cells = [(row, column[g]) for row, one in enumerate(found) for g in one if g in column]
        rows, columns = zip(*cells, strict=True)
        shape = (len(self.texts), len(self.names))
        self.matrix = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=shape)


def out_of_fold(data: Texts, truth: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Each text's log-odds by weights that never saw it; learned where `counts`."""
    scores = np.zeros(len(data.texts))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    for learn, judge in folds.split(data.matrix, truth):
        kept = learn[counts[learn]]
        model = learned(data, truth, kept)
        scores[judge] = model.decision_function(data.matrix[judge])
    return scores


def learned(data: Texts, truth: np.ndarray, rows: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=data.regular, max_iter=3000)
    return model.fit(data.matrix[rows], truth[rows])


def written(data: Texts, senses: Mapping[str, tuple[np.ndarray, np.ndarray]]) -> str:
    """The file of weights, of each sense's truth and of the texts that count for it: biases first,
    then a line a gram, so that a change can be read as a diff."""
    biases: dict[str, float] = {}
    weights: dict[str, dict[str, float]] = {}
    for sense, (truth, counts) in senses.items():
        model = learned(data, truth, np.flatnonzero(counts))
        biases[sense] = round(float(model.intercept_[0]), 2)
        for gram, weight in zip(data.names, model.coef_[0], strict=True):
            if abs(weight) >= LEAST:
                weights.setdefault(gram, {})[sense] = round(float(weight), 2)
    lines = ",\n".join(
        f"{json.dumps(gram, ensure_ascii=False)}: {json.dumps(weights[gram])}"
        for gram in sorted(weights)
    )
    way = '"letters": true,\n' if data.by_letters else ""
    return f'{{{way}"biases": {json.dumps(biases, indent=1)},\n"grams": {{\n{lines}\n}}}}\n'
