"""What an answer means where it names nothing that was asked: "its a harley" is a motorcycle,
"bought it in 09" owns the home.

Learned beforehand from answers that people wrote (`evals/train_answers.py`): a short row of numbers
for each word of an answer and for each word of an option, so that what is said of the same thing
points the same way. No model is asked and nothing is learned from customers. It reckons in whole
numbers, so that the same text is read alike in every process and on every machine.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from smsbot.domain.question import AnswerType, Question
from smsbot.language.answers.pieces import NUM, WORD, Piece, words_of

FILE = Path(__file__).with_name("meaning.npz")
SURE = 0.5
"""Log-odds by which a meaning must lead every other, and that nothing is meant."""
SURER = 2.0
"""The same, where a word of the answer names another: it may stand there for something else."""
_SAYING = 3
"""Words from which an answer says more than a name."""
_ENDINGS = ("ings", "ing", "ers", "ed", "es", "s")
_LEAST_STEM = 3
_LONG = 6
"""Letters from which a word is known by its parts too."""
_BUCKETS = 1 << 13
_SMALL = frozenset(
    """what is are the a an you your do for to of or it we in on at how have has would like
    need""".split()
)
_WHOLE = 127

Rows = NDArray[np.int8]


def said(pieces: Sequence[Piece]) -> set[str]:
    """What an answer is known by: its words, pairs of them, and parts of words."""
    words = [stem(p.text) for p in pieces if p.kind in (WORD, NUM)]
    pairs = (f"{a} {b}" for a, b in pairwise(words))
    return {*words, *pairs, *_parts(words)}


def of_option(label: str, value: str, prompt: str) -> set[str]:
    """What an option is known by: the words of its label and value, alone and beside each word of
    the question."""
    words = {stem(word) for word in words_of(f"{label} {value.replace('_', ' ')}")}
    crossed = {f"{asked}|{word}" for asked in _asked(prompt) for word in words}
    return words | crossed | set(_parts(words))


def of_agreement(value: str, prompt: str) -> set[str]:
    """What a yes or a no to a question is known by."""
    return {f"{value}:", *(f"{value}:{word}" for word in _asked(prompt))}


def stem(word: str) -> str:
    """`word` without its ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def _asked(prompt: str) -> set[str]:
    return {stem(word) for word in words_of(prompt) if word not in _SMALL}


def _parts(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if len(word) >= _LONG:
            whole = f"<{word}>"
            for size in (4, 5):
                for i in range(len(whole) - size + 1):
                    yield f"#{crc32(whole[i : i + size].encode()) % _BUCKETS}"


class Meaning:
    """`answers` and `options` hold a row for each thing that one is known by, `nothing` what each
    part of an answer says for meaning nothing. `unit` is the log-odds of one."""

    def __init__(
        self,
        answers: tuple[Mapping[str, int], Rows],
        options: tuple[Mapping[str, int], Rows],
        nothing: NDArray[np.int32],
        units: tuple[float, float],
    ) -> None:
        self._answers, self._options, self._nothing = answers, options, nothing
        self._unit, self._unit_of_nothing = units

    def write(self, path: Path) -> None:
        """As `read_meaning` reads it."""
        (answers, answer_rows), (options, option_rows) = self._answers, self._options
        np.savez_compressed(
            path,
            answers=np.frombuffer("\n".join(answers).encode(), np.uint8),
            options=np.frombuffer("\n".join(options).encode(), np.uint8),
            answer_rows=answer_rows,
            option_rows=option_rows,
            nothing=self._nothing,
            units=np.array([self._unit, self._unit_of_nothing]),
        )

    def scores(self, answer: set[str], options: Sequence[set[str]]) -> list[float]:
        """The log-odds of each of `options` and, last, of meaning none of them."""
        names, rows = self._answers
        found = [names[one] for one in answer if one in names]
        toward = rows[found].sum(axis=0, dtype=np.int64)
        scores = [self._toward(toward, one) for one in options]
        nothing = int(self._nothing[-1]) + int(self._nothing[found].sum(dtype=np.int64))
        return [*scores, nothing * self._unit_of_nothing]

    def has_met(self, word: str) -> bool:
        """Whether `word`, without its ending, stood in an answer that was learned from."""
        return word in self._answers[0]

    def _toward(self, answer: NDArray[np.int64], option: set[str]) -> float:
        """How much an answer points to an option: by all that the option is known by, so that one
        with a long label is not meant the more."""
        names, rows = self._options
        found = [names[one] for one in option if one in names]
        if not found:
            return 0.0
        total = rows[found].sum(axis=0, dtype=np.int64)
        return int(answer @ total) * self._unit / sqrt(len(found))


def meant(pieces: Sequence[Piece], question: Question) -> str | None:
    """The option that an answer means, or "yes" or "no"; None where it is not sure."""
    return read(pieces, question, read_meaning(FILE))


def all_met(pieces: Sequence[Piece]) -> bool:
    """Whether each word of an answer stood in those that were learned from."""
    learned = read_meaning(FILE)
    return all(learned.has_met(stem(p.text)) for p in pieces if p.kind == WORD)


def rather(pieces: Sequence[Piece], question: Question, named: str) -> str | None:
    """What an answer means where that is much likelier than the `named` one: "sunday we have church
    so the other" names the day that is not meant."""
    return read_over(pieces, question, read_meaning(FILE), named)


def read(
    pieces: Sequence[Piece], question: Question, learned: Meaning, sure: float = SURE
) -> str | None:
    """What `learned` takes the answer to mean, where it leads by `sure` log-odds."""
    scores = learned.scores(said(pieces), options(question))
    first, second = sorted(scores, reverse=True)[:2]
    best = scores.index(first)
    means = best < len(scores) - 1 and first - second >= sure
    return values(question)[best] if means else None


def read_over(
    pieces: Sequence[Piece], question: Question, learned: Meaning, named: str
) -> str | None:
    """What `learned` takes the answer to mean, where it leads the `named` one by `SURER`."""
    of = values(question)
    words = sum(p.kind in (WORD, NUM) for p in pieces)
    if named not in of or words < _SAYING:
        return None
    scores = learned.scores(said(pieces), options(question))
    best = scores.index(max(scores))
    over = best < len(of) and scores[best] - scores[of.index(named)] >= SURER
    return of[best] if over else None


def values(question: Question) -> list[str]:
    """What `question` may be answered with."""
    return [one.value for one in question.options] or ["yes", "no"]


def options(question: Question) -> list[set[str]]:
    """What each of them is known by."""
    if question.type is AnswerType.CHOICE:
        return [of_option(one.label, one.value, question.prompt) for one in question.options]
    return [of_agreement(value, question.prompt) for value in values(question)]


def whole(rows: NDArray[np.float32]) -> tuple[Rows, float]:
    """`rows` in whole numbers, and what one of them stands for."""
    unit = float(np.abs(rows).max()) / _WHOLE
    return np.round(rows / unit).astype(np.int8), unit


@lru_cache(maxsize=1)
def read_meaning(path: Path) -> Meaning:
    """What `evals/train_answers.py` wrote; read once."""
    with np.load(path, allow_pickle=False) as file:
        answers, options = (
            {name: row for row, name in enumerate(file[key].tobytes().decode().split("\n"))}
            for key in ("answers", "options")
        )
        return Meaning(
            (answers, file["answer_rows"]),
            (options, file["option_rows"]),
            file["nothing"],
            (float(file["units"][0]), float(file["units"][1])),
        )
