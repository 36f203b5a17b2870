"""Which language a customer writes, told by small words: en, es, fr, or other."""

import unicodedata
from collections.abc import Mapping, Sequence

from smsbot.conversation.lexicon import CHATTER, FUNCTION_EN, FUNCTION_ES, FUNCTION_FR, word_set
from smsbot.conversation.words import words_of
from smsbot.pack.models import Pack

OTHER = "other"
_GREETINGS = {
    "es": word_set(
        """
    hola gracias favor quiero quisiera queria saber gustaria buenos buenas
    """
    ),
    "fr": word_set("bonjour bonsoir salut merci svp voudrais savoir"),
}
_SHARED = word_set(
    "comment son pour sans sur par plus hay sin des tu he me no a c t ok okay lol haha yo um uh"
)
"""Spelt alike in two of them, or said in all."""
_TOO_SHORT = 2
"""Letters: "y" and "ya" are said in English too."""
_MARKS = {"es": "ñ¿¡", "fr": "çœùêè"}
_WORDS = {
    "en": (FUNCTION_EN | CHATTER) - _GREETINGS["es"] - _GREETINGS["fr"] - _SHARED,
    "es": (FUNCTION_ES | _GREETINGS["es"]) - FUNCTION_FR - FUNCTION_EN - _SHARED,
    "fr": (FUNCTION_FR | _GREETINGS["fr"]) - FUNCTION_ES - FUNCTION_EN - _SHARED,
}


def language_of(bodies: Sequence[str], known: str, declared: Mapping[str, frozenset[str]]) -> str:
    """The language of these texts; `known`, the conversation's, where they do not tell. `declared`
    are the words of the pack's own texts by language (`declared_words`)."""
    text = " ".join(bodies)
    if _foreign_script(text):
        return OTHER
    words = words_of(text)
    if sum(len(word) for word in words if word.isalpha()) <= _TOO_SHORT:
        return known
    counts = {
        language: sum(word in own or word in declared.get(language, ()) for word in words)
        for language, own in _WORDS.items()
    }
    for language, marks in _MARKS.items():
        counts[language] += any(mark in text.lower() for mark in marks)
    most = max(counts.values())
    likeliest = [language for language, count in counts.items() if count == most]
    return likeliest[0] if most and len(likeliest) == 1 else known


def declared_words(pack: Pack) -> dict[str, frozenset[str]]:
    """For each language but English, the words that only the pack's texts in it hold."""
    texts = [(template.language, template.body) for template in pack.templates]
    texts += [pair for entry in pack.faq.entries for pair in entry.answer.items()]
    held: dict[str, set[str]] = {}
    for language, text in texts:
        held.setdefault(language, set()).update(words_of(text))
    return {
        language: frozenset(words.difference(*(held[one] for one in held if one != language)))
        for language, words in held.items()
        if language != "en"
    }


def _foreign_script(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    foreign = sum(not unicodedata.name(char, "LATIN").startswith("LATIN") for char in letters)
    return foreign * 2 > len(letters)
