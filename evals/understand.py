"""What is understood of texts that nobody has seen: `python -m evals.understand [--set SET]`.

Three tables: times (see `evals.times`), intents, and answers to a pending question. `--set dev` has
the development texts instead of the held-out ones.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from evals import times
from evals.guards import HERE
from smsbot.conversation.intents import topics
from smsbot.domain.question import AnswerType, Option, Question
from smsbot.language.answers import read_answer
from smsbot.language.reading import read

INTENTS_DEV = HERE / "dev" / "intents.jsonl"
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
ZONE = ZoneInfo("America/Denver")
Entry = dict[str, Any]


class Row(NamedTuple):
    """`right` of `texts`; `first` counts those whose likeliest intent is one that is meant."""

    name: str
    texts: int
    right: int
    first: int | None = None


def main() -> None:
    asked = _arguments()
    part = "heldout" if asked.set == "heldout" else "tune"
    print(f"# {asked.set}, offline")
    _print("Times", [Row(r.set, r.texts, r.right, r.first) for r in times.measure(times.of(part))])
    intents = list(intent_rows(entries(asked.set, "intents"), misses=asked.misses))
    _print("Intents", intents)
    _print("Answers", list(answer_rows(entries(asked.set, "slots"), misses=asked.misses)))


def entries(name: str, file: str) -> list[Entry]:
    """The lines of a labelled file."""
    text = (HERE / name / f"{file}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def right(found: Set[str], labels: Sequence[str]) -> bool:
    """Whether exactly what is meant was heard."""
    return found == set(labels)


def intent_rows(lines: Sequence[Entry], *, misses: bool = False) -> Iterator[Row]:
    """A row for each first label, and one for all."""
    texts, exact, first = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        labels = line["intents"]
        found = topics(read(line["text"]).tokens)
        texts[labels[0]] += 1
        exact[labels[0]] += right({one.name for one in found}, labels)
        first[labels[0]] += found[0].name in labels
        if misses and not right({one.name for one in found}, labels):
            print(f"MISS {line['text']!r}: {[one.name for one in found]} for {labels}")
    for name in sorted(texts):
        yield Row(name, texts[name], exact[name], first[name])
    yield Row("all", texts.total(), exact.total(), first.total())


def answer_rows(lines: Sequence[Entry], *, misses: bool = False) -> Iterator[Row]:
    """A row for each type of question, and one for all; no answer is right where there is none."""
    texts, exact = Counter[str](), Counter[str]()
    for line in lines:
        kind = line["question"]["type"]
        zone = ZoneInfo(line["tz"]) if "tz" in line else ZONE
        now = datetime.fromisoformat(line["now"]) if "now" in line else NOW.astimezone(zone)
        found = read_answer(line["text"], _question(line["question"]), now, zone)
        value = found.value if found else None
        texts[kind] += 1
        exact[kind] += _same(value, line["value"])
        if misses and not _same(value, line["value"]):
            print(f"MISS {line['text']!r} ({line['question']}): {value!r} for {line['value']!r}")
    for name in sorted(texts):
        yield Row(name, texts[name], exact[name])
    yield Row("all", texts.total(), exact.total())


def _question(one: Entry) -> Question:
    options = tuple(Option(c["value"], c["label"]) for c in one.get("choices") or ())
    words = tuple(word.strip("?,.").lower() for word in one["prompt"].split() if len(word) > 3)
    return Question("asked", AnswerType(one["type"]), options, words)


def _same(value: str | None, label: object) -> bool:
    """Capitals and marks at the ends are no difference, and yes is true."""
    if value is None or label is None:
        return value is None and label is None
    said = {True: "yes", False: "no"}.get(label, label) if isinstance(label, bool) else label
    return str(said).strip(" .!").casefold() == value.strip(" .!").casefold()


def _print(title: str, rows: Sequence[Row]) -> None:
    print(f"\n## {title}\n\n| | right | likeliest |\n|---|---|---|")
    for row in rows:
        likeliest = "" if row.first is None else f"{row.first / row.texts:.1%}"
        share = f"{row.right / row.texts:.1%} ({row.right} of {row.texts})"
        print(f"| {row.name} | {share} | {likeliest} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.understand", description=__doc__)
    parser.add_argument("--set", choices=("heldout", "dev"), default="heldout")
    parser.add_argument("--misses", action="store_true", help="print the texts that went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
