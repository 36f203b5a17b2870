"""Numbers that are meant without being said: "me and my wife", "just the shower", "mon wed fri",
"a week" where days are asked. Each only where the whole text says nothing else."""

from collections.abc import Sequence

from smsbot.domain.question import Question
from smsbot.language.answers.amounts import Amount
from smsbot.language.answers.asides import POLITE
from smsbot.language.answers.pieces import MARK, NUM, WORD, Piece, word_at

_OF_PEOPLE = frozenset(
    """people persons person guests party attending household tickets heads drivers coming living
    passengers attendees participants employees""".split()
)
"""A question with one of these counts whoever is named."""
_OF_CHILDREN = frozenset("children kids child kid".split())
_SELF = frozenset("me myself i im yo us".split())
_CHILDREN = frozenset(
    "son daughter baby toddler boy girl newborn stepson stepdaughter infant hijo hija".split()
)
_KIN = _CHILDREN | frozenset(
    """wife husband girlfriend boyfriend gf bf mom mother dad father brother sister partner fiance
    fiancee spouse roommate grandma grandpa grandmother grandfather hubby friend buddy cousin aunt
    uncle nephew niece roomate hubs wifey esposa esposo mama papa""".split()
)
_TWINS = frozenset({"twins"})
_TRIPLETS = frozenset({"triplets"})
_COUNTED = frozenset(
    """adult adults kid kids child children toddler toddlers baby babies infant infants teen teens
    teenager teenagers senior seniors grownups boys girls boy girl students friends sons daughters
    cousins people others
    """.split()
)
"""What may stand behind a number in a list of people."""
_AROUND = (
    POLITE
    | _SELF
    | _KIN
    | _TWINS
    | _TRIPLETS
    | _COUNTED
    | frozenset("just only my our the and plus a an of its be will going for with + & both".split())
)
_MEASURES = frozenset(
    """square feet sqft ft foot miles mileage gallons inches pounds lbs percent age old score amps
    year years month months week weeks days hours minutes zip weigh weight height tall temperature
    degrees number scale size""".split()
)
"""What is measured and not counted: "just the basement" is no number of square feet."""
_DAYS = tuple(
    frozenset(names.split())
    for names in (
        "monday mondays mon m", "tuesday tuesdays tue tues", "wednesday wednesdays wed weds",
        "thursday thursdays thu thurs thur", "friday fridays fri", "saturday saturdays sat",
        "sunday sundays sun",
    )
)  # fmt: skip
_UNTIL = frozenset("- to thru through \u2013".split())
_ONE = frozenset("the my a an our that me him her it".split())
NOTHING = frozenset("nothing none zero nada zip zilch free".split())
_FOR_NOW = frozenset("yet down today now right just at so i im we he she they it its ive".split())
_FEW = 5
_SHORT = 8
_UNIT = {
    short: unit
    for unit, names in {
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days night nights",
        "week": "week weeks wk wks",
        "month": "month months mo mos",
        "year": "year years yr yrs",
    }.items()
    for short in names.split()
}
_IN = {
    ("year", "month"): 12.0, ("month", "year"): 1 / 12, ("week", "day"): 7.0,
    ("month", "week"): 4.0, ("week", "month"): 0.25, ("month", "day"): 30.0,
    ("hour", "minute"): 60.0, ("minute", "hour"): 1 / 60, ("day", "hour"): 24.0,
    ("year", "week"): 52.0, ("week", "year"): 1 / 52,
}  # fmt: skip


_THINGS = frozenset(
    """
    pets animals puppies kittens computers devices staff workers shirts credits boxes windows
    vehicles instruments pieces invitations horses
    """.split()
)
_LISTED = _OF_PEOPLE | _OF_CHILDREN | _THINGS
"""Things of several kinds, which are told one kind after the other."""
_LISTING = frozenset("and & plus + , with".split())
_LONGEST_KIND = 4
_NO_KIND = frozenset(
    """
    or maybe but no actually so just only was now used think said is are if old yrs years year
    months to i we he she they of
    """.split()
)
"""Words that are not of a kind of thing behind its number."""


def implied(pieces: Sequence[Piece], question: Question) -> float | None:
    """The number that a text without one means; None where it means none."""
    people = named_people(pieces, question, ())
    if people is not None:
        return people
    never = word_at(pieces, 0) == "never" and {"times", "often"} & {*question.words}
    if never and len(pieces) <= _FEW:
        return 0.0
    span = _a_unit(pieces, question)
    return (
        span if span is not None else _days_named(pieces, question) or _only_one(pieces, question)
    )


def named_people(
    pieces: Sequence[Piece], question: Question, found: Sequence[Amount]
) -> float | None:
    """ "Me, my wife and 2 kids" is 4 people, where people are counted and nothing else is said."""
    asked = {*question.words}
    taken = {i for one in found for i in range(one.start, one.end)}
    rest = [p.text for i, p in enumerate(pieces) if i not in taken and p.kind != MARK]
    if any(word not in _AROUND for word in rest):
        return None
    if asked & _OF_PEOPLE:
        named = [*({*rest} & _SELF)][:1] + [word for word in rest if word in _KIN]
    elif asked & _OF_CHILDREN and not found:
        named = [word for word in rest if word in _CHILDREN]
    else:
        return None
    if not all(word_at(pieces, one.end) in _COUNTED for one in found):
        return None
    alone = [word for word in named if word not in _counted_words(pieces, found)]
    twins = 2 * len(_TWINS & {*rest}) + 3 * len(_TRIPLETS & {*rest})
    return sum(one.value for one in found) + len(alone) + twins or None


