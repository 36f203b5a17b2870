"""Words as they are compared: folded, without accents, short forms written out, stemmed."""

from enum import StrEnum
from functools import lru_cache

from smsbot.conversation.lexicon import (
    ASKING,
    CHATTER,
    FUNCTION_EN,
    FUNCTION_ES,
    FUNCTION_FR,
    LIGHT,
    TEXTING,
)
from smsbot.language.normalise import fold, normalise


class Kind(StrEnum):
    """How much a word tells of what a text is about."""

    CONTENT = "content"
    ASKING = "asking"
    LIGHT = "light"
    FUNCTION = "function"
    CHATTER = "chatter"


_FUNCTION = FUNCTION_EN | FUNCTION_ES | FUNCTION_FR


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded and without accents, with short forms written out."""
    return tuple(TEXTING.get(word, word) for word in fold(normalise(text)).split())


@lru_cache(maxsize=8192)
def kind_of(word: str) -> Kind:
    if word in ASKING:
        return Kind.ASKING
    if word in CHATTER:
        return Kind.CHATTER
    if word in LIGHT:
        return Kind.LIGHT
    return Kind.FUNCTION if word in _FUNCTION else Kind.CONTENT


_ENDINGS = (
    ("ation", 5),
    ("ies", 2),
    ("ied", 2),
    ("ing", 3),
    ("ed", 3),
    ("es", 3),
    ("s", 3),
    ("ly", 4),
)
"""Common English endings, with the fewest letters that must be left."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its common English ending: "charges" and "charging" are both "charg". Light
    on purpose: two words that meet by accident cost a wrong answer, two that don't a hand-off."""
    if not word.isalpha() or len(word) < 4 or word.endswith("ss"):
        return word
    for ending, least in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least:
            word = rest + "y" if ending in ("ies", "ied") else rest
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word
