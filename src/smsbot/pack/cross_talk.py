"""What questions and services say of one another and of the business."""

from collections.abc import Iterator, Mapping

from smsbot.pack.booking import Booking
from smsbot.pack.cross_business import twice
from smsbot.pack.declared import Read
from smsbot.pack.models import Business
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import Qualification, Words
from smsbot.pack.sheet import Sheet

Declared = Mapping[str, frozenset[str]]
"""Question key -> the values that it may be answered with; empty for one that is no choice."""


def check_talk(
    asked: Read[Qualification] | None, booking: Read[Booking] | None, business: Business
) -> Iterator[Problem]:
    """Every contradiction in qualification.yaml and booking.yaml, each at its line."""
    known: dict[str, frozenset[str]] = {}
    if asked:
        yield from _questions(asked, known)
    if booking:
        yield from _services(booking, known, business)


def _questions(read: Read[Qualification], known: dict[str, frozenset[str]]) -> Iterator[Problem]:
    questions, sheet = read.value.questions, read.sheet
    yield from twice(sheet, [(("questions", n, "key"), one.key) for n, one in enumerate(questions)])
    for n, one in enumerate(questions):
        path: FieldPath = ("questions", n)
        yield from _english(sheet, (*path, "ask"), one.ask)
        for m, choice in enumerate(one.choices):
            yield from _english(sheet, (*path, "choices", m, "label"), choice.label)
        yield from _when(sheet, path, one.when, known, "an earlier question")
        if any(text.count("?") > 1 for text in one.ask.values()):
            advice = "Ask one thing at a time; write a second question beside this one."
            yield sheet.problem((*path, "ask"), "asks more than one question", advice)
        known[one.key] = frozenset(choice.value for choice in one.choices)


def _services(read: Read[Booking], known: Declared, business: Business) -> Iterator[Problem]:
    services, sheet = read.value.services, read.sheet
    people = {person.id for person in business.people}
    yield from twice(sheet, [(("services", n, "id"), one.id) for n, one in enumerate(services)])
    for n, one in enumerate(services):
        path: FieldPath = ("services", n)
        yield from _english(sheet, (*path, "name"), one.name)
        if one.price:
            yield from _english(sheet, (*path, "price", "text"), one.price.text)
        yield from _when(sheet, path, one.when, known, "a question")
        for m, person in enumerate(one.people):
            if person not in people:
                advice = (
                    f"Name one of {', '.join(sorted(people))}, or declare them in business.yaml."
                )
                what = f"names {person!r}, who is not declared"
                yield sheet.problem((*path, "people", m), what, advice)
        for m, key in enumerate(one.needs):
            if key not in known:
                what = f"needs the question {key!r}, which is not declared"
                yield sheet.problem((*path, "needs", m), what, _declared(known))
        if one.place == "business" and not read.value.address:
            advice = "Add address: {en: …} to booking.yaml."
            yield sheet.problem(
                (*path, "place"), "is at the business, which has no address", advice
            )


def _when(
    sheet: Sheet, path: FieldPath, when: Mapping[str, tuple[str, ...]], known: Declared, which: str
) -> Iterator[Problem]:
    for key, values in when.items():
        if key not in known:
            what = f"names {key!r}, which is not {which}"
            yield sheet.problem((*path, "when", key), what, _declared(known))
            continue
        unknown = [value for value in values if known[key] and value not in known[key]]
        for value in unknown:
            what = f"names the answer {value!r}, which {key} does not have"
            advice = f"Its answers are: {', '.join(sorted(known[key]))}."
            yield sheet.problem((*path, "when", key), what, advice)


def _declared(known: Declared) -> str:
    return f"Declared so far are: {', '.join(known) or 'none'}."


def _english(sheet: Sheet, path: FieldPath, words: Words) -> Iterator[Problem]:
    if "en" not in words:
        yield sheet.problem(path, "has no English text", "Add `en:`; it is used where no other is.")
