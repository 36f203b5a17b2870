"""Tokens read as words of time: several as one, texting forms and misspellings included."""

import re
from typing import NamedTuple

from smsbot.language.times import words as w
from smsbot.language.times import words_fr
from smsbot.language.times.french import is_french, with_clocks
from smsbot.language.times.scan import (
    CLOCK,
    DATE,
    DOTTED,
    HALF_OF_DAY,
    INT,
    ISO,
    JUNK,
    MARK,
    ORDINAL,
    SLASHED,
    WORD,
    Token,
    scan,
)
from smsbot.language.times.spelling import meant

COMMA, BREAK, OTHER, EDGE = "comma", "break", "other", "edge"


class Lexeme(NamedTuple):
    """One word or number as the grammar sees it. `value` and `extra` by kind: an INT and its count
    of digits, a CLOCK's hour and minute, a SLASHED's two numbers, a MERIDIEM's 0 for am and 1 for
    pm. `name` is the folded text, or what the table names. Spans are characters."""

    kind: str
    name: str
    value: int
    extra: int
    start: int
    end: int
    glued: bool


class _Entry(NamedTuple):
    kind: str
    value: int
    name: str
    apart: bool
    """Whether blanks stand between its words."""


_MARKS = {
    ",": COMMA, "(": COMMA, ")": COMMA, ":": COMMA, "..": COMMA, "\u2026": COMMA, '"': COMMA,
    ".": BREAK, "!": BREAK, "?": BREAK, ";": BREAK, "\n": BREAK,
}  # fmt: skip
_MERIDIEMS = {"am": 0, "a": 0, "pm": 1, "p": 1}
_GLUED = re.compile(r"([ap]m?)(ish)?$")
_ISHES = frozenset({w.NOON, w.PART, w.NUMBER, w.MIDNIGHT, w.WEEKDAY})
_WHOLE = frozenset(
    "march april may june july day days week weeks month hour hours year years".split()
)

_Runs = list[tuple[tuple[str, ...], _Entry]]
_Rows = tuple[tuple[str, int | str, str], ...]


class _Known(NamedTuple):
    """A table as look-ups: single words, and runs of several by their first and their second word,
    longest first."""

    single: dict[str, _Entry]
    runs: dict[str, dict[str, _Runs]]


def _entries(table: _Rows) -> _Known:
    """What stands first in the table goes before."""
    single: dict[str, _Entry] = {}
    runs: dict[str, dict[str, _Runs]] = {}
    for kind, value, forms in table:
        number, name = (value, "") if isinstance(value, int) else (0, value)
        for form in forms.split("|"):
            entry = _Entry(kind, number, name or form, " " in form)
            pieces = tuple(token.text for token in scan(form))
            if len(pieces) == 1:
                single.setdefault(pieces[0], entry)
            else:
                second = runs.setdefault(pieces[0], {})
                second.setdefault(pieces[1], []).append((pieces, entry))
    for second in runs.values():
        for found in second.values():
            found.sort(key=lambda run: -len(run[0]))
    return _Known(single, runs)


