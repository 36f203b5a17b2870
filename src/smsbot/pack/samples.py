"""Templates filled in with what they will be filled in with, at its longest."""

import datetime as dt
from collections.abc import Iterator, Mapping

from smsbot.pack.hours import say_day, say_when
from smsbot.pack.models import Business, Pack, Template
from smsbot.pack.qualification import AskedQuestion, in_language
from smsbot.pack.render import render
from smsbot.pack.slot_words import numbered, say_offer, say_slot, say_with_zone

SAMPLES: Mapping[str, str] = {
    "reason": "Someone may be in danger",
    "said": "There is a strong smell of gas in my basement and the alarm is going off, we are all "
    "outside now and nobody is hurt",
    "why": "takes the area 80209; next in turn, with 2 open",
    "link": "https://desk.example/contacts/con_01JD3Z8K4T",
    "place": "12450 W Alameda Parkway Apt 204, Lakewood CO 80228",
}
"""What the situation's tokens look like; the others are said in all of their forms."""


_BEFORE_AN_OFFER = frozenset({"moving"})
_OF_A_SLOT = frozenset({"held", "cancelled"})
"""Texts without a service whose `when` is a slot, and not the moment by which a person is due."""


def filled(pack: Pack, template: Template) -> tuple[str, ...]:
    """The template in its forms: each time that can stand in it, each service, each question; with
    the offer behind it that it is never sent without."""
    ids = (template.id, "offer_slots") if template.id in _BEFORE_AN_OFFER else (template.id,)
    return tuple(
        " ".join(render(pack, one, template.language, **{**SAMPLES, **tokens}).text for one in ids)
        for tokens in _forms(pack, template)
    )


def asked_in_full(pack: Pack, question: AskedQuestion, language: str) -> str:
    """A question as it is sent: with its labels, where there are such."""
    ask = in_language(question.ask, language)
    if not question.choices:
        return ask
    labels = [in_language(choice.label, language) for choice in question.choices]
    return render(pack, "ask_choice", language, question=ask, options=numbered(labels)).text


def _forms(pack: Pack, template: Template) -> Iterator[dict[str, str]]:
    language, used = template.language, set(template.tokens)
    if "question" in used:
        yield from _questions(pack, template)
    elif "service" in used or template.id in _BEFORE_AN_OFFER:
        slots = _slots(pack.business, language)
        offered = _offered(pack, language)
        for name in _names(pack, language):
            yield from ({"service": name, "when": when, "options": offered} for when in slots)
    elif "options" in used:
        yield {"options": _offered(pack, language)}
    elif template.id in _OF_A_SLOT:
        yield from ({"when": when} for when in _slots(pack.business, language))
    elif "day" in used:
        when = _whens(pack.business, language)
        yield from (
            {"day": day, "when": one} for day in _days(pack.business, language) for one in when
        )
    elif "when" in used:
        yield from ({"when": when} for when in _whens(pack.business, language))
    else:
        yield {}


def _days(business: Business, language: str) -> list[str]:
    """A day in each of the ways in which it is said."""
    now = _now(business)
    ahead = [now.date() + dt.timedelta(days=days) for days in (*range(8), *range(9, 360, 30))]
    return [say_day(business, day, language, now=now) for day in ahead]


def _questions(pack: Pack, template: Template) -> Iterator[dict[str, str]]:
    language = template.language
    for question in pack.qualification.questions:
        labels = [in_language(choice.label, language) for choice in question.choices]
        if labels:
            ask = in_language(question.ask, language)
            yield {"question": ask, "options": numbered(labels)}
    if not any(question.choices for question in pack.qualification.questions):
        yield {"question": "?", "options": "1)"}


def _offered(pack: Pack, language: str) -> str:
    return say_offer(_offer(pack, language), pack.business.zone, language)


def _names(pack: Pack, language: str) -> list[str]:
    services = pack.booking.services if pack.booking else ()
    return [in_language(one.name, language) for one in services] or ["-"]


def _offer(pack: Pack, language: str) -> list[dt.datetime]:
    """As many slots as are offered, of those that take longest to say."""
    count = pack.booking.offers if pack.booking else 3
    zone = pack.business.zone
    longest = max(_moments(pack.business), key=lambda at: len(say_slot(at, zone, language)))
    return [longest] * count


def _now(business: Business) -> dt.datetime:
    """Half past twelve on a Monday."""
    return dt.datetime(2026, 1, 5, 12, 30, tzinfo=business.zone)


def _moments(business: Business) -> list[dt.datetime]:
    """Each day of a week and a day of each month, at half past twelve."""
    now = _now(business)
    return [now + dt.timedelta(days=day) for day in (*range(7), *range(9, 360, 30))]


def _slots(business: Business, language: str) -> list[str]:
    return [say_with_zone(one, business.zone, language) for one in _moments(business)]


def _whens(business: Business, language: str) -> list[str]:
    """Today, tomorrow, each day of a week, and a date in each month."""
    now = _now(business)
    days = [*range(8), *range(9, 360, 30)]
    return [say_when(business, now + dt.timedelta(days=day), language, now=now) for day in days]
