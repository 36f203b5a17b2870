"""Proper names that are written with words of time: people ("Mr. Friday", "my name is January
Lee"), streets ("3 Morning Glory Way", "calle Mayo"), and things ("the night crawlers").

The lexemes of a name are told apart before the grammar reads: it sees them as other words. A name
is known by what stands around it, for the words themselves are those of days and hours."""

from collections.abc import Iterator

from smsbot.language.times import words as w
from smsbot.language.times.lexemes import (
    BREAK,
    COMMA,
    DATE,
    EDGE,
    INT,
    ORDINAL,
    OTHER,
    Lexeme,
)
from smsbot.language.times.nouns import SAFE, STREETS

_NAMES = frozenset({w.WEEKDAY, w.MONTH, w.NOON, w.MIDNIGHT, w.PART, w.HOLIDAY})
"""Kinds of words that people, streets and pets are named by."""
_WITHIN_STREET = _NAMES | {OTHER, ORDINAL, w.NTH, w.THE, w.OF}
_TITLES = frozenset(
    """
    mr mrs ms mister madam sir senor senora senorita sr sra srta don dona aunt auntie uncle tia tio
    coach officer pastor reverend nurse
    """.split()
)
_IS = frozenset("is s es are was really actually el la de its".split())
_POINTING = (["the"], ["from"])
_NAME = frozenset("name names nombre surname apellido lastname firstname".split())
_CALLED = frozenset("llama llamo llaman apellida apellido named".split())
_INTRODUCES = frozenset("this its it's im i'm soy under ask aqui habla hes shes she's he's".split())
_KEPT = frozenset("cat dog pup puppy kitten horse bunny gato gata perro perra".split())
_SAYS = frozenset(
    "wants wanted said says told needs asked quiere dice dijo necesita pregunta".split()
)
_PLACES = frozenset("calle avenida av avda colonia col paseo plaza calzada".split())
_NUMBER_WORDS = frozenset("numero num no nro n".split())
_PLAIN_SUFFIXES = frozenset("dr st way place court drive loop circle trail ct pl unit apt".split())
"""Ends of streets that are words of other meanings too: they count where nothing goes on from
them."""
_SUFFIXES = STREETS - {"apt", "unit", "suite", "ste"}
_THINGS = {
    "morning": "glory glories star dove sickness".split(),
    "night": "crawler crawlers light guard stand gown vision club owl cream table school".split(),
    "evening": "gown dress primrose star bag".split(),
    "midnight": "blue black oil suit navy purple snack snacks sun madness".split(),
    "sunday": "roast comics comic paper suit best sauce gravy".split(),
    "mayo": "on packet packets please jar".split(),
}
_LONGEST_NAME = 3


def without_names(text: str, found: list[Lexeme]) -> list[Lexeme]:
    """`found`, the lexemes of `text`, with those of proper names turned into other words."""
    if not any(lexeme.kind in _NAMES or lexeme.kind in (ORDINAL, DATE) for lexeme in found):
        return found
    # Where all is in capitals, none of them tells a name.
    written = text.lower() if text.isupper() else text
    named = {i for rule in _RULES for i in rule(written, found)}
    return [lexeme._replace(kind=OTHER) if i in named else lexeme for i, lexeme in enumerate(found)]


def _titled(_: str, found: list[Lexeme]) -> Iterator[int]:
    """ "Mr. Friday", "la señora Domingo"."""
    for i in _of_names(found):
        j = i - 2 if _kind(found, i - 1) == BREAK and _name(found, i - 1) == "." else i - 1
        if _name(found, j) in _TITLES:
            yield i


def _introduced(text: str, found: list[Lexeme]) -> Iterator[int]:
    """ "My name is Patricia Noon", "Noon is my last name", "se llama Lunes", "this is Tuesday
    Jones", "our cat Midnight"."""
    for i in _of_names(found):
        before = [_name(found, j) for j in range(max(0, i - 4), i)]
        behind = [_name(found, j) for j in range(i + 1, min(len(found), i + 5))]
        named = any(word in _NAME for word in before) and any(word in _IS for word in before)
        said_of = behind[:1] == ["is"] and any(word.split()[-1:] == ["name"] for word in behind)
        called = before[-1:] and before[-1] in (_CALLED | {"soy"})
        pet = before[-1:] and before[-1] in _KEPT and found[i].kind in (w.NOON, w.MIDNIGHT)
        both = _is_capital(text, found, i) and _is_capital(text, found, i + 1)
        whole = both and found[i + 1].kind == OTHER
        known = any(word in _INTRODUCES for word in before[-3:]) or before[-1:] in _POINTING
        surname = whole and known
        if (named and _is_name_end(found, i)) or said_of or called or pet or surname:
            yield i


def _speaking(_: str, found: list[Lexeme]) -> Iterator[int]:
    """ "Abril quiere", "June said": who wants and says is a person."""
    for i in _of_names(found):
        if found[i].kind == w.MONTH and _name(found, i + 1) in _SAYS:
            yield i