_USUAL = _entries(w.TABLE)
_FRENCH = _entries((*words_fr.TABLE, *w.TABLE))


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of `text`, in order."""
    tokens = scan(text)
    if is_french(tokens):
        return _read(with_clocks(tokens), _FRENCH)
    return _read(tokens, _USUAL)


def _read(tokens: list[Token], known: _Known) -> list[Lexeme]:
    found: list[Lexeme] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        second = known.runs.get(token.text)
        runs = second.get(tokens[i + 1].text) if second and i + 1 < count else None
        if runs and (run := _run(tokens, i, runs)):
            length, entry = run
            end = tokens[i + length - 1].end
            found.append(_lexeme(entry, token.start, end, token.glued))
            i += length
            continue
        i = _add(tokens, i, found, known.single)
    return found


def _run(tokens: list[Token], i: int, runs: _Runs) -> tuple[int, _Entry] | None:
    for pieces, entry in runs:
        # "2day" is today, and "2 day" is a length.
        if i + len(pieces) <= len(tokens) and all(
            tokens[i + k].text == piece and (entry.apart or not k or tokens[i + k].glued)
            for k, piece in enumerate(pieces)
        ):
            return len(pieces), entry
    return None


def _lexeme(entry: _Entry, start: int, end: int, glued: bool) -> Lexeme:
    return Lexeme(entry.kind, entry.name, entry.value, 0, start, end, glued)


def _add(tokens: list[Token], i: int, found: list[Lexeme], single: dict[str, _Entry]) -> int:
    """Reads the token at `i`, and what is glued to it; returns where to go on."""
    token = tokens[i]
    kind, text, start, end, glued = token
    if kind == WORD:
        return _add_word(tokens, i, found, single)
    if kind == MARK:
        if text == "." and glued and _ends_abbreviation(tokens, i, single):
            return i + 1
        entry = single.get(text)
        if entry:
            found.append(_lexeme(entry, start, end, glued))
        else:
            mark = _MARKS.get(text if text[0] != "." or len(text) == 1 else "..", OTHER)
            found.append(Lexeme(mark, text, 0, 0, start, end, glued))
        return i + 1
    if kind == INT and len(text) <= 2 and i + 1 < len(tokens):
        follower = tokens[i + 1]
        if follower.glued and follower.kind == WORD and (entry := single.get(text + follower.text)):
            found.append(_lexeme(entry, start, follower.end, glued))
            return i + 2
    if _part_of_a_name(tokens, i, single):
        found.append(Lexeme(OTHER, text, 0, 0, start, end, glued))
        return i + 1
    value, extra = _numbers(kind, text)
    found.append(Lexeme(kind, text, value, extra, start, end, glued))
    return i + 1


def _part_of_a_name(tokens: list[Token], i: int, single: dict[str, _Entry]) -> bool:
    """Whether the number at `i` ends a word that is no word of time: the 4 of "rav4", the 410 of
    "r410a"; "fri8" and "at5" are times."""
    before = tokens[i - 1] if i and tokens[i].glued else None
    if before is not None and before.text == "-" and before.glued and tokens[i].kind == SLASHED:
        # "XR-12/30" is a model.
        before = tokens[i - 2]
    return before is not None and before.kind == WORD and before.text not in single


def _add_word(tokens: list[Token], i: int, found: list[Lexeme], single: dict[str, _Entry]) -> int:
    _, text, start, end, glued = tokens[i]
    previous = tokens[i - 1] if i else None
    if glued and previous and previous.kind in (INT, CLOCK, DOTTED, ORDINAL):
        half = _GLUED.match(text)
        if half:
            found.append(
                Lexeme(w.MERIDIEM, text, _MERIDIEMS[half[1]], bool(half[2]), start, end, True)
            )
            return i + 1
    if text in ("b", "l") and i + 1 < len(tokens) and tokens[i + 1].glued:
        entry = single.get(text + tokens[i + 1].text)
        if entry:
            found.append(_lexeme(entry, start, tokens[i + 1].end, glued))
            return i + 2
    entry = single.get(text) or single.get(meant(text))
    stem = single.get(text[:-3]) if entry is None and text.endswith("ish") else None
    if stem and stem.kind in _ISHES:
        found.append(_lexeme(stem, start, end - 3, glued))
        found.append(Lexeme(w.ISH, "ish", 0, 0, end - 3, end, True))
        return i + 1
    if entry:
        found.append(_lexeme(entry, start, end, glued))
    elif text in ("am", "pm"):
        found.append(Lexeme(w.MERIDIEM, text, _MERIDIEMS[text], 0, start, end, glued))
    else:
        found.append(Lexeme(OTHER, text, 0, 0, start, end, glued))
    return i + 1


def _numbers(kind: str, text: str) -> tuple[int, int]:
    """`value` and `extra` of a number as written."""
    if kind == INT:
        return int(text), len(text)
    if kind in (CLOCK, SLASHED, DOTTED):
        first, second = re.split("[:/.]", text)[:2]
        return (int(first), int(second)) if len(first) + len(second) <= 6 else (-1, 0)
    if kind == ORDINAL:
        return int(re.match(r"\d+", text)[0]), 0  # type: ignore[index]
    if kind == HALF_OF_DAY:
        return _MERIDIEMS[text[0]], 0
    return 0, 0


def _ends_abbreviation(tokens: list[Token], i: int, single: dict[str, _Entry]) -> bool:
    """Whether the point at `i` belongs to "tues." or "dec.", and the sentence goes on."""
    word = tokens[i - 1].text if i else ""
    entry = single.get(word)
    known = entry is not None and entry.kind in (w.WEEKDAY, w.MONTH, w.UNIT)
    return known and len(word) <= 5 and word not in _WHOLE and i + 1 < len(tokens)


__all__ = [
    "BREAK", "CLOCK", "COMMA", "DATE", "DOTTED", "EDGE", "HALF_OF_DAY", "INT", "ISO", "JUNK",
    "ORDINAL", "OTHER", "SLASHED", "Lexeme", "lexemes",
]  # fmt: skip
