"""Lint rules over what can be booked: slots that can never be, services that are never offered."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from smsbot.pack.booking import Booking, Service
from smsbot.pack.cross_questions import answers, conditions, exclude_each_other
from smsbot.pack.hours import intervals
from smsbot.pack.models import Business, Pack
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import AskedQuestion
from smsbot.pack.said import BOOKING, QUALIFICATION
from smsbot.pack.slots import Diary
from smsbot.pack.week import DAYS

_DAY = dt.timedelta(days=1)


def lead_beyond_horizon(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    if pack.booking and _lead_days(pack.booking) >= pack.booking.horizon_days:
        what = "reaches past the horizon, so that nothing can ever be booked"
        advice = "It is in minutes, horizon_days in days: shorten it, or look further ahead."
        yield Problem(BOOKING, None, ("lead_minutes",), what, advice)


def services_without_slots(pack: Pack, today: dt.date) -> Iterator[Problem]:
    """A service that has no slot in an empty calendar, with the reason."""
    booking = pack.booking
    if booking is None or _lead_days(booking) >= booking.horizon_days:
        return
    now = dt.datetime.combine(today, dt.time(0), pack.business.zone).astimezone(dt.UTC)
    diary = Diary(booking, pack.business, (), now)
    for index, service in enumerate(booking.services):
        path: FieldPath = ("services", index)
        if _longest(service, pack.business) < dt.timedelta(minutes=service.minutes):
            what = "is longer than any time that is open, so that it can never be booked"
            advice = "Make it shorter, or give the service `hours` into which it fits."
            yield Problem(BOOKING, None, (*path, "minutes"), what, advice)
        elif next(diary.free(service), None) is None:
            what = f"has no slot in the next {booking.horizon_days} days, with nothing booked"
            advice = "Look at its hours, the holidays and who is away (absences)."
            yield Problem(BOOKING, None, (*path, "people"), what, advice)


def same_answers(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """Two services that the same answers lead to."""
    services = pack.booking.services if pack.booking else ()
    asked = pack.qualification.questions
    for (_, one), (index, other) in combinations(enumerate(services), 2):
        if not one.when or not other.when:
            continue
        if not exclude_each_other(conditions(one.when, asked), conditions(other.when, asked)):
            path: FieldPath = ("services", index, "when")
            what = f"holds together with that of {one.id}, and only that one is offered"
            yield Problem(BOOKING, None, path, what, "Let one of the two name other answers.")


def needs_never_asked(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """A question that a service cannot do without, and that its own answers rule out."""
    asked = {one.key: one for one in pack.qualification.questions}
    for index, service in enumerate(pack.booking.services if pack.booking else ()):
        own = conditions(service.when, pack.qualification.questions)
        for number, key in enumerate(service.needs):
            wanted = conditions(asked[key].when, pack.qualification.questions)
            if exclude_each_other(own, wanted):
                path: FieldPath = ("services", index, "needs", number)
                what = f"needs {key}, which is not asked where this service is offered"
                advice = f"Remove it here, or ask {key} for these answers too."
                yield Problem(BOOKING, None, path, what, advice)


class _Told(NamedTuple):
    question: AskedQuestion
    value: str
    besides: Mapping[str, str]
    """The answers before it."""


def answers_without_service(pack: Pack, _today: dt.date) -> Iterator[Problem]:
    """An answer with which no service is left, so that a person takes over, where nobody declared
    that."""
    if pack.booking is None:
        return
    asked = pack.qualification.questions
    said: set[tuple[str, str]] = set()
    for told in _nothing_left(pack.booking, _leading(pack.booking, asked), {}, None):
        if (told.question.key, told.value) in said:
            continue
        said.add((told.question.key, told.value))
        path: FieldPath = ("questions", asked.index(told.question))
        values = [one.value for one in told.question.choices]
        own = ("choices", values.index(told.value), "value") if values else ("key",)
        besides = ", ".join(f"{key} {value}" for key, value in told.besides.items())
        after = f" after {besides}" if besides else ""
        what = f"{told.value!r}{after} leads to no service, so that nothing is booked with it"
        advice = "Let the `when` of a service name it or, if a person is to take over, `to_person`."
        yield Problem(QUALIFICATION, None, (*path, *own), what, advice)


def _leading(booking: Booking, asked: Sequence[AskedQuestion]) -> list[AskedQuestion]:
    """The questions whose answers decide about the service, in the order of asking."""
    keys = {key for one in booking.services for key in conditions(one.when, asked)}
    return [one for one in asked if one.key in keys and answers(one)]


def _nothing_left(
    booking: Booking, asked: Sequence[AskedQuestion], told: Mapping[str, str], last: _Told | None
) -> Iterator[_Told]:
    """Each answer, after those that are `told`, behind which no service can be meant any longer."""
    if any(_holds(when, told) for when in booking.to_person):
        return
    left = [s for s in booking.services if all(told.get(k, v[0]) in v for k, v in s.when.items())]
    following = next((n for n, one in enumerate(asked) if _holds(one.when, told)), None)
    if not left or following is None:
        if last and not any(_holds(one.when, told) for one in left):
            yield last
        return
    question, rest = asked[following], asked[following + 1 :]
    for value in answers(question) or ():
        here = _Told(question, value, told)
        yield from _nothing_left(booking, rest, {**told, question.key: value}, here)


def _holds(when: Mapping[str, Sequence[str]], told: Mapping[str, str]) -> bool:
    return all(told.get(key) in values for key, values in when.items())


def _lead_days(booking: Booking) -> float:
    return booking.lead_minutes / (24 * 60)


def _longest(service: Service, business: Business) -> dt.timedelta:
    """The longest span in which the service may be done, on days without a clock change."""
    monday = dt.date(2026, 1, 5)
    open_days = business.model_copy(update={"holidays": ()})
    week = [intervals(open_days, monday + _DAY * day, service.hours) for day in range(len(DAYS))]
    return max((end - start for day in week for start, end in day), default=dt.timedelta(0))


BOOKING_RULES: tuple[Callable[[Pack, dt.date], Iterator[Problem]], ...] = (
    lead_beyond_horizon,
    services_without_slots,
    same_answers,
    needs_never_asked,
    answers_without_service,
)
