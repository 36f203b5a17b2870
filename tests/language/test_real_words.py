"""The words that count as words are those of the library."""

import pytest
from spellchecker import SpellChecker

from smsbot.language.real_words import LANGUAGES, listed, real_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_those_that_the_library_itself_reads(language: str) -> None:
    assert listed(language) == dict(SpellChecker(language=language).word_frequency.dictionary)


def test_words_stand_as_they_are_read_in_texts() -> None:
    assert {"dance", "dont", "manana", "francais"} <= real_words()
    assert not {"dnace", "don't", "mañana"} & real_words()
