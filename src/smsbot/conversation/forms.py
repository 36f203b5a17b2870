"""The form of a thought: whether it asks, tells, thanks or introduces, by its small words only."""

from collections.abc import Sequence
from itertools import pairwise

from smsbot.conversation.lexicon import AGREEING, CONJUNCTIONS, DECLINING, THANKING, TIME, word_set
from smsbot.conversation.words import Kind, kind_of
from smsbot.language.answers import leisurely

INVERTED = word_set(
    """
    do does did can could will would are is am have has had should may puedo puede pueden tienen
    tiene hacen aceptan hay avez etes pouvez pourriez podria podrian venez faites prenez
    """
)
"""Verbs that stand before their subject in a question."""
SUBJECTS = word_set(
    """
    i you u we they he she it there the your ya this that these those my our any someone anyone
    somebody anybody ustedes usted vous alguien quelquun tu
    """
)
ASKING_FIRST = word_set(
    """
    what whats when whens where wheres who whos which how hows why que cual cuales cuando cuanto
    cuanta donde quien como quand combien comment quel quelle
    """
)
_AFTER_ASKING = INVERTED | word_set(
    """
    much many long far soon often late early big time kind type day days about else
    """
)
_SUBORDINATING = word_set("if whether because that what when where who which how why but")
_TELLING = word_set(
    """
    i im ive my we our weve he she they the it its your you youre this that someone
    """
)
_FOR = word_set("for por pour")
_WANTING = word_set("want wanted wanna need needs like looking interested wondering")

_BEGINNING = 6
"""Words in which a wish is begun."""
_BEFORE_WANTING = CONJUNCTIONS | word_set("i we im id wed would just really also please am were")
_WANTED_FIRST = word_set(
    """
    want wanna wanted need needing needs like looking hoping gotta love trying necesito quiero
    quisiera queremos necesitamos voudrais besoin
    """
)
_ORDERS = word_set("fix repair replace install service unclog quote instalar reparar arreglar")
_ACKNOWLEDGING = frozenset(
    {
        "good to know", "gotcha", "got it", "makes sense", "that makes sense", "i see", "will do",
        "noted", "understood", "all good", "no worries", "thats helpful", "that helps", "nice",
        "very helpful", "super helpful", "awesome", "great", "perfect", "interesting", "oh", "ah",
        "sounds about right", "fair enough", "copy that", "roger that", "10 4", "word", "bet",
        "good", "yup", "yea", "np", "yw", "all good now", "no more questions", "thats all",
        "same to you", "see you", "see ya", "cya", "great see you", "thats it", "done",
    }
)  # fmt: skip
_FEW = 8
"""Words; a longer text says something else besides."""
_LETTING_BE = (
    "never mind", "nevermind", "nvm", "forget it", "forget about it", "cancel that", "scratch that",
    "changed my mind", "actually leave it", "just leave it", "leave it as it is", "leave it as is",
    "keep it as is", "keep it as it is", "no longer need", "dont need it anymore",
    "already fixed", "fixed it myself", "got it fixed", "dejalo", "dejelo", "olvidalo", "olvidelo",
    "ya no gracias",
    "ya no hace falta", "ya no lo necesito", "ya no la necesito", "ya lo arregle", "ya se arreglo",
    "ya lo arreglaron", "mejor no", "asi dejelo", "laisse tomber", "laissez tomber",
    "laisse faire", "laissez faire", "plus besoin", "pas besoin finalement", "finalement non",
    "c est regle", "cest regle", "c est arrange", "cest arrange",
)  # fmt: skip
_KEEPING = (
    "no thats ok", "no thats okay", "no thats fine", "no its ok", "no its fine", "nah thats ok",
    "nah its ok", "nah its fine", "keep it", "keep mine", "keep that", "keep my", "keep the",
    "stay with", "stick with", "leave it", "no gracias", "asi esta bien", "asi dejelo",
    "me quedo con", "non merci", "je garde", "laissez comme ca",
)  # fmt: skip
_PLEASE = frozenset({"please", "pls", "plz", "porfavor", "svp"})
"""Behind what is wanted: "ac tune up please"."""
_REQUESTING = word_set("can could would please pls")
_ASKED = word_set("you u he she they text call ring him her them use come the your")
_ONE_MORE = word_set("another second 2nd additional separate otra")
_KNOWING = word_set("know ask asking find wondering saber understand")


