"""The same webhook again changes nothing, however it comes."""

import pytest

from tests.faults.house import House

QUESTION = "what are your hours?"


@pytest.mark.parametrize("parallel", [False, True], ids=["one after the other", "at once"])
def test_a_repeated_webhook_is_one_text_and_one_reply(
    house: House, phone: str, parallel: bool
) -> None:
    house.worker()
    house.text(phone, QUESTION, webhooks=5, parallel=parallel, wait=True)
    house.until(lambda: house.got(phone), "a reply arrives")
    house.settled(phone)
    house.quiet()
    assert len(house.inbox(phone)) == 1
    assert len(house.got(phone)) == 1
    assert house.creates(phone) == 1


def test_a_repeated_stop_is_confirmed_once(house: House, phone: str) -> None:
    house.worker()
    house.text(phone, "stop texting me please", webhooks=4, parallel=True, wait=True)
    house.until(lambda: house.got(phone), "the confirmation arrives")
    house.text(phone, "STOP", wait=True)
    house.quiet()
    assert len(house.got(phone)) == 1
    assert house.consent(phone) == "withdrawn"


@pytest.mark.parametrize("kind", ["webhook_twice", "webhook_parallel"])
def test_the_carrier_repeats_a_webhook_by_itself(house: House, phone: str, kind: str) -> None:
    house.worker()
    house.fault(kind)
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.got(phone), "a reply arrives")
    house.settled(phone)
    house.quiet()
    assert len(house.inbox(phone)) == 1
    assert len(house.got(phone)) == 1


def test_a_text_that_never_reached_us_is_fetched_from_the_carrier(house: House, phone: str) -> None:
    house.fault("webhook_dropped")
    house.text(phone, QUESTION, wait=True)
    assert house.inbox(phone) == []
    house.worker()  # asks the carrier at its start
    house.until(lambda: house.got(phone), "a reply to the missed text arrives")
    assert [row["source"] for row in house.inbox(phone)] == ["fetched from the carrier"]
    assert len(house.got(phone)) == 1


def test_no_phone_and_no_words_stand_in_the_log(house: House, phone: str) -> None:
    house.stop_shared_web()
    house.web()
    house.worker()
    house.text(phone, "purple elephants want a quote for their attic", wait=True)
    house.until(lambda: house.got(phone), "a reply arrives")
    house.text(phone, "STOP", wait=True)
    house.settled(phone)
    logs = house.logs()
    assert phone[1:] not in logs
    assert "elephants" not in logs
