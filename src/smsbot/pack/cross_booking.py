"""What booking.yaml needs of itself, of the questions, and of the business."""

from collections.abc import Iterator

from smsbot.pack.booking import Booking, Service
from smsbot.pack.cross_business import check_hours, twice
from smsbot.pack.cross_questions import check_when, conditions
from smsbot.pack.cross_words import check_answerable, check_words
from smsbot.pack.declared import Read
from smsbot.pack.models import Business
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import AskedQuestion, Qualification
from smsbot.pack.sheet import Sheet


def check_booking(
    read: Read[Booking], questions: Read[Qualification] | None, business: Business | None
) -> Iterator[Problem]:
    """Every contradiction in booking.yaml, each at its line; with what it says of other files only
    where these could be read."""
    booking, sheet = read.value, read.sheet
    ids = [(("services", index, "id"), one.id) for index, one in enumerate(booking.services)]
    yield from twice(sheet, ids)
    for index, service in enumerate(booking.services):
        path: FieldPath = ("services", index)
        yield from _texts(service, sheet, path, business)
        if questions:
            yield from _answers(service, questions.value.questions, sheet, path)
        yield from check_hours(service.hours or {}, sheet, (*path, "hours"))
        yield from twice(sheet, [((*path, "people", n), p) for n, p in enumerate(service.people)])
    if questions:
        for index, when in enumerate(booking.to_person):
            yield from check_when(when, questions.value.questions, sheet, ("to_person", index))
    yield from _people(booking, sheet, business)
    yield from _place(booking, sheet, business)
    yield from _absences(booking, sheet)
    yield from _territory(booking, sheet)


def _texts(
    service: Service, sheet: Sheet, path: FieldPath, business: Business | None
) -> Iterator[Problem]:
    yield from check_words(service.name, sheet, (*path, "name"), business)
    names = (((*path, "name", name), said) for name, said in service.name.items())
    words = (((*path, "words", n), said) for n, said in enumerate(service.words))
    yield from check_answerable(names, sheet)
    yield from check_answerable(words, sheet)
    if service.price:
        yield from check_words(service.price.text, sheet, (*path, "price", "text"), business)


def _answers(
    service: Service, asked: tuple[AskedQuestion, ...], sheet: Sheet, path: FieldPath
) -> Iterator[Problem]:
    yield from check_when(service.when, asked, sheet, (*path, "when"))
    never = sorted(key for key, values in conditions(service.when, asked).items() if not values)
    if never:
        what = f"can never hold: no answer to {', '.join(never)} leads here"
        advice = "Compare it with the `when` of the questions that it names."
        yield sheet.problem((*path, "when"), what, advice)
    keys = [one.key for one in asked]
    for index, key in enumerate(service.needs):
        if key not in keys:
            advice = f"The questions of qualification.yaml are: {', '.join(keys) or 'none'}."
            what = f"names the question {key!r}, which is not declared"
            yield sheet.problem((*path, "needs", index), what, advice)


def _people(booking: Booking, sheet: Sheet, business: Business | None) -> Iterator[Problem]:
    if business is None:
        return
    known = [person.id for person in business.people]
    named: list[tuple[FieldPath, str]] = [
        (("services", index, "people", number), person)
        for index, service in enumerate(booking.services)
        for number, person in enumerate(service.people)
    ]
    named += [(("absences", n, "person"), one.person) for n, one in enumerate(booking.absences)]
    for path, person in named:
        if person not in known:
            advice = f"Name one of {', '.join(known)}, or add them to business.yaml."
            yield sheet.problem(path, f"names the person {person!r}, who is not declared", advice)


def _place(booking: Booking, sheet: Sheet, business: Business | None) -> Iterator[Problem]:
    if booking.address:
        yield from check_words(booking.address, sheet, ("address",), business)
        return
    for index, service in enumerate(booking.services):
        if service.place == "business":
            what = "is at the business, and its address is not declared"
            advice = "Add `address: {en: ...}`: the confirmation says where to come."
            yield sheet.problem(("services", index, "place"), what, advice)


def _absences(booking: Booking, sheet: Sheet) -> Iterator[Problem]:
    for index, absence in enumerate(booking.absences):
        if absence.last < absence.first:
            what, advice = "is before first", "Both days are included; swap them."
            yield sheet.problem(("absences", index, "last"), what, advice)


def _territory(booking: Booking, sheet: Sheet) -> Iterator[Problem]:
    for index, code in enumerate(booking.territory):
        if not (code.isascii() and code.isdigit() and len(code) <= 5):
            what = f"{code!r} is neither a ZIP code nor the beginning of one"
            yield sheet.problem(("territory", index), what, "Write up to five digits: 80202, 802.")