def asks(words: Sequence[str]) -> bool:
    """Whether the words begin as a question does."""
    begins = 1 if words and words[0] in CONJUNCTIONS else 0
    first, second = (*words[begins : begins + 2], "", "")[:2]
    if leisurely(words[begins:]):
        return False
    return first in ASKING_FIRST or (first in INVERTED and second in SUBJECTS)


def tells(words: Sequence[str]) -> bool:
    """Whether the words state something and neither ask nor want: "i paid cash already"."""
    words = words[1:] if words and words[0] in AGREEING | DECLINING else words
    if not words or words[0] not in _TELLING or not _WANTING.isdisjoint(words[:5]):
        return False
    turned = any(a in INVERTED and b in SUBJECTS for a, b in pairwise(words))
    return not turned and ASKING_FIRST.isdisjoint(words)


def wants(words: Sequence[str]) -> bool:
    """Whether the words begin by wanting something done: "need my sink fixed", "id like a quote",
    "replace my furnace". Who wants to know something asks."""
    begun = words[:_BEGINNING]
    if not _KNOWING.isdisjoint(begun):
        return False
    if not _PLEASE.isdisjoint(words[-2:]) and not asks(words):
        return True
    wanting = _WANTED_FIRST | _ORDERS
    led_by = (word in _BEFORE_WANTING or kind_of(word) is Kind.CHATTER for word in begun)
    first = next(
        (w for w, leads in zip(begun, led_by, strict=True) if w in wanting or not leads), ""
    )
    return first in wanting


_GOING_ON = (
    "lets do it", "lets do that", "lets do this", "lets go ahead", "lets go for it", "lets book",
    "lets schedule", "go ahead", "go for it", "do it", "book it", "book that", "schedule it",
    "schedule that", "set it up", "set that up", "sign me up", "ill take it", "id like that",
    "id like to do that", "i want that", "works for me lets", "hagamoslo", "adelante", "lo quiero",
    "vamos a hacerlo", "agendemos", "on y va", "allons y", "je le prends", "je veux bien",
)  # fmt: skip
_DENYING = word_set("not dont wont cant cannot never didnt no couldnt shouldnt wouldnt doesnt")
_POINTING = word_set("it that this one those them mine eso esa ese ca cela")
_ANNOUNCED = word_set("thing things question questions cosa cosas preguntas pregunta choses")
_ANNOUNCING = word_set(
    """
    a an one two three 2 3 couple few some of quick more other another also i have got just so first
    and for you here are my the un una dos tres unas varias tengo deux quelques jai une hacer
    hacerle hacerles poser vous
    """
)


def goes_on(words: Sequence[str]) -> bool:
    """Whether the words take up what was spoken of: "ok lets do it", "sign me up"; not "can you do
    it", "please dont do it"."""
    said = f" {' '.join(words)} "
    taken = len(words) <= _FEW and any(f" {one} " in said for one in _GOING_ON)
    return taken and not asks(words) and _DENYING.isdisjoint(words)


def points_back(words: Sequence[str]) -> bool:
    """Whether the words name a thing only by pointing to it: "a new one", "a quote on that"."""
    return not _POINTING.isdisjoint(words)


def announces(words: Sequence[str]) -> bool:
    """Whether the words only say that something is going to be asked: "couple things:"."""
    led = (word in _ANNOUNCING | _ANNOUNCED or kind_of(word) is Kind.CHATTER for word in words)
    return not _ANNOUNCED.isdisjoint(words) and all(led)


def requests(words: Sequence[str]) -> bool:
    """Whether a question asks for something to be done: "can you text me before"."""
    return words[:1] != () and words[0] in _REQUESTING and not _ASKED.isdisjoint(words[1:3])


def wants_another(words: Sequence[str]) -> bool:
    """Whether the words speak of one more: "a 2nd visit", "also need", "another time slot"."""
    return not _ONE_MORE.isdisjoint(words)


