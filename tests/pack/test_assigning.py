"""Whom a task is meant for, over people made up for it."""

import datetime as dt

import pytest

from smsbot.pack.assigning import Standing, choose_person
from smsbot.pack.models import Business, Pack, Person, Queue

AT = dt.datetime(2026, 11, 24, 17, 0, tzinfo=dt.UTC)
DESK = Queue(id="desk", assign="round_robin")
ANA = Person(id="ana", name="Ana", queues=("desk",), zips=("802",))
BEN = Person(id="ben", name="Ben", queues=("desk",), takes={"job": ("install",)})
CAL = Person(id="cal", name="Cal", queues=("desk",), zips=("802",), takes={"job": ("install",)})
DEE = Person(id="dee", name="Dee Wu")


@pytest.fixture
def business(shipped: Pack) -> Business:
    return shipped.business.model_copy(update={"people": (ANA, BEN, CAL, DEE)})


@pytest.mark.parametrize(
    ("facts", "owner", "standing", "person", "why"),
    [
        ({}, None, Standing(), "ana", "next in turn, with 0 open"),
        ({}, None, Standing({"ana": 1}), "ben", "next in turn, with 0 open"),
        ({}, None, Standing({"ana": 2, "ben": 2, "cal": 1}), "cal", "next in turn, with 1 open"),
        ({}, None, Standing(last={"ana": AT}), "ben", "next in turn, with 0 open"),
        (
            {},
            None,
            Standing(last={"ana": AT, "ben": AT + dt.timedelta(hours=1), "cal": AT}),
            "ana",
            "next in turn, with 0 open",
        ),
        ({}, "dee", Standing(), "dee", "The contact's owner in the CRM"),
        ({}, "DEE WU", Standing(before="ana"), "dee", "The contact's owner in the CRM"),
        ({}, "somebody else", Standing(), "ana", "next in turn, with 0 open"),
        (
            {},
            None,
            Standing({"cal": 9}, before="cal"),
            "cal",
            "Has dealt with this customer before",
        ),
        ({}, None, Standing(before="dee"), "ana", "next in turn, with 0 open"),
        ({"job": "Install"}, None, Standing(), "ben", "takes Install; next in turn, with 0 open"),
        (
            {"address": "12 Elm St, Denver 80211"},
            None,
            Standing({"ana": 3}),
            "cal",
            "takes the area 80211; next in turn, with 0 open",
        ),
        (
            {"zip": "80211", "job": "install"},
            None,
            Standing({"cal": 5}),
            "cal",
            "takes the area 80211; takes install; next in turn, with 5 open",
        ),
        ({"zip": "99999", "job": "repair"}, None, Standing(), "ana", "next in turn, with 0 open"),
    ],
)
def test_who_and_why(
    business: Business,
    facts: dict[str, str],
    owner: str | None,
    standing: Standing,
    person: str,
    why: str,
) -> None:
    assert choose_person(business, DESK, facts, owner, standing) == (person, why)


def test_a_queue_that_assigns_nobody_is_everybodys(business: Business) -> None:
    nobody = Queue(id="desk")
    assert choose_person(business, nobody, {}, "ana", Standing()) is None


def test_a_queue_without_people_is_nobodys(business: Business) -> None:
    empty = Queue(id="other", assign="round_robin")
    assert choose_person(business, empty, {}, "ana", Standing()) is None
