"""Which option of a choice a text names: by place, label, words, or a paraphrase."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from smsbot.domain.question import Option, Question
from smsbot.language.answers.asides import POLITE, correction_before, negated
from smsbot.language.answers.bands import by_measure
from smsbot.language.answers.brackets import by_amount
from smsbot.language.answers.naming import Hit, vocabulary
from smsbot.language.answers.paraphrases import paraphrases
from smsbot.language.answers.pieces import MARK, NUM, OTHER, WORD, Piece, words_of

_PLACES = (
    "1 1st first one a uno primero primera premier premiere un",
    "2 2nd second two b dos segundo segunda deuxieme deux",
    "3 3rd third three c tres tercero tercera troisieme trois",
    "4 4th fourth four d cuatro cuarto cuarta quatrieme quatre",
    "5 5th fifth five e cinco quinto quinta cinquieme cinq",
    "6 6th sixth six f seis sexto sixieme",
    "7 7th seventh seven g siete septieme sept",
    "8 8th eighth eight h ocho octavo huit",
)
_AROUND = POLITE | frozenset(
    """
    the option number # no opcion numero el la le id ill i take want go with for choose pick prefer
    think one its is it that would will be my me lets choice answer im probably mostly maybe guess
    """.split()
)
_STOP = frozenset(
    """
    a an the of or and to in on for my i we is it with at your you im not no this that need want
    have get de la el le les un une y et o be am are que qui des du au aux en ce cet cette nous vous
    je tu lo se del al ne pas when can quand cuando voulez veux pouvez peux puede pueden puedo
    pueda puedan gusten sea hay viene dans quelques tout plus mas tengo nimporte entre
    """.split()
)


_ARTICLES = frozenset("a an the my el la los las un una unos unas le les une du des".split())
_ABBREVIATED = 2
_SOON = frozenset({"today", "now", "right now", "hoy", "ahora"})
_WANTING = frozenset("need want come send get fix necesito quiero pueden".split())


def read_choice(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The option of `question` that `pieces` take."""
    options = question.options
    return (
        _itself(pieces, options)
        or _by_place(pieces, options)
        or by_measure(pieces, " ".join(p.text for p in pieces), options)
        or _by_phrases(pieces, [_said(one) for one in options], options)
        or _by_phrases(pieces, [paraphrases(one) for one in options], options)
        or by_amount(pieces, options)
        or _by_parts(pieces, options)
    )