def _counted_words(pieces: Sequence[Piece], found: Sequence[Amount]) -> set[str]:
    return {word_at(pieces, one.end) for one in found}


def units_asked(question: Question) -> set[str]:
    """The units of time that a question names."""
    return {_UNIT[word] for word in question.words if word in _UNIT}


def unit_of(word: str) -> str | None:
    """The unit of time that `word` says."""
    return _UNIT.get(word)


def converted(value: float, said: str | None, question: Question, size: int) -> float | None:
    """`value` of the unit `said` in the one unit of time that is asked for, in a text of `size`
    pieces that says little else: "6 months" is half a year, but "leaks since 6 months ago, the roof
    is old" tells no age."""
    asked = units_asked(question)
    if len(asked) != 1 or size > _SHORT or said is None:
        return None
    by = _IN.get((said, next(iter(asked))))
    return None if by is None else value * by


def full_and_half(pieces: Sequence[Piece], found: Sequence[Amount]) -> float | None:
    """ "1 full 1 half" is one and a half bathroom."""
    kinds = [word_at(pieces, one.end) for one in found]
    if len(found) != 2 or kinds not in (["full", "half"], ["half", "full"]):
        return None
    shares = {"full": 1.0, "half": 0.5}
    return sum(one.value * shares[kind] for one, kind in zip(found, kinds, strict=True))


def listed(pieces: Sequence[Piece], question: Question, found: Sequence[Amount]) -> float | None:
    """ "3 boys 4 girls", "four on the north side, three on the east", "3 dogs and a cat": their
    sum, where what is asked comes in kinds and each number has its own behind it."""
    if not found or not _LISTED & {*question.words}:
        return None
    ends = [*(one.start for one in found[1:]), len(pieces)]
    kinds = [pieces[one.end : end] for one, end in zip(found, ends, strict=True)]
    more = _one_more(kinds[-1])
    if more:
        kinds[-1] = kinds[-1][:-more]
    elif len(found) == 1:
        return None
    if not all(_is_a_kind(kind) for kind in kinds):
        return None
    return sum(one.value for one in found) + bool(more)


def _is_a_kind(kind: Sequence[Piece]) -> bool:
    words = [p.text for p in kind if p.kind == WORD and p.text not in _LISTING]
    return 0 < len(words) <= _LONGEST_KIND and not _NO_KIND & {*words}


def _one_more(kind: Sequence[Piece]) -> int:
    """How many pieces "and a cat" takes at the end of the last kind; 0 where there is none."""
    words = [p.text for p in kind]
    for size in (3, 4):
        joined = len(words) > size and words[-size] in ("and", "&", "plus")
        if joined and words[1 - size] in ("a", "an"):
            return size
    return 0


def _a_unit(pieces: Sequence[Piece], question: Question) -> float | None:
    """ "A week" where days are asked, "a year" where months are."""
    for i, piece in enumerate(pieces):
        if piece.text in ("a", "an") and unit_of(word_at(pieces, i + 1)):
            unit = unit_of(word_at(pieces, i + 1))
            if units_asked(question) == {unit} and len(pieces) <= _SHORT:
                return 1.0
            return converted(1.0, unit, question, len(pieces))
    return None


def _days_named(pieces: Sequence[Piece], question: Question) -> float | None:
    """How many days of the week are named, where days are asked for: "mon wed fri", "mon-thu"."""
    if not {"days", "times"} & {*question.words}:
        return None
    every = [word_at(pieces, i + 1) for i, p in enumerate(pieces) if p.text == "every"]
    if every[:1] == ["weekday"]:
        return 5.0
    if every[:1] == ["day"]:
        return 6.0 if {"except", "but"} & {p.text for p in pieces} else 7.0
    named = [
        (i, day) for i, p in enumerate(pieces) for day, names in enumerate(_DAYS) if p.text in names
    ]
    days = [day for _, day in named]
    if len(named) == 2 and word_at(pieces, named[0][0] + 1) in _UNTIL:
        return float((days[1] - days[0]) % 7 + 1)
    return float(len({*days})) if len(days) > 1 else None


def _only_one(pieces: Sequence[Piece], question: Question) -> float | None:
    """ "Just the shower", "a single maple": one, where things are counted."""
    if _MEASURES & {*question.words} or any(p.kind == NUM for p in pieces):
        return None
    words = [p.text for p in pieces if p.kind == WORD]
    while words and words[0] in POLITE:
        words.pop(0)
    if words[:2] == ["just", "me"] and "and" not in words:
        return 1.0
    if not 1 < len(words) <= _FEW or {"and", "or", "not"} & {*words}:
        return None
    only = words[0] in ("just", "only") and words[1] in _ONE
    return 1.0 if only or "single" in words[:2] else None


def begins_with_nothing(pieces: Sequence[Piece]) -> bool:
    """ "None yet", "nothing down if that's possible", "none, i have medicaid"."""
    first, second = word_at(pieces, 0), word_at(pieces, 1)
    return first in NOTHING and (second in _FOR_NOW or second in ",.!-")


def ends_in_nothing(pieces: Sequence[Piece]) -> bool:
    """ "Quit in 2011 so none"."""
    words = [p.text for p in pieces if p.kind == WORD][-2:]
    return len(words) == 2 and words[0] == "so" and words[1] in NOTHING
