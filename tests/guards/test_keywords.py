"""Help, opt-in, wrong number, and what carriers say (compliance.md 1)."""

import pytest

from smsbot.domain.guard import Action, GuardFacts
from tests.guards.support import ask, hears


@pytest.mark.parametrize("text", ["HELP", "help!", "Info", "AIDE", "ayuda", "help please", "Help?"])
def test_help_is_heard(text: str) -> None:
    assert ask(text).action is Action.HELP


@pytest.mark.parametrize(
    "text", ["help me pick a time", "can you help", "info on pricing?", "help me"]
)
def test_a_longer_text_is_no_help_keyword(text: str) -> None:
    assert hears(text, Action.HELP) is None


@pytest.mark.parametrize("text", ["START", "start please", "unstop", "UNSTOP."])
def test_opt_in_is_heard(text: str) -> None:
    assert ask(text).action is Action.OPT_IN


@pytest.mark.parametrize(
    "text", ["restart", "yes", "start at 3", "when do you start", "it won't start"]
)
def test_nothing_else_opts_in(text: str) -> None:
    assert hears(text, Action.OPT_IN) is None


@pytest.mark.parametrize(
    ("facts", "text", "rule"),
    [
        (GuardFacts(carrier_keyword="HELP"), "?", "help.carrier"),
        (GuardFacts(carrier_keyword="START"), "subscribe me", "opt_in.carrier"),
    ],
)
def test_the_carrier_says_so(facts: GuardFacts, text: str, rule: str) -> None:
    assert ask(text, facts).winner.rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "wrong number", "You have the wrong person", "this isn't maria", "This isn't Kowalski",
        "no Maria here", "Maria doesn't live here anymore", "I'm not who you're looking for",
        "she no longer has this number", "número equivocado", "no soy María", "mauvais numéro",
        "je ne suis pas Marie", "vous vous trompez de numéro",
    ],
)  # fmt: skip
def test_a_wrong_number_is_heard(text: str) -> None:
    assert ask(text).action is Action.WRONG_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "I gave you the wrong number, it's 303-555-0142", "wrong number of rooms", "wrong address",
        "this isn't working", "this isn't right", "I'm not sure", "I'm not home", "not today",
        "This isn't Maria, it's her husband Tom", "there's no heat here",
        "is this the right number",
        "je ne suis pas disponible", "no es urgente",
    ],
)  # fmt: skip
def test_what_is_no_wrong_number(text: str) -> None:
    assert hears(text, Action.WRONG_NUMBER) is None
