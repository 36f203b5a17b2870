"""The table of codes against the facts that it is drawn from."""

import pytest

from smsbot.adapters.twilio.errors import CODES, remedy_at_create, remedy_of, remedy_of_status
from smsbot.domain.delivery import Status
from smsbot.domain.remedy import Remedy

# compliance.md 5, its table, written out a second time: a slip in one shows in the other.
DEMANDED = {
    Remedy.RETRY: "20429",
    Remedy.BAD_NUMBER: "21211 21614 21635 30005 30006",
    Remedy.OPTED_OUT: "21610 63014 63033",
    Remedy.LATER: "21611 30001 30450",
    Remedy.FORBIDDEN: "21408 30004",
    Remedy.STOP_ALL: "30002",
    Remedy.LIMITED_RETRY: "30003 30008 30017",
    Remedy.FILTERED: "30007",
    Remedy.SLOW_DOWN: "30022",
    Remedy.AFTER_PACIFIC_MIDNIGHT: "30023 30027",
    Remedy.PAUSE_NUMBER: "30033 30034 30035",
    Remedy.EXPIRED: "30036",
    Remedy.RECONCILE: "30410",
    Remedy.LOOP: "14107",
}


@pytest.mark.parametrize("remedy", DEMANDED)
def test_each_code_has_the_remedy_that_the_facts_demand(remedy):
    assert {remedy_of(code) for code in DEMANDED[remedy].split()} == {remedy}


def test_each_entry_says_what_it_means():
    assert all(code.isdecimal() and known.meaning for code, known in CODES.items())


def test_every_remedy_but_the_last_resort_has_a_code():
    assert {known.remedy for known in CODES.values()} == set(Remedy) - {Remedy.GIVE_UP}


@pytest.mark.parametrize("code", ["", "99999", "http_400", "None"])
def test_a_code_that_nobody_knows_is_for_a_person(code):
    assert remedy_of(code) is Remedy.GIVE_UP
    assert remedy_at_create(code, 400) is Remedy.GIVE_UP
    assert remedy_at_create(code, 429) is Remedy.RETRY


def test_a_code_says_more_than_the_status_of_its_answer():
    assert remedy_at_create("14107", 429) is Remedy.LOOP


@pytest.mark.parametrize("status", Status)
def test_only_a_failure_without_a_code_needs_a_remedy(status):
    failed = status in (Status.FAILED, Status.UNDELIVERED)
    assert remedy_of_status(status, None) is (Remedy.GIVE_UP if failed else None)
