"""A burst of texts as words with the places between them at which a thought may end."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from smsbot.conversation.forms import begins_question
from smsbot.conversation.lexicon import CONJUNCTIONS, THANKING
from smsbot.conversation.words import Kind, kind_of, words_of


class Cut(IntEnum):
    """Whether a thought may end before this word."""

    NONE = 0
    SOFT = 1
    """It may: a new text, a full stop, "and", the beginning of a question."""
    HARD = 2
    """It does: after ? and !."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One word as written, and as compared: "What's" is ("whats",), an emoji is ()."""

    raw: str
    words: tuple[str, ...]
    before: Cut


_WORD = re.compile(r"\S+")
LOOKED_BACK = 12
"""Words; no question is so long that its beginning lies further back than that."""


def atoms_of(bodies: Sequence[str]) -> tuple[Atom, ...]:
    """The words of several texts, oldest first, read as one."""
    atoms: list[Atom] = []
    cut = Cut.HARD
    for body in bodies:
        lines = body.splitlines()
        for raw in (raw for line in lines for raw in (*_WORD.findall(line), "\n")):
            if raw == "\n":
                cut = max(cut, Cut.SOFT)
                continue
            words = words_of(raw)
            atoms.append(Atom(raw, words, cut))
            cut = _cut_after(raw)
    return tuple(_with_openings(atoms))


def _cut_after(raw: str) -> Cut:
    tail = raw[-3:]
    if "?" in tail or "!" in tail:
        return Cut.HARD
    return Cut.SOFT if raw[-1] in ".,;:…)-–—" else Cut.NONE


def _with_openings(atoms: Sequence[Atom]) -> list[Atom]:
    """Adds the cuts that no punctuation shows: people text without it."""
    out: list[Atom] = []
    before: deque[str] = deque(maxlen=LOOKED_BACK)
    only_chatter = True
    for i, atom in enumerate(atoms):
        word = _word(atoms, i)
        opens = (
            word in CONJUNCTIONS
            or word in THANKING
            or begins_question(word, _word(atoms, i + 1), tuple(before))
            or (bool(before) and only_chatter and not _is_chatter(word))
        )
        cut = Cut.SOFT if opens and atom.before is Cut.NONE else atom.before
        if cut is not Cut.NONE:
            before.clear()
            only_chatter = True
        out.append(Atom(atom.raw, atom.words, cut))
        before.append(word)
        only_chatter = only_chatter and _is_chatter(word)
    return out


def _is_chatter(word: str) -> bool:
    return bool(word) and kind_of(word) is Kind.CHATTER


def _word(atoms: Sequence[Atom], i: int) -> str:
    return atoms[i].words[0] if 0 <= i < len(atoms) and atoms[i].words else ""
