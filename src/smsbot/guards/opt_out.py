"""The opt-out: in any words that a reasonable person would understand (47 CFR 64.1200(a)(10);
compliance.md 1, rules 1 to 3 and 7)."""

import re
from collections.abc import Mapping
from functools import cache

from smsbot.domain.guard import Action, GuardFacts, GuardVerdict
from smsbot.guards import senses, wrong_number
from smsbot.guards.grammar import Kind, Label, Spread, compile_table, standing
from smsbot.guards.keywords import STOP_PHRASES, STOP_WORDS, keyword, nearly_stop
from smsbot.guards.words import opt_out_en, opt_out_es, opt_out_fr
from smsbot.language.normalise import MARKS
from smsbot.language.phrases import Match, Phrasebook
from smsbot.language.reading import Reading
from smsbot.pack.guards import GuardRules

SENSE = "opt_out"
TABLES = (opt_out_en.TABLE, opt_out_es.TABLE, opt_out_fr.TABLE)

REASONS = {
    "carrier": "The carrier says that the customer sent an opt-out keyword",
    "keyword": "The whole text is an opt-out keyword",
    "polite": "The text is an opt-out keyword with a word of politeness",
    "capitals": "The text begins or ends with STOP in capitals",
    "stop_clause": "The customer says stop",
    "stop_contact": "The customer asks that the texts stop",
    "do_not_contact": "The customer asks not to be contacted",
    "no_more": "The customer wants no more texts",
    "not_wanted": "The customer does not want the texts",
    "remove": "The customer asks to be taken off the list",
    "unsubscribe": "The customer unsubscribes",
    "leave_alone": "The customer asks to be left alone",
    "block": "The customer blocks or reports us",
    "consent": "The customer withdraws or denies consent",
    "weighed": "The words as a whole read like an opt-out",
}


