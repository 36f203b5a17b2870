"""Answers that people wrote, in sheets that a person can read: `evals/dev/answers/*.txt`.

    Q choice | What kind of vehicle is it?
    + motorcycle | Motorcycle
    its a harley
    - none
    how long does it take

A question; its options, each with the answers that mean it below; and below "- none" the texts that
answer nothing. Of a `Q yes_no` the options are "+ yes" and "+ no".

Those of `evals/dev/spans` say behind each answer to a `Q text` what belongs into the form, or "-":

    Q text | What's the gate code?
    1776, and mind the dog => 1776

So do those of `evals/dev/amounts`, to a `Q money` or `Q number`, in numbers.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.guards import HERE
from smsbot.domain.question import AnswerType, Option, Question

DEV = HERE / "dev" / "answers"
SPANS = HERE / "dev" / "spans"
NEXT = HERE / "dev" / "next"
_ASKED = re.compile(r"Q (choice|yes_no) \| (\S.*)")
_OPTION = re.compile(r"\+ ([\w-]+)\s*\|\s*(\S.*)")
_AGREEMENT = re.compile(r"\+ (yes|no)")
_NOTHING = re.compile(r"- none")


@dataclass(frozen=True, slots=True)
class Told:
    """`text` answers `question` with `value`, an option's or "yes" or "no"; with None it answers
    nothing."""

    question: Question
    text: str
    value: str | None


class BadSheet(Exception):
    """A line of a sheet is none; the message names the file and the line."""


def asked(kind: str, prompt: str, options: Sequence[tuple[str, str]] = ()) -> Question:
    """A question as a pack would ask it, without words of its own."""
    choices = tuple(Option(value, label) for value, label in options)
    words = tuple(word.strip("?,.").lower() for word in prompt.split() if len(word) > 3)
    return Question("asked", AnswerType(kind), choices, words, prompt=prompt)


def read_sheet(path: Path) -> Iterator[Told]:
    """The answers of a sheet. Raises `BadSheet`."""
    kind, prompt = "", ""
    options: list[tuple[str, str]] = []
    told: list[tuple[str, str | None]] = []
    value: str | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if found := _ASKED.fullmatch(line):
            yield from _of(kind, prompt, options, told)
            kind, prompt = found.groups()
            options, told, value = [], [], None
        elif kind == "choice" and (found := _OPTION.fullmatch(line)):
            value = found[1]
            options.append((value, found[2]))
        elif kind == "yes_no" and (found := _AGREEMENT.fullmatch(line)):
            value = found[1]
        elif _NOTHING.fullmatch(line):
            value = None
        elif line.startswith(("+ ", "- ", "Q ")) or (line and not kind):
            raise BadSheet(f"{path.name}:{number}: no question, option or answer: {line!r}")
        elif line:
            told.append((line, value))
    yield from _of(kind, prompt, options, told)


_OPEN = re.compile(r"Q (text|money|number) \| (\S.*)")
_FILLED = re.compile(r"(.*\S)\s+=>\s+(\S.*)")


def read_spans_sheet(path: Path) -> Iterator[Told]:
    """The answers of a sheet with "=>". Raises `BadSheet`."""
    question: Question | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if found := _OPEN.fullmatch(line):
            question = asked(found[1], found[2])
        elif question and (found := _FILLED.fullmatch(line)):
            yield Told(question, found[1], None if found[2] == "-" else found[2])
        elif line:
            raise BadSheet(f"{path.name}:{number}: no question or answer: {line!r}")


def read_next(kinds: Sequence[str] = ("choice", "yes_no")) -> Iterator[Told]:
    """The answers of evals/dev/next to questions of `kinds`."""
    for path in sorted(NEXT.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            question = one["question"]
            if question["type"] not in kinds:
                continue
            options = [(c["value"], c["label"]) for c in question.get("choices", ())]
            value = {True: "yes", False: "no"}.get(one["value"], one["value"])
            yield Told(asked(question["type"], question["prompt"], options), one["text"], value)


def _of(
    kind: str,
    prompt: str,
    options: Sequence[tuple[str, str]],
    told: Sequence[tuple[str, str | None]],
) -> Iterator[Told]:
    if told:
        question = asked(kind, prompt, options)
        yield from (Told(question, text, value) for text, value in told)
