"""What holds whatever the facts are.

Facts that allow everything are the ground, and a few of them are changed at a time: wholly random
ones would nearly always be refused for some other reason, and so would prove nothing.
"""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Ruling
from smsbot.domain.draft import Draft, DraftKind
from smsbot.gate import TABLE, GateFacts, admit, clear

from .support import NOW, draft, facts

BOT = (DraftKind.REPLY, DraftKind.WORKFLOW)
SUPPRESSED = (ConsentStatus.WITHDRAWN, ConsentStatus.WRONG_NUMBER)

moments = st.integers(-300, 300).map(lambda minutes: NOW + timedelta(minutes=minutes))
counts = st.integers(min_value=0, max_value=40)
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "consent": st.sampled_from(ConsentStatus),
    "owner": st.sampled_from(Owner),
    "bot_since": st.none() | moments,
    "number_paused": st.none() | st.just("paused by hand"),
    "number_paused_until": st.none() | moments,
    "untextable": st.none() | st.just("landline"),
    "replies_last_30s": counts,
    "replies_last_hour": counts,
    "texts_we_started_last_24h": counts,
    "same_body_last_hour": counts,
    "already_confirmed": st.booleans(),
    "carrier_confirms": st.booleans(),
    "answers_superseded": st.booleans(),
    "queued_at": st.none() | moments,
}
bodies = st.sampled_from(["Hello.", "We open at 8.", ""]) | st.text(max_size=80)


@st.composite
def some_facts(pick, **fixed: Any) -> GateFacts:
    names = pick(st.sets(st.sampled_from(sorted(FACTS)), max_size=4))
    changes = {name: pick(FACTS[name]) for name in sorted(names)}
    return facts(**{**changes, **{name: pick(one) for name, one in fixed.items()}})


@st.composite
def some_draft(pick, kinds=tuple(DraftKind)) -> Draft:
    body = pick(bodies)
    evidence = pick(st.sampled_from([(body,), ()]))
    waiting = pick(st.booleans())
    return draft(pick(st.sampled_from(kinds)), body, evidence=evidence, while_waiting=waiting)


passes = st.sampled_from([admit, clear])
# The machine may be busy: how long an example takes is not what these are about.
unhurried = settings(deadline=None, max_examples=200)


@given(some_draft(BOT), some_facts(consent=st.sampled_from(SUPPRESSED)), passes)
@unhurried
def test_the_bot_never_reaches_who_opted_out(draft, facts, ask):
    decision, approved = ask(draft, facts, NOW)
    assert approved is None
    assert decision.rule == "suppression"


@given(some_draft((DraftKind.REP,)), some_facts(consent=st.sampled_from(SUPPRESSED)), passes)
@unhurried
def test_nor_does_a_rep(draft, facts, ask):
    _, approved = ask(draft, facts, NOW)
    assert approved is None


@given(some_draft(BOT), some_facts(owner=st.sampled_from([Owner.REP, Owner.CLOSED])), passes)
@unhurried
def test_the_bot_is_silent_while_a_rep_has_the_conversation(draft, facts, ask):
    decision, approved = ask(draft, facts, NOW)
    assert approved is None
    assert decision.outcome == "refused"


@given(some_draft(BOT), some_facts(owner=st.just(Owner.WAITING)), passes)
@unhurried
def test_while_a_person_is_awaited_only_what_was_written_for_it_goes(draft, facts, ask):
    _, approved = ask(draft, facts, NOW)
    assert approved is None or draft.while_waiting


@given(some_draft((DraftKind.SYSTEM,)), some_facts(already_confirmed=st.just(True)), passes)
@unhurried
def test_nothing_is_confirmed_twice(draft, facts, ask):
    _, approved = ask(draft, facts, NOW)
    assert approved is None


@given(some_draft(), some_facts(), passes)
@unhurried
def test_an_approval_exists_exactly_where_the_decision_says_so(draft, facts, ask):
    decision, approved = ask(draft, facts, NOW)
    assert (approved is not None) == (decision.outcome == "approved")
    assert approved is None or (approved.draft is draft and approved.decision is decision)


@given(some_draft(), some_facts(), passes)
@unhurried
def test_one_binding_refusal_is_enough(draft, facts, ask):
    decision, _ = ask(draft, facts, NOW)
    refusals = [v for v in decision.verdicts if v.binding and v.ruling is Ruling.REFUSE]
    assert (decision.outcome == "refused") == bool(refusals)
    if refusals:
        assert (decision.rule, decision.reason) == (refusals[0].rule, refusals[0].reason)


@given(some_draft(), some_facts(), passes)
@unhurried
def test_every_rule_is_heard_and_says_why(draft, facts, ask):
    decision, _ = ask(draft, facts, NOW)
    assert [verdict.rule for verdict in decision.verdicts] == [row.rule.__name__ for row in TABLE]
    assert all(verdict.reason for verdict in decision.verdicts)
    assert decision.reason


@given(some_draft(), some_facts(), passes)
@unhurried
def test_a_deferral_ends_after_now(draft, facts, ask):
    decision, _ = ask(draft, facts, NOW)
    assert (decision.until is not None) == (decision.outcome == "deferred")
    for verdict in decision.verdicts:
        assert (verdict.until is not None) == (verdict.ruling is Ruling.DEFER)
        assert verdict.until is None or verdict.until > NOW
    if decision.until is not None:
        waits = [v.until for v in decision.verdicts if v.binding and v.until is not None]
        assert decision.until == max(waits)


@given(some_draft(), some_facts())
@unhurried
def test_the_second_pass_forgives_nothing_but_the_words(draft, facts):
    _, admitted = admit(draft, facts, NOW)
    decision, cleared = clear(draft, facts, NOW)
    if cleared is not None and admitted is None:
        words = next(v for v in decision.verdicts if v.rule == "output_check")
        assert words.ruling is Ruling.REFUSE


@given(some_draft((DraftKind.REPLY,)), some_facts(queued_at=moments))
@unhurried
def test_what_is_cleared_is_still_worth_sending(draft, facts):
    _, approved = clear(draft, facts, NOW)
    if approved is not None:
        assert approved.useful_until == facts.queued_at + timedelta(minutes=15)
        assert approved.useful_until > NOW