def judge(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:
    if facts.carrier_keyword == "STOP":
        return _verdict("carrier", facts.carrier_keyword)
    certain = by_keyword(text)
    if certain:
        return certain
    said = by_phrase(text)
    if said:
        return None if _denied(said, text) else said
    return _weighed(text, facts, rules)


DOUBTED: Mapping[str, float] = {"opt_out.unsubscribe": 0.0}
"""Rules that stand only where the text as a whole reads like an opt-out, with the log-odds that it
takes: the word is said of other people's lists, of buttons and of flyers too."""


def _denied(said: GuardVerdict, text: Reading) -> bool:
    doubted = DOUBTED.get(said.rule)
    if doubted is not None and senses.score(SENSE, text.tokens) < doubted:
        return True
    return senses.denies(SENSE, text.tokens)


def by_keyword(text: Reading) -> GuardVerdict | None:
    """What the law and the carriers count as an opt-out whatever else is meant."""
    whole = keyword(text, STOP_WORDS, STOP_PHRASES, nearly_stop)
    return _verdict("keyword" if whole.bare else "polite", whole.word) if whole else None


def by_phrase(text: Reading) -> GuardVerdict | None:
    """What the tables of phrases say, the network apart."""
    found = _found(text)
    said = standing(found)
    if said:
        match = min(said, key=lambda match: (match.start, -match.end))
        return _verdict(match.label.rule, text.between(match.start, match.end))
    if _ends_in_stop(text, found):
        return _verdict("stop_clause", "stop")
    return _verdict("capitals", "STOP") if _stop_in_capitals(text) else None


def _weighed(text: Reading, facts: GuardFacts, rules: GuardRules) -> GuardVerdict | None:
    # Most texts weigh too little: only for the others is it worth looking for phrases again.
    if not senses.hears(SENSE, text.tokens):
        return None
    # Somebody else's phone is suppressed too, and its contact is looked at besides.
    if wrong_number.judge(text, facts, rules):
        return None
    if _taken_away(text) and not senses.hears(SENSE, text.tokens, against=True):
        return None
    return _verdict("weighed", senses.telling(SENSE, text.tokens))


def _taken_away(text: Reading) -> bool:
    """Whether a phrase explains that something is no opt-out, and no phrase says that it is one."""
    found = _found(text)
    explained = any(match.label.kind is Kind.UNLESS for match in found)
    said = any(match.label.kind is Kind.SAYS for match in found)
    return (explained or said) and not standing(found)


def _found(text: Reading) -> list[Match[Label]]:
    # What one language says takes away what another heard: "stop" is a word in all three.
    return [match for book in _books() for match in book.find(text.tokens)]


def _verdict(rule: str, matched: str) -> GuardVerdict:
    return GuardVerdict(f"opt_out.{rule}", Action.OPT_OUT, REASONS[rule], matched)


@cache
def _books() -> tuple[Phrasebook[Label], ...]:
    return tuple(compile_table(table) for table in TABLES)


_STOP = frozenset({"stop", "stp", "stpo", "sotp"})
_FRENCH = frozenset(
    """
    le la les un une des de du et je tu il vous nous moi mon ma mes pas pour avec est ca oui non
    rendez rdv deux aussi sur au aux peux pouvez
    """.split()
)
_MAKES_IT_ORDINARY = frozenset(
    """
    when until till if before once after how has will would does did where which while than starts
    start make makes made let lets hear see
    """.split()
)
"""In the clause of a "stop" that ends it, these make it the verb of something else."""
_LEADS_TO_IT = frozenset(
    """
    to do does did dont doesnt didnt wont wouldnt cant couldnt shouldnt isnt not never without can
    could will would should may might must says say said saying reads shows reply replied
    text texted texting type typed send sent hit pressed accidentally is are was
    """.split()
)
"""Directly before it, these make it a verb too, or a word that is reported."""
_ADVERBS = frozenset("ever just even really fully finally eventually simply".split())
_MAKES_IT_A_PLACE = frozenset(
    """
    the a an my our your his her their next last first second third one two three final each
    every another any some quick short full bus truck pit rest gas door tram train subway metro
    trolley shuttle tour non whistle f water drain tub sink light rail way un una el la le au du al
    """.split()
)


def _ends_in_stop(text: Reading, found: list[Match[Label]]) -> bool:
    """Whether a clause ends in "stop" with nothing before it that makes it another stop, and no
    phrase that explains it: "idk who this is but stop", and not "the bus stop"."""
    explained = Spread(found, Kind.UNLESS)
    clause: list[str] = []
    for i, token in enumerate((*text.tokens, ".")):
        if token not in MARKS:
            clause.append(token)
            continue
        said = clause and _is_stop(clause) and _stands_alone(clause)
        if said and not explained.reaches(i - 1, i - 1):
            return True
        clause = []
    return False


def _is_stop(clause: list[str]) -> bool:
    """Whether the last word is "stop"; in French, "stp" is a please."""
    return clause[-1] in _STOP and (clause[-1] != "stp" or _FRENCH.isdisjoint(clause))


def _stands_alone(clause: list[str]) -> bool:
    """Whether the "stop" at the end of `clause` is a sentence of its own."""
    near = clause[-3:-1]
    if not near:
        return False  # a clause of its own is the tables' to judge
    if near == ["with", "you"] or (near[-1] in _ENDS_A_SENTENCE and near[0] not in _TAKES_A_VERB):
        return True
    if len(clause) < _A_SENTENCE:
        return near[-1] in _EXCLAIMED
    before = near[0] if near[-1] in _ADVERBS else near[-1]
    if before in _LEADS_TO_IT or before in _SUBJECTS or not _MAKES_IT_A_PLACE.isdisjoint(near):
        return False
    return _MAKES_IT_ORDINARY.isdisjoint(clause)


_A_SENTENCE = 4
_EXCLAIMED = frozenset(
    """
    no nope nah yes yeah spam scam scammer fake bot robot fine enough bye fu you yall guys
    whatever enough harassment creepy weird gross annoying ridiculous
    """.split()
)
_ENDS_A_SENTENCE = frozenset(
    "me interested number anymore thanks please already care cares asked idc idgaf".split()
)
_TAKES_A_VERB = frozenset("help helping let make made get have tell remind should text".split())
_SUBJECTS = frozenset("it i we he she they things everything water leak noise".split())
_CAPITALS_FIRST = re.compile(r"\W*STOP\W+(\w+)")
_CAPITALS_LAST = re.compile(r"(\w+)\W+STOP\W*$")
_GOES_WITH_STOP = frozenset(
    """
    by in at on over the a an and for off here there before when where sign light up to if using
    working running doing being payment payments with my our your
    """.split()
)
_STANDS_BEFORE_STOP = frozenset(
    """
    bus next last first second third one only final a an the this that every each any another to
    dont do not never cant wont non train truck rest pit gas reply text send type says said full
    door short tram subway metro quick water it should will would
    """.split()
)


def _stop_in_capitals(text: Reading) -> bool:
    """STOP in capitals at either end of a text that is not all capitals: people shout it there."""
    if "STOP" not in text.raw or text.raw.isupper():
        return False
    first = _CAPITALS_FIRST.match(text.raw)
    if first and first[1].lower() not in _GOES_WITH_STOP:
        return True
    last = _CAPITALS_LAST.search(text.raw)
    return last is not None and last[1].lower() not in _STANDS_BEFORE_STOP
