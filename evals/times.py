"""How well times are read: `python -m evals.times [--part PART] [--misses] [--others]`.

Each line of `evals/dev/times.jsonl` is a text with its `now` and `tz`, and the windows that it
means. A text is right where every window has the right start and grain, in order, and what is ruled
out has too; a text without a time is right where nothing was read. `first` asks only for the first
window. evals/dev/README.md says what the two parts are worth.

With `--others`, the same texts by the libraries that are installed of dateparser, parsedatetime,
timefhuman and ctparse: start only, which is all that they agree to give.
"""

import argparse
import importlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from evals.with_model import Told, times_of
from smsbot.domain.times import Window

DATA = Path(__file__).parent / "dev" / "times.jsonl"
HELD_OUT = Path(__file__).parent / "heldout" / "times.jsonl"
PARTS = ("tune", "check", "heldout")
Entry = dict[str, Any]
Guess = Callable[[str, datetime], datetime | None]


@dataclass(slots=True)
class Tally:
    """One row of the table."""

    set: str
    texts: int = 0
    right: int = 0
    first: int = 0
    exact: int = 0
    """Right in every end as well."""
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    asked = _arguments()
    parts = PARTS if asked.part == "all" else (asked.part,)
    for part in parts:
        entries = of(part)
        print(f"\n## {part}\n\n| set | right | first window | with ends |\n|---|---|---|---|")
        rows = measure(entries)
        for row in rows:
            print(_line(row))
        if asked.misses:
            for miss in (miss for row in rows for miss in row.wrong):
                print(miss)
        if asked.others:
            _others(entries)


def read(path: Path) -> list[Entry]:
    """The labelled texts of `path`."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def of(part: str) -> list[Entry]:
    """The labelled texts of a part."""
    return read(HELD_OUT) if part == "heldout" else [o for o in read(DATA) if o["part"] == part]


def kind_of(entry: Entry) -> str:
    """The row that a text is counted in."""
    if entry.get("excluded"):
        return "ruled out"
    if not entry["times"]:
        return "no time"
    return "one time" if len(entry["times"]) == 1 else "several times"


def measure(entries: list[Entry], told: Sequence[Told] = ()) -> list[Tally]:
    """A row for each kind of text, and one for all that have a time; `told` is what a model said of
    each."""
    rows: dict[str, Tally] = {}
    for entry, more in zip_longest(entries, told):
        row = rows.setdefault(kind_of(entry), Tally(kind_of(entry)))
        found = times_of(more, entry["text"], _now(entry), ZoneInfo(entry["tz"]))
        read_as, label = _starts(found.windows), _labels(entry["times"])
        unlabelled = "part" not in entry  # the held-out set says nothing of what is ruled out
        ruled_out = _starts(found.excluded), _labels(entry.get("excluded", []))
        right = read_as == label and (unlabelled or ruled_out[0] == ruled_out[1])
        row.texts += 1
        row.right += right
        row.first += read_as[:1] == label[:1]
        row.exact += right and _ends(found.windows) == [one["end"] for one in entry["times"]]
        if not right:
            row.wrong.append(_miss(entry, found.windows, found.excluded))
    return [rows[kind] for kind in sorted(rows)]


def _now(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry["now"])


def _starts(windows: tuple[Window, ...]) -> list[tuple[str, str]]:
    return [(one.start.isoformat(), one.grain.value) for one in windows]


def _ends(windows: tuple[Window, ...]) -> list[str | None]:
    return [one.end.isoformat() if one.end else None for one in windows]


def _labels(times: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(one["start"], one["grain"]) for one in times]


def _miss(entry: Entry, windows: tuple[Window, ...], excluded: tuple[Window, ...]) -> str:
    def told(times: list[tuple[str, str]]) -> str:
        return ", ".join(f"{start[:16]} {grain}" for start, grain in times) or "nothing"

    parts = [f"MISS {entry['text']!r} at {entry['now'][:16]}: {told(_starts(windows))}"]
    parts.append(f"for {told(_labels(entry['times']))}")
    if excluded or entry.get("excluded"):
        out = told(_starts(excluded)), told(_labels(entry.get("excluded", [])))
        parts.append(f"ruled out {out[0]} for {out[1]}")
    return "; ".join(parts)


def _line(row: Tally) -> str:
    def share(count: int) -> str:
        return f"{count / row.texts:.1%} ({count} of {row.texts})"

    return f"| {row.set} | {share(row.right)} | {share(row.first)} | {share(row.exact)} |"


# ---- other libraries, where they are installed --------------------------------------------------


def _dateparser() -> Guess:
    search = importlib.import_module("dateparser.search").search_dates

    def guess(text: str, now: datetime) -> datetime | None:
        settings = {"RELATIVE_BASE": now.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
        found = search(text, languages=["en", "es"], settings=settings)
        return found[0][1] if found else None

    return guess


def _parsedatetime() -> Guess:
    calendar = importlib.import_module("parsedatetime").Calendar()

    def guess(text: str, now: datetime) -> datetime | None:
        found = calendar.nlp(text, sourceTime=now.replace(tzinfo=None))
        return found[0][0] if found else None

    return guess


def _timefhuman() -> Guess:
    library = importlib.import_module("timefhuman")

    def guess(text: str, now: datetime) -> datetime | None:
        config = library.tfhConfig(now=now.replace(tzinfo=None))
        found: Any = library.timefhuman(text, config=config)
        while isinstance(found, list | tuple):
            if not found:
                return None
            found = found[0]
        return found if isinstance(found, datetime) else None

    return guess


def _ctparse() -> Guess:
    parse = importlib.import_module("ctparse").ctparse

    def guess(text: str, now: datetime) -> datetime | None:
        found = parse(text, ts=now.replace(tzinfo=None), timeout=1.0)
        when = found.resolution if found else None
        when = getattr(when, "t_from", None) or when
        start: datetime | None = getattr(when, "dt", None)
        return start

    return guess


OTHERS: dict[str, Callable[[], Guess]] = {
    "dateparser": _dateparser,
    "parsedatetime": _parsedatetime,
    "timefhuman": _timefhuman,
    "ctparse": _ctparse,
}


def _others(entries: list[Entry]) -> None:
    print("\n| library | first start right | silent where no time is |\n|---|---|---|")
    for name, load in OTHERS.items():
        try:
            guess = load()
        except ImportError:
            continue
        timed = [one for one in entries if one["times"]]
        silent = [one for one in entries if kind_of(one) == "no time"]
        right = sum(_guessed(guess, one) == one["times"][0]["start"][:16] for one in timed)
        quiet = sum(_guessed(guess, one) == "" for one in silent)
        print(f"| {name} | {right / len(timed):.1%} | {quiet / len(silent):.1%} |")


def _guessed(guess: Guess, entry: Entry) -> Iterator[str] | str:
    try:
        found = guess(entry["text"], _now(entry))
    except Exception as error:  # a library's own fault is its miss
        return type(error).__name__
    return found.isoformat()[:16] if isinstance(found, datetime) else ""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.times", description=__doc__)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--misses", action="store_true", help="print the texts that went wrong")
    parser.add_argument("--others", action="store_true", help="compare with other libraries")
    return parser.parse_args()


if __name__ == "__main__":
    main()
