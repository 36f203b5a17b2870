"""Which language a customer writes, told by its words: en, es, fr, or other."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from smsbot.conversation.lexicon import CHATTER, FUNCTION_EN, FUNCTION_ES, FUNCTION_FR, word_set
from smsbot.conversation.words import words_of
from smsbot.language.real_words import at_home, english
from smsbot.pack.models import Pack

OTHER = "other"
_GREETINGS = {
    "es": word_set(
        """
    hola gracias favor quiero quisiera queria saber gustaria buenos buenas ola kiero ocupo necesito
    busco porfa porfavor disculpe oiga saludos venden hacen aceptan atienden trabajan abren cierran
    vienen arreglan instalan cobran ofrecen manejan reparan
    """
    ),
    "fr": word_set(
        """
        bonjour bonsoir salut merci svp voudrais savoir allo coucou excusez vendez faites prenez
        acceptez ouvrez fermez venez reparez installez offrez jaimerais chu
        """
    ),
}
_SHARED = word_set(
    """
    comment son pour sans sur par plus hay sin des tu he me no a ok okay lol haha yo um uh
    va possible
    """
)
"""Spelt alike in two of them, or said in all."""
_IN_NAMES = word_set("al el la las los de del di du le les des mi mon ha mas")
"""They stand in names, and some are names: "Al Poe", "Ana de la Cruz", "Las Vegas"."""
_TOO_SHORT = 2
"""Letters: "y" and "ya" are said in English too."""
_MARKS = {"es": "ñ¿¡áíóú", "fr": "çœùêèâîôû"}
_HALF = 0.5
_SMALL = {"es": FUNCTION_ES | _GREETINGS["es"], "fr": FUNCTION_FR | _GREETINGS["fr"]}
_WORDS = {
    "en": (FUNCTION_EN | CHATTER) - _SMALL["es"] - _SMALL["fr"] - _SHARED,
    "es": _SMALL["es"] - FUNCTION_FR - FUNCTION_EN - _SHARED - _IN_NAMES,
    "fr": _SMALL["fr"] - FUNCTION_ES - FUNCTION_EN - _SHARED - _IN_NAMES,
}
_WEAK = {
    language: {
        word: _HALF if language != other and word in _SMALL[other] else 1.0
        for word in small - FUNCTION_EN - _WORDS[language]
    }
    for (language, small), other in zip(_SMALL.items(), ("fr", "es"), strict=True)
} | {"en": dict.fromkeys(FUNCTION_EN & (FUNCTION_ES | FUNCTION_FR), _HALF)}
"""Small words that names hold, or that the other of the two languages knows too: half of one."""
_MANY = 2.0
"""What such words and the names of things come to where they tell without any other."""


class _Told(NamedTuple):
    """How much speaks for a language: `surely` by words that are of no other, `perhaps` by those
    that names hold too, `things` by what is named."""

    surely: float
    perhaps: float
    things: float

    def counts(self, *, settled: bool) -> float:
        """What it comes to. One thing is no language: "tengo" is, "Cruz" is not; nor, where a
        language is settled, is the small word of a name."""
        every = self.surely + self.perhaps + self.things
        least = _MANY if settled else 1.0
        return every if self.surely or every >= least else 0.0


def language_of(
    bodies: Sequence[str],
    known: str,
    declared: Mapping[str, frozenset[str]],
    *,
    settled: bool = False,
) -> str:
    """The language of these texts; `known`, the conversation's, where they do not tell. `declared`
    are the words of the pack's own texts by language (`declared_words`); `settled` says that the
    customer has written before: it takes more to leave the language then."""
    text = " ".join(bodies)
    if _foreign_script(text):
        return OTHER
    words = words_of(text)
    if sum(len(word) for word in words if word.isalpha()) <= _TOO_SHORT:
        return known
    unnamed = " ".join(word for body in bodies for word in _unnamed(body))
    common = words_of(unnamed)
    counts = {
        language: _told(language, words, common, declared).counts(settled=settled)
        for language in _WORDS
    }
    for language, marks in _MARKS.items():
        counts[language] += any(mark in unnamed.lower() for mark in marks)
    most = max(counts.values())
    likeliest = [language for language, count in counts.items() if count == most]
    return likeliest[0] if most and len(likeliest) == 1 else known


def _told(
    language: str,
    words: Sequence[str],
    common: Sequence[str],
    declared: Mapping[str, frozenset[str]],
) -> _Told:
    """What `words` tell; `common` are those of them that are no part of a name. A letter alone
    tells nothing: "1450 E Alameda Ave"."""
    weak = _WEAK.get(language, {})
    sure = _sure(language, declared.get(language, frozenset()))
    surely = sum(len(word) > 1 and word in sure for word in words)
    perhaps = sum(weak.get(word, 0.0) for word in common if len(word) > 1)
    small = sure | weak.keys() | FUNCTION_EN | CHATTER | _SHARED
    things = sum(word not in small and at_home(word) == language for word in common)
    return _Told(surely, perhaps, _HALF * things)


@lru_cache(maxsize=64)
def _sure(language: str, declared: frozenset[str]) -> frozenset[str]:
    """The words that are surely of `language`: ours, and those of the pack."""
    weak = _WEAK.get(language, {})
    return _WORDS[language] | {one for one in declared if one not in weak and not english(one)}


def _unnamed(body: str) -> Iterator[str]:
    """The words of a text that are no part of a name, told by its capitals: after the first word,
    or in all of them; and the small words before one: "Ana de la Cruz"."""
    said = body.split()
    capital = [word[:1].isupper() for word in said]
    if not all(named or not word[:1].isalpha() for word, named in zip(said, capital, strict=True)):
        capital[:1] = [False]
    following = False
    kept: list[str] = []
    for word, named in reversed([*zip(said, capital, strict=True)]):
        following = named or (following and word in _IN_NAMES)
        if not following:
            kept.append(word)
    yield from reversed(kept)


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
