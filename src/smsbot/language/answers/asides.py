"""What is not an answer: questions back, refusals, politeness; and what announces a correction."""

from collections.abc import Sequence

from smsbot.language.answers.pieces import MARK, WORD, Clause, Piece, clauses, cut, words_of

_ASKING = frozenset(
    """
    why how what whats when where wheres who whos which whose que cuanto cuando donde quien como
    porque pourquoi comment combien quand qui quel quelle whens hows wtf
    """.split()
)
_VERBS = frozenset(
    """
    do does did are is can could will would should have has may
    """.split()
)
_AT_LEISURE = frozenset(
    """
    puedan pueda puedes puedas quieran quiera quieras gusten guste gustes sea sean tengan tenga
    """.split()
)
"""What makes "cuando" whenever: "cuando puedan"."""
_LEISURELY = frozenset({("quand", "vous"), ("quand", "tu"), ("when", "you"), ("when", "yall")})
_LEISURE = frozenset("voulez pouvez veux peux can get".split())
_THEM = frozenset("you yall u we they i it that this there your the these those".split())
_PROPOSING = frozenset({("how", "about"), ("what", "about"), ("how", "bout")})
_SHORT = 5
"""Words; "when you can come" goes on asking."""
_ANNOUNCED = 6
"""Pieces in which a correction is announced."""
_REFUSING = tuple(
    words_of(phrase)
    for phrase in """
    idk|i dont know|dont know|dont kno|not sure|unsure|im not sure|no idea|no clue|skip|pass|next
    rather not say|rather not|prefer not|none of your business|not telling|dont want to say
    who knows|beats me|hard to say|no se|je sais pas|sais pas|aucune idee|ni idea|not certain
    dont wanna say|does it matter|doesnt matter|why|stop asking|cant say|havent decided
    have to check
    let me check|ill check|ill have to check|ask my wife|ask my husband|get back to you|do not know
    not giving|not sharing|never mind|nevermind|nvm|forget it|wait|hold on|one sec|one second
    one moment|give me a minute
    talk to a person|talk to a human|talk to someone|speak to someone|real person|let me think
    same as last time|same as before|you have it|on file|long story|dont give that out|cant read it
    not comfortable|ill show you|no more emails
    undecided|depends|it depends|dont remember|cant remember|not yet sure
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
POLITE = frozenset(
    """
    please thanks thank you thankyou hi hello hey hiya ok okay k sure um uh umm hmm well so yes yeah
    yep yup ya lol haha great cool oh ah alright like gracias porfavor por favor merci svp hola
    bonjour perfect sounds good got it cheers no nope nah morning afternoon right and
    """.split()
)
_CORRECTING = tuple(
    words_of(phrase)
    for phrase in """
    actually|no wait|wait no|i mean|i meant|meant|sorry|scratch that|correction|make it|make that
    change it to|change that to|change to|change my|instead|rather|oops|my bad|my mistake
    on second thought
    no sorry|nvm|never mind|nevermind|en realidad|perdon|en fait|pardon|should be|was wrong|wait
    mejor el|mejor la|mejor a|mejor para|no espere|no espera|plutot
    no its
    """.replace("\n", "|").split("|")
    if phrase.strip()
)


def is_question(pieces: Sequence[Piece], clause: Clause) -> bool:
    """Whether the clause asks something back: "why do you need that", "how much is it?"."""
    words = [p.text for p in pieces[clause.start : clause.end] if p.kind == WORD][:40]
    while words and words[0] in POLITE and len(words) > 1:
        words.pop(0)
    if words and words[0] in ("but", "because", "first", "wait"):
        words.pop(0)
    if not words or tuple(words[:2]) in _PROPOSING:
        return False
    if words[0] in _ASKING and not leisurely(words, asked=clause.asked):
        return clause.asked or len(words) > 1 or words[0] in ("why", "what", "how")
    return bool(
        len(words) > 1
        and words[0] in _VERBS
        and words[1] in _THEM
        and (clause.asked or len(words) > 2)
    )


def leisurely(words: Sequence[str], *, asked: bool = False) -> bool:
    """Whether words that begin as a question do tell when or how much: "cuando puedan", "quand vous
    voulez", "como 1500 pies"."""
    first, second, third = (*words[:3], "", "", "")[:3]
    if asked:
        return False
    about = first == "como" and second.isdigit()
    whenever = (first, second) in _LEISURELY and third in _LEISURE and len(words) <= _SHORT
    return about or whenever or (first == "cuando" and second in _AT_LEISURE)


def stating(pieces: Sequence[Piece]) -> list[Clause]:
    """The clauses that ask nothing back."""
    return [clause for clause in clauses(pieces) if not is_question(pieces, clause)]


def refuses(pieces: Sequence[Piece], start: int = 0, end: int | None = None) -> bool:
    """Whether the pieces hold a way of not answering: "idk", "skip", "I'd rather not say"."""
    words = [p.text for p in pieces[start:end] if p.kind == WORD]
    said = [w for w in words if w not in POLITE or w == "sure"] or words
    return any(
        _holds(words, phrase)
        and len(said) - len(phrase) <= (4 if tuple(said[: len(phrase)]) == phrase else 3)
        and (len(phrase) > 1 or said[0] == phrase[0] or len(said) <= 2)
        and (phrase != ("next",) or len(said) == 1)
        for phrase in _REFUSING
    )


def correction_before(pieces: Sequence[Piece], i: int) -> bool:
    """Whether what is said at `i` is announced as a correction, in the dozen words before it."""
    words = [p.text for p in pieces[max(0, i - 12) : i] if p.kind != MARK]
    return any(_holds(words, phrase) for phrase in _CORRECTING)


def announces_correction(text: str) -> bool:
    """Whether `text` says that something was not meant: "actually", "no wait", "I meant"."""
    pieces = cut(text)
    return correction_before(pieces, min(len(pieces), _ANNOUNCED))


def negated(pieces: Sequence[Piece], i: int) -> bool:
    """Whether "not", "no" or the like stand directly before `i` ("not the sink")."""
    j = i - 1
    while j >= 0 and pieces[j].text in (
        "a",
        "an",
        "the",
        "my",
        "any",
        "just",
        "have",
        "need",
        "want",
        "about",
    ):
        j -= 1
    return j >= 0 and pieces[j].text in _NOT


_NOT = frozenset("not no isnt arent dont doesnt without wasnt aint never pas sin nor wont".split())


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(words[i : i + size]) == tuple(phrase) for i in range(len(words) - size + 1))
