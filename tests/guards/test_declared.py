"""What business.yaml declares: terms, what takes them away, and how a bad one is told."""

import pytest
from pydantic import ValidationError

from smsbot.domain.guard import Action, GuardFacts
from smsbot.domain.task import Urgency
from smsbot.guards import evaluate
from smsbot.pack.guards import Emergency, Escalation, GuardRules
from tests.guards.support import ask, hears, shipped

SELF_HARM = Emergency(id="self_harm", reason="In danger", terms=("suicide",), text="self_harm")


def rules(*escalations: Escalation, words: dict[str, str] | None = None) -> GuardRules:
    return GuardRules(
        escalations=escalations, emergencies=(), self_harm=SELF_HARM, words=words or {}
    )


def escalation(
    name: str, *terms: str, unless: tuple[str, ...] = (), urgency: Urgency = Urgency.NORMAL
) -> Escalation:
    return Escalation(
        id=name, reason=f"Said {name}", urgency=urgency, queue="q", terms=terms, unless=unless
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("I'm calling my lawyer", "legal"),
        ("see you in small claims court", "legal"),
        ("hablaré con mi abogado", "legal"),
        ("this is fraud", "fraud"),
        ("there's a charge I never authorized", "fraud"),
        ("c'est une arnaque", "fraud"),
        ("I want to cancel my service", "cancel_service"),
        ("close my account", "cancel_service"),
        ("agent", "human"),
        ("can I talk to a real person", "human"),
        ("quiero hablar con una persona", "human"),
        ("je veux parler à quelqu'un", "human"),
        ("call me", "callback"),
        ("can someone give me a call", "callback"),
        ("I have a complaint", "complaint"),
        ("your tech was so rude", "complaint"),
    ],
)
def test_the_shipped_escalations(text: str, rule: str) -> None:
    verdict = hears(text, Action.ESCALATE)
    assert verdict is not None
    assert (verdict.rule, verdict.detail) == (f"escalation.{rule}", rule)
    assert verdict.matched


@pytest.mark.parametrize(
    "text",
    [
        "travel agent", "real estate agent here", "I'll call you later", "what do you call this",
        "no complaints", "my lawyer's office is on the 3rd floor", "agenda",
        "the manager's special",
        "I'm a lawyer so I'm busy until 5", "ask for Sue", "can you cancel my appointment",
        "cancel my service appointment", "call me when you're outside", "are you a real person?",
        "my last plumber ripped me off", "can someone come out today", "call me Mike",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_escalation(text: str) -> None:
    assert hears(text, Action.ESCALATE) is None


def test_what_cannot_wait_goes_to_who_is_on_call() -> None:
    queues = {rule.id: rule.queue for rule in shipped().escalations}
    assert {queues[name] for name in ("legal", "fraud", "cancel_service")} == {"on-call"}
    assert {queues[name] for name in ("human", "callback", "complaint")} == {"support"}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("I smell gas", Action.EMERGENCY),
        ("my carbon monoxide detector is going off", Action.EMERGENCY),
        ("the outlet is sparking", Action.EMERGENCY),
        ("he can't breathe", Action.EMERGENCY),
        ("huele a gas", Action.EMERGENCY),
        ("il y a le feu", Action.EMERGENCY),
        ("our heat is out and its 15 degrees, theres a newborn here", Action.EMERGENCY),
        ("no heat with a newborn", Action.EMERGENCY),
        ("STOP texting me theres a gas leak", Action.EMERGENCY),
        ("se cayo el cable de luz", Action.EMERGENCY),
        ("I want to kill myself", Action.SELF_HARM),
        ("quiero morir", Action.SELF_HARM),
    ],
)
def test_danger_is_heard(text: str, action: Action) -> None:
    assert hears(text, action)


@pytest.mark.parametrize(
    "text",
    [
        "smoke detector install", "fireplace", "no gas leak", "I was fired",
        "this heat is killing me",
        "spark plug", "gas furnace tune up", "I have a break in my schedule at 2", "911 Elm St",
        "kill the power", "I cut myself on the old faucet",
        "we have a newborn here so please text before you knock",
        "we got a newborn at home so mornings are best", "my furnace makes a loud banging",
        "no hay luz en la cocina", "mon tuyau est bouché",
    ],
)  # fmt: skip
def test_what_is_no_danger(text: str) -> None:
    decision = ask(text)
    assert decision.of(Action.EMERGENCY) is None
    assert decision.of(Action.SELF_HARM) is None


def test_an_unless_takes_away_what_it_reaches_beyond_and_nothing_else() -> None:
    declared = rules(escalation("smoke", "smoke", "smoke ... off", unless=("smoke detector",)))
    facts = GuardFacts()
    assert evaluate("a smoke detector", facts, declared).of(Action.ESCALATE) is None
    assert evaluate("the smoke detector is off", facts, declared).of(Action.ESCALATE)
    assert evaluate("smoke! and a smoke detector", facts, declared).of(Action.ESCALATE)


def test_an_unless_binds_its_own_rule_only() -> None:
    declared = rules(escalation("a", "agent", unless=("travel agent",)), escalation("b", "agent"))
    verdict = evaluate("a travel agent", GuardFacts(), declared).of(Action.ESCALATE)
    assert verdict is not None
    assert verdict.detail == "b"


def test_the_most_urgent_rule_speaks_and_names_the_others() -> None:
    declared = rules(
        escalation("call", "call me"), escalation("law", "lawyer", urgency=Urgency.URGENT)
    )
    verdict = evaluate("call me or my lawyer will", GuardFacts(), declared).of(Action.ESCALATE)
    assert verdict is not None
    assert verdict.detail == "law"
    assert verdict.reason == "Said law; also: Said call"


def test_terms_take_inflections_misspellings_and_classes() -> None:
    declared = rules(escalation("a", "lawyer", "want a {people}"), words={"people": "human person"})
    heard = [
        text
        for text in ("lawyers", "laywer", "I want a person", "lawn", "want a plumber")
        if evaluate(text, GuardFacts(), declared).of(Action.ESCALATE)
    ]
    assert heard == ["lawyers", "laywer", "I want a person"]


def test_a_term_that_cannot_be_read_is_an_error_on_loading() -> None:
    with pytest.raises(ValidationError, match=r"\{nobody\}; declared are: people"):
        rules(escalation("a", "want a {nobody}"), words={"people": "human"})
