"""Misspelt days and parts of days. Stricter and wider than `language.fuzzy`: few words are looked
for, so two edits may be forgiven in a long one."""

from functools import lru_cache

from rapidfuzz.distance import OSA

_FUZZY = (
    "monday tuesday wednesday thursday friday saturday sunday january february september october "
    "november december tomorrow yesterday tonight morning afternoon evening weekend midnight today"
).split()
_WORDS_ALIKE = frozenset(
    """
    toda todas toddy toady mourning morning's moaning boring evenings sundry sundae sundays mundane
    fridge friend friends weakened evened toning today's decent remember octane middays warning
    moving meaning learning evenly wording tonic toned tonights roday todo todos todos fray
    weekender weekday weekdays weeknight moringa
    """.split()
)


def _bones(word: str) -> str:
    """The first letter and the consonants after it, none twice in a row: "tommorw" is "tmrw"."""
    found = word[0]
    for letter in word[1:]:
        if letter not in "aeiou" and letter != found[-1]:
            found += letter
    return found


_SKELETONS = {
    _bones(word): word for word in ("tomorrow", "wednesday", "thursday", "saturday", "yesterday")
}
"""People drop and swap the vowels of these; nothing else in English has their consonants."""


@lru_cache(maxsize=16384)
def meant(word: str) -> str:
    """The word of time that `word` is misspelt from, by one edit or two in a long one; empty where
    there is none."""
    if len(word) < 5 or len(word) > 12 or not word.isascii() or word in _WORDS_ALIKE:
        return ""
    bones = _bones(word)
    if len(word) >= 6 and bones in _SKELETONS:
        return _SKELETONS[bones]
    for target in _FUZZY:
        allowed = 2 if len(target) >= 8 and len(word) >= 7 else 1
        if word[0] == target[0] and OSA.distance(word, target, score_cutoff=allowed) <= allowed:
            return target
    return ""
