"""Each rule by itself: the edge on both sides."""

from datetime import timedelta

import pytest

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Ruling
from smsbot.domain.draft import DraftKind
from smsbot.gate import admit
from smsbot.gate.rules.pace import frequency, loop, staleness
from smsbot.gate.rules.standing import number, once, ownership, suppression
from smsbot.gate.rules.words import body, output_check

from .support import NOW, draft, facts

ALLOW, DEFER, REFUSE = Ruling.ALLOW, Ruling.DEFER, Ruling.REFUSE
MINUTE = timedelta(minutes=1)


def ruling(rule, drafted=None, **changes):
    return rule(drafted or draft(), facts(**changes), NOW).ruling


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ConsentStatus.NONE, ALLOW),
        (ConsentStatus.GRANTED, ALLOW),
        (ConsentStatus.WITHDRAWN, REFUSE),
        (ConsentStatus.WRONG_NUMBER, REFUSE),
    ],
)
def test_suppression(status, expected):
    assert ruling(suppression, consent=status) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({}, ALLOW), ({"already_confirmed": True}, REFUSE), ({"carrier_confirms": True}, REFUSE)],
)
def test_a_confirmation_goes_out_once_and_from_one_of_us(changes, expected):
    assert ruling(once, consent=ConsentStatus.WITHDRAWN, **changes) is expected


@pytest.mark.parametrize(
    ("owner", "while_waiting", "expected"),
    [
        (Owner.BOT, False, ALLOW),
        (Owner.WAITING, False, REFUSE),
        (Owner.WAITING, True, ALLOW),
        (Owner.REP, True, REFUSE),
        (Owner.REP, False, REFUSE),
        (Owner.CLOSED, True, REFUSE),
    ],
)
def test_ownership(owner, while_waiting, expected):
    assert ruling(ownership, draft(while_waiting=while_waiting), owner=owner) is expected


@pytest.mark.parametrize(
    ("since", "expected"), [(NOW - MINUTE, REFUSE), (NOW - 3 * MINUTE, ALLOW), (None, ALLOW)]
)
def test_what_was_queued_before_a_rep_had_the_conversation_does_not_go(since, expected):
    assert ruling(ownership, bot_since=since, queued_at=NOW - 2 * MINUTE) is expected


def test_a_phone_that_cannot_be_texted():
    assert ruling(number, untextable="landline") is REFUSE


@pytest.mark.parametrize(
    ("ends", "until"),
    [
        (NOW + 9 * MINUTE, NOW + 9 * MINUTE),
        (NOW - 9 * MINUTE, NOW + 5 * MINUTE),
        (None, NOW + 5 * MINUTE),
    ],
)
def test_a_paused_number_defers_to_the_end_of_its_pause_or_looks_again(ends, until):
    verdict = number(
        draft(), facts(number_paused="account suspended", number_paused_until=ends), NOW
    )
    assert (verdict.ruling, verdict.until) == (DEFER, until)
    assert "account suspended" in verdict.reason


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"replies_last_30s": 7}, ALLOW),
        ({"replies_last_30s": 8}, REFUSE),
        ({"same_body_last_hour": 1}, ALLOW),
        ({"same_body_last_hour": 2}, REFUSE),
    ],
)
def test_loop(changes, expected):
    assert ruling(loop, **changes) is expected


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        (DraftKind.REPLY, {"replies_last_hour": 29}, ALLOW),
        (DraftKind.REPLY, {"replies_last_hour": 30}, REFUSE),
        (DraftKind.REPLY, {"texts_we_started_last_24h": 99}, ALLOW),
        (DraftKind.WORKFLOW, {"texts_we_started_last_24h": 2}, ALLOW),
        (DraftKind.WORKFLOW, {"texts_we_started_last_24h": 3}, DEFER),
        (DraftKind.WORKFLOW, {"replies_last_hour": 99}, ALLOW),
    ],
)
def test_frequency(kind, changes, expected):
    assert ruling(frequency, draft(kind), **changes) is expected


@pytest.mark.parametrize(
    ("kind", "age", "expected"),
    [
        (DraftKind.REPLY, 14 * MINUTE, ALLOW),
        (DraftKind.REPLY, 15 * MINUTE, REFUSE),
        (DraftKind.SYSTEM, 4 * MINUTE, ALLOW),
        (DraftKind.SYSTEM, 5 * MINUTE, REFUSE),
        (DraftKind.REP, 600 * MINUTE, ALLOW),
    ],
)
def test_staleness(kind, age, expected):
    assert ruling(staleness, draft(kind), queued_at=NOW - age) is expected


def test_what_was_undone_is_not_answered():
    assert ruling(staleness, answers_superseded=True, queued_at=NOW) is REFUSE


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", REFUSE), (" \n", REFUSE), ("x" * 1600, ALLOW), ("x" * 1601, REFUSE)],
)
def test_body(text, expected):
    assert ruling(body, draft(body=text)) is expected


def test_the_output_check_names_what_it_misses():
    verdict = output_check(draft(body="It costs $95.", evidence=("It costs $89.",)), facts(), NOW)
    assert verdict.ruling is REFUSE
    assert 'the amount of money "$95" is not in the evidence' in verdict.reason


def test_a_person_may_write_what_they_like():
    _, approved = admit(
        draft(DraftKind.REP, "Dave says $95 at 7 PM. Ok? Ok?", evidence=()), facts(), NOW
    )
    assert approved is not None
