"""Which words are words, so that none is taken for another one misspelt ("dance" is no "cancel"),
and in which language a word is at home.

From the word frequencies that the library pyspellchecker brings along, in the three languages of
the guards; what is rarer than `COMMON` there is often a misspelling itself.
"""

import gzip
import json
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

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
_KEPT = 20_000
"""Words of customers, who may write any."""
_MILLION = 1_000_000
_HEARD = 0.3
"""Times in a million words from which a word is one that people say."""
_AT_HOME = 8
"""How many times more often a word is said where it is at home."""


@cache
def real_words() -> frozenset[str]:
    """Every common word, as it stands in `normalise.tokens`: folded, without accents and
    apostrophes. Read once, in about a quarter of a second."""
    return OURS | {
        word for counted in _counted().values() for word, n in counted.items() if n >= COMMON
    }


@lru_cache(maxsize=_KEPT)
def english(word: str) -> bool:
    """Whether `word`, folded, is said in English too: "motor", "total", "chat"."""
    return _often(word)["en"] >= _HEARD


@lru_cache(maxsize=_KEPT)
def at_home(word: str) -> str | None:
    """The language in which `word`, folded, is said far more often than in the others; None where
    there is no such one."""
    often = _often(word)
    first, second, *_ = sorted(often, key=lambda one: -often[one])
    clear = often[first] >= _HEARD and often[first] >= _AT_HOME * often[second]
    return first if clear else None


def _often(word: str) -> dict[str, float]:
    """How often in a million words, by language."""
    return {one: counted[word] * _MILLION / _all(one) for one, counted in _counted().items()}


@cache
def _all(language: str) -> int:
    return _counted()[language].total()


@cache
def _counted() -> Mapping[str, Counter[str]]:
    """How often each word that is common somewhere was counted, by language."""
    found: dict[str, Counter[str]] = {}
    for language in LANGUAGES:
        counted = Counter[str]()
        for word, count in listed(language).items():
            if count >= COMMON:
                counted[fold(word).replace("'", "")] += count
        found[language] = counted
    return found


def listed(language: str) -> dict[str, int]:
    """The library's own list, read from its file: its `SpellChecker` prepares much beside it that
    we don't need, which would be a tenth of a start."""
    packed = files("spellchecker").joinpath("resources", f"{language}.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return counts
