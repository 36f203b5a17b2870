"""Keywords that carriers and the law know, as the whole of a text (compliance.md 1, rules 1 and 2).

A text is a keyword when nothing else is left after punctuation and politeness are taken away.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import OSA

from smsbot.language.normalise import MARKS, squeeze
from smsbot.language.reading import Reading

POLITE = frozenset(
    [
        "please",
        "thanks",
        "thank",
        "now",
        "kindly",
        "immediately",
        "asap",
        "ok",
        "okay",
        "hi",
        "hello",
        "hey",
        "sir",
        "maam",
        "porfavor",
        "por",
        "favor",
        "gracias",
        "ya",
        "merci",
        "svp",
        "sil",
        "vous",
        "te",
        "plait",
        "stp",
    ]
)

STOP_WORDS = frozenset(
    [
        "stop",
        "stopall",
        "unsubscribe",
        "unsub",
        "cancel",
        "cancle",
        "cancell",
        "end",
        "quit",
        "revoke",
        "optout",
        "remove",
        "alto",
        "pare",
        "parar",
        "paren",
        "para",
        "detener",
        "detente",
        "detenga",
        "detengan",
        "basta",
        "cancelar",
        "baja",
        "arret",
        "arreter",
        "arrete",
        "arretez",
        "desabonner",
        "desabonnement",
        "desinscrire",
        "desinscription",
        "stp",
        "stopit",
        "stopnow",
        "stopplease",
        "pleasestop",
        "stopstop",
        "stoptext",
        "stoptexts",
        "stoptexting",
        "stoptextingme",
        "stopmessaging",
        "stopmessages",
        "stopallmessages",
        "stoptextin",
        "removeme",
        "leavemealone",
        "donttextme",
        "takemeoff",
        "enough",
    ]
)
STOP_PHRASES = frozenset(
    {
        ("opt", "out"), ("stop", "all"), ("end", "all"), ("cancel", "all"), ("quit", "all"),
        ("un", "subscribe"), ("darme", "de", "baja"), ("dar", "de", "baja"), ("de", "baja"),
        ("darse", "de", "baja"), ("se", "desabonner"), ("no", "mas"), ("ya", "no"),
        ("basta", "ya"), ("me", "desabonner"),
    }
)  # fmt: skip

_NOT_KEYWORDS = frozenset(
    [
        "shop",
        "step",
        "top",
        "atop",
        "stoop",
        "spot",
        "slop",
        "sop",
        "strop",
        "stomp",
        "stow",
        "swop",
        "stops",
        "stope",
        "stoup",
        "stoma",
        "store",
        "stock",
        "soap",
        "soup",
        "stoke",
        "stole",
        "stone",
        "stood",
        "story",
        "quite",
        "quiet",
        "quilt",
        "quip",
        "quid",
        "suit",
        "unit",
        "quits",
        "cancer",
        "cancels",
        "cancan",
        "evoke",
        "revoked",
        "revokes",
        "provoke",
        "stoops",
    ]
)
_ONE_EDIT = ("stop", "quit", "cancel", "revoke", "optout")
_UN = ("un", "nu", "usn", "us")
_DOUBLED = re.compile(r"(.)\1")
_LONGEST = 40
_DIGITS = str.maketrans("0134578", "oieastb")


_MOST_WORDS = 6
_MOST_PIECES = 3
"""Blanks that slip into a word: "sto p", "un sub scribe"."""


class Keyword(NamedTuple):
    """`word` as it was read; `bare` where nothing stood beside it."""

    word: str
    bare: bool


def keyword(
    reading: Reading,
    words: frozenset[str],
    phrases: frozenset[tuple[str, ...]] = frozenset(),
    near: Callable[[str], bool] = lambda _: False,
) -> Keyword | None:
    """The keyword that the whole text is, with politeness or not; `near` judges misspellings."""
    said = tuple(token for token in reading.tokens if token not in MARKS)
    for left in (said, tuple(word for word in said if word not in POLITE)):
        bare = left is said
        if len(left) > _MOST_WORDS:
            continue
        if left in phrases:
            return Keyword(" ".join(left), bare)
        joined = "".join(left)
        if 1 < len(left) <= _MOST_PIECES and (joined in words or near(joined)):
            return Keyword(joined, bare)
        if left and all(any(f in words or near(f) for f in _forms(word)) for word in left):
            return Keyword(left[0], bare)
    return None


def _forms(word: str) -> tuple[str, ...]:
    return (word, *squeeze(word), word.translate(_DIGITS), word.rstrip("0123456789"))


def nearly_stop(word: str) -> bool:
    """Whether `word` is a keyword misspelt: letters doubled, one edit from "stop" and the like, two
    from "unsubscribe", and no word itself ("shop", "step", "top", "stoop" and "spot" are words)."""
    if not word.isalpha() or word in _NOT_KEYWORDS or not 3 <= len(word) <= _LONGEST:
        return False
    if not word.replace("stop", "") or _DOUBLED.sub(r"\1", word) == "stop":
        return True
    if any(OSA.distance(word, meant, score_cutoff=1) <= 1 for meant in _ONE_EDIT):
        return True
    return word.startswith(_UN) and OSA.distance(word, "unsubscribe", score_cutoff=2) <= 2
