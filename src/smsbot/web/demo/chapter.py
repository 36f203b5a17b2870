"""What a story is told in: chapters, each with a headline, and details on a click."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One detail: `label` names it, `word` is its verdict with a `tone`, `text` says why."""

    label: str
    text: str
    word: str = ""
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Fold:
    """Details that a click opens."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """`tone` is good, waiting, bad or plain, and `word` says the same in a word or two; `at` is
    when it happened (UTC)."""

    key: str
    title: str
    headline: str
    word: str
    tone: str
    notes: tuple[str, ...] = ()
    folds: tuple[Fold, ...] = ()
    at: datetime | None = None


def seconds(start: datetime, end: datetime) -> str:
    """A duration as people say it: "40 ms", "1.6 s", "2 min"."""
    taken = (end - start).total_seconds()
    if taken < 1:
        return f"{max(1, round(taken * 1000))} ms"
    return f"{taken:.1f} s" if taken < 100 else f"{taken / 60:.0f} min"


def several(count: int, one: str, many: str | None = None) -> str:
    """`1 text`, `2 texts`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a full stop at its end, where it has none."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
