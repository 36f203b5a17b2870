"""Which words of an answer belong into the form, where a question asks for a thing that has a name:
of "its my wifes house so use hers, Teresa Boyd" the last two.

Learned beforehand from answers and what people at a desk would write down
(`evals/train_spans.py`): each word is before, the first of, inside or behind what is wanted, by its
neighbours and by what the question asks for. In whole numbers, so that the same text is always read
alike. What is wrong or what happened is not cut: there the whole of it is wanted.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from smsbot.language.answers.naming import Hit
from smsbot.language.answers.pieces import Piece, words_of

FILE = Path(__file__).with_name("spans.npz")
BEFORE, FIRST, INSIDE, BEHIND = STATES = range(4)
START = len(STATES)
"""The state before the first word, for the moves."""
MOVES = ((BEFORE, FIRST), (INSIDE, BEHIND), (INSIDE, BEHIND), (BEHIND,), (BEFORE, FIRST))
"""Which states may follow each, and the start."""
_THINGS = frozenset(
    """
    name names named who whom whose brand make model color colour breed code number numbers email
    plate vin serial unit room city town neighborhood zip where when which language languages kind
    type medicine medicines medication medications allergies allergic school employer company
    carrier insurance pharmacy size flavor dish material fabric instrument sport stylist doctor dr
    provider date day time address street title position occupation relationship contact referred
    heard hear floor tooth item part grade cuisine drink topping toppings style theme song
    """.split()
)
_TOLD_WHOLE = frozenset(
    """
    why happened wrong reason describe tell else notes note know going bring brings problem issue
    symptoms goal goals concerns details explain story like look how
    """.split()
)
_KINDS = frozenset(
    """
    name address email where city town who what kind type brand make model when date how why reason
    number code plate language color medication allergies
    """.split()
)
"""Words of a question by which its answers differ."""
_MOST_KINDS = 3
_FAR = 4
_NEAR_END = 3


def asks_for_a_thing(prompt: str) -> bool:
    """Whether a question wants a name, a place, a number, and no story."""
    asked = {*words_of(prompt)}
    return bool(asked & _THINGS) and not asked & _TOLD_WHOLE


def features(text: str, pieces: Sequence[Piece], told: Hit | None, prompt: str) -> list[list[str]]:
    """What each piece is known by; `told` is what the rules take the answer to be."""
    asked = words_of(prompt)
    kinds = [word for word in asked if word in _KINDS][:_MOST_KINDS] or ["-"]
    words = ["<", *(p.text for p in pieces), ">"]
    shapes = ["<", *(_shape(text[p.start]) for p in pieces), ">"]
    marks = ["<", *(_mark(i, told) for i in range(len(pieces)))]
    return [_of_piece(i, words, shapes, marks, kinds, asked) for i in range(1, len(pieces) + 1)]


def _of_piece(
    i: int,
    words: Sequence[str],
    shapes: Sequence[str],
    marks: Sequence[str],
    kinds: Sequence[str],
    asked: Sequence[str],
) -> list[str]:
    before, word, behind = words[i - 1 : i + 2]
    found = [
        "any",
        f"w={word}",
        f"p={before}",
        f"n={behind}",
        f"pw={before} {word}",
        f"wn={word} {behind}",
        f"s={shapes[i - 1]}{shapes[i]}{shapes[i + 1]}",
        f"r={marks[i]}",
        f"rw={marks[i]}{word}",
        f"i={min(i, _FAR)}",
        f"e={min(len(words) - 1 - i, _NEAR_END)}",
    ]
    if i > 1:
        found.append(f"pp={words[i - 2]} {before}")
    if marks[i] != "-":
        found.append(f"rr={marks[i - 1]}{marks[i]}")
    for kind in kinds:
        found += (f"q={kind}{shapes[i]}", f"qp={kind} {before}", f"qw={kind} {word}")
    if word in asked:
        found.append("asked")
    return found


def _shape(first: str) -> str:
    if first.isdigit():
        return "N"
    if first.isalpha():
        return "C" if first.isupper() else "l"
    return "m"


def _mark(i: int, told: Hit | None) -> str:
    """Where a piece lies to what the rules take the answer to be."""
    if told is None:
        return "-"
    if i == told.start:
        return "("
    if i == told.end - 1:
        return ")"
    return "=" if told.start < i < told.end else "."


class Spans:
    """`weights` has a row a feature and a column a state; `moves` a row for each state before, and
    the start."""

    def __init__(
        self, rows: Mapping[str, int], weights: NDArray[np.int16], moves: NDArray[np.int32]
    ) -> None:
        self._rows, self._weights = rows, weights
        self._moves: list[list[int]] = moves.tolist()

    def write(self, path: Path) -> None:
        """As `read_spans` reads it."""
        np.savez_compressed(
            path,
            features=np.frombuffer("\n".join(self._rows).encode(), np.uint8),
            weights=self._weights,
            moves=np.array(self._moves, np.int32),
        )

    def states(self, known_by: Sequence[Sequence[str]]) -> list[int]:
        """The likeliest way through the states, one for each piece."""
        best: dict[int, tuple[int, list[int]]] = {START: (0, [])}
        for one in known_by:
            found = [self._rows[name] for name in one if name in self._rows]
            scores: list[int] = self._weights[found].sum(axis=0, dtype=np.int64).tolist()
            reached: dict[int, tuple[int, list[int]]] = {}
            for before, (total, way) in best.items():
                for state in MOVES[before]:
                    sum_ = total + scores[state] + self._moves[before][state]
                    if state not in reached or sum_ > reached[state][0]:
                        reached[state] = sum_, [*way, state]
            best = reached
        return max(best.values(), key=lambda one: one[0])[1]


def wanted(text: str, pieces: Sequence[Piece], told: Hit | None, prompt: str) -> Hit | None:
    """The words of `text` that belong into the form; None where it answers nothing."""
    states = read_spans(FILE).states(features(text, pieces, told, prompt))
    inside = [i for i, state in enumerate(states) if state in (FIRST, INSIDE)]
    if not inside:
        return None
    start, end = inside[0], inside[-1] + 1
    return Hit(text[pieces[start].start : pieces[end - 1].end], start, end)


@lru_cache(maxsize=1)
def read_spans(path: Path) -> Spans:
    """What `evals/train_spans.py` wrote; read once."""
    with np.load(path, allow_pickle=False) as file:
        names = file["features"].tobytes().decode().split("\n")
        rows = {name: row for row, name in enumerate(names)}
        return Spans(rows, file["weights"], file["moves"])
