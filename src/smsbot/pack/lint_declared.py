"""Lint rules over what is declared: dates, people, questions."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz

from smsbot.language.detect import GUESSED, guess_language
from smsbot.language.normalise import fold, normalise
from smsbot.pack.models import Pack
from smsbot.pack.problem import FieldPath, Problem

BUSINESS = "graphs/business.yaml"
FAQ = "graphs/conversation/faq.yaml"
SMALL_TALK = "graphs/conversation/smalltalk.yaml"
SAME_FROM = 92
"""How alike two samples may be, 0 to 100, before no understanding can tell them apart."""


@dataclass(frozen=True)
class _Phrase:
    """A sample, where it stands and the entry that it belongs to."""

    file: str
    path: FieldPath
    entry: str
    words: str

    @cached_property
    def folded(self) -> str:
        return fold(normalise(self.words))


def past_holidays(pack: Pack, today: dt.date) -> Iterator[Problem]:
    """A holiday that is over while its next date is not declared: the bot would say "open"."""
    holidays = pack.business.holidays
    coming = {holiday.name for holiday in holidays if holiday.date >= today}
    for index, holiday in enumerate(holidays):
        if holiday.date < today and holiday.name not in coming:
            yield Problem(
                BUSINESS,
                None,
                ("holidays", index, "date"),
                f"{holiday.name} of {holiday.date} is past, and no later one is declared",
                "Add its next date, or remove it.",
            )


def nobody_on_call(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """A queue that tells whoever is on call, where nobody is."""
    if any(person.on_call for person in pack.business.people):
        return
    for index, queue in enumerate(pack.business.queues):
        if queue.notify == "on_call":
            what = f"tells whoever is on call of {queue.id}, and nobody is"
            advice = "Set on_call: true for one of the people, or notify: nobody."
            yield Problem(BUSINESS, None, ("queues", index, "notify"), what, advice)


def on_call_without_phone(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    for index, person in enumerate(pack.business.people):
        if person.on_call and person.phone is None:
            what = f"{person.name} is on call and cannot be told: there is no phone"
            yield Problem(BUSINESS, None, ("people", index, "phone"), what, "Add the phone.")


def assigned_without_phone(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """A queue that tells whom a task is assigned to, where none of its people can be told."""
    for index, queue in enumerate(pack.business.queues):
        people = [person for person in pack.business.people if queue.id in person.queues]
        if queue.notify == "assigned" and not any(person.phone for person in people):
            what = (
                f"tells whom the tasks of {queue.id} are assigned to, and none of them has a phone"
            )
            advice = "Add a phone to those who are to be texted, or notify: nobody."
            yield Problem(BUSINESS, None, ("queues", index, "notify"), what, advice)


def clashing_samples(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """Two entries with (almost) the same sample: which of them answers is chance."""
    for first, second in combinations(_phrases(pack), 2):
        if first.entry == second.entry:
            continue
        if fuzz.token_sort_ratio(first.folded, second.folded) >= SAME_FROM:
            what = f"{second.words!r} is too much like {first.words!r}, of the entry {first.entry}"
            yield Problem(second.file, None, second.path, what, "Keep it in one of the two.")


def _phrases(pack: Pack) -> Iterator[_Phrase]:
    for index, entry in enumerate(pack.faq.entries):
        for number, words in enumerate(entry.questions):
            yield _Phrase(FAQ, ("entries", index, "questions", number), f"faq {entry.id}", words)
    for index, talk in enumerate(pack.small_talk.entries):
        for number, words in enumerate(talk.phrases):
            path = ("entries", index, "phrases", number)
            yield _Phrase(SMALL_TALK, path, f"small talk {talk.id}", words)


_SIGNS = re.compile(r"[^\w\s]+|\{\w+\}")


def danger_unheard(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """A language that customers are answered in, and in which no word means danger. Which language
    a term is in, its words tell; a sense knows English only."""
    terms = [term for one in pack.business.guards.emergencies for term in one.terms]
    heard = {guess_language(_SIGNS.sub(" ", term)) for term in terms}
    for language in pack.business.languages:
        if language in GUESSED and language not in heard:
            what = f"customers are answered in {language}, and no term of danger is in it"
            advice = "Add to emergencies what danger is called in it, or leave the language out."
            yield Problem(BUSINESS, None, ("guards", "emergencies"), what, advice)


DECLARED_RULES: tuple[Callable[[Pack, dt.date], Iterator[Problem]], ...] = (
    past_holidays,
    nobody_on_call,
    on_call_without_phone,
    assigned_without_phone,
    clashing_samples,
    danger_unheard,
)
