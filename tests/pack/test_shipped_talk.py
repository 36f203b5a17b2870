"""What Juniper asks and books is believable, and agrees with what it says elsewhere."""

import datetime as dt
import re

import pytest

from smsbot.language.segments import segments
from smsbot.pack.booking import Booking
from smsbot.pack.cross_questions import answers
from smsbot.pack.models import Pack
from smsbot.pack.samples import asked_in_full
from smsbot.pack.slots import Diary, spread

MONDAY = dt.datetime(2026, 11, 23, 16, 0, tzinfo=dt.UTC)


@pytest.fixture
def booking(shipped: Pack) -> Booking:
    assert shipped.booking is not None
    return shipped.booking


def test_few_questions_are_asked_and_they_branch(shipped: Pack) -> None:
    asked = shipped.qualification.questions
    assert 5 <= len(asked) <= 7
    assert 3 <= shipped.qualification.ask_at_most <= 4
    assert sum(bool(one.when) for one in asked) >= 3


def test_every_question_is_asked_in_english_and_spanish_in_one_message(shipped: Pack) -> None:
    for question in shipped.qualification.questions:
        for language in ("en", "es"):
            assert language in question.ask
            assert segments(asked_in_full(shipped, question, language)).count == 1


def test_every_job_leads_to_a_service(shipped: Pack, booking: Booking) -> None:
    job = shipped.qualification.questions[0]
    led = {value for service in booking.services for value in service.when["job"]}
    assert led == set(answers(job) or ())


def test_every_service_can_be_offered_three_times(shipped: Pack, booking: Booking) -> None:
    for service in booking.services:
        free = Diary(booking, shipped.business, (), MONDAY).free(service)
        offered = spread(free, booking.offers, shipped.business.zone)
        assert len({slot.start.date() for slot in offered}) == booking.offers


def test_prices_agree_with_the_approved_answers(shipped: Pack, booking: Booking) -> None:
    fee = next(one for one in shipped.faq.entries if one.id == "diagnostic_fee")
    price = booking.service("repair_visit").price
    assert price is not None
    for language in ("en", "es"):
        assert _amounts(price.text[language]) == _amounts(fee.answer[language]) == {"$89"}
    estimate = booking.service("estimate").price
    assert estimate is not None
    assert "free" in estimate.text["en"]


def test_a_price_is_the_same_in_every_language(booking: Booking) -> None:
    for service in booking.services:
        assert service.price is not None
        amounts = {frozenset(_amounts(text)) for text in service.price.text.values()}
        assert len(amounts) == 1, service.id


def test_the_area_is_the_one_that_the_answers_name(booking: Booking) -> None:
    served = {"Denver": "80202", "Aurora": "80012", "Lakewood": "80226", "Littleton": "80120"}
    served |= {"Arvada": "80003", "Westminster": "80031", "Thornton": "80229"}
    for city, code in served.items():
        assert code.startswith(booking.territory), city
    assert not "80903".startswith(booking.territory)


def _amounts(text: str) -> set[str]:
    return set(re.findall(r"\$\d+", text))
