"""Which of the offered things a customer takes: "2", "the second", "the 2pm one", "either works",
"neither". Pure; times are read against the customer's own clock."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from rapidfuzz.distance import OSA

from smsbot.domain.times import Grain, Window
from smsbot.language.normalise import MARKS, tokens
from smsbot.language.phrases import Phrasebook
from smsbot.language.times import find_times


class Taken(StrEnum):
    """What was said of the offers as a whole."""

    ONE = "one"
    ANY = "any"
    NONE = "none"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Pick:
    """`index` is the offer's place, from 0, where one was taken."""

    taken: Taken
    index: int | None = None


_PHRASES: tuple[tuple[Taken, str], ...] = (
    (Taken.ANY, "either|any|whichever|whatever|anyone|both|all|anything one|of|works|work|is|are|them|option|fine|good|ok|time"),
    (Taken.ANY, "/ either|any|whichever|both|whatever /"),
    (Taken.ANY, "doesnt|dont|no matter|preference|difference"),
    (Taken.ANY, "you choose|pick|decide"),
    (Taken.ANY, "up to you"),
    (Taken.ANY, "surprise me"),
    (Taken.ANY, "=cualquiera|=cualquier"),
    (Taken.ANY, "nimporte lequel|laquelle|quand"),
    (Taken.NONE, "neither|none"),
    (Taken.NONE, "ninguno|ninguna|aucun|aucune"),
    (Taken.NONE, "dont|doesnt|wont|cant|cannot|not ... work|make|do|good|any|either|those|these|them"),
    (Taken.NONE, "no good|luck|puedo|peux"),
    (Taken.NONE, "something|anything else|different|other|sooner|earlier|later"),
    (Taken.NONE, "another|other|different|more time|times|day|days|options|openings"),
    (Taken.NONE, "what|how else|about|bout"),
    (Taken.NONE, "/ no|nope|nah /"),
    (Taken.EARLIER, "earlier|sooner|antes"),
    (Taken.EARLIER, "mas|plus temprano|tot"),
    (Taken.LATER, "later"),
    (Taken.LATER, "mas|plus tarde|tard"),
)  # fmt: skip
_ORDINALS = (
    frozenset("first 1st one uno primera primero primer premier premiere".split()),
    frozenset("second 2nd two dos segunda segundo deuxieme deux".split()),
    frozenset("third 3rd three tres tercera tercero tercer troisieme trois".split()),
    frozenset("fourth 4th four cuatro cuarta cuarto quatrieme quatre".split()),
)
_SPELT = 5
_MOMENTS = (Grain.MINUTE, Grain.HOUR)
_LAST = frozenset("last ultimo ultima dernier derniere".split())
_BARE = frozenset("one two three four uno dos tres cuatro deux trois quatre".split())
"""Counting words: a choice only alone or behind "number" or "option"."""
_AROUND = frozenset(
    """
    the a option number # no opcion numero el la le please pls thanks thank you ok okay yes yeah yep
    sure id ill i like take want lets do go with for choose pick prefer think one works work is fine
    good great perfect best sounds time slot that me would will be book it si por favor gracias oui
    merci svp definitely then um hmm actually slot appointment and great cool awesome let us need
    """.split()
)
"""What may stand around a bare number without making it something else."""
_AGREES = frozenset(
    """
    yes yeah yep yup ya sure ok okay k perfect great good works sounds fine cool awesome definitely
    absolutely deal si claro bueno vale perfecto oui dac parfait daccord excellent lovely
    """.split()
)


def pick(text: str, starts: Sequence[datetime], now: datetime, zone: ZoneInfo) -> Pick | None:
    """What `text` says of the offers that begin at `starts` (aware), in the order in which they
    were offered; None where it says nothing of them. `now` is aware."""
    words = tuple(word for word in tokens(text) if word not in MARKS)
    by_place = _by_order(text, words, starts)
    if by_place is None:
        by_place = _by_place(words, len(starts))
    if by_place is not None:
        return Pick(Taken.ONE, by_place)
    said = {match.label for match in _book().find(tokens(text))}
    if Taken.NONE not in said:
        by_time = _by_time(text, starts, now, zone)
        if by_time is not None:
            return Pick(Taken.ONE, by_time)
    for taken in (Taken.NONE, Taken.EARLIER, Taken.LATER, Taken.ANY):
        if taken in said:
            return Pick(_nearer(said) if taken is Taken.NONE else taken)
    if len(starts) == 1 and words and _agrees(words):
        return Pick(Taken.ONE, 0)
    return None


