"""The lexemes of a text with their kinds at hand, and what the grammar reads from them."""

from dataclasses import dataclass
from datetime import timedelta

from smsbot.language.times.days import Day
from smsbot.language.times.lexemes import EDGE, INT, Lexeme

_FARTHEST = 12


class Line:
    """Lexemes by place; places outside the text are an `EDGE`."""

    __slots__ = ("count", "kinds", "lexemes")

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes
        self.kinds = [lexeme.kind for lexeme in lexemes]
        self.count = len(lexemes)

    def kind(self, i: int) -> str:
        return self.kinds[i] if 0 <= i < self.count else EDGE

    def name(self, i: int) -> str:
        """The folded word at `i`, or what the table calls it."""
        return self.lexemes[i].name if 0 <= i < self.count else ""

    def value(self, i: int) -> int:
        return self.lexemes[i].value if 0 <= i < self.count else -1

    def is_year(self, i: int) -> bool:
        """Whether a year of this century stands at `i`, in four digits."""
        return self.kind(i) == INT and self.lexemes[i].extra == 4 and 2000 <= self.value(i) < 2100

    def skip(self, i: int, kinds: frozenset[str]) -> int:
        """The first place from `i` on that is none of `kinds`; looks `_FARTHEST` words ahead, so
        that no text makes it look at each word from every other."""
        stop = min(self.count, i + _FARTHEST)
        while i < stop and self.kinds[i] in kinds:
            i += 1
        return i


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as written: `minute` is None where only the hour was said, `half` 0 for am and
    1 for pm, `exact` where it can only be meant by the 24-hour clock. Hour 24 is midnight, the end
    of a day."""

    hour: int
    minute: int | None = None
    half: int | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """What was said of one time; what was not said is None or empty.

    `coarse` is a week, weekend, month or year that a day may stand in; `last` and `until` end a
    range; `ahead` is real time from now. `bound` is the kind of the word before (`words.AFTER`,
    …). `first` and `after` are lexemes.
    """

    first: int
    after: int
    day: Day | None = None
    last: Day | None = None
    coarse: Day | None = None
    part: str = ""
    clock: Clock | None = None
    until: Clock | None = None
    ahead: timedelta | None = None
    at_once: bool = False
    bound: str = ""
    approximate: bool = False
    negated: bool = False
    joined: str = ""
    """How it hangs on the one before: "or", "list", "near" or "far"."""
    time_first: bool = False
    """The time of the day stands before the day: "at 3 on tuesday"."""
    strict: bool = False
    """A day as a date, which a weekday beside it only repeats."""

    @property
    def timed(self) -> bool:
        """Whether a time of the day was said."""
        return bool(self.clock or self.part)

    @property
    def dated(self) -> bool:
        """Whether a day or more was said."""
        return self.day is not None or self.coarse is not None
