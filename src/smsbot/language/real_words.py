"""Which words are words, so that none is taken for another one misspelt: "dance" is no "cancel".

From the word frequencies that the library pyspellchecker brings along, in the three languages of
the guards; what is rarer than `COMMON` there is often a misspelling itself.
"""

from functools import cache

from spellchecker import SpellChecker

from smsbot.language.normalise import fold

LANGUAGES = ("en", "es", "fr")
COMMON = 100
"""Times that a word was counted in the library's corpus."""
OURS = frozenset(
    """
    batched cest distributions estara estare favour frond getter getters gotea hablan hablo issuer
    linting llamo llaves llevara mappelez mensajes parsed parses plantas plumber plumbers puede
    puedo quedan quiten rebinding recibi recognised redirects responda scheduler servicios spammed
    spamming spams stoppered suffix tech texted texting thatd tienen unset unsubscribed updater
    """.split()
)
"""What the library lacks and what lies one edit from a word that we look for."""


@cache
def real_words() -> frozenset[str]:
    """Every common word, as it stands in `normalise.tokens`: folded, without accents and
    apostrophes. Read once, in about a quarter of a second."""
    return OURS | {
        fold(word).replace("'", "")
        for language in LANGUAGES
        for word, count in SpellChecker(language=language).word_frequency.dictionary.items()
        if count >= COMMON
    }
