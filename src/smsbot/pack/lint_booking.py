"""Lint rules over what can be booked: slots that can never be, services that are never offered."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import combinations

from smsbot.pack.booking import Booking, Service
from smsbot.pack.cross_questions import conditions, exclude_each_other
from smsbot.pack.hours import intervals
from smsbot.pack.models import Business, Pack
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.said import BOOKING
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
)
