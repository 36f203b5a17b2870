"""The decision: which rule binds whom, and which word wins."""

from datetime import timedelta

import pytest

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Ruling
from smsbot.domain.draft import DispatchPass, DraftKind, QueuePass
from smsbot.gate import TABLE, Pass, admit, clear

from .support import NOW, draft, facts

EVERY = set(DraftKind)
BOT = {DraftKind.REPLY, DraftKind.WORKFLOW}
# Written out a second time on purpose: a change of the table is a change of what may be sent.
BINDS = {
    "suppression": (BOT | {DraftKind.REP}, BOT | {DraftKind.REP}),
    "once": ({DraftKind.SYSTEM}, {DraftKind.SYSTEM}),
    "ownership": (BOT, BOT),
    "number": (EVERY, EVERY),
    "loop": (BOT, BOT),
    "frequency": (BOT, BOT),
    "staleness": (set(), {DraftKind.REPLY, DraftKind.SYSTEM}),
    "output_check": (BOT | {DraftKind.SYSTEM}, set()),
    "body": (EVERY, EVERY),
}


def test_the_table_binds_whom_it_should():
    seen = {
        row.rule.__name__: tuple(
            {kind for kind in DraftKind if row.binds(kind, at)}
            for at in (Pass.QUEUE, Pass.DISPATCH)
        )
        for row in TABLE
    }
    assert seen == BINDS


@pytest.mark.parametrize("kind", DraftKind)
def test_a_draft_that_nothing_speaks_against_is_approved_in_both_passes(kind):
    decision, approved = admit(draft(kind), facts(), NOW)
    assert decision.outcome == "approved"
    assert approved is not None
    assert (approved.draft, approved.decision, approved._pass) == (
        draft(kind),
        decision,
        QueuePass,
    )
    decision, cleared = clear(draft(kind), facts(queued_at=NOW), NOW)
    assert cleared is not None
    assert cleared._pass is DispatchPass
    assert decision.at == NOW


def test_each_verdict_is_kept_and_says_whether_it_binds():
    decision, _ = admit(draft(DraftKind.REP), facts(owner=Owner.REP), NOW)
    assert [verdict.rule for verdict in decision.verdicts] == list(BINDS)
    ownership = next(v for v in decision.verdicts if v.rule == "ownership")
    assert (ownership.ruling, ownership.binding) == (Ruling.REFUSE, False)
    assert decision.outcome == "approved"


def test_a_refusal_beats_a_deferral():
    decision, approved = admit(
        draft(), facts(number_paused="campaign suspended", consent=ConsentStatus.WITHDRAWN), NOW
    )
    assert (decision.outcome, decision.rule, decision.until) == ("refused", "suppression", None)
    assert approved is None


def test_the_first_refusal_in_the_table_is_named_and_has_words_for_a_person():
    decision, _ = admit(
        draft(body=""), facts(owner=Owner.REP, consent=ConsentStatus.WRONG_NUMBER), NOW
    )
    assert decision.rule == "suppression"
    assert decision.reason == "The contact's consent status is wrong_number."


def test_of_two_deferrals_the_later_one_counts():
    paused_for = timedelta(minutes=10)
    decision, approved = admit(
        draft(DraftKind.WORKFLOW),
        facts(
            number_paused="daily cap",
            number_paused_until=NOW + paused_for,
            texts_we_started_last_24h=3,
        ),
        NOW,
    )
    assert (decision.outcome, decision.rule) == ("deferred", "frequency")
    assert decision.until == NOW + timedelta(hours=1)
    assert approved is None


@pytest.mark.parametrize("kind", DraftKind)
def test_who_reaches_a_suppressed_contact(kind):
    _, approved = admit(draft(kind), facts(consent=ConsentStatus.WITHDRAWN), NOW)
    assert (approved is not None) == (kind in (DraftKind.SYSTEM, DraftKind.STAFF))


def test_a_cleared_reply_says_how_long_it_is_worth_delivering():
    queued = NOW - timedelta(minutes=4)
    _, reply = clear(draft(), facts(queued_at=queued), NOW)
    _, rep = clear(draft(DraftKind.REP), facts(queued_at=queued), NOW)
    assert reply is not None
    assert rep is not None
    assert reply.useful_until == NOW + timedelta(minutes=11)
    assert rep.useful_until is None
