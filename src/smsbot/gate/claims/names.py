"""Names, as far as a capital letter shows them."""

import re
from collections.abc import Iterator

from smsbot.gate.claims.claim import Claim
from smsbot.gate.claims.page import STRUCK, Page

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_QUOTES_AND_BULLETS = " \t\"'([*-\u2022"
_SENTENCE_ENDS = ".!?:;\n\u00bf\u00a1"
_LIST_MARK = re.compile(r"(?:^|[\s.,;:])\w{1,2}[.)]$")

# Words that begin sentences and name nothing: the closed classes of three languages, and how one
# greets, thanks and apologises. Whatever else begins a sentence must stand in the evidence.
_OPENERS = frozenset(
    """
    a about after all also am an and any are as at be because before both but by can could did do
    does each either every few for from had has have he her here his how i if in is it its just
    let many may me might more most much must my neither next no nor not now of on once one or our
    out over please she should since so some soon still such than that the their them then there
    these they this those though through to too under until up us was we were what when where
    which while who whose why will with without would yes yet you your
    good great hello hey hi ok okay sorry sure thank thanks got welcome understood
    al algo antes aqui asi aun bien como con cual cuando de del desde donde el ella ellos en entre
    es ese eso esta este esto gracias hasta hay hola la las le les lo los mas mi mientras muy nada
    no nos nosotros nuestra nuestro o para pero perdon podemos por porque puede que quien se si sin
    sobre solo su sus tambien tenemos todo tu un una usted ustedes y ya yo
    alors apres au aussi aux avant avec bien bonjour bonsoir car ce ceci cela ces cet cette chez
    comme dans de depuis des desole donc du elle en encore entre est et eux il ils je la le les
    leur lui ma mais me merci mes moi mon ni non nos notre nous on ou oui par pas pendant plus pour
    pourquoi pouvez quand que qui sa sans ses si son sous sur ta te tes toi ton tout tres tu un
    une vers voici voila vos votre vous
    """.split()
)
_ALWAYS = frozenset({"i", "ok", "okay"})


def find_names(page: Page) -> Iterator[Claim]:
    """Every word gives itself as evidence; only those with a capital need any.

    In the evidence a word in small letters is a name only where the writer used no capitals at
    all, as people do who text: "will you come" in a well-kept sentence is no evidence for "Will".
    """
    no_capitals = page.cased == page.cased.lower()
    for found in _TOKEN.finditer(page.cased):
        if STRUCK in page.left[found.start() : found.end()]:
            continue
        bare = found.group().split("'")[0]
        word = page.plain[found.start() : found.start() + len(bare)]
        capital = bare[0].isupper()
        gives = {f"word:{word}"} | ({f"name:{word}"} if capital or no_capitals else set())
        needs = frozenset(_needs(page, found.start(), word)) if capital else frozenset()
        yield Claim("name", found.group(), needs, frozenset(gives))


def _needs(page: Page, start: int, word: str) -> set[str]:
    """Nothing for a word that is always written so, or that opens a sentence and names nothing."""
    if word in _ALWAYS:
        return set()
    if not _opens_sentence(page.cased[:start].rstrip(_QUOTES_AND_BULLETS)):
        return {f"name:{word}"}
    return set() if word in _OPENERS else {f"name:{word}", f"word:{word}"}


def _opens_sentence(before: str) -> bool:
    return not before or before[-1] in _SENTENCE_ENDS or bool(_LIST_MARK.search(before[-4:]))
