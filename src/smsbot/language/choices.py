"""Which of the offered things a customer takes: "2", "the second", "the 2pm one", "either works",
"neither". Pure; times are read against the customer's own clock."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from smsbot.domain.times import Grain, Window
from smsbot.language.normalise import MARKS, tokens
from smsbot.language.numbered import AGREES, AROUND, place_among
from smsbot.language.phrases import Phrasebook
from smsbot.language.times import among


class Taken(StrEnum):
    """What was said of the offers as a whole."""

    ONE = "one"
    ANY = "any"
    NONE = "none"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Pick:
    """`index` is the offer's place, from 0, where one was taken; `remark` what was said behind it:
    "1. also the gate code is 4455"."""

    taken: Taken
    index: int | None = None
    remark: str = ""


_PHRASES: tuple[tuple[Taken, str], ...] = (
    (Taken.ANY, "either|any|whichever|whatever|anyone|both|all|anything one|of|works|work|is|are|them|option|fine|good|ok|time"),
    (Taken.ANY, "/ either|any|whichever|both|whatever /"),
    (Taken.ANY, "doesnt|dont|no matter|preference|difference"),
    (Taken.ANY, "you choose|pick|decide"),
    (Taken.ANY, "up to you"),
    (Taken.ANY, "surprise me"),
    (Taken.ANY, "just book|schedule|reserve|pick|grab it|one|me|us|that|any|something|whatever"),
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
_MOMENTS = (Grain.MINUTE, Grain.HOUR)


def pick(text: str, starts: Sequence[datetime], now: datetime, zone: ZoneInfo) -> Pick | None:
    """What `text` says of the offers that begin at `starts` (aware), in the order in which they
    were offered; None where it says nothing of them. `now` is aware."""
    words = _words(text)
    led = _with_remark(text, starts, now, zone)
    if led is not None:
        return led
    by_place = _by_order(words, starts)
    if by_place is None:
        by_place = place_among(words, len(starts))
    if by_place is None:
        by_place = _by_hour(words, starts, zone)
    if by_place is not None:
        return Pick(Taken.ONE, by_place)
    said = {match.label for match in _book().find(tokens(text))}
    if _refuses(words, len(starts)):
        said.add(Taken.NONE)
    days = [start.astimezone(zone).date() for start in starts]
    named = among(text, days, now, zone).windows
    if Taken.NONE not in said:
        by_time = _by_time(text, words, starts, named)
        if by_time is not None:
            return Pick(Taken.ONE, by_time)
    if named:
        said.discard(Taken.ANY)  # "any time on thursday" is no choice among the offers
    for taken in (Taken.NONE, Taken.EARLIER, Taken.LATER, Taken.ANY):
        if taken in said:
            return Pick(_nearer(said) if taken is Taken.NONE else taken)
    if len(starts) == 1 and words and _agrees(words):
        return Pick(Taken.ONE, 0)
    return None


_BEHIND = re.compile(
    r"""\s*(?:[.!?;]+\s+|\n\s*|,\s+|\s-+\s|\s(?=(?:and|but|also|plus|y|et)\b)
    |\s(?=how\s+(?:much|many|long)\b|cuant|combien))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Where a remark begins behind a choice."""
_SENTENCE = re.compile(r"\s*(?:[.!?;]+\s+|\n\s*)")
_LEADS = frozenset("and but also plus y et".split())
_PARTING = frozenset("so much very lot see you soon then day have nice appreciate bye".split())
_MOST_LEAD = 6
"""Words of a choice that a remark follows."""
_LEAST_REMARK = 2


def _with_remark(
    text: str, starts: Sequence[datetime], now: datetime, zone: ZoneInfo
) -> Pick | None:
    """A place with something behind or before it: "1. also the gate code is 4455", "how much is it?
    2". A time beside it that is not the offer's asks for another."""
    for choice, remark in _apart(text.strip().lstrip("# ")):
        place = place_among(_words(choice), len(starts))
        if place is None or len(_words(choice)) > _MOST_LEAD:
            continue
        named = among(remark, [starts[place].astimezone(zone).date()], now, zone).windows
        if named and not _meets(named, starts[place]):
            return None
        return Pick(Taken.ONE, place, remark if _tells(remark, len(starts)) else "")
    return None


def _apart(text: str) -> Iterator[tuple[str, str]]:
    """A choice and what stands beside it: what follows its first words, or goes around one of its
    sentences."""
    cut = _BEHIND.search(text)
    if cut:
        yield text[: cut.start()], text[cut.end() :].strip()
    sentences = _SENTENCE.split(text)
    for place, sentence in enumerate(sentences[1:], 1):
        yield sentence, ". ".join([*sentences[:place], *sentences[place + 1 :]])


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(text) if word not in MARKS)