_LED = re.compile(r"\W*#?([1-9])\s*(?:[.,;!]\s*\D|(?:but|and|also|please|pls|thanks|y)\b)", re.I)
"""A number with a remark behind it: "1. also the gate code is 4455"."""


def _by_order(text: str, words: Sequence[str], starts: Sequence[datetime]) -> int | None:
    """A number with a remark behind it; "the earliest", "the middle one": of the offers, not of all
    there is."""
    led = _LED.match(text)
    if led and int(led[1]) <= len(starts):
        return int(led[1]) - 1
    rest = [word for word in words if word not in _AROUND or word in ("earliest", "latest")]
    if rest in (["earliest"], ["soonest"]):
        return min(range(len(starts)), key=lambda place: starts[place], default=None)
    if rest == ["latest"]:
        return max(range(len(starts)), key=lambda place: starts[place], default=None)
    return 1 if rest in (["middle"], ["middle", "one"]) and len(starts) == _MIDDLED else None


_MIDDLED = 3


def _nearer(said: set[Taken]) -> Taken:
    """ "None of these, anything earlier?" asks for earlier ones."""
    return next((one for one in (Taken.EARLIER, Taken.LATER) if one in said), Taken.NONE)


@cache
def _book() -> Phrasebook[Taken]:
    return Phrasebook(_PHRASES)


def _by_place(words: Sequence[str], count: int) -> int | None:
    """ "2", "#2", "the second one", "number two", "last one please"."""
    rest = [word for word in words if word not in _AROUND or word in _BARE]
    if not rest or len(rest) > 2:
        return None
    if len(rest) == 2 and "one" in rest:
        rest.remove("one")
    if len(rest) != 1:
        return None
    [word] = rest
    if word in _LAST and count:
        return count - 1
    if word == "one" and len(words) > 1 and not {"option", "number", "#"} & set(words):
        return None  # "the one on friday", "one works": not the first
    place = int(word) - 1 if word.isdigit() and len(word) == 1 else _ordinal(word)
    return place if place is not None and 0 <= place < count else None


def _ordinal(word: str) -> int | None:
    named = next((place for place, names in enumerate(_ORDINALS) if word in names), None)
    if named is None and len(word) >= _SPELT:
        return next(
            (place for place, names in enumerate(_ORDINALS) if _misspelt(word, names)), None
        )
    return named


def _misspelt(word: str, names: frozenset[str]) -> bool:
    """Whether `word` is one slip of the thumb away from a long one of `names`: "frist"."""
    return any(
        len(name) >= _SPELT and OSA.distance(word, name, score_cutoff=1) == 1 for name in names
    )


def _by_time(text: str, starts: Sequence[datetime], now: datetime, zone: ZoneInfo) -> int | None:
    """The one offer that begins when the text says. A clock time alone ("the 2pm one") is read on
    each offer's own day, and a day alone is enough where one offer is on it."""
    found = find_times(text, now, zone)
    if not found.windows:
        return None
    if text.rstrip().endswith("?") and all(one.grain not in _MOMENTS for one in found.windows):
        return None  # "wednesday afternoon?" asks what there is
    meant = [
        place
        for place, start in enumerate(starts)
        if _meets(found.windows, start) or _meets(_on_its_day(text, start, zone), start)
    ]
    exact = [
        place
        for place in meant
        if any(w.start == starts[place] for w in found.windows)
        or any(w.start == starts[place] for w in _on_its_day(text, starts[place], zone))
    ]
    fitting = exact or meant
    return fitting[0] if len(fitting) == 1 else None


def _on_its_day(text: str, start: datetime, zone: ZoneInfo) -> Sequence[Window]:
    midnight = datetime.combine(start.astimezone(zone).date(), time(0), zone)
    windows = find_times(text, midnight, zone).windows
    return [window for window in windows if window.start.date() == midnight.date()]


def _meets(windows: Sequence[Window], start: datetime) -> bool:
    return any(
        window.start <= start and (window.end is None or start < window.end) for window in windows
    )


def _agrees(words: Sequence[str]) -> bool:
    return any(word in _AGREES for word in words) and all(
        word in _AGREES or word in _AROUND for word in words
    )
