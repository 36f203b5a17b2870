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
    we call him|we call her|we call it|se llama|its under|its in|im with|were with|we are with
    i am with|i go to|send it to|sent to|deliver to|take it to|its going to|it goes to|they go to
    it says|says|it reads|it should say|should say|have it say|make it say
    i want to go|i want|we want|id like|wed like|i would like|i need|we need|lets do|lets go with
    lets go|ill take|well take|ill go with|going with|go with|i was thinking|im thinking|thinking
    we were thinking|we can do|i can do|it has to be|has to be|must be|should be|probably|maybe
    i drive|i have|we have|ive got|weve got|i got|we got|there are|theres|its for|for|its like
    something like|some kind of|some sort of|kind of|looks like|it looks like|born|plates|plate
    un|una|en|en el|en la|es un|es una|a nombre de|vivo en|al|para
    call me at|text me at|reach me at|send to|im at|im in|we are in|were in|write|pls write|to
    shes a|hes a|he is a|she is a|shes an|hes an|think its|i think hes a|i think shes a|come at
    a las|they set it for|its on|he had|he has|she has|he gets|she gets|he takes|she takes|use
    use the|my ex|my ex husband|my ex wife|filed in|its set for|they said|he said|she said
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
_POSSESSIVES = frozenset("my our his her their your the mi su nuestro nuestra".split())
_COPULAS = frozenset("is are was es".split())
_RELATED = frozenset(
    """
    wife wifes husband husbands son sons daughter daughters mom moms mother dad dads father sister
    sisters brother brothers boss bosses partner partners kid kids boyfriend girlfriend grandma
    """.split()
)
_THINGS = frozenset("name number address email phone cell house place code unit plate".split())
_REMARKS = frozenset(
    """
    its it he hes she shes they theyre we were i im ive ill id my been not nowhere but gate if so
    though because since thats that which who can could please she whole just lol name do does how
    what when is are will would should sorry dont cuz bc
    """.split()
)
"""Words that begin a remark behind a comma: "back door, its never locked"."""
_GOES_ON = frozenset({"for"})
""""Sorry for your loss" is what the card should say."""
_MEANT = frozenset({("i", "mean"), ("i", "meant"), ("no", "wait"), ("wait", "no"), ("no", "sorry")})
_OPINIONS = frozenset({"think", "believe", "guess", "suppose", "heard"})
_DESCRIBED = frozenset(
    """
    wrong problem happening going describe tell fixed needs details notes message issue doing noise
    should
    """.split()
)
"""Words of a question that wants to be told, and not one thing: nothing of its answer is a remark.
"""
_REFUSED = tuple(
    words_of(phrase)
    for phrase in """
    no clue|no idea|not sure|cant tell|couldnt tell|cant say|i wouldnt know|i dont know|dont know
    nothing|same place|same as|we dont have|i dont have|dont have|i dont do|just lost it|lost it
    idk|no se|havent picked|havent decided|still deciding|have to look|let me look|id have to
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
_DOUBTED = frozenset("but maybe probably think guess , -".split())
_NAME_LEADS = (("im",), ("i", "am"), ("this", "is"), ("call", "me"), ("soy",), ("je", "suis"))
_TRAILS = frozenset(
    """
    please thanks thank you thankyou lol haha gracias merci cheers thx ok so much porfa porfavor
    favor and really rn
    """.split()
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
    first, last = run[0], _turn(pieces, run[0], run[-1])
    if _declines(pieces, first, last):
        return None
    first = _corrected(pieces, first, last)
    start, end = _trimmed(pieces, first, _remark(pieces, first, last, words), words)
    if start >= end or refuses(pieces, start, end) or _bare(pieces, start, end):
        return None
    if any("name" in word for word in words):
        comma = next((i for i in range(start + 1, end) if pieces[i].text == ","), end)
        if not _like_name(pieces[start:end]) and _like_name(pieces[start:comma]):
            end = comma
        if not _like_name(pieces[start:end]):
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


def _declines(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the text begins with a way of having no answer, and gives none behind it."""
    said = [p.text for p in pieces[start:end]]
    while len(said) > 1 and (said[0] in _LEADING - {"no", "not"} or said[0] == ","):
        said.pop(0)
    begun = any(tuple(said[: len(phrase)]) == phrase for phrase in _REFUSED)
    return begun and not _DOUBTED & set(said)


def _corrected(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where what is meant begins: behind "sorry i mean" in the middle, or at `start`."""
    for i in range(end - 2, start, -1):
        if (pieces[i - 1].text, pieces[i].text) in _MEANT:
            return i + 1
    return start


def _remark(pieces: Sequence[Piece], start: int, end: int, words: Sequence[str]) -> int:
    """Where what is said beside the answer begins: ", its never locked", "i think", "but she
    answers to Lele"; or the end."""
    if _DESCRIBED & set(words):
        return end
    for i in range(start + 1, end):
        text, after = pieces[i].text, pieces[i + 1].text if i + 1 < end else ""
        behind = text in (",", "-") and after in _REMARKS
        opinion = text in ("i", "we") and after in _OPINIONS
        turned = (text == "but" and after in _REMARKS) or (
            text == "not" and after in ("this", "the")
        )
        if behind or opinion or turned or (text == "according" and after == "to"):
            return i
    return end


def _trimmed(
    pieces: Sequence[Piece], start: int, end: int, words: Sequence[str]
) -> tuple[int, int]:
    asked_name = any("name" in word for word in words)
    leads = _LEADS + (_NAME_LEADS if asked_name else ())
    leads = tuple(sorted(leads, key=len, reverse=True))
    names = {name.start: name.end for name in named(pieces, words)}
    while start < end:
        step = (
            _lead(pieces, start, end, leads)
            or _named_lead(pieces, start, names)
            or _owned_lead(pieces, start, end, asked_name=asked_name)
        )
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
        said = tuple(p.text for p in pieces[start : start + size])
        if start + size < end and said == lead and pieces[start + size].text not in _GOES_ON:
            return size
    return 0


def _named_lead(pieces: Sequence[Piece], start: int, names: dict[int, int]) -> int:
    """ "the budget is", "name:" before the answer."""
    at = start + 1 if pieces[start].text in ("the", "my", "our") else start
    end = names.get(at, 0)
    if end and end < len(pieces) and pieces[end].text in ("is", ":", "=", "are", "was"):
        return end + 1 - start
    return 0


def _owned_lead(pieces: Sequence[Piece], start: int, end: int, *, asked_name: bool) -> int:
    """ "her name is", "my husbands is", "my wifes," before the answer."""
    said = [p.text for p in pieces[start : start + 4]]
    if len(said) < 2 or said[0] not in _POSSESSIVES:
        return 0
    asked = said[1] in _THINGS or said[1] in _RELATED
    for size in (3, 4):
        if asked and start + size < end and said[size - 1 : size] and said[size - 1] in _COPULAS:
            return size
    related = said[1] in _RELATED and start + 2 < end
    return 2 if related and (said[2] == "," or asked_name) else 0