def _tells(remark: str, count: int) -> bool:
    """Whether a remark says more than thanks, or one more of the offers."""
    words, chatter = _words(remark), AROUND | AGREES | _LEADS | _PARTING | {"not"}
    left = [w for w in words if w not in chatter and place_among((w,), count) is None]
    return len(left) >= _LEAST_REMARK and place_among(words[:2], count) is None


def _by_order(words: Sequence[str], starts: Sequence[datetime]) -> int | None:
    """ "The earliest", "the middle one": of the offers, not of all there is."""
    rest = [word for word in words if word not in AROUND or word in ("earliest", "latest")]
    if rest in (["earliest"], ["soonest"]):
        return min(range(len(starts)), key=lambda place: starts[place], default=None)
    if rest == ["latest"]:
        return max(range(len(starts)), key=lambda place: starts[place], default=None)
    return 1 if rest in (["middle"], ["middle", "one"]) and len(starts) == _MIDDLED else None


def _by_hour(words: Sequence[str], starts: Sequence[datetime], zone: ZoneInfo) -> int | None:
    """A bare number that is no place, but the full hour of one offer: "8" of 8:00, 8:30, 9:00."""
    rest = [word for word in words if word not in AROUND]
    if len(rest) != 1 or not rest[0].isdigit() or not len(starts) < int(rest[0]) <= _NOON:
        return None
    local = [start.astimezone(zone) for start in starts]
    meant = [
        place
        for place, one in enumerate(local)
        if one.minute == 0 and one.hour % _NOON == int(rest[0]) % _NOON
    ]
    return meant[0] if len(meant) == 1 else None


def _refuses(words: Sequence[str], count: int) -> bool:
    """ "Not 1", "not the first one please"."""
    rest = [word for word in words if word not in AROUND or word == "not"]
    return rest[:1] == ["not"] and place_among(rest[1:], count) is not None


_NOON = 12
_MIDDLED = 3


def _nearer(said: set[Taken]) -> Taken:
    """ "None of these, anything earlier?" asks for earlier ones."""
    return next((one for one in (Taken.EARLIER, Taken.LATER) if one in said), Taken.NONE)


@cache
def _book() -> Phrasebook[Taken]:
    return Phrasebook(_PHRASES)


def _by_time(
    text: str, words: Sequence[str], starts: Sequence[datetime], named: Sequence[Window]
) -> int | None:
    """The one offer that begins when the text says, whose times are `named`. A clock time alone
    ("the 2pm one") is on each offer's own day, and a day alone is enough where one offer is on it.
    What is vaguer, or asks what there is, chooses nothing."""
    if not named:
        return None
    vague = all(one.grain not in _MOMENTS for one in named)
    if vague and (_asks_what_there_is(text, words) or _only_a_part(words, starts, named)):
        return None
    meant = [place for place, start in enumerate(starts) if _meets(named, start)]
    exact = [place for place in meant if any(w.start == starts[place] for w in named)]
    fitting = exact or meant
    return fitting[0] if len(fitting) == 1 else None


_ASKING = frozenset("can could would is are what whats how any anything something".split())
_CHANGING = frozenset("any switch change move instead rather".split())
_DOING = frozenset({"do", "does"})
_DOERS = frozenset("you u ya yall they he she".split())
_BEFORE_ASKING = AGREES | frozenset("hi hey hello hmm um so and but well no wait".split())


def _asks_what_there_is(text: str, words: Sequence[str]) -> bool:
    """ "Wednesday afternoon?", "can i switch it to thursday", "at lunch time any day"."""
    rest = [word for word in words if word not in _BEFORE_ASKING]
    first, second = (*rest[:2], "", "")[:2]
    asks = first in _ASKING or (first in _DOING and second in _DOERS)
    return text.rstrip().endswith("?") or asks or not _CHANGING.isdisjoint(words)


def _only_a_part(words: Sequence[str], starts: Sequence[datetime], named: Sequence[Window]) -> bool:
    """ "Afternoon", of whatever day is on offer: what else is free then may suit better. "The
    afternoon one works" and "wednesday afternoon" choose."""
    if not _DEFINITE.isdisjoint(words) or any(one.grain is not Grain.PART for one in named):
        return False
    zone = named[0].start.tzinfo
    return len(named) == len({start.astimezone(zone).date() for start in starts})


_DEFINITE = AGREES | {"one", "slot", "option", "take", "choose", "pick", "work"}


def _meets(windows: Sequence[Window], start: datetime) -> bool:
    return any(
        window.start <= start and (window.end is None or start < window.end) for window in windows
    )


def _agrees(words: Sequence[str]) -> bool:
    return any(word in AGREES for word in words) and all(
        word in AGREES or word in AROUND for word in words
    )
