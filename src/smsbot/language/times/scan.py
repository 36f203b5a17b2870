"""A text cut into what a time can be written with: words, numbers as people write them, marks.

One expression, tried once at each place; every repetition in it has a bound or cannot overlap with
what follows, so the cost is linear. Spans are characters of the text as it came.
"""

import re
import unicodedata
from typing import NamedTuple

WORD, INT, CLOCK, DOTTED = "word", "int", "clock", "dotted"
ISO, DATE, SLASHED, ORDINAL = "iso", "date", "slashed", "ordinal"
JUNK, HALF_OF_DAY, MARK, LINK = "junk", "mer", "mark", "link"

_SCAN = re.compile(
    r"""
    (?P<link>(?:https?://|www\.)\S{1,2000}
      | [^\W_]{1,40}(?:[.-][^\W_]{1,40}){0,3}@[^\W_]{1,40}\.\w{1,20}
      | [^\W\d_]{1,40}\.(?:com|net|org|io)\b)
  | (?P<mer>[ap]\.[ ]?m\b\.?)
  | (?P<word>[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+){0,2})
  | (?P<junk>
        [$\u20ac\u00a3\u00a5#][ ]?\d[\d.,:/-]*
      | \+\d[\d ()-]{6,20}
      | \(\d{3}\)[ ]?\d{3}[-. ]?\d{4}
      | \d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)
      | (?![1-9](?:00|15|30|45)-1[0-2](?:00|15|30|45)(?!\d))\d{3}[-.]\d{4}(?![\d-])
      | \d{3}[ ]\d{4}(?!\d|[ ]?[ap]\.?m)
      | \d{1,3}(?:,\d{3})+(?!\d)
      | \d+[x\u00d7]\d+
      | \d+(?:\.\d+){2,}(?<!\.\d{4})(?!\d)
      | \d{5,}[\d.,/-]*
    )
  | (?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))(?:t(?=\d))?
  | (?P<date>\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d{2})|-\d{1,2}-(?:\d{4}|\d{2})|\.\d{1,2}\.\d{4})(?![\d/]))
  | (?P<slashed>\d{1,2}/\d{1,2}(?![\d/]))
  | (?P<clock>\d{1,2}[:;][0-5]\d(?:[:]\d\d)?(?!\d))
  | (?P<ordinal>\d{1,2}(?:st|nd|rd|th|ero|ro)\b)
  | (?P<dotted>\d+\.\d+)
  | (?P<int>\d+)
  | (?P<mark>\.\.+|[^\w\s]|\n|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_APOSTROPHES = str.maketrans("", "", "'\u2019`\u00b4")


class Token(NamedTuple):
    """`text` is folded: lower case, no accents, no apostrophes. `glued`: no blank before it."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool


def scan(text: str) -> list[Token]:
    """The tokens of `text`, in order."""
    plain = text.isascii()
    found: list[Token] = []
    last = -1
    for match in _SCAN.finditer(text):
        kind = match.lastgroup or MARK
        start, end = match.span()
        piece = match.group().lower() if plain else _folded(match.group())
        if kind == WORD and not piece.isalpha():
            piece = _bare(piece)
        elif kind == CLOCK and ";" in piece:
            piece = piece.replace(";", ":")
        found.append(Token(kind, piece, start, end, start == last))
        last = end
    return found


def _bare(word: str) -> str:
    """Without apostrophes; "we'd" keeps its own, for it is not "wed"."""
    return word if word.endswith(("'d", "\u2019d")) else word.translate(_APOSTROPHES)


def _folded(piece: str) -> str:
    if piece.isascii():
        return piece.lower()
    apart = unicodedata.normalize("NFKD", piece.casefold())
    # A mark that stands alone is itself.
    return "".join([c for c in apart if not unicodedata.combining(c)]) or piece
