"""The carrier answers late, wrongly or not at all: what is unknown is looked up, not repeated."""

from tests.faults.house import House

QUESTION = "what are your hours?"


def test_accepted_and_then_silence_is_looked_up_and_not_sent_again(
    house: House, phone: str
) -> None:
    house.worker()
    house.fault("accept_then_hang", seconds=5, to=phone)
    house.fault("no_callbacks", to=phone)
    house.text(phone, QUESTION, wait=True)
    house.until(
        lambda: house.outbox(phone) and house.outbox(phone)[0]["state"] == "sent",
        "the look-up finds it",
    )
    house.quiet(1.5)
    assert house.creates(phone) == 1
    assert len(house.got(phone)) == 1


def test_silence_without_acceptance_is_sent_again_after_two_look_ups(
    house: House, phone: str
) -> None:
    house.worker()
    house.fault("hang", seconds=3, to=phone)
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.got(phone), "the second try arrives")
    house.settled(phone)
    house.quiet(0.5)
    assert house.creates(phone) == 2
    assert len(house.got(phone)) == 1
    outcomes = house.rows(
        "SELECT outcome FROM attempt WHERE outbox_id = %s ORDER BY started_at",
        house.outbox(phone)[0]["id"],
    )
    assert [one["outcome"] for one in outcomes] == ["absent", "accepted"]


def test_too_many_requests_is_tried_again(house: House, phone: str) -> None:
    house.worker()
    house.fault("http_429", retry_after=1, to=phone, times=2)
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.got(phone), "it arrives in the end")
    house.settled(phone)
    assert len(house.got(phone)) == 1
    assert house.creates(phone) == 3


def test_a_server_error_is_looked_up_before_it_is_tried_again(house: House, phone: str) -> None:
    house.worker()
    house.fault("http_500", to=phone)
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.got(phone), "it arrives in the end")
    house.settled(phone)
    assert len(house.got(phone)) == 1


def test_a_look_up_that_fails_neither_sends_nor_gives_up(house: House, phone: str) -> None:
    house.worker()
    house.fault("accept_then_hang", seconds=3, to=phone)
    house.fault("no_callbacks", to=phone)
    house.fault("http_500", on="read", times=6)
    house.text(phone, QUESTION, wait=True)
    house.until(
        lambda: house.outbox(phone) and house.outbox(phone)[0]["state"] == "sent",
        "the look-up finds it once the carrier can be asked again",
    )
    assert house.creates(phone) == 1


def test_one_customers_trouble_does_not_hold_up_another(house: House, phone: str) -> None:
    other = phone[:-1] + "3"
    house.worker()
    house.fault("hang", seconds=3, to=phone, times=5)
    house.text(phone, QUESTION, wait=True)
    house.text(other, QUESTION, wait=True)
    house.until(lambda: house.got(other), "the other has a reply")
    assert house.got(phone) == []
