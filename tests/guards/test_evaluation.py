"""All guards are asked, in one order, and one that fails hides nothing."""

from dataclasses import replace

import pytest

from smsbot import guards
from smsbot.domain.conversation import Owner
from smsbot.domain.guard import Action, GuardFacts
from smsbot.guards import evaluation
from smsbot.pack.guards import GuardRules
from smsbot.pack.load import load_shipped

RULES: GuardRules = load_shipped().business.guards
NEW = GuardFacts()


def _broken(*_: object) -> None:
    raise ZeroDivisionError("with the customer's words in it")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("what are your hours?", Action.PASS),
        ("STOP", Action.OPT_OUT),
        ("stop please", Action.OPT_OUT),
        ("please stop texting me", Action.OPT_OUT),
        ("opt out", Action.OPT_OUT),
        ("ARRÊT", Action.OPT_OUT),
        ("BAJA", Action.OPT_OUT),
        ("cancel", Action.OPT_OUT),
        ("can you cancel my appointment", Action.PASS),
        ("I'll stop by at 3", Action.PASS),
        ("don't text me until after 5", Action.PASS),
        ("don't stop", Action.PASS),
        ("HELP", Action.HELP),
        ("START", Action.OPT_IN),
        ("YES", Action.PASS),
        ("wrong number", Action.WRONG_NUMBER),
        ("I'm calling my lawyer", Action.ESCALATE),
    ],
)
def test_what_the_rules_of_the_law_demand(text: str, action: Action) -> None:
    assert guards.evaluate(text, NEW, RULES).action is action


def test_a_yes_does_not_lift_a_suppression_also_where_the_carrier_calls_it_start() -> None:
    suppressed = GuardFacts(suppressed=True, carrier_keyword="START")
    assert guards.evaluate("YES", suppressed, RULES).action is Action.SUPPRESSED
    assert guards.evaluate("START", suppressed, RULES).action is Action.OPT_IN


def test_the_carriers_word_of_a_stop_counts_whatever_the_body() -> None:
    told = GuardFacts(carrier_keyword="STOP")
    assert guards.evaluate("ALTO", told, RULES).action is Action.OPT_OUT


def test_an_opt_out_beside_a_threat_wins_and_the_threat_still_speaks() -> None:
    decision = guards.evaluate("stop texting me, I'm calling my lawyer", NEW, RULES)
    assert decision.action is Action.OPT_OUT
    assert decision.of(Action.ESCALATE) is not None


def test_the_verdicts_come_in_the_order_of_precedence() -> None:
    facts = replace(NEW, suppressed=True, owner=Owner.WAITING)
    spoke = guards.evaluate("stop texting me, I'm calling my lawyer", facts, RULES).spoke
    assert [verdict.action for verdict in spoke] == [
        Action.OPT_OUT,
        Action.SUPPRESSED,
        Action.ESCALATE,
        Action.OWNED,
    ]


def test_a_guard_that_raises_hands_the_text_to_a_person_and_hides_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tuple(
        (name, _broken if name == "flood" else guard) for name, guard in guards.PRECEDENCE
    )
    monkeypatch.setattr(evaluation, "PRECEDENCE", broken)
    ordinary = guards.evaluate("what are your hours?", NEW, RULES)
    assert ordinary.action is Action.ESCALATE
    assert ordinary.winner.rule == "guard_failed.flood"
    assert "customer's words" not in ordinary.winner.reason
    assert guards.evaluate("STOP", NEW, RULES).action is Action.OPT_OUT
    with pytest.raises(guards.GuardsBroken, match="flood"):
        guards.check(RULES)


def test_the_shipped_rules_can_run() -> None:
    guards.check(RULES)
