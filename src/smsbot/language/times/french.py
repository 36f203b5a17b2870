"""French as the scanner leaves it: whether a text is, and its clock ("10h", "14h30")."""

from collections.abc import Sequence

from smsbot.language.times.scan import CLOCK, INT, WORD, Token
from smsbot.language.times.words_fr import ALSO_ENGLISH, TABLE, TELLING

_KNOWN = frozenset(word for _, _, forms in TABLE for word in forms.replace("|", " ").split())
_HOURS = frozenset({"h", "hr", "hrs", "heure", "heures"})
_BEFORE_CLOCK = frozenset("a vers apres avant des jusqua entre et de ou pour les".split())
"""Words after which "2 heures" is a clock time and no duration."""


def is_french(tokens: Sequence[Token]) -> bool:
    """Whether a word of time tells it: "jeudi". One that English has too ("midi") tells it beside
    another, or beside the French clock."""
    words = {token.text for token in tokens if token.kind == WORD}
    telling = words & TELLING
    if telling - ALSO_ENGLISH:
        return True
    return (bool(telling) and len(words & _KNOWN) > 1) or _is_clock(tokens)


def _is_clock(tokens: Sequence[Token]) -> bool:
    """Whether there is a clock as only French has it: "14h30", "vers 10h". In English "2h" is a
    length: "a 2h drive"."""
    return any(
        _hours(tokens, i)
        and (_minutes(tokens, i) or (i and tokens[i - 1].text in _BEFORE_CLOCK))
        and _ends(tokens, i + 2)
        for i in range(len(tokens))
    )


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Whether no word follows at `i`, or one of French."""
    return i >= len(tokens) or tokens[i].kind != WORD or tokens[i].text in _KNOWN


def with_clocks(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each "10h", "10 h 30" and "a 10 heures" as one clock time."""
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        token, before = tokens[i], tokens[i - 1].text if i else ""
        word = tokens[i + 1].text if _hours(tokens, i) else ""
        if not word or before == "dans" or (word != "h" and before not in _BEFORE_CLOCK):
            found.append(token)
            i += 1
            continue
        minutes = tokens[i + 2].text if _minutes(tokens, i) else "00"
        length = 3 if _minutes(tokens, i) else 2
        end = tokens[i + length - 1].end
        found.append(Token(CLOCK, f"{token.text}:{minutes}", token.start, end, token.glued))
        i += length
    return found


def _hours(tokens: Sequence[Token], i: int) -> bool:
    """Whether an hour stands at `i`, and "h" behind it."""
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    hour = token.kind == INT and len(token.text) <= 2 and int(token.text) <= 24
    return hour and following is not None and following.text in _HOURS


def _minutes(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i + 2] if i + 2 < len(tokens) else None
    return token is not None and token.kind == INT and len(token.text) == 2 and token.text < "60"
