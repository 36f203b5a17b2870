"""Lint rules over questions: what nobody can tell apart, what is never asked, what costs double."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import combinations

from rapidfuzz import fuzz

from smsbot.language.normalise import fold, normalise
from smsbot.language.segments import outside_gsm, segments
from smsbot.pack.cross_questions import conditions, exclude_each_other
from smsbot.pack.models import Pack
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import AskedQuestion
from smsbot.pack.said import BOOKING, QUALIFICATION, Said

SAME_FROM = 90
"""How alike two questions may be, 0 to 100, before one of them is asked twice."""


def repeated_questions(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """Two questions that say the same, and that one customer can be asked both."""
    questions = pack.qualification.questions
    for (_, one), (index, other) in combinations(enumerate(questions), 2):
        alike = fuzz.token_sort_ratio(_form(one.ask["en"]), _form(other.ask["en"])) >= SAME_FROM
        apart = exclude_each_other(
            conditions(one.when, questions), conditions(other.when, questions)
        )
        if alike and not apart:
            yield Problem(
                QUALIFICATION,
                None,
                ("questions", index, "ask", "en"),
                f"asks the same as the question {one.key}",
                "Remove one, or let their `when` exclude each other.",
            )


def overlapping_choices(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """Words that stand for two choices of one question: which of them is meant is chance."""
    for number, question in enumerate(pack.qualification.questions):
        for path, words, first in _said_twice(_choice_words(number, question)):
            what = f"{words!r} stands for the choice {first} too"
            advice = "Keep it in one of the two, or say more of it."
            yield Problem(QUALIFICATION, None, path, what, advice)


def overlapping_services(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """Words that stand for two services."""
    services = pack.booking.services if pack.booking else ()
    for path, words, first in _said_twice(_service_words(pack)):
        what = f"{words!r} stands for the service {first} too"
        two = [one for one in services if one.id == first] + [services[int(path[1])]]
        answered = all(one.when for one in two)
        advice = _BY_ANSWERS if answered else "Keep it in one of the two, or say more of it."
        yield Problem(BOOKING, None, path, what, advice)


_BY_ANSWERS = (
    "Take it out of both: their `when` tells them apart, where it stands in the words of a choice. "
    "Or say more of it, as the size."
)


def nothing_asked(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    declared = pack.qualification
    if declared.questions and declared.ask_at_most == 0:
        what = "is 0, so that none of the questions is ever asked"
        yield Problem(QUALIFICATION, None, ("ask_at_most",), what, "Write 3 or 4.")


def doubled(said: Said, _pack: Pack) -> Iterator[Problem]:
    """A question with its choices, or a price, that takes more than one segment."""
    if said.file not in (QUALIFICATION, BOOKING):
        return
    text = max(said.examples, key=lambda one: segments(one).count)
    count = segments(text).count
    if count == 1:
        return
    if segments(fold(text)).count == 1:
        dear = " ".join(outside_gsm(text))
        what = f"doubles in price for the sake of {dear}: with it a text holds 70 characters"
        yield said.problem(what, "Use a word without it here and in the choices, or fewer words.")
        return
    yield said.problem(
        f"takes {count} text messages: {text}",
        "Make it shorter; asked a second time, a question comes with its choices, numbered.",
    )


Words = Iterator[tuple[FieldPath, str, str]]
"""Where words stand, the words, and what they stand for."""


def _said_twice(said: Words) -> Words:
    """The words that already stand for something else, with what that is."""
    first: dict[str, str] = {}
    for path, words, name in said:
        owner = first.setdefault(_form(words), name)
        if owner != name:
            yield path, words, owner


def _choice_words(number: int, question: AskedQuestion) -> Words:
    for index, choice in enumerate(question.choices):
        path: FieldPath = ("questions", number, "choices", index)
        yield from (((*path, "label", n), one, choice.value) for n, one in choice.label.items())
        yield from (((*path, "words", n), w, choice.value) for n, w in enumerate(choice.words))


def _service_words(pack: Pack) -> Words:
    for index, service in enumerate(pack.booking.services if pack.booking else ()):
        path: FieldPath = ("services", index)
        yield from (((*path, "name", name), one, service.id) for name, one in service.name.items())
        yield from (((*path, "words", n), one, service.id) for n, one in enumerate(service.words))


def _form(words: str) -> str:
    return fold(normalise(words))


QUESTION_RULES: tuple[Callable[[Pack, dt.date], Iterator[Problem]], ...] = (
    repeated_questions,
    overlapping_choices,
    overlapping_services,
    nothing_asked,
)
TALK_TEXT_RULES: tuple[Callable[[Said, Pack], Iterator[Problem]], ...] = (doubled,)
