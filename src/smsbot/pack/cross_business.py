"""What one field of business.yaml says of another."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import phonenumbers

from smsbot.pack.declared import Read
from smsbot.pack.guards import Emergency
from smsbot.pack.models import Business
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.sheet import Sheet
from smsbot.pack.week import Day, Span

Named = tuple[FieldPath, str]
"""A field and the name that stands in it."""


def check_business(read: Read[Business]) -> list[Problem]:
    """Every contradiction within business.yaml, each at its line."""
    business, sheet = read.value, read.sheet
    return [
        *check_hours(business.hours, sheet, ("hours",)),
        *_phones(business, sheet),
        *_queues(business, sheet),
        *_told(business, sheet),
        *_repeated(business, sheet),
        *_languages(business, sheet),
    ]


def emergencies(business: Business) -> list[tuple[FieldPath, Emergency]]:
    """All rules that end in an emergency text, with where they are declared."""
    rules = business.guards
    listed = [
        (("guards", "emergencies", index), rule) for index, rule in enumerate(rules.emergencies)
    ]
    return [*listed, (("guards", "self_harm"), rules.self_harm)]


def check_hours(
    hours: Mapping[Day, Sequence[Span]], sheet: Sheet, at: FieldPath
) -> Iterator[Problem]:
    """Spans that end before they start, or overlap; the days stand under the field `at`."""
    for day, spans in hours.items():
        for index, span in enumerate(spans):
            path = (*at, day, index)
            if _end(span) <= span.start:
                advice = 'End after the start; "00:00" as an end is midnight, the end of that day.'
                yield sheet.problem((*path, "end"), "is not after the start", advice)
            earlier = spans[:index]
            if any(other.start < _end(span) and span.start < _end(other) for other in earlier):
                advice = "Make one span of the two, or leave a gap between them."
                yield sheet.problem((*path, "start"), "overlaps another span of that day", advice)


def _end(span: Span) -> dt.time:
    return dt.time.max if span.end == dt.time(0) else span.end


def _phones(business: Business, sheet: Sheet) -> Iterator[Problem]:
    fields = [
        *((("numbers", index, "phone"), one.phone) for index, one in enumerate(business.numbers)),
        *((("people", index, "phone"), one.phone) for index, one in enumerate(business.people)),
    ]
    for path, phone in fields:
        if phone is not None and not _is_e164(phone):
            advice = "Write + and the country code, digits only: +13035550100."
            yield sheet.problem(path, f"{phone!r} is not a phone number in E.164", advice)


def _is_e164(phone: str) -> bool:
    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return False
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written == phone and phonenumbers.is_possible_number(number)


def _queues(business: Business, sheet: Sheet) -> Iterator[Problem]:
    known = [queue.id for queue in business.queues]
    for path, name in _queue_names(business):
        if name not in known:
            advice = f"Name one of {', '.join(known) or 'the queues'}, or declare it under queues."
            yield sheet.problem(path, f"names the queue {name!r}, which is not declared", advice)


def _told(business: Business, sheet: Sheet) -> Iterator[Problem]:
    """A queue that tells whom its tasks are assigned to, and assigns none."""
    for index, queue in enumerate(business.queues):
        if queue.notify == "assigned" and queue.assign == "nobody":
            what = f"tells whom the tasks of {queue.id} are assigned to, and they are not"
            advice = "Add assign: round_robin, or tell nobody."
            yield sheet.problem(("queues", index, "notify"), what, advice)


def _queue_names(business: Business) -> Iterator[Named]:
    routing = business.routing
    yield ("routing", "default"), routing.default
    yield ("routing", "after_hours"), routing.after_hours
    yield ("routing", "cannot_wait"), routing.cannot_wait
    for reason, queue in routing.by_reason.items():
        yield ("routing", "by_reason", reason), queue
    for index, person in enumerate(business.people):
        yield from ((("people", index, "queues", n), name) for n, name in enumerate(person.queues))
    for index, rule in enumerate(business.guards.escalations):
        yield ("guards", "escalations", index, "queue"), rule.queue


def _repeated(business: Business, sheet: Sheet) -> Iterator[Problem]:
    listed = enumerate(business.guards.escalations)
    rules: list[Named] = [(("guards", "escalations", index), rule.id) for index, rule in listed]
    rules += [(path, rule.id) for path, rule in emergencies(business)]
    yield from twice(sheet, _ids("queues", (one.id for one in business.queues)))
    yield from twice(sheet, _ids("people", (one.id for one in business.people)))
    yield from twice(sheet, _ids("numbers", (one.phone for one in business.numbers), "phone"))
    yield from twice(sheet, [((*path, "id"), name) for path, name in rules])


def _ids(field: str, names: Iterable[str], key: str = "id") -> list[Named]:
    return [((field, index, key), name) for index, name in enumerate(names)]


def twice(sheet: Sheet, named: Iterable[Named]) -> Iterator[Problem]:
    """A problem for each name that an earlier field has already taken."""
    first: dict[str, FieldPath] = {}
    for path, name in named:
        if name in first:
            what = f"{name!r} is taken already, on line {sheet.line(first[name])}"
            yield sheet.problem(path, what, "Give each its own.")
        first.setdefault(name, path)


def _languages(business: Business, sheet: Sheet) -> Iterator[Problem]:
    if "en" not in business.languages:
        advice = "Add en: it is the language of every text that has no other."
        yield sheet.problem(("languages",), "lacks English", advice)
