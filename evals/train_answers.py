"""Learns what answers mean that name nothing: `python -m evals.train_answers [--check]` (needs the
extra `train`).

From evals/dev/answers and the choices and yes or no of evals/dev/next, and, as texts that answer
nothing, from evals/dev/intents.jsonl. With `--check` nothing is written: every file of answers is
read by what was learned from the others.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from evals.answers import DEV, Told, read_next, read_sheet
from evals.understand import INTENTS_DEV, NOW, ZONE
from smsbot.domain.question import Answer, AnswerType
from smsbot.language.answers import meaning, read_answer
from smsbot.language.answers.meaning import FILE, Meaning, said
from smsbot.language.answers.pieces import cut

WIDTH = 128
ROUNDS = 60
RATE = 0.02
REGULAR = 5e-5
DROPPED = 0.3
OFTEN = 2
"""Texts that must hold a pair of words for it to be learned from."""
LIGHT = {" ": 0.5, "#": 0.3, "|": 0.3}
"""What a pair of words, a part of a word, and an option's word beside one of its question count, by
the mark that they hold; a word counts one."""
NO_ANSWERS = frozenset(
    "price hours location status complaint human callback greeting thanks is_bot reschedule".split()
)
"""Intents whose texts answer no question that they are no answer to."""
OF_NO_ANSWER = 0.25
"""How many texts that answer nothing there are for each answer."""
_FADE = (0.9, 0.99)
_TINY = 1e-8

Floats = NDArray[np.float32]


class Names:
    """The names of rows, in the order in which they were met."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}

    def row(self, name: str) -> int:
        return self.rows.setdefault(name, len(self.rows))


