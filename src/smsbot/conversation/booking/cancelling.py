"""Whether a text that speaks of cancelling wants its own visit off the calendar. Pure."""

import re
from enum import StrEnum


class Cancels(StrEnum):
    PLAINLY = "plainly"
    PERHAPS = "perhaps"
    """It is asked before anything is taken off."""
    NOT = "not"


_CANCEL = r"(?:cancel\w*|cancle\w*|anul\w*|annul\w*)"
_DENIED = re.compile(
    rf"\b(?:don'?t|do\ not|won'?t|will\ not|not\ going\ to|didn'?t|did\ not|never(?!\W+mind)"
    rf"|not|no\ (?:quiero|necesito|voy\ a)|pas)\b(?:[^\w,.;!]+\w+){{0,3}}?[^\w,.;!]+{_CANCEL}",
    re.IGNORECASE | re.VERBOSE,
)
"""In one breath: "no voy a poder, cancele la cita" cancels."""
_DOUBTED = re.compile(
    r"""\b(?:if|might|may|maybe|perhaps|possibly|thinking|how|what|when|why|too\ late|did\ you
    |is\ it|are\ you|fee|free|penalty|charge|policy|hope|just\ in\ case|quiz[aá]s|tal\ vez
    |si\ puedo)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHERS = re.compile(r"\b(?:cancel+ed|cancelad[oa]|annul[eé]e?)\b", re.IGNORECASE)
_NEVER_MIND = re.compile(r"\bnever\W?mind(?:\W+\w+){0,5}?\W+cancel+(?:ing|ation)\b", re.IGNORECASE)
_REQUESTED = re.compile(
    r"\W*(?:hi|hey|hello)?\W*(?:can|could|would|please|puede|pueden)\b", re.IGNORECASE
)


def cancels(text: str) -> Cancels:
    """What `text` means by cancelling: "cancel my visit" means it, "don't cancel on me" does not,
    and "is it too late to cancel", "my meeting got cancelled", "never mind about cancelling" are
    asked about."""
    if _DENIED.search(text):
        return Cancels.NOT
    asks = text.rstrip().endswith("?") and not _REQUESTED.match(text)
    if asks or any(one.search(text) for one in (_DOUBTED, _OTHERS, _NEVER_MIND)):
        return Cancels.PERHAPS
    return Cancels.PLAINLY