def gives_up(words: Sequence[str]) -> bool:
    """Whether the words let be what is under way: "never mind", "forget it", "cancel that"."""
    return bool(letting_be(words))


def letting_be(words: Sequence[str]) -> frozenset[str]:
    """The words of it with which it is let be; none where it is not."""
    said = f" {' '.join(words)} "
    found = [one.split() for one in _LETTING_BE if f" {one} " in said]
    return frozenset(word for one in found for word in one if len(words) <= _FEW)


def keeps(words: Sequence[str]) -> bool:
    """Whether the words keep what there is, where another was offered: "no thats ok", "ill keep
    mine"."""
    said = " ".join(words)
    return len(words) <= _FEW and (
        gives_up(words) or any(f" {one} " in f" {said} " for one in _KEEPING)
    )


def begins_question(word: str, following: str, before: Sequence[str]) -> bool:
    """Whether a new question begins at `word`, seeing what stands before it in the same thought.
    In "how much is it" and "what time do you open" the verb only goes on with the question."""
    last = before[-1] if before else ""
    if word in ASKING_FIRST:
        return following in _AFTER_ASKING and last not in _SUBORDINATING
    if word not in INVERTED or following not in SUBJECTS or last in _SUBORDINATING | SUBJECTS:
        return False
    asking = next((i for i, w in reversed([*enumerate(before)]) if w in ASKING_FIRST), None)
    return asking is None or not INVERTED.isdisjoint(before[asking:])


def thanks(words: Sequence[str]) -> bool:
    """ "Thanks a lot", and "thank you so much for coming out": thanks, whatever for."""
    if not words or words[0] not in THANKING:
        return False
    bare = all(kind_of(word) is not Kind.CONTENT for word in words)
    return bare or not _FOR.isdisjoint(words[:6])


_PRAISE = word_set(
    """
    great amazing awesome wonderful fantastic excellent fabulous terrific outstanding gorgeous
    beautiful adorable perfect lovely incredible excelente perfecto perfecta hermoso hermosa
    increible maravilloso maravillosa super genial geniale parfait parfaite
    """
)
_BEING = word_set(
    "was were is are did look looks looked smells fue quedo quedaron estuvo esta etait est"
)
_STRESSING = word_set("so very really just always absolutely super a an such muy tan tres vraiment")
_BEHIND_PRAISE = word_set("job work today yesterday again as always usual hoy ayer trabajo")
_NO_PRAISE = _DENYING | word_set("nobody none nothing hardly if when once until unless what how")


def praises(words: Sequence[str]) -> bool:
    """Whether the words praise somebody or something and tell nothing besides: "your groomer was
    great today", "mike did an awesome job"; not "great, the leak is back"."""
    at = next((i for i, word in enumerate(words[:5]) if i and word in _BEING), None)
    if at is None or not _NO_PRAISE.isdisjoint(words):
        return False
    told = [word for word in words[at + 1 :] if word not in _STRESSING - _PRAISE]
    return bool(told) and told[0] in _PRAISE and all(w in _BEHIND_PRAISE for w in told[1:])


def acknowledges(words: Sequence[str]) -> bool:
    """ "Good to know", "gotcha", "ok makes sense": heard, and nothing more is wanted."""
    said = [word for word in words if word not in AGREEING]
    if "see" in said:  # "see you wednesday at noon"; "good morning" is another thing
        said = [
            word for word in said if word not in TIME and word not in ("at", "then", "on", "noon")
        ]
    return " ".join(said) in _ACKNOWLEDGING


def introduced_name(words: Sequence[str], raw: str) -> str | None:
    """The name in "my name is Ana Ruiz" and "this is Ana"; None in "this is broken"."""
    written = [word.strip(".,;:!") for word in raw.split()]
    if tuple(words[:3]) == ("my", "name", "is") and 4 <= len(words) <= 5:
        return " ".join(written[3:]) or None
    if tuple(words[:2]) == ("this", "is") and len(words) == len(written) == 3:
        return written[2] if written[2].istitle() else None
    return None
