"""Which of several numbered things a text names, and nothing besides: "2", "the second one", "last
one please", "can i get number three". Pure."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

_ORDINALS = (
    frozenset("first 1st one uno primera primero primer premier premiere".split()),
    frozenset("second 2nd two dos segunda segundo deuxieme deux".split()),
    frozenset("third 3rd three tres tercera tercero tercer troisieme trois".split()),
    frozenset("fourth 4th four cuatro cuarta cuarto quatrieme quatre".split()),
)
_SPELT = 5
"""Letters from which a slip of the thumb is looked for."""
_LAST = frozenset("last ultimo ultima dernier derniere".split())
_BARE = frozenset("one two three four uno dos tres cuatro deux trois quatre".split())
"""Counting words: a choice only alone or behind "number" or "option"."""
AROUND = frozenset(
    """
    the a option number # no opcion numero el la le please pls thanks thank you ok okay yes yeah yep
    sure id ill i like take want lets do go with for choose pick prefer think one works work is fine
    good great perfect best sounds time slot that me would will be book it si por favor gracias oui
    merci svp definitely then um hmm actually slot appointment and great cool awesome let us need
    """.split()
)
"""What may stand around a bare number without making it something else."""
AGREES = frozenset(
    """
    yes yeah yep yup ya sure ok okay k perfect great good works sounds fine cool awesome definitely
    absolutely deal si claro bueno vale perfecto oui dac parfait daccord excellent lovely
    """.split()
)
_ASKED_FOR = (
    frozenset("can could may puedo podria puis peux pourrais".split()),
    frozenset(
        "get have do make take book grab reserve pick choose tomar escoger avoir prendre".split()
    ),
)
"""How somebody asks for what they choose, or can do: a word of each, said of themselves."""
_OURSELVES = frozenset("i we je".split())
_OTHERS = frozenset("you u ya yall he she they".split())


def place_among(words: Sequence[str], count: int) -> int | None:
    """ "2", "#2", "the second one", "number two", "last one please", "can i get the second one":
    its place from 0, of `count` things; None where they say anything else."""
    around = AROUND | _asking_for(words)
    rest = [word for word in words if word not in around or word in _BARE]
    if not rest or len(rest) > 2:
        return None
    if len(rest) == 2 and "one" in rest:
        rest.remove("one")
    if len(rest) != 1:
        return None
    [word] = rest
    if word in _LAST and count:
        return count - 1
    if word == "one" and len(words) > 1 and not {"option", "number", "#"} & set(words):
        return None  # "the one on friday", "one works": not the first
    place = int(word) - 1 if word.isdigit() and len(word) == 1 else _ordinal(word)
    return place if place is not None and 0 <= place < count else None


def _asking_for(words: Sequence[str]) -> frozenset[str]:
    """The words of "can i get", "we can do", where a text holds such; "can you do 2" is none."""
    said = frozenset(words)
    asked = frozenset().union(*_ASKED_FOR)
    both = all(said & one for one in _ASKED_FOR) and not said & _OTHERS
    return (asked | _OURSELVES) & said if both else frozenset()


def _ordinal(word: str) -> int | None:
    named = next((place for place, names in enumerate(_ORDINALS) if word in names), None)
    if named is None and len(word) >= _SPELT:
        return next(
            (place for place, names in enumerate(_ORDINALS) if _misspelt(word, names)), None
        )
    return named


def _misspelt(word: str, names: frozenset[str]) -> bool:
    """Whether `word` is one slip of the thumb away from a long one of `names`: "frist"."""
    return any(
        len(name) >= _SPELT and OSA.distance(word, name, score_cutoff=1) == 1 for name in names
    )
