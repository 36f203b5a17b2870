"""Learns which words of an answer belong into the form: `python -m evals.train_spans [--check]`.

From evals/dev/spans and the texts of evals/dev/next; an averaged perceptron over whole answers.
With `--check` nothing is written: every file is read by what was learned from the others.
"""

import argparse
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evals.answers import SPANS, Told, read_next, read_spans_sheet
from smsbot.language.answers.naming import Hit
from smsbot.language.answers.pieces import Piece, cut
from smsbot.language.answers.spans import (
    BEFORE,
    BEHIND,
    FILE,
    FIRST,
    INSIDE,
    MOVES,
    START,
    STATES,
    Spans,
    asks_for_a_thing,
    features,
)
from smsbot.language.answers.wording import read_text

ROUNDS = 12
OFTEN = 3
"""Answers that must show a feature for it to be learned."""
FINE = 16
"""Of a whole number's steps for one of the perceptron's."""
Weights = dict[tuple[str, int], float]
Moves = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer's features, and the state of each of its pieces."""

    told: Told
    pieces: Sequence[Piece]
    by_rule: Hit | None
    features: Sequence[Sequence[str]]
    states: Sequence[int]


def labelled(told: Told) -> Labelled | None:
    """None where the field's words do not stand in the text."""
    pieces = cut(told.text)
    by_rule = read_text(told.text, pieces, told.question.words)
    states = [BEFORE] * len(pieces)
    if told.value is not None:
        start = told.text.lower().find(told.value.lower())
        end = start + len(told.value)
        inside = [i for i, p in enumerate(pieces) if p.end > start and p.start < end]
        if start < 0 or not inside:
            return None
        first, last = inside[0], inside[-1]
        states[first:] = [BEHIND] * (len(pieces) - first)
        states[first : last + 1] = [FIRST, *[INSIDE] * (last - first)]
    found = features(told.text, pieces, by_rule, told.question.prompt)
    return Labelled(told, pieces, by_rule, found, states)


def learned(answers: Sequence[Labelled]) -> Spans:
    """The weights under which the right states go before all others, averaged over all rounds."""
    held = Counter(name for one in answers for piece in one.features for name in {*piece})
    names = sorted(name for name, count in held.items() if count >= OFTEN)
    rows = {name: row for row, name in enumerate(names)}
    now, sums = (np.zeros((len(rows), len(STATES))) for _ in range(2))
    moves, moved = (np.zeros((START + 1, len(STATES))) for _ in range(2))
    kept = [
        ([[rows[n] for n in piece if n in rows] for piece in one.features], one.states)
        for one in answers
    ]
    dice, step = random.Random(1), 1
    for _ in range(ROUNDS):
        dice.shuffle(kept)
        for found, right in kept:
            guess = _best(found, now, moves)
            if guess != list(right):
                _correct(found, right, guess, (now, sums, moves, moved), step)
            step += 1
    weights = np.round((now - sums / step) * FINE).astype(np.int16)
    return Spans(rows, weights, np.round((moves - moved / step) * FINE).astype(np.int32))


def _best(found: Sequence[Sequence[int]], weights: np.ndarray, moves: np.ndarray) -> list[int]:
    best: dict[int, tuple[float, list[int]]] = {START: (0.0, [])}
    for one in found:
        scores = weights[one].sum(axis=0)
        reached: dict[int, tuple[float, list[int]]] = {}
        for before, (total, way) in best.items():
            for state in MOVES[before]:
                sum_ = total + scores[state] + moves[before, state]
                if state not in reached or sum_ > reached[state][0]:
                    reached[state] = sum_, [*way, state]
        best = reached
    return max(best.values(), key=lambda one: one[0])[1]


def _correct(
    found: Sequence[Sequence[int]],
    right: Sequence[int],
    guess: Sequence[int],
    tables: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
    step: int,
) -> None:
    now, sums, moves, moved = tables
    was = (START, START)
    for one, here in zip(found, zip(right, guess, strict=True), strict=True):
        for sign, state, before in ((1, here[0], was[0]), (-1, here[1], was[1])):
            if here[0] != here[1]:
                now[one, state] += sign
                sums[one, state] += sign * step
            if (was[0], here[0]) != (was[1], here[1]):
                moves[before, state] += sign
                moved[before, state] += sign * step
        was = here


def files() -> dict[str, list[Labelled]]:
    """The answers of each file."""
    found = {path.stem: list(read_spans_sheet(path)) for path in sorted(SPANS.glob("*.txt"))}
    told = found | {"next": list(read_next(("text",)))}
    return {name: [one for one in map(labelled, each) if one] for name, each in told.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate; write nothing")
    by_file = files()
    if parser.parse_args().check:
        check(by_file)
        return
    learned([one for each in by_file.values() for one in each]).write(FILE)
    print(f"{FILE.name}: {sum(map(len, by_file.values()))} answers, {FILE.stat().st_size:,} bytes")


def check(by_file: Mapping[str, Sequence[Labelled]]) -> None:
    """Prints what is right, by rules and as learned, where a thing is asked for."""
    print("| file | asked for a thing | by rules | learned |")
    for name, here in by_file.items():
        found = learned([one for file, each in by_file.items() if file != name for one in each])
        things = [one for one in here if asks_for_a_thing(one.told.question.prompt)]
        rules = sum(_same(one.by_rule.value if one.by_rule else None, one) for one in things)
        right = sum(_same(_value(one, found.states(one.features)), one) for one in things)
        shares = " | ".join(f"{n / len(things):.1%}" for n in (rules, right))
        print(f"| {name} | {len(things)} | {shares} |")


def _value(one: Labelled, states: Sequence[int]) -> str | None:
    inside = [i for i, state in enumerate(states) if state in (FIRST, INSIDE)]
    text = one.told.text
    return text[one.pieces[inside[0]].start : one.pieces[inside[-1]].end] if inside else None


def _same(value: str | None, one: Labelled) -> bool:
    wanted = one.told.value
    if value is None or wanted is None:
        return value is wanted
    return value.strip(" .!").casefold() == wanted.strip(" .!").casefold()


if __name__ == "__main__":
    main()
