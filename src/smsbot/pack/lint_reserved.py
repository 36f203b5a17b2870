"""Finds reserved words that a text offers as an answer ("reply CANCEL", "text YES to confirm")."""

import re
from collections.abc import Iterator

RESERVED = frozenset(
    (
        *("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"),
        *("start", "yes", "unstop", "help", "info"),
        *("alto", "pare", "parar", "detener", "basta", "cancelar", "baja"),
        *("arret", "arrêt", "arrete", "aide"),
    )
)
"""What carriers act on when it is all of a text (compliance.md 1)."""

_ASKS = (
    r"reply|respond|answer|text|send|type|write|txt|"
    r"responda|responde|conteste|mande|envíe|escriba|répondez|envoyez|écrivez|tapez"
)
_FILLER = r"back|with|us|to|the|this|just|word|either|con|la|palabra|par|le|mot"
_QUOTES = r"[\"'“”‘’«»*]*"
_CHOICE = rf"{_QUOTES}[^\W_]+{_QUOTES}"
_BETWEEN = r"(?:\s*(?:,|/|\bor\b|\bo\b|\bou\b))+\s*"
_OFFER = re.compile(
    rf"\b(?:{_ASKS})\s+(?:(?:{_FILLER})\s+){{0,3}}({_CHOICE}(?:{_BETWEEN}{_CHOICE})*)",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"({_CHOICE})\s+(?:to|for|if|para|si|pour)\b")
_WORD = re.compile(r"[^\W_]+")
_MANDATED = re.compile(r"\b(?:STOP|HELP)\s+(?:to|for|para|pour|any\s?time)\b")
"""What carriers want written: STOP to opt out, HELP for help (compliance.md 4; CTIA 5.1.3)."""


def offered(text: str) -> Iterator[str]:
    """The reserved words that `text` offers, folded to lower case, each once."""
    text = _MANDATED.sub(". ", text)
    choices = [found[1] for found in _OFFER.finditer(text)]
    choices += [found[1] for found in _LABEL.finditer(text) if _bare(found[1]).isupper()]
    words = [word.casefold() for choice in choices for word in _WORD.findall(choice)]
    yield from dict.fromkeys(word for word in words if word in RESERVED)


def _bare(choice: str) -> str:
    return "".join(_WORD.findall(choice))
