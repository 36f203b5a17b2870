"""Learns the guards' weights: `python -m evals.train [--check]` (needs the extra `train`).

From evals/dev/guards, and never from evals/heldout: a logistic regression per sense over the grams
of a text. With `--check` nothing is written: the sets are cut into five parts, each part is scored
by weights learned on the other four, and a table shows what phrases and weights make of it at
several thresholds. That is how `THRESHOLDS` were set, on the files of `FRESH`: the phrases were not
written from those.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from evals.guards import HERE, read_line
from smsbot.guards import opt_out
from smsbot.guards.declared import heard
from smsbot.language.grams import grams
from smsbot.language.reading import read
from smsbot.pack.guards import GuardRules
from smsbot.pack.load import load_shipped

PLACE = Path(__file__).parents[1] / "src" / "smsbot" / "guards" / "weights.json"
ESCALATIONS = ("callback", "cancel_service", "complaint", "fraud", "human", "legal")
SENSES = ("opt_out", *ESCALATIONS, "emergency", "self_harm")
THRESHOLDS: dict[str, tuple[float, float]] = {
    "opt_out": (1.0, -3.5),
    "callback": (1.0, -4.0),
    "cancel_service": (1.0, -4.0),
    "complaint": (1.0, -4.0),
    "fraud": (1.0, -4.0),
    "human": (1.0, -4.0),
    "legal": (1.0, -4.0),
    "emergency": (1.0, -4.0),
    "self_harm": (1.0, -4.0),
}
"""Sense -> (hears, denies)."""
TRIED = ((0.0, -4.0), (0.5, -4.0), (1.0, -4.0), (1.0, -3.0), (1.5, -3.0), (2.0, -3.0))
FRESH = ("broad", "judged")
LEFT_OUT = {"opt_out": {"wrong_number"}}
OTHERS_LEFT_OUT = {"opt_out", "emergency", "self_harm"}
"""Labels that are neither for a sense nor against it: a furious opt-out may be a complaint too."""
REGULAR = 1.0
SEEN_IN = 2
"""Texts a gram must stand in to get a weight."""
LEAST = 0.1
"""A weight nearer to nothing is nothing."""
FOLDS = 5


class Set:
    """The development texts as a matrix: a row per text, a column per gram."""

    def __init__(self, lines: Sequence[tuple[str, str, str]]) -> None:
        self.files = np.array([file for file, _, _ in lines])
        self.texts = [text for _, text, _ in lines]
        self.labels = np.array([label for _, _, label in lines])
        found = [grams(read(text).tokens) for text in self.texts]
        counts = Counter(gram for one in found for gram in one)
        self.names = sorted(gram for gram, n in counts.items() if n >= SEEN_IN)
        column = {gram: i for i, gram in enumerate(self.names)}
        cells = [(row, column[g]) for row, one in enumerate(found) for g in one if g in column]
        rows, columns = zip(*cells, strict=True)
        shape = (len(lines), len(self.names))
        self.matrix = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=shape)

    def counts(self, sense: str) -> np.ndarray:
        """Which texts speak for or against `sense`."""
        out = LEFT_OUT.get(sense, OTHERS_LEFT_OUT - {sense})
        return ~np.isin(self.labels, sorted(out))

    def is_(self, sense: str) -> np.ndarray:
        return self.labels == sense


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate; write nothing")
    data = Set(list(_lines()))
    if parser.parse_args().check:
        check(data)
    else:
        PLACE.write_text(_written(data), encoding="utf-8")
        print(f"{PLACE.name}: {len(data.texts)} texts, {PLACE.stat().st_size:,} bytes")


def check(data: Set) -> None:
    """Prints the table of thresholds, on the fresh files, scored by weights that never saw them."""
    rules = load_shipped().business.guards
    fresh = np.array([file.startswith(FRESH) for file in data.files])
    at = np.flatnonzero(fresh)
    by_phrase = [_by_phrase(data.texts[i], rules) for i in at]
    print("| sense | hears | denies | heard | false |\n|---|---|---|---|---|")
    for sense in SENSES:
        said = np.array([sense in heard_ones for heard_ones in by_phrase])
        scores = _out_of_fold(data, sense)[at]
        truth, counts = data.is_(sense)[at], data.counts(sense)[at]
        print(_row(sense, "phrases", "alone", said, truth, counts))
        for hears, denies in dict.fromkeys((THRESHOLDS[sense], *TRIED)):
            taken = np.where(scores > hears, True, np.where(scores < denies, False, said))
            print(_row(sense, hears, denies, taken, truth, counts))


def _row(
    sense: str,
    hears: object,
    denies: object,
    taken: np.ndarray,
    is_it: np.ndarray,
    counts: np.ndarray,
) -> str:
    right, wrong = taken & is_it, taken & ~is_it & counts
    share = f"{right.sum() / max(is_it.sum(), 1):.1%} ({right.sum()} of {is_it.sum()})"
    false = f"{wrong.sum()} of {(~is_it & counts).sum()}"
    return f"| {sense} | {hears} | {denies} | {share} | {false} |"


def _by_phrase(text: str, rules: GuardRules) -> set[str]:
    """The senses that phrases and keywords alone hear in `text`."""
    reading = read(text)
    books = (rules.escalation_book, rules.emergency_book, rules.self_harm_book)
    found = {rule for book in books for rule, _ in heard(book, reading)}
    said = opt_out.by_keyword(reading) or opt_out.by_phrase(reading)
    return {*found, "opt_out"} if said else found


def _out_of_fold(data: Set, sense: str) -> np.ndarray:
    scores = np.zeros(len(data.texts))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    counts = data.counts(sense)
    for learn, judge in folds.split(data.matrix, data.is_(sense)):
        kept = learn[counts[learn]]
        model = _learn(data.matrix[kept], data.is_(sense)[kept])
        scores[judge] = model.decision_function(data.matrix[judge])
    return scores


def _learn(matrix: csr_matrix, is_it: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=REGULAR, max_iter=3000).fit(matrix, is_it)


def _written(data: Set) -> str:
    """The file: senses first, then a line a gram, so that a change can be read as a diff."""
    senses: dict[str, dict[str, float]] = {}
    weights: dict[str, dict[str, float]] = {}
    for sense in SENSES:
        counts = data.counts(sense)
        model = _learn(data.matrix[counts], data.is_(sense)[counts])
        hears, denies = THRESHOLDS[sense]
        bias = round(float(model.intercept_[0]), 2)
        senses[sense] = {"bias": bias, "hears": hears, "denies": denies}
        for gram, weight in zip(data.names, model.coef_[0], strict=True):
            if abs(weight) >= LEAST:
                weights.setdefault(gram, {})[sense] = round(float(weight), 2)
    lines = ",\n".join(
        f"{json.dumps(gram, ensure_ascii=False)}: {json.dumps(weights[gram])}"
        for gram in sorted(weights)
    )
    return f'{{"senses": {json.dumps(senses, indent=1)},\n"grams": {{\n{lines}\n}}}}\n'


def _lines() -> Iterable[tuple[str, str, str]]:
    for path in sorted((HERE / "dev" / "guards").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield (path.stem, *read_line(path, number, line))


if __name__ == "__main__":
    main()
