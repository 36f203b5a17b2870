"""What a text says of how soon somebody is needed: that it cannot wait, that it can, and that
somebody should come while nobody is there. Pure."""

import re

_CAN_WAIT = re.compile(
    r"""\b(?:not(?:\ that|\ really|\ so|\ very|\ too|\ super)?\ urgent|isn'?t\ urgent|no\ rush
    |no\ hurry|not\ in\ a\ (?:rush|hurry)|can\ wait|not\ an\ emergency|no\ emergency|whenever
    |no\ es\ (?:tan\ |muy\ )?urgente|(?<!no\ )pued[eo]\ esperar|sin\ prisa
    |no\ hay\ prisa|no\ corre\ prisa|no\ tengo\ prisa|pas\ (?:si\ |tr[eè]s\ )?urgent
    |(?:peut|peux)\ attendre|pas\ press[ée]e?|(?:rien|[çc]a)\ (?:ne\ )?presse(?:\ pas)?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_INSISTS = re.compile(
    r"""\b(?:urgent(?:ly|e|emente)?|urjente|emergency|emergencia|can'?t\ wait|cannot\ wait
    |no\ puede\ esperar|no\ puedo\ esperar|urgence|peu[tx]\ pas\ attendre)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What nobody says of a mere wish for an early time, as "asap" is."""
_SOON = re.compile(
    r"""\b(?:asap|right\ (?:away|now)|immediately|d[èe]s\ que\ possible|cuanto\ antes)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LATER = re.compile(
    r"""\b(?:tomorrow|(?<!this\ )morning|next\ (?:open\ )?day|soon\ enough|monday
    |(?<!esta\ )ma[ñn]ana|lunes|demain|lundi)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_NOW = re.compile(
    r"""\b(?:not|no|pas|don'?t\ need\W+\w+)\W+(?:\w+\W+)?
    (?:tonight|now|today|hoy|ahora|ahorita|esta\ noche|ce\ soir|maintenant)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOW = r"""(?:tonight|tonite|2nite|this\ evening|right\ now|right\ away|now|on\ call
    |esta\ (?:misma\ )?noche|ahora(?:\ mismo)?|ahorita|ahora\ mismito|horita|ya\ mismo
    |ce\ soir|cette\ nuit|[àa]\ soir|maintenant|tout\ de\ suite)"""
_TODAY = r"(?:today|hoy(?:\ mismo)?|aujourd'?\ ?hui)"
_NOW_ONLY = re.compile(rf"\b{_NOW}\b", re.IGNORECASE | re.VERBOSE)
_AT_ONCE = re.compile(rf"\b(?:{_NOW}|{_TODAY})\b", re.IGNORECASE | re.VERBOSE)
_COMING = r"""(?:come|send|see|look|fix|help|get|need\ (?:some|any|a\ |an\ |it|you|u\b)|anyone
    |anybody|someone|somebody|available|appointment|come\ out|venir|vengan?|viene[ns]?|mandar?
    |mande[ns]?|pasar|pasen|llegar|alguien|cita|necesit\w+|ocup\w+|quelqu'?\ ?un|passer|venez
    |envoyer|d[ée]panne\w*|besoin|rendez|rdv
    |please|pls|porfa|por\ favor|svp|s'il\ )"""
_WISHES = re.compile(rf"\b{_COMING}", re.IGNORECASE | re.VERBOSE)
_PLEASE = r"(?:please|pls|por\ favor|porfa(?:vor)?|svp|s'il\ (?:vous|te)\ pla[iî]t)"
_BARE = re.compile(
    rf"""^\W*(?:(?:yes|yeah|s[ií]|oui|for|pour|para|{_PLEASE})\W+)*(?:{_NOW}|{_TODAY})
    (?:\W+(?:{_PLEASE}|if\ possible|si\ se\ puede|si\ possible))*\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHER = re.compile(
    r"""\b(?:wont\ be|won'?t\ be|not\ be|call(?:ing)?\ me|text\ me|hours|close[ds]?|open|started
    |broke|stopped)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is said of tonight besides: when it began, and that the customer is away."""


def can_wait(text: str) -> bool:
    return bool(_CAN_WAIT.search(text))


def cannot_wait(text: str) -> bool:
    """Whether the text calls it urgent, or wants it soon."""
    return not can_wait(text) and bool(_INSISTS.search(text) or _SOON.search(text))


def insists(text: str) -> bool:
    """Whether the text calls it urgent in so many words."""
    return not can_wait(text) and not _LATER.search(text) and bool(_INSISTS.search(text))


def wants_now(text: str, *, today: bool) -> bool:
    """Whether the text wants somebody now or tonight; with `today`, today too counts as that:
    nobody is there again before tomorrow."""
    if can_wait(text) or _NOT_NOW.search(text) or _OTHER.search(text):
        return False
    named = _AT_ONCE if today else _NOW_ONLY
    return bool(named.search(text)) and bool(_WISHES.search(text) or _BARE.match(text))


def told_by_time(text: str) -> bool | None:
    """The answer to "can it wait?" by the time that is named; None where none is."""
    if _LATER.search(text) or _NOT_NOW.search(text):
        return False
    return True if _AT_ONCE.search(text) else None
