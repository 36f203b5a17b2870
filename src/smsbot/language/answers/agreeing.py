"""Yes or no, in the three languages of our texts."""

from collections.abc import Sequence

from smsbot.domain.question import Question
from smsbot.language.answers.asides import POLITE
from smsbot.language.answers.naming import Hit, named
from smsbot.language.answers.pieces import MARK, Piece, words_of

_YES = """
    yes|yea|yeah|yeh|yah|yep|yup|yas|yess|ya|ye|y|sure|ok|okay|k|kk|i do|we do|i am|we are|it is
    they are
    i have|we have|it does|they do|he does|she does|it has|i did|we did|i will|we will|i can|we can
    i would|id love|id like|absolutely|definitely|of course|for sure|correct|right|thats right
    true|affirmative|totally
    certainly|indeed|sounds good|works for me|that works|please do|go ahead|i think so
    i believe so|probably
    pretty much|mhm|mmhm|uh huh|uhhuh|aye|roger|already did|already have|got one|you bet|yessir
    yes maam
    si|sip|claro|claro que si|por supuesto|dale|bueno|vale|asi es|correcto|exacto|exactly|oui
    ouais|bien sur
    daccord|tout a fait|absolument|no yeah|no problem|why not|hell yes|heck yes|hell yeah|sim
    thats correct|there is|there are
    it was|was|i was|not a problem|no doubt|100|fine|perfect|great|cool|lets do it|do it
    go for it|sign me up|count me in|im in|im game|lets go|thats fine|thatll work|works great
    sounds like a plan|by all means|i sure do|we sure do|muchisimo|con gusto|adelante|volontiers
"""
_NO = """
    no|nope|nah|naw|na|n|noo|nooo|nop|nada|negative|never|i dont|we dont|i do not|we do not
    im not|i am not
    we arent|were not|it isnt|it is not|its not|it doesnt|they dont|i havent|havent|i have not
    we havent
    not really
    not yet|not at all|not anymore|not currently|not right now|not now|not at this time|not today
    not that i know of
    no thanks|no thank you|i didnt|i did not|we didnt|i wont|i cant|we cant|cant|dont|dont think so
    i dont think so|i doubt it|doubt it|nothing|none|hell no|heck no|no way|definitely not
    absolutely not|of course not
    probably not|certainly not|afraid not|unfortunately not|id rather not|no gracias|para nada
    todavia no
    aun no|non|pas encore|pas du tout|non merci|yeah no|yea no|false|incorrect|wrong|neither
    nuh uh|wouldnt
    there isnt|there is not|there arent|there are no|theres no|it wasnt|i wasnt|i would not
    not exactly|not quite
    not necessarily|no longer|ya no|jamais|jamas|nunca|no but|not for now|not interested
    i think not|couldnt|not that ive noticed|not that ive seen|not once|not ever|not even close
    not this time|not this year|ill pass|hard pass
"""
_UNSURE = """
    im not sure|i am not sure|not really sure|not too sure|have to ask|have to check|have to look
    need to ask|need to check|gotta ask|gotta check|let me ask|let me check|let me see|ill ask
    ill check|ask my|will have to see|cant tell|couldnt tell you|couldnt say|cant say
    not sure|right now|idk|i dont know|dont know|no idea|maybe|no clue|might|perhaps|depends
    not certain
    no se|
    je sais pas|sais pas|quizas|tal vez|peut etre|unsure|i dont remember|dont remember|never mind
    nevermind|i dont understand|dont understand|i dont get|no comprendo|no entiendo|rather not say
"""
_THUMBS = {
    "\U0001f44d": "yes", "\u2705": "yes", "\U0001f44c": "yes", "\U0001f64c": "yes",
    "\u2714": "yes", "\U0001f4af": "yes", "\U0001f44e": "no", "\u274c": "no",
    "\U0001f645": "no", "\U0001f6ab": "no",
}  # fmt: skip
_LONGEST = 4
_SELF = frozenset("i im ive we were weve my our yo somos soy je nous".split())
_SELF_NEAR = 3
"""Pieces before the words in which the customer speaks of themselves."""
_ITS = ("its ", "it is ", "this is ", "es ", "cest ")
_LEAST_SAID = 5
"""Letters: "own" alone may be about anything that is owned, "own it" and "renter" are not."""
_SAME = {
    "own": ("bought it", "bought this", "bought one", "purchased it", "la compramos", "la compre")
}
"""What says the same as a question's word, once it was asked; before, it may be of anything."""
_SPEAKER = frozenset("i we ive weve yo nous je both all".split())
_OTHERS = frozenset(
    """
    he she they parents mom moms mother dad dads father sister brother son daughter kids grandma
    grandmother grandpa grandparents uncle aunt cousin friend boyfriend girlfriend landlord boss
    bank company roommate mama papa padres hermana hermano hijo hija
    """.split()
)
"""Of whom the question's own words may be said instead: "my sister owns it"."""
_DENYING = frozenset("not no dont never without havent isnt arent pas".split())
_CORRECTING = frozenset("wait mean meant actually sorry correction oops".split())


def _table() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for value, phrases in (("yes", _YES), ("no", _NO), ("", _UNSURE)):
        for phrase in phrases.replace("\n", "|").split("|"):
            words = words_of(phrase)
            if words:
                found[words] = value
    return found


