"""Words that carriers act upon, offered as an answer: who texts CANCEL to move a visit opts out
(compliance.md 1, rule 3)."""

import re

from smsbot.gate.claims.page import Page

# compliance.md 1: the carrier's own sets, and those of Spanish and French.
_STOPS = (
    "stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt out|"
    "alto|pare|parar|detener|basta|cancelar|baja|arret|arrete"
)
_STARTS = "start|unstop|yes"
_HELPS = "help|info|ayuda|aide"

_WORD = rf"(?:{_STOPS}|{_STARTS}|{_HELPS})"
_ASK = (
    r"(?:reply|respond|text|txt|send|type|answer|say|write|enter|"
    r"responda|responde|conteste|contesta|envie|envia|escriba|escribe|mande|manda|"
    r"repondez|reponds|envoyez|envoie|ecrivez|tapez|dites)"
)
_WITH = r"(?:\s+(?:back|us|me|with|by|the|word|con|la|palabra|par|le|mot|nous)){0,3}"
_ASKED = re.compile(rf"\b{_ASK}{_WITH}\s+[\"']?({_WORD})\b")
_ANYWHERE = re.compile(rf"\b({_WORD})\b")

# What the law and the carriers want said (compliance.md 4): how to stop the texts, how to get help.
_TEXTS = r"(?:\s+(?:these|all|our|receiving|de|des|los|las|les|estos|ces|recibir|recevoir))*"
_TEXTS += r"\s+(?:messages?|texts?|texting|sms|mensajes|textos)"
_LEAVE = (
    r"(?:opt[ -]?out|unsubscribe|darse de baja|no recibir mas|vous desabonner|vous desinscrire|"
    rf"ne plus recevoir|(?:end|stop|quit|cancel|cancelar|arreter)(?:{_TEXTS}|(?=\s*(?:[.,;!)]|$))))"
)
_TO = r"(?:at any time\s+)?(?:to|para|pour)"
_MANDATED = re.compile(
    rf"[\"']?\b(?:stop|alto|arret)\b[\"']?\s+{_TO}\s+{_LEAVE}"
    r"|[\"']?\b(?:help|info|ayuda|aide)\b[\"']?\s+(?:for|para|pour|to get)\s+"
    r"(?:more\s+)?(?:help|info|information|ayuda|informacion|aide|de l'aide|obtener ayuda)\b"
)
_SYSTEM_WORDS = frozenset({"stop", "start", "unstop", "help", "alto", "arret", "ayuda", "aide"})


def offered_words(body: str, *, mandated: bool = False) -> list[str]:
    """The reserved words that `body` asks for or shows as an answer, in capitals, each once.

    Asked for is what follows "reply", "text" and the like; shown is any of them in capitals. Left
    alone are the instructions that carriers demand ("Reply STOP to opt out, HELP for help"), and
    with `mandated`, as in our opt-out and help texts, STOP, START and HELP in any sentence.
    """
    page = Page(body)
    for found in page.find(_MANDATED):
        page.strike(*found.span())
    words = [found[1] for found in page.find(_ASKED)]
    for found in page.find(_ANYWHERE):
        if page.cased[found.start() : found.end()].isupper():
            words.append(found[1])
    allowed = _SYSTEM_WORDS if mandated else frozenset[str]()
    return list(dict.fromkeys(word.upper() for word in words if word not in allowed))
