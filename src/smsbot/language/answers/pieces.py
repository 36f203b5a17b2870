"""A text cut into words, numbers and marks, each with its place in the text, and into clauses.

One expression, tried once at each place; every repetition has a bound or cannot overlap with what
follows, so the cost is linear.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

WORD, NUM, FRACTION, CURRENCY, MARK, OTHER = "word", "num", "fraction", "currency", "mark", "other"
STRONG = frozenset(".!?;\n\u2026")

_PIECES = re.compile(
    r"""
    (?P<other>(?:https?://|www\.)\S{1,2000}
      | [\w+]{1,40}(?:[.-]\w{1,40}){0,3}@\w{1,40}(?:\.\w{1,20}){1,3}
      | \(?[0-9]{3}\)?[-. ]{1,2}[0-9]{3}[-. ][0-9]{4}(?![0-9])
      | \+?[0-9]{10,}
      | [0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{1,4}(?![0-9])
      | [0-9]{1,2}:[0-9]{2}(?![0-9])
      | [0-9]{1,2}(?:st|nd|rd|th)\b
      | [0-9]{1,3}/[0-9]{1,3}(?![0-9/])(?<!\b1/2)(?<!\b1/3)(?<!\b1/4)(?<!\b2/3)(?<!\b3/4))
  | (?P<fraction>[123]/[234]|[\u00bd\u00bc\u00be])
  | (?P<num>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,6})?
      | \.[0-9]{1,6})
  | (?P<word>[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+){0,2})
  | (?P<currency>[$\u20ac\u00a3])
  | (?P<mark>[^\w\s]|\n|_)
  | (?P<rest>\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_APOSTROPHES = str.maketrans("", "", "'\u2019`\u00b4")
_SHORT = {
    "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "thx": "thanks",
    "ty": "thanks", "dunno": "idk", "n": "and", "w": "with", "abt": "about", "cuz": "because",
    "nt": "not",
}  # fmt: skip


class Piece(NamedTuple):
    """`text` is folded: lower case, no accents, no apostrophes. `glued`: no blank before it."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool


class Clause(NamedTuple):
    """The pieces from `start` until `end`; `asked` where a question mark ends it."""

    start: int
    end: int
    asked: bool


def cut(text: str) -> list[Piece]:
    """The pieces of `text`, in order."""
    found: list[Piece] = []
    last = -1
    for match in _PIECES.finditer(text):
        kind = match.lastgroup or OTHER
        kind = OTHER if kind == "rest" else kind
        start, end = match.span()
        said = folded(match.group())
        found.append(Piece(kind, _SHORT.get(said, said), start, end, start == last))
        last = end
    return found


def folded(word: str) -> str:
    """`word` in lower case, without accents and apostrophes."""
    word = word.lower() if word.isascii() else word.casefold()
    word = word.translate(_APOSTROPHES)
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    if len(word) == 1 and not word.isalpha():
        return word
    return "".join([c for c in apart if not unicodedata.combining(c)])


def clauses(pieces: Sequence[Piece]) -> list[Clause]:
    """`pieces` divided at the ends of sentences; empty clauses are left out."""
    found: list[Clause] = []
    start = 0
    for i, piece in enumerate(pieces):
        if piece.kind == MARK and piece.text in STRONG:
            if i > start:
                found.append(Clause(start, i, piece.text == "?"))
            elif found and piece.text == "?" and start == found[-1].end + 1:
                found[-1] = found[-1]._replace(asked=True)
            start = i + 1
    if start < len(pieces):
        found.append(Clause(start, len(pieces), False))
    return found


def word_at(pieces: Sequence[Piece], i: int) -> str:
    """The folded piece at `i`, empty outside the text."""
    return pieces[i].text if 0 <= i < len(pieces) else ""


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words and numbers of `text`, without marks."""
    return tuple(p.text for p in cut(text) if p.kind not in (MARK, CURRENCY))
