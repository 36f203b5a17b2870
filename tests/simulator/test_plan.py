import pytest

from smsbot.simulator.config import Timings
from smsbot.simulator.plan import Behaviour, plan

TIMINGS = Timings(queued_to_sent=2, sent_to_delivered=5)


def statuses(behaviour, *, pooled=False, validity=36_000):
    return [step.status for step in plan(TIMINGS, behaviour, pooled=pooled, validity=validity)]


def test_the_usual_way_and_its_time():
    steps = plan(TIMINGS, Behaviour(), pooled=False, validity=36_000)
    assert [step.status for step in steps] == ["sending", "sent", "delivered"]
    assert sum(step.after for step in steps[:2]) == 2
    assert steps[-1].after == 5


def test_a_pooled_message_is_queued_after_it_was_accepted():
    assert statuses(Behaviour(), pooled=True) == ["queued", "sending", "sent", "delivered"]


@pytest.mark.parametrize(
    ("final", "expected"),
    [
        ("undelivered", ["sending", "sent", "undelivered"]),
        ("failed", ["sending", "failed"]),
    ],
)
def test_what_fails(final, expected):
    steps = plan(TIMINGS, Behaviour(final=final, error_code=30007), pooled=False, validity=36_000)
    assert [step.status for step in steps] == expected
    assert [step.error_code for step in steps] == [None] * (len(expected) - 1) + [30007]


def test_a_delay_is_spent_in_the_queue():
    steps = plan(TIMINGS, Behaviour(delay=60), pooled=True, validity=36_000)
    assert [step.after for step in steps] == [0, 61, 1, 5]


def test_early_takes_no_time():
    steps = plan(TIMINGS, Behaviour(early=True, delay=60), pooled=False, validity=36_000)
    assert [step.after for step in steps] == [0, 0, 0]


def test_what_waits_longer_than_it_is_valid_fails():
    steps = plan(TIMINGS, Behaviour(delay=600), pooled=False, validity=60)
    assert [(step.after, step.status, step.error_code) for step in steps] == [(60, "failed", 30036)]
