"""The process killed at every line that matters, then replaced: one reply, nothing lost."""

import pytest

from tests.faults.house import House

QUESTION = "what are your hours?"

WORKER_LINES = [
    "reply.taken",
    "reply.thought",
    "reply.fence_passed",
    "reply.written",
    "reply.committed",
    "deliver.due",
    "deliver.claiming",
    "deliver.claimed",
    "deliver.sent",
    "deliver.settled",
]
WEB_LINES = ["receive.begun", "receive.written", "receive.committed"]


@pytest.mark.parametrize("line", WORKER_LINES)
def test_a_worker_killed_there_is_replaced_and_the_customer_has_one_reply(
    house: House, phone: str, line: str
) -> None:
    dying = house.worker(f"{line}=kill")
    house.text(phone, QUESTION, wait=True)
    assert dying.wait_dead() == -9, "the failpoint was not reached"
    house.worker()
    house.until(lambda: house.got(phone), "the reply arrives")
    house.settled(phone)
    house.quiet(0.5)
    assert len(house.got(phone)) == 1
    assert [row["state"] for row in house.outbox(phone)] == ["sent"]
    assert all(row["settled"] == "turn" for row in house.inbox(phone))


@pytest.mark.parametrize(
    "line", ["reply.taken", "reply.written", "deliver.claimed", "deliver.sent"]
)
def test_a_second_worker_takes_over_from_the_one_that_was_killed(
    house: House, phone: str, line: str
) -> None:
    dying = house.worker(f"{line}=kill")
    house.text(phone, QUESTION, wait=True)
    dying.wait_dead()
    # Two at once: whoever comes first, the other finds nothing left to do.
    house.worker()
    house.worker()
    house.until(lambda: house.got(phone), "the reply arrives")
    house.settled(phone)
    house.quiet(0.5)
    assert len(house.got(phone)) == 1


@pytest.mark.parametrize("line", WEB_LINES)
def test_a_web_process_killed_there_loses_no_text(house: House, phone: str, line: str) -> None:
    house.stop_shared_web()
    dying = house.web(f"{line}=kill")
    house.text(phone, QUESTION, wait=True)
    assert dying.wait_dead() == -9, "the failpoint was not reached"
    house.ensure_web()
    house.worker()  # asks the carrier for what never reached us
    house.until(lambda: house.got(phone), "the reply arrives")
    house.settled(phone)
    house.quiet(0.5)
    assert len(house.inbox(phone)) == 1
    assert len(house.got(phone)) == 1


@pytest.mark.parametrize("line", ["receive.passing", "receive.committed"])
def test_a_web_process_killed_at_a_later_text_loses_no_text(
    house: House, phone: str, line: str
) -> None:
    house.ensure_web()
    house.text(phone, "hello", wait=True)
    house.stop_shared_web()
    dying = house.web(f"{line}=kill")
    house.text(phone, QUESTION, wait=True)
    assert dying.wait_dead() == -9, "the failpoint was not reached"
    house.ensure_web()
    house.worker()
    house.until(lambda: len(house.inbox(phone)) == 2, "the text is fetched")
    house.settled(phone)
    house.quiet(0.5)
    assert len(house.inbox(phone)) == 2
    assert len({row["turn_id"] for row in house.outbox(phone)}) == len(house.got(phone))


def test_a_web_process_killed_in_a_callback_does_not_lose_the_delivery(
    house: House, phone: str
) -> None:
    house.stop_shared_web()
    dying = house.web("receipt.stored=kill")
    house.worker()
    house.text(phone, QUESTION, wait=True)
    assert dying.wait_dead() == -9, "the failpoint was not reached"
    house.ensure_web()
    house.settled(phone)
    assert len(house.got(phone)) == 1
    assert house.creates(phone) == 1


def test_a_worker_killed_while_looking_up_is_replaced(house: House, phone: str) -> None:
    first = house.worker("deliver.sent=kill")
    house.fault("no_callbacks", to=phone)  # one would settle it before any look-up
    house.text(phone, QUESTION, wait=True)
    first.wait_dead()
    second = house.worker("look_up.asked=kill")
    second.wait_dead()
    house.worker()
    house.settled(phone)
    assert len(house.got(phone)) == 1
    assert house.creates(phone) == 1