def find_choice(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """The one option whose own words stand in `pieces`. How soon is told by a bare "today" only
    where something is wanted: "I called today" tells nothing."""
    wants = any(p.text in _WANTING for p in pieces)
    said = [_certainly(one, wants) for one in question.options]
    return _by_phrases(pieces, said, question.options, loose=False)


@lru_cache(maxsize=2048)
def _certainly(option: Option, wants: bool) -> tuple[str, ...]:
    """How it is said by somebody who was not asked."""
    return tuple(p for p in _said(option) if _telling(p) or (wants and p.lower() in _SOON))


@lru_cache(maxsize=4096)
def _telling(phrase: str) -> bool:
    """Whether `phrase` means its option wherever it stands; two letters do where they are declared
    in capitals ("AC")."""
    if len(phrase) == _ABBREVIATED and phrase.isupper():
        return True
    words = [w for w in words_of(phrase) if w not in _STOP and w not in POLITE]
    return any(len(w) > 2 and w.isalpha() for w in words) and phrase.lower() not in (
        "any", "other", "none", "both", "not sure", "yes", "now", "today", "new", "something else",
        "dont know", "no sé", "none of these",
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _said(option: Option) -> tuple[str, ...]:
    """How it is said: by its label, its value and its words, each also without its article."""
    value = option.value.replace("_", " ").replace("-", " ")
    declared = (option.label, value, *option.words)
    split = (words_of(phrase) for phrase in declared)
    bare = (" ".join(words[1:]) for words in split if len(words) > 1 and words[0] in _ARTICLES)
    return (*declared, *bare)


def _core(pieces: Sequence[Piece]) -> list[int]:
    """The places of the words that are no politeness and no "option", "I'd take"."""
    return [
        i
        for i, p in enumerate(pieces)
        if p.kind in (WORD, NUM, OTHER) and (p.text not in _AROUND or p.text == "one")
    ]


def _itself(pieces: Sequence[Piece], options: Sequence[Option]) -> Hit | None:
    """The text is an option's label and nothing else."""
    words = tuple(p.text for p in pieces if p.kind not in (MARK,))
    core = tuple(pieces[i].text for i in _core(pieces))
    for option in options:
        for phrase in _said(option):
            said = words_of(phrase)
            if said and (said in (words, core) or "".join(said) == "".join(core)):
                return Hit(option.value, 0, len(pieces))
    return None


def _by_place(pieces: Sequence[Piece], options: Sequence[Option]) -> Hit | None:
    """ "2", "#2", "the second one", "option b", "the last"."""
    core = _core(pieces)
    words = [pieces[i].text for i in core]
    if len(core) == 2 and words[1] == "one":
        core.pop()
    elif not core and any(p.text == "option" for p in pieces):
        core = [i for i, p in enumerate(pieces) if p.text == "a"]
    if len(core) != 1:
        return None
    word = pieces[core[0]].text
    if word in ("last", "ultimo", "ultima", "dernier", "derniere") and options:
        return Hit(options[-1].value, core[0], core[0] + 1)
    for option, names in zip(options, _PLACES, strict=False):
        if word in names.split():
            return Hit(option.value, core[0], core[0] + 1)
    return None


def _by_phrases(
    pieces: Sequence[Piece],
    said: Sequence[tuple[str, ...]],
    options: Sequence[Option],
    *,
    loose: bool = True,
) -> Hit | None:
    """The option with the longest phrase in `pieces`; the last of corrections; of two as long the
    one said as declared ("my toilet is leaking" names the toilet, not a leak); else None."""
    owners = _owners(tuple(said), tuple(option.value for option in options))
    short = len(pieces) <= 4 and loose
    known = vocabulary(tuple(phrase for phrases in said for phrase in phrases))
    found = [
        (len(phrase), Hit(next(iter(owners[phrase])), start, end))
        for start, phrase, end in known.find(pieces, loose=short)
        if len(owners[phrase]) == 1 and (phrase[0] in ("not", "no") or not negated(pieces, start))
    ]
    if not found:
        return None
    longest = _outermost(found)
    last = longest[-1]
    if len({hit.value for hit in longest}) == 1:
        return longest[0]
    if correction_before(pieces[longest[0].end :], last.start - longest[0].end):
        return last
    most = max(hit.end - hit.start for hit in longest)
    best = [hit for hit in longest if hit.end - hit.start == most]
    declared = [hit for hit in best if tuple(p.text for p in pieces[hit.start : hit.end]) in owners]
    for hits in (best, declared):
        if len({hit.value for hit in hits}) == 1:
            return hits[0]
    return None


@lru_cache(maxsize=512)
def _owners(
    said: tuple[tuple[str, ...], ...], values: tuple[str, ...]
) -> Mapping[tuple[str, ...], set[str]]:
    """Whose phrase each is, as words."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for value, phrases in zip(values, said, strict=True):
        for phrase in phrases:
            owners.setdefault(words_of(phrase), set()).add(value)
    return owners


def _outermost(found: Sequence[tuple[int, Hit]]) -> list[Hit]:
    """The hits that lie in no longer one, in the order of the text."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for _, hit in sorted(found, key=lambda one: (-one[0], one[1].start)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _by_parts(pieces: Sequence[Piece], options: Sequence[Option]) -> Hit | None:
    """The option with the most words of its own, each in no other option, said in `pieces`."""
    parts = [
        {w for phrase in _said(one) for w in words_of(phrase) if w not in _STOP and len(w) > 2}
        for one in options
    ]
    own = [
        part - {w for j, other in enumerate(parts) if j != i for w in other}
        for i, part in enumerate(parts)
    ]
    known = vocabulary(tuple(sorted(w for part in own for w in part)))
    loose = len(pieces) <= 4
    scores = [0] * len(options)
    first: dict[int, int] = {}
    denied: set[int] = set()
    for start, phrase, _ in known.find(pieces, loose=loose):
        for i, part in enumerate(own):
            if phrase[0] in part:
                scores[i] += 1
                first.setdefault(i, start)
                denied |= {i} if negated(pieces, start) else set()
    scores = [0 if i in denied else score for i, score in enumerate(scores)]
    top = max(scores, default=0)
    if not top or scores.count(top) > 1:
        return None
    best = scores.index(top)
    return Hit(options[best].value, first[best], first[best] + 1)