class Answers:
    """Answers as sparse rows, and the options of their questions as more of them; `of` is each
    option's answer, `starts` each answer's first option, `gold` the option meant or -1."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.words, self.labels = Names(), Names()
        pairs = Counter(name for one in told for name in said(cut(one.text)) if " " in name)
        texts = [
            [n for n in sorted(said(cut(one.text))) if " " not in n or pairs[n] >= OFTEN]
            for one in told
        ]
        options = _options(told)
        self.of = np.repeat(np.arange(len(told)), [len(o) for o in options])
        self.starts = np.searchsorted(self.of, np.arange(len(told)))
        self.gold = np.array(
            [
                start + meaning.values(one.question).index(one.value)
                if one.value in meaning.values(one.question)
                else -1
                for start, one in zip(self.starts, told, strict=True)
            ]
        )
        self.x = self._matrix(self.words, texts, [1.0] * len(texts))
        flat = [sorted(option) for each in options for option in each]
        self.y = self._matrix(self.labels, flat, [len(one) ** -0.5 for one in flat])

    def _matrix(
        self, names: Names, rows: Sequence[Sequence[str]], scale: Sequence[float]
    ) -> sp.csr_matrix:
        at = [(i, names.row(n), _weight(n) * scale[i]) for i, row in enumerate(rows) for n in row]
        i, j, value = zip(*at, strict=True)
        return sp.csr_matrix(
            (np.array(value, np.float32), (i, j)), shape=(len(rows), len(names.rows))
        )


def _options(told: Sequence[Told]) -> list[list[set[str]]]:
    """What each answer's options are known by; a word beside a question's word where several
    questions have both."""
    by_question = {one.question: meaning.options(one.question) for one in told}
    held = Counter(
        name
        for options in by_question.values()
        for name in {name for option in options for name in option if _is_crossed(name)}
    )
    kept = {
        question: [
            {n for n in option if not _is_crossed(n) or held[n] >= OFTEN} for option in options
        ]
        for question, options in by_question.items()
    }
    return [kept[one.question] for one in told]


def _is_crossed(name: str) -> bool:
    return "|" in name


def _weight(name: str) -> float:
    return next((weight for mark, weight in LIGHT.items() if mark in name), 1.0)


def learned(told: Sequence[Told], seed: int = 0) -> Meaning:
    """The rows that give each answer's option the most likelihood: Adam over all answers at once,
    with a share of the words left out in each round."""
    dice = np.random.default_rng(seed)
    data = Answers(told)
    n = len(told)
    held = np.asarray((data.x > 0).sum(0)).ravel()
    rare = np.log(n / (1 + held)).clip(0.3).astype(np.float32) / 4
    x = data.x @ sp.diags(rare)
    words = dice.normal(0, 0.1, (x.shape[1], WIDTH)).astype(np.float32)
    labels = dice.normal(0, 0.1, (data.y.shape[1], WIDTH)).astype(np.float32)
    for name, j in data.labels.rows.items():  # what is named is meant, to begin with
        if name in data.words.rows:
            labels[j] = words[data.words.rows[name]] = dice.normal(0, 0.5, WIDTH)
    nothing = np.zeros(x.shape[1] + 1, np.float32)
    parts = [words, labels, nothing]
    means = [(np.zeros_like(p), np.zeros_like(p)) for p in parts]
    for round_ in range(1, ROUNDS + 1):
        seen = x.copy()
        seen.data = seen.data * (dice.random(len(seen.data)) > DROPPED) / (1 - DROPPED)
        for part, mean, slope in zip(parts, means, _slopes(data, seen, *parts), strict=True):
            _step(part, mean, slope, round_)
    return _whole(data, words * rare[:, None], labels, np.append(nothing[:-1] * rare, nothing[-1]))


def _slopes(
    data: Answers, x: sp.csr_matrix, words: Floats, labels: Floats, nothing: Floats
) -> tuple[Floats, Floats, Floats]:
    toward, options = x @ words, data.y @ labels
    scores = (toward[data.of] * options).sum(1)
    none = x @ nothing[:-1] + nothing[-1]
    most = np.maximum(np.maximum.reduceat(scores, data.starts), none)
    each, rest = np.exp(scores - most[data.of]), np.exp(none - most)
    total = np.add.reduceat(each, data.starts) + rest
    off, off_none = each / total[data.of], rest / total
    known = data.gold >= 0
    off[data.gold[known]] -= 1
    off_none[~known] -= 1
    off, off_none = off / len(none), off_none / len(none)
    of_options = off[:, None] * toward[data.of]
    of_texts = np.add.reduceat(off[:, None] * options, data.starts, axis=0)
    return (
        x.T @ of_texts + REGULAR * words,
        data.y.T @ of_options + REGULAR * labels,
        np.append(x.T @ off_none + REGULAR * nothing[:-1], off_none.sum()),
    )


def _step(part: Floats, mean: tuple[Floats, Floats], slope: Floats, round_: int) -> None:
    first, second = mean
    first += (1 - _FADE[0]) * (slope - first)
    second += (1 - _FADE[1]) * (slope**2 - second)
    size = np.sqrt(second / (1 - _FADE[1] ** round_)) + _TINY
    part -= RATE * first / (1 - _FADE[0] ** round_) / size


def _whole(data: Answers, words: Floats, labels: Floats, nothing: Floats) -> Meaning:
    """In whole numbers, the weights of names put into their rows."""
    words *= np.array([_weight(n) for n in data.words.rows], np.float32)[:, None]
    labels *= np.array([_weight(n) for n in data.labels.rows], np.float32)[:, None]
    nothing[:-1] *= np.array([_weight(n) for n in data.words.rows], np.float32)
    whole_words, unit = meaning.whole(words)
    whole_labels, of_labels = meaning.whole(labels)
    fine = float(np.abs(nothing).max()) / (1 << 20) or 1.0
    return Meaning(
        (data.words.rows, whole_words),
        (data.labels.rows, whole_labels),
        np.round(nothing / fine).astype(np.int32),
        (unit * of_labels, fine),
    )


def no_answers(told: Sequence[Told]) -> Iterator[Told]:
    """Texts that want something else, each as no answer to one of the questions."""
    dice = random.Random(1)
    questions = [one.question for one in told]
    texts = [
        one["text"]
        for one in map(json.loads, INTENTS_DEV.read_text(encoding="utf-8").splitlines())
        if NO_ANSWERS.issuperset(one["intents"])
    ]
    for _ in range(int(OF_NO_ANSWER * len(told))):
        yield Told(dice.choice(questions), dice.choice(texts), None)


def files() -> dict[str, list[Told]]:
    """The answers of each file."""
    found = {path.stem: list(read_sheet(path)) for path in sorted(DEV.glob("*.txt"))}
    return found | {"next": list(read_next())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate; write nothing")
    by_file = files()
    if parser.parse_args().check:
        check(by_file)
        return
    told = [one for each in by_file.values() for one in each]
    learned([*told, *no_answers(told)]).write(FILE)
    print(f"{FILE.name}: {len(told)} answers, {FILE.stat().st_size:,} bytes")


def check(by_file: dict[str, list[Told]]) -> None:
    """Prints, for each file, what is right by words alone and with what was learned from the other
    files, at several thresholds."""
    print("| file | type | answers | by words | " + " | ".join(map(str, TRIED)) + " |")
    for name, here in by_file.items():
        others = [one for file, each in by_file.items() if file != name for one in each]
        found = learned([*others, *no_answers(others)])
        for kind in (AnswerType.CHOICE, AnswerType.YES_NO):
            told = [one for one in here if one.question.type is kind]
            if told:
                print(_row(name, kind, told, found))


def _by_words(one: Told) -> Answer | None:
    """As it is read where the question's own text is not known, and so nothing is learned of it."""
    question = replace(one.question, prompt="")
    return read_answer(one.text, question, NOW.astimezone(ZONE), ZONE)


def _value(answer: Answer | None) -> str | None:
    return answer.value if answer else None


TRIED = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0)


def _row(name: str, kind: AnswerType, told: Sequence[Told], found: Meaning) -> str:
    by_words = [_by_words(one) for one in told]
    right = sum(_value(a) == one.value for a, one in zip(by_words, told, strict=True))
    cells = [f"{right / len(told):.1%}"]
    for sure in TRIED:
        values = [
            a.value if a else meaning.read(cut(one.text), one.question, found, sure)
            for a, one in zip(by_words, told, strict=True)
        ]
        hits = sum(v == one.value for v, one in zip(values, told, strict=True))
        new = [
            v == one.value
            for v, a, one in zip(values, by_words, told, strict=True)
            if v is not None and a is None
        ]
        cells.append(f"{hits / len(told):.1%} ({sum(new) / max(1, len(new)):.0%} of {len(new)})")
    return f"| {name} | {kind} | {len(told)} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
