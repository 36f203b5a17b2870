"""What is understood of texts that nobody has seen: `python -m evals.understand [--set SET]`.

Three tables: times (see `evals.times`), intents, and answers to a pending question; and the same
once more with a model where one is configured (`evals.with_model`). `--set dev` has the development
texts instead of the held-out ones.
"""

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from evals import times, with_model
from evals.answers import asked as asked_as
from evals.guards import HERE
from evals.with_model import Asker, Told
from smsbot.conversation.asking_model import asked_now
from smsbot.conversation.intents import topics
from smsbot.domain.question import Question
from smsbot.language.answers import read_answer
from smsbot.language.reading import read
from smsbot.language.times import find_times
from smsbot.ports import Model

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
    timed = times.of(part)
    _print("Times", [_time_row(row) for row in times.measure(timed)])
    intents, slots = entries(asked.set, "intents"), entries(asked.set, "slots")
    _print("Intents", list(intent_rows(intents, misses=asked.misses)))
    _print("Answers", list(answer_rows(slots, misses=asked.misses)))
    asyncio.run(_helped(asked.set, timed, intents, slots))


async def _helped(
    name: str, timed: Sequence[Entry], intents: Sequence[Entry], slots: Sequence[Entry]
) -> None:
    """The tables once more with the model of the settings, where there is one."""
    async with with_model.configured() as helper:
        if helper is None:
            print("\nNo model is configured (SMSBOT_OPENAI_API_KEY, SMSBOT_OPENAI_BASE_URL).")
            return
        print(f"\n# {name}, with {helper.name}")
        told = await with_model.each(timed, time_asker(helper.model))
        _print("Times", [_time_row(row) for row in times.measure(timed, told)])
        told = await with_model.each(intents, intent_asker(helper.model))
        _print("Intents", list(intent_rows(intents, told)))
        told = await with_model.each(slots, answer_asker(helper.model))
        _print("Answers", list(answer_rows(slots, told)))


def entries(name: str, file: str) -> list[Entry]:
    """The lines of a labelled file."""
    text = (HERE / name / f"{file}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def right(found: Set[str], labels: Sequence[str]) -> bool:
    """Whether exactly what is meant was heard."""
    return found == set(labels)


def intent_rows(
    lines: Sequence[Entry], told: Sequence[Told] = (), *, misses: bool = False
) -> Iterator[Row]:
    """A row for each first label, and one for all; `told` is what a model said of each line."""
    texts, exact, first = Counter[str](), Counter[str](), Counter[str]()
    for line, more in zip_longest(lines, told):
        labels = line["intents"]
        found = (more.intents if more else ()) or topics(read(line["text"]).tokens)
        texts[labels[0]] += 1
        exact[labels[0]] += right({one.name for one in found}, labels)
        first[labels[0]] += found[0].name in labels
        if misses and not right({one.name for one in found}, labels):
            print(f"MISS {line['text']!r}: {[one.name for one in found]} for {labels}")
    for name in sorted(texts):
        yield Row(name, texts[name], exact[name], first[name])
    yield Row("all", texts.total(), exact.total(), first.total())


def answer_rows(
    lines: Sequence[Entry], told: Sequence[Told] = (), *, misses: bool = False
) -> Iterator[Row]:
    """A row for each type of question, and one for all; no answer is right where there is none."""
    texts, exact = Counter[str](), Counter[str]()
    for line, more in zip_longest(lines, told):
        kind = line["question"]["type"]
        question, (now, zone) = _question(line["question"]), _when(line)
        found = read_answer(line["text"], question, now, zone)
        if more and (found is None or found.meant):
            value = with_model.value_of(more, question, line["text"], now, zone)
        else:
            value = found.value if found else None
        texts[kind] += 1
        exact[kind] += _same(value, line["value"])
        if misses and not _same(value, line["value"]):
            print(f"MISS {line['text']!r} ({line['question']}): {value!r} for {line['value']!r}")
    for name in sorted(texts):
        yield Row(name, texts[name], exact[name])
    yield Row("all", texts.total(), exact.total())


def _when(line: Entry) -> tuple[datetime, ZoneInfo]:
    zone = ZoneInfo(line["tz"]) if "tz" in line else ZONE
    return (datetime.fromisoformat(line["now"]) if "now" in line else NOW.astimezone(zone)), zone


def time_asker(model: Model) -> Asker:
    """Asks for the words about a time, where the grammar found none."""

    async def ask(line: Entry) -> Told:
        now, zone = _when(line)
        if find_times(line["text"], now, zone).windows:
            return None
        return await model.understand(with_model.request(line["text"]))

    return ask


def intent_asker(model: Model) -> Asker:
    async def ask(line: Entry) -> Told:
        return await model.understand(with_model.request(line["text"]))

    return ask


def answer_asker(model: Model) -> Asker:
    """Asks for the answer, where the text alone gave none, or one that is only meant."""

    async def ask(line: Entry) -> Told:
        question, (now, zone) = _question(line["question"]), _when(line)
        found = read_answer(line["text"], question, now, zone)
        if found and not found.meant:
            return None
        asked = asked_now(question)
        prompt = line["question"]["prompt"]
        return await model.understand(with_model.request(line["text"], asked, prompt))

    return ask


def _time_row(row: times.Tally) -> Row:
    return Row(row.set, row.texts, row.right, row.first)


def _question(one: Entry) -> Question:
    options = [(c["value"], c["label"]) for c in one.get("choices") or ()]
    return asked_as(one["type"], one["prompt"], options)


def _same(value: str | None, label: object) -> bool:
    """Capitals and marks at the ends are no difference, yes is true, and a range may be labelled by
    its two ends."""
    if value is None or label is None:
        return value is None and label is None
    if isinstance(label, list):
        return value == "-".join(str(end) for end in label)
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
