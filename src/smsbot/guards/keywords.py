"""Keywords that carriers and the law know, as the whole of a text (compliance.md 1, rules 1 and 2).

A text is a keyword when nothing else is left after punctuation and politeness are taken away.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import OSA

from smsbot.language.normalise import squeeze
from smsbot.language.reading import Reading
from smsbot.language.real_words import real_words

POLITE = frozenset(
    """
    please thanks thank you now kindly immediately asap ok okay hi hello hey sir maam right away
    again already
    porfavor por favor gracias ya hola oye buenas buenos buen dia dias tardes noches ahora senor
    senora saludos muchas amigo
    merci svp sil vous te plait stp bonjour bonsoir salut allo bjr bsr slt cdt cordialement
    maintenant monsieur madame beaucoup avance
    """.split()
)

STOP_WORDS = frozenset(
    """
    stop stopall unsubscribe unsub cancel cancle cancell end quit revoke optout remove stopit
    stopnow stoptext stoptexts stopmessaging stopmessages stopallmessages enough
    alto pare parar paren para detener detente detenga detengan basta vasta cancelar baja remover
    arret arreter arrete arretez desabonner desabonnement desinscrire desinscription
    """.split()
)
STOP_PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "opt out", "stop all", "end all", "cancel all", "quit all", "un subscribe",
        "dar de baja", "darme de baja", "darse de baja", "de baja", "no mas", "ya no", "basta ya",
        "se desabonner", "me desabonner",
    )
)  # fmt: skip

NEARLY = ("stop", "quit", "cancel", "revoke", "optout")
"""Misspelt by one edit, these are still keywords."""
NEARLY_ABROAD = ("cancelar", "detener", "arreter", "arretez", "desabonner", "desinscrire")
"""The same for keywords of other languages, where the library's words are words."""
DOUBLED_ABROAD = frozenset("alto basta parar pare baja arret arrete".split())
"""Too short for that: these are keywords with a letter doubled or two swapped."""
WORDS_NEARBY = frozenset(
    """
    fstop fstops tstop cancelas cancelara cancelare arete aretes
    alot shop step top atop stoop stoops spot slop sop strop stomp stow swop stops stope stoup stoma
    quite quiet quilt quip quid suit unit quits cancer cancels cancan evoke revoked revokes provoke
    """.split()
)
"""One edit from a keyword, and words themselves: they are read as what they are."""

_DIGITS = str.maketrans("0134578", "oieastb")
_DOUBLED = re.compile(r"(.)\1")
_PHONE = re.compile(r"(?:1-)?(?:\d{3}-)?\d{3}-\d{4}|1?\d{10}")
"""People name the number that is to get no more: "remove 555-0150"."""
_UNSUBSCRIBE = "unsubscribe"
_SHORTEST, _LONGEST = 3, 40
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
    """The keyword that the whole text is, politeness aside; `near` judges misspellings."""
    said = reading.words
    left = tuple([word for word in said if word not in POLITE and not _is_phone(word)])
    for rest in (said,) if left == said else (said, left):
        word = _as_keyword(rest, words, phrases, near)
        if word:
            return Keyword(word, bare=rest is said)
    return None


def _is_phone(word: str) -> bool:
    return word[0].isdigit() and _PHONE.fullmatch(word) is not None


def _as_keyword(
    said: tuple[str, ...],
    words: frozenset[str],
    phrases: frozenset[tuple[str, ...]],
    near: Callable[[str], bool],
) -> str | None:
    if not 0 < len(said) <= _MOST_WORDS:
        return None
    if said in phrases:
        return " ".join(said)
    if all(any(form in words or near(form) for form in _forms(word)) for word in said):
        return said[0]
    joined = "".join(said)
    if len(said) > _MOST_PIECES:
        return None
    broken = len(said) == 1 or not real_words().issuperset(said)  # "a lot" is no "alto"
    return joined if joined in words or (broken and near(joined)) else None


def _forms(word: str) -> set[str]:
    """`word` without stretched letters, with letters for digits ("st0p"), without a last digit."""
    return {word, *squeeze(word), word.translate(_DIGITS), word.rstrip("0123456789")}


def nearly_stop(word: str) -> bool:
    """Whether `word` is a keyword misspelt: letters doubled, one edit from one of `NEARLY`, two
    from "unsubscribe", and no word itself ("shop", "step", "top", "stoop" and "spot" are words)."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in WORDS_NEARBY:
        return False
    if not word.replace("stop", "") or _DOUBLED.sub(r"\1", word) == "stop":
        return True
    if any(OSA.distance(word, meant, score_cutoff=1) <= 1 for meant in NEARLY):
        return True
    if _nearly_abroad(word):
        return True
    # Not "subscribe", which is two edits away.
    return word[0] != "s" and OSA.distance(word, _UNSUBSCRIBE, score_cutoff=2) <= 2


def _nearly_abroad(word: str) -> bool:
    if word in real_words():
        return False
    if any(OSA.distance(word, meant, score_cutoff=1) <= 1 for meant in NEARLY_ABROAD):
        return True
    return any(
        word[0] == meant[0]
        and OSA.distance(word, meant, score_cutoff=1) == 1
        and (sorted(word) == sorted(meant) or _undoubled(word) == _undoubled(meant))
        for meant in DOUBLED_ABROAD
    )


def _undoubled(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)
