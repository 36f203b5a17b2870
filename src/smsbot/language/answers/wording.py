"""Text as an answer: the customer's words without what only leads to them or follows them."""

from collections.abc import Sequence

from smsbot.language.answers.asides import POLITE, is_question, refuses
from smsbot.language.answers.naming import Hit, named
from smsbot.language.answers.pieces import MARK, Piece, clauses, words_of

_LEADS = tuple(
    words_of(phrase)
    for phrase in """
    put it under|everyone calls me|i believe its|i believe its a|its a
    call my wife at|call my husband at|use this|im trading in
    its|it is|my name is|the name is|name is|names|my names|that would be|thatd be|that is|thats
    its at
    the address is|address is|my address is|i live at|we live at|were at|we are at|located at|id say
    me llamo|mi nombre es|je mappelle|mon nom est|cest|es|it would be|itd be|basically
    i think its|i think
    actually|no wait|sorry|i mean|i meant|you can call me|its called|the answer is|my email is
    email is
    my number is|just|mostly|actually its
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
_NAME_LEADS = (("im",), ("i", "am"), ("this", "is"), ("call", "me"), ("soy",), ("je", "suis"))
_TRAILS = frozenset(
    "please thanks thank you thankyou lol haha gracias merci cheers thx ok so much".split()
)
_NO_NAME = frozenset(
    """
    either any anything earlier later sooner whichever whatever neither none both all first second
    third last one two three other another option morning afternoon evening today tomorrow yes no
    """.split()
)
_NOTHING = frozenset("no none nope nah nothing n/a na n a is the that it i my".split())
_LEADING = POLITE - {
    "you",
    "like",
    "right",
    "good",
    "great",
    "perfect",
    "got",
    "it",
    "morning",
    "afternoon",
    "and",
    "k",
}


def read_text(text: str, pieces: Sequence[Piece], words: Sequence[str] = ()) -> Hit | None:
    """The first run of clauses that ask nothing back, cleaned at its edges; None where nothing
    is left or it is a bare refusal."""
    run: list[int] = []
    for clause in clauses(pieces):
        if not is_question(pieces, clause):
            if _bare(pieces, clause.start, clause.end) and not run:
                continue
            run += [clause.start, clause.end]
        elif run:
            break
    if not run:
        return None
    start, end = _trimmed(pieces, run[0], _turn(pieces, run[0], run[-1]), words)
    if start >= end or refuses(pieces, start, end) or _bare(pieces, start, end):
        return None
    if any("name" in word for word in words) and not _like_name(pieces[start:end]):
        return None
    return Hit(text[pieces[start].start : pieces[end - 1].end], start, end)


def _like_name(said: Sequence[Piece]) -> bool:
    """Whether somebody may be called so: not "1", "either" or "anything earlier?"."""
    words = [piece.text for piece in said if piece.kind != MARK]
    numbered = any(char.isdigit() for word in words for char in word)
    return not numbered and not all(word in _NO_NAME for word in words)


def _bare(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether there is nothing but politeness, yes or no."""
    said = pieces[start:end]
    return all(p.kind == MARK or p.text in POLITE or p.text in _NOTHING for p in said)


def _turn(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where another fact begins ("and my name is"), or the end."""
    for i in range(start + 1, end - 3):
        said = [p.text for p in pieces[i : i + 4]]
        turns = said[0] in ("and", ",", "&") and said[1] == "my" and said[3] == "is"
        if turns and said[2] in ("name", "number", "email", "phone", "address", "budget"):
            return i
    return end


def _trimmed(
    pieces: Sequence[Piece], start: int, end: int, words: Sequence[str]
) -> tuple[int, int]:
    leads = _LEADS + (_NAME_LEADS if any("name" in word for word in words) else ())
    leads = tuple(sorted(leads, key=len, reverse=True))
    names = {name.start: name.end for name in named(pieces, words)}
    while start < end:
        step = _lead(pieces, start, end, leads) or _named_lead(pieces, start, names)
        if not step:
            break
        start += step
    while end > start and (
        (pieces[end - 1].kind == MARK and pieces[end - 1].text not in ")\"'")
        or pieces[end - 1].text in _TRAILS
    ):
        end -= 1
    return start, end


def _lead(pieces: Sequence[Piece], start: int, end: int, leads: Sequence[tuple[str, ...]]) -> int:
    """How many pieces at `start` only lead to the answer."""
    piece = pieces[start]
    if (piece.kind == MARK and piece.text not in '#("') or piece.text in _LEADING:
        return 1
    for lead in leads:
        size = len(lead)
        if start + size < end and tuple(p.text for p in pieces[start : start + size]) == lead:
            return size
    return 0


def _named_lead(pieces: Sequence[Piece], start: int, names: dict[int, int]) -> int:
    """ "the budget is", "name:" before the answer."""
    at = start + 1 if pieces[start].text in ("the", "my", "our") else start
    end = names.get(at, 0)
    if end and end < len(pieces) and pieces[end].text in ("is", ":", "=", "are", "was"):
        return end + 1 - start
    return 0