def _addressed(text: str, found: list[Lexeme]) -> Iterator[int]:
    """ "615 Evening Star Dr", "230 Friday Harbor Ln": number, names, and the end of a street."""
    for i, lexeme in enumerate(found):
        if lexeme.kind not in (INT, w.NUMBER):
            continue
        for j in range(i + 1, min(len(found), i + 2 + _LONGEST_NAME)):
            name = found[j].name
            if j > i + 1 and name in _SUFFIXES and _ends_street(text, found, j):
                yield from range(i, j + 1)
                break
            if found[j].kind not in _WITHIN_STREET:
                break


def _ends_street(text: str, found: list[Lexeme], j: int) -> bool:
    if found[j].name not in _PLAIN_SUFFIXES:
        return True
    ends = _kind(found, j + 1) in (EDGE, BREAK, COMMA, INT) or _name(found, j + 1) in STREETS
    return ends or (_is_capital(text, found, j) and _is_capital(text, found, j - 1))


def _compound(_: str, found: list[Lexeme]) -> Iterator[int]:
    """ "Jan-San", "Nov-a": a word that goes on behind a hyphen."""
    for i in _of_names(found):
        hyphen, rest = found[i + 1 : i + 2], found[i + 2 : i + 3]
        glued = bool(hyphen and rest) and hyphen[0].glued and rest[0].glued
        if glued and _name(found, i + 1) == "-" and rest[0].kind == OTHER:
            yield i


def _month_street(text: str, found: list[Lexeme]) -> Iterator[int]:
    """ "March Ave", "June Ct": a street without its number."""
    for i in _of_names(found):
        name = _name(found, i + 1)
        capital = _is_capital(text, found, i) and _is_capital(text, found, i + 1)
        if name in _SUFFIXES and (capital if name in _PLAIN_SUFFIXES else found[i].kind == w.MONTH):
            yield i


def _street_of_date(_: str, found: list[Lexeme]) -> Iterator[int]:
    """ "Calle Mayo", "avenida 5 de Febrero", "la 12 de Octubre numero 88"."""
    for i in _of_names(found):
        begin = i
        while begin and (found[begin - 1].kind in (INT, w.OF, w.THE)) and i - begin < 4:
            begin -= 1
        placed = _name(found, begin - 1) in _PLACES
        numbered = begin < i and _name(found, i + 1) in _NUMBER_WORDS
        if placed or (numbered and _kind(found, i + 2) == INT):
            yield from range(begin, i + 1)


def _crossing(_: str, found: list[Lexeme]) -> Iterator[int]:
    """ "Corner of 5th and 10th"."""
    for i, lexeme in enumerate(found):
        if lexeme.name not in ("corner", "intersection"):
            continue
        for j in range(i + 1, min(len(found), i + 6)):
            if found[j].kind in (ORDINAL, w.NTH):
                yield j


def _thing(text: str, found: list[Lexeme]) -> Iterator[int]:
    """ "The night crawler", "sunday roast"."""
    for i in _of_names(found):
        word = text[found[i].start : found[i].end].lower()
        if _name(found, i + 1) in _THINGS.get(word, ()):
            yield i


def _firm(text: str, found: list[Lexeme]) -> Iterator[int]:
    """ "Do you carry Sunday Riley", "the Saturday Evening Post": a day within a name, told by the
    capitals around it and by what stands before, where no time would."""
    for i in _of_names(found):
        before = _kind(found, i - 1)
        stands = before == w.THE or (before == OTHER and _name(found, i - 1) not in SAFE)
        behind = i + 2 if _kind(found, i + 1) == w.PART else i + 1
        last = _kind(found, behind) == OTHER and _is_capital(text, found, behind)
        if stands and last and _is_capital(text, found, i):
            yield from range(i, behind)


def _of_names(found: list[Lexeme]) -> Iterator[int]:
    return (i for i, lexeme in enumerate(found) if lexeme.kind in _NAMES)


def _is_name_end(found: list[Lexeme], i: int) -> bool:
    """Whether a time does not go on at `i`: "my name is Tom, friday works" names no Friday."""
    back = i - 1
    while back >= 0 and found[back].kind == OTHER and found[back].name not in _IS:
        back -= 1
    between = found[back + 1 : i]
    plain = all(lexeme.name not in SAFE for lexeme in between)
    return _name(found, back) in _IS and len(between) <= 1 and plain


def _is_capital(text: str, found: list[Lexeme], i: int) -> bool:
    """Whether the word at `i` is written as a name is."""
    if not 0 <= i < len(found):
        return False
    lexeme = found[i]
    word = text[lexeme.start : lexeme.end]
    known = lexeme.kind in _NAMES or (lexeme.kind == OTHER and lexeme.name not in SAFE)
    return known and len(word) > 1 and word[0].isupper() and not word.isupper()


def _kind(found: list[Lexeme], i: int) -> str:
    return found[i].kind if 0 <= i < len(found) else EDGE


def _name(found: list[Lexeme], i: int) -> str:
    return found[i].name if 0 <= i < len(found) else ""


_RULES = (
    _titled,
    _introduced,
    _speaking,
    _addressed,
    _compound,
    _month_street,
    _street_of_date,
    _crossing,
    _thing,
    _firm,
)
