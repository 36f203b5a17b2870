"""The text under the pen: read by one finder after another, what is read is struck out."""

import re
import unicodedata
from collections.abc import Iterator

from smsbot.gate.claims.number_words import as_digits

STRUCK = "\0"
_LIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u2044": "/",
    }
)


class Page:
    """`cased` is the text with look-alikes folded: compatibility forms, invisible characters,
    quotes, dashes, digits of other scripts. `plain` is the same, letter for letter, in lower case
    without accents. `left` is what of it was not struck out yet."""

    def __init__(self, text: str) -> None:
        self.cased = fold(text)
        self.plain = "".join(_plain(char) for char in self.cased)
        self.left = self.plain

    def write_numbers_in_digits(self) -> None:
        self.left = as_digits(self.left)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches in what is left now; the caller strikes out those that it uses."""
        return pattern.finditer(self.left)

    def strike(self, start: int, end: int) -> str:
        """Strike out and return the words as they stood, the last one whole: a number in words is
        wider than its digits."""
        self.left = self.left[:start] + STRUCK * (end - start) + self.left[end:]
        while end < len(self.cased) and self.cased[end - 1 : end + 1].isalnum():
            end += 1
        return self.cased[start:end].strip()


def fold(text: str) -> str:
    """Without what only looks different: full width, zero width, curly, non-Latin digits."""
    kept = (char for char in unicodedata.normalize("NFKC", text) if not _invisible(char))
    return "".join(str(unicodedata.decimal(char, char)) for char in kept).translate(_LIKE)


def _invisible(char: str) -> bool:
    """Zero-width and soft characters, and what turns a digit into a keycap emoji."""
    return unicodedata.category(char) in ("Cf", "Me") or "\ufe00" <= char <= "\ufe0f"


def _plain(char: str) -> str:
    """One character in lower case without its accent; always one, so that places agree."""
    if char.isascii():
        return char.lower()
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char
