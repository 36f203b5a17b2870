"""Teaches the guards' network: `python -m evals.train [--check]` (needs the extra `train`).

From evals/dev/guards, and never from evals/heldout: one small network for all senses, over the
grams of a text (`evals/network.py`).

First two teachers say of each text what they make of it, who never saw it; from their word and
the label together the one that stays is taught (ten minutes).

With `--check` nothing is written: the sets are cut into five parts, each part is scored by a
network taught on the other four, and a table shows what phrases and network make of it at several
thresholds. That is how the thresholds of `senses` were set, on the files of `FRESH`: the phrases
were not written from those. The teachers saw the other four parts' texts in part, so what is shown
is a little better than it will be.
"""

import argparse
import json
from collections.abc import Iterable, Sequence

import numpy as np

from evals.guards import HERE, PASS, read_line
from evals.network import learned, out_of_fold, prepared, softened, write
from evals.understand import INTENTS_DEV
from smsbot.guards import escalation, opt_out, senses
from smsbot.guards.declared import heard
from smsbot.language.detect import guess_language
from smsbot.language.reading import read
from smsbot.pack.guards import GuardRules
from smsbot.pack.load import load_shipped

SENSES = (*senses.THRESHOLDS, *senses.KINDS)
TRIED = (
    (0.0, -3.0),
    (0.5, -3.0),
    (1.0, -3.0),
    (0.0, -2.0),
    (0.5, -1.5),
    (1.0, -2.0),
    (1.5, -2.0),
    (2.0, -2.0),
    (1.0, -4.0),
    (0.1, -4.0),
    (-0.5, -4.0),
    (-1.0, -4.0),
    (-1.5, -4.0),
    (-2.0, -4.0),
)
FRESH = ("broad", "judged", "es", "fr")
CORRECTED = "own"
"""Single cases that came up: what is said of them holds, whatever a network makes of them."""
DANGERS = ("emergency", "self_harm")
"""What one author took for danger is not talked away by a network that did not."""
LEFT_OUT = {"opt_out": {"wrong_number"}}
OTHERS_LEFT_OUT = {"opt_out", "emergency", "self_harm"}
"""Labels that are neither for a sense nor against it: a furious opt-out may be a complaint too."""

MORE_INTENTS = HERE / "dev" / "more_intents.jsonl"
FAQ_DEV = HERE / "dev" / "faq.jsonl"
SLOTS_DEV = (HERE / "dev" / "slots.jsonl", *sorted((HERE / "dev" / "next").glob("*.jsonl")))
SHORT = frozenset("choice yes_no number money date".split())
"""Questions whose answers are nothing for a guard; one who is asked what is wrong may be in danger.
"""
EVERYDAY = frozenset(
    """
    book reschedule cancel_appointment price hours location availability affirm thanks greeting
    """.split()
)
"""Intents that, alone or together, are nothing for a guard."""


class Set:
    """The development texts with their files and labels, and what they say of each sense."""

    def __init__(self, lines: Sequence[tuple[str, str, str]]) -> None:
        self.files = np.array([file for file, _, _ in lines])
        self.texts = [text for _, text, _ in lines]
        self.labels = np.array([label for _, _, label in lines])
        truth = np.stack([self.is_(sense) for sense in SENSES], 1).astype(np.float32)
        counts = np.stack([self.counts(sense) for sense in SENSES], 1).astype(np.float32)
        self.prepared = prepared(self.texts, truth, counts)
        corrected = np.array([file.startswith(CORRECTED) for file in self.files])
        self.sure = corrected[:, None] | np.isin(SENSES, DANGERS)

    def counts(self, sense: str) -> np.ndarray:
        """Which texts speak for or against `sense`."""
        out = LEFT_OUT.get(sense, OTHERS_LEFT_OUT - {sense})
        return ~np.isin(self.labels, sorted(out))

    def is_(self, sense: str) -> np.ndarray:
        labels = senses.KINDS if sense == escalation.ANY else (sense,)
        return np.isin(self.labels, labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate; write nothing")
    checks = parser.parse_args().check
    data = Set(list(_lines()))
    if checks:
        check(data)
        return
    every = np.arange(len(data.texts))
    told = softened(data.prepared, data.labels, data.sure)
    write(senses.FILE, learned(told, every), told, SENSES)
    print(f"{senses.FILE.name}: {len(data.texts)} texts, {senses.FILE.stat().st_size:,} bytes")


def check(data: Set) -> None:
    """Prints the table of thresholds, on the fresh files, scored by networks that never saw them:
    English, and Spanish and French."""
    scores = out_of_fold(softened(data.prepared, data.labels, data.sure), data.labels)
    english = np.array([guess_language(text) == "en" for text in data.texts])
    fresh = np.array([file.startswith(FRESH) for file in data.files])
    for name, which in (("English", english), ("Spanish and French", ~english)):
        print(f"\n## {name}\n\n| sense | hears | denies | heard | false |\n|---|---|---|---|---|")
        _check(data, scores, np.flatnonzero(fresh & which))


def _check(data: Set, scores: np.ndarray, at: np.ndarray) -> None:
    rules = load_shipped().business.guards
    by_phrase = [_by_phrase(data.texts[i], rules) for i in at]
    for sense in senses.THRESHOLDS:
        said = np.array([sense in heard_ones for heard_ones in by_phrase])
        scored = scores[at, SENSES.index(sense)]
        truth, counts = data.is_(sense)[at], data.counts(sense)[at]
        print(_row(sense, "phrases", "alone", said, truth, counts))
        for hears, denies in dict.fromkeys((senses.THRESHOLDS[sense][:2], *TRIED)):
            taken = np.where(scored > hears, True, np.where(scored < denies, False, said))
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
    return (
        f"| {sense} | {hears} | {denies} | {share} | {wrong.sum()} of {(~is_it & counts).sum()} |"
    )


def _by_phrase(text: str, rules: GuardRules) -> set[str]:
    """The senses that phrases and keywords alone hear in `text`."""
    reading = read(text)
    books = (rules.escalation_book, rules.emergency_book, rules.self_harm_book)
    found = {rule for book in books for rule, _ in heard(book, reading)}
    found |= {escalation.ANY} if found & {*senses.KINDS} else set()
    said = opt_out.by_keyword(reading) or opt_out.by_phrase(reading)
    return {*found, "opt_out"} if said else found


def _everyday() -> Iterable[tuple[str, str, str]]:
    """Texts of the other development sets that no guard has anything to do with."""
    for path in (INTENTS_DEV, MORE_INTENTS):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if EVERYDAY.issuperset(one["intents"]):
                yield path.stem, one["text"], PASS
    for line in FAQ_DEV.read_text(encoding="utf-8").splitlines():
        yield FAQ_DEV.stem, json.loads(line)["text"], PASS
    yield from _answers()


def _answers() -> Iterable[tuple[str, str, str]]:
    """Answers to questions, without those in which a phrase is heard: some say more."""
    rules = load_shipped().business.guards
    for path in SLOTS_DEV:
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            told = one["value"] is not None and one["question"]["type"] in SHORT
            if told and not _by_phrase(one["text"], rules):
                yield path.stem, one["text"], PASS


def _lines() -> Iterable[tuple[str, str, str]]:
    yield from _everyday()
    for path in sorted((HERE / "dev" / "guards").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield (path.stem, *read_line(path, number, line))


if __name__ == "__main__":
    main()