_PHRASES = _table()
_WEAK = frozenset(
    """
    was fine perfect great cool right ok okay k sure 100 do it dont cant wouldnt couldnt never na n
    y nothing none wrong i have there is there are it was it is i was true bueno vale ya dale
    """.split()
)
"""Words that say yes or no only where an answer begins."""
_CLOSING = frozenset(
    {("i", "do"), ("we", "do"), ("i", "did"), ("we", "did"), ("i", "am"), ("we", "are")}
    | {("they", "do"), ("he", "does"), ("she", "does")}
)
"""Made of such words, and yes all the same where a clause ends in them: "my wife and i do"."""


def read_agreement(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """ "yes" or "no", from where the text begins, or else from the one that it says at all, or
    from the question's own words said back ("I own it")."""
    lead = 0
    said: list[Hit] = []
    i = 0
    while i < len(pieces):
        hit = _at(pieces, i)
        if hit is None:
            lead += pieces[i].kind != MARK and pieces[i].text not in POLITE
            i += 1
            continue
        weak = _is_weak(pieces, hit)
        if not hit.value or lead == 0 or not weak:
            said.append(hit)
            lead += not hit.value
        i = hit.end
    if said:
        return _decided(pieces, said)
    same = [phrase for word in question.words for phrase in _SAME.get(word, ())]
    return _said_back(pieces, question, same)


def _is_weak(pieces: Sequence[Piece], hit: Hit) -> bool:
    words = tuple(p.text for p in pieces[hit.start : hit.end])
    ends = hit.end == len(pieces) or pieces[hit.end].kind == MARK
    return all(word in _WEAK for word in words) and not (ends and words in _CLOSING)


def find_agreement(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """ "yes" or "no" to `question` before it was asked, where the customer says it of themselves or
    of their own thing, in its own words ("we own the house", "I'm renting", "it's electric")."""
    hit = _said_back(pieces, question)
    if hit is None:
        return None
    near = {p.text for p in pieces[max(0, hit.start - _SELF_NEAR) : hit.start + 1]}
    said = sum(len(p.text) for p in pieces[hit.start : hit.end])
    theirs = near & _SELF or _says_what_it_is(pieces, hit)
    return hit if theirs and said >= _LEAST_SAID else None


def _says_what_it_is(pieces: Sequence[Piece], hit: Hit) -> bool:
    """ "Its electric, full service": of the thing that is spoken of, and nothing more of it."""
    ends = hit.end == len(pieces) or pieces[hit.end].kind == MARK
    led = [p.text for p in pieces[max(0, hit.start - 2) : hit.start + 1]]
    return ends and any(" ".join(led[i:]).startswith(_ITS) for i in range(len(led)))


def _at(pieces: Sequence[Piece], i: int) -> Hit | None:
    """The longest phrase at `i`."""
    if _joins(pieces[i]):
        return None
    if pieces[i].text in _THUMBS:
        return Hit(_THUMBS[pieces[i].text], i, i + 1)
    for size in range(min(_LONGEST, len(pieces) - i), 0, -1):
        value = _PHRASES.get(tuple(p.text for p in pieces[i : i + size]))
        if value is not None and not _goes_on(pieces, i, i + size):
            return Hit(value, i, i + size)
    text = pieces[i].text
    if len(text) <= 12 and text.isalpha():
        value = _PHRASES.get((_squeezed(text),))
        return Hit(value, i, i + 1) if value else None
    return None


def _joins(piece: Piece) -> bool:
    """Whether it is an "and" that was written out: a single "n" is read as one, and says no."""
    return piece.text == "and" and piece.end - piece.start > 1


def _goes_on(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the words from `start` mean something else with what follows: "i have to ask",
    "more than i can do", "totally blank"."""
    last, after = pieces[end - 1].text, pieces[end].text if end < len(pieces) else ""
    before = pieces[start - 1].text if start else ""
    degree = last == "totally" and end < len(pieces) and pieces[end].kind != MARK
    return (last in ("have", "can", "do") and after == "to") or before == "than" or degree


def _squeezed(word: str) -> str:
    """ "yesss" and "nooo" without their stretched letters."""
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def _decided(pieces: Sequence[Piece], said: Sequence[Hit]) -> Hit | None:
    """The first clear word, or the last where it corrects ("yes, no wait, no")."""
    clear = [hit for hit in said if hit.value]
    if not clear or (not said[0].value):
        return None
    first, last = clear[0], clear[-1]
    between = [p.text for p in pieces[first.start : last.start]]
    return last if _CORRECTING & set(between) else first


def _said_back(pieces: Sequence[Piece], question: Question, same: Sequence[str] = ()) -> Hit | None:
    """By the question's words, or what says the `same`; what says no of itself goes first: a
    tenant names the owner too."""
    contrary = named(pieces, question.no_words)
    spans = contrary or named(pieces, (*question.words, *same))
    if not spans:
        return None
    before = {p.text for p in pieces[max(0, spans[0].start - 4) : spans[0].start]}
    of_others = not contrary and bool(before & _OTHERS) and not before & _SPEAKER
    says_yes = bool(before & _DENYING) == (bool(contrary) or of_others)
    return Hit("yes" if says_yes else "no", spans[0].start, spans[0].end)
