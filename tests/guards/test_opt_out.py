"""compliance.md 1: what is an opt-out, rule by rule, and what only looks like one."""

import pytest

from smsbot.domain.guard import Action, GuardFacts
from smsbot.guards.opt_out import REASONS
from tests.guards.support import ask, hears

HEARD = {
    "keyword": (
        "STOP", "stop.", "“Stop”", "s t o p", "S.T.O.P.", "stpo", "sotp", "stoppp", "st0p", "🛑",
        "STOPALL", "stop all", "unsubscribe", "unsubcribe", "UNSUBSCRIBE!", "opt out", "Opt-out",
        "CANCEL", "end", "Quit", "revoke", "ALTO", "pare", "Baja", "ARRÊT", "arret",
    ),
    "polite": (
        "stop please", "Please stop", "pls stop thx", "end please", "stop por favor",
        "arrêtez s'il vous plaît", "ok stop",
    ),
    "stop_contact": (
        "stop texting me", "quit txting my phone", "stop sending me this crap", "stop the texts",
        "please make these texts stop", "stop texting me and whats the rate",
        "how do i stop these messages", "dejen de escribirme", "arrêtez de m'écrire",
    ),
    "do_not_contact": (
        "do not text me", "dont txt me anymore", "never contact this number again",
        "I'd rather you not text me", "don't ever call me again", "no me escriban más",
        "ne m'écrivez plus",
    ),
    "no_more": (
        "no more texts", "no texts please", "No more.", "no más mensajes", "plus de textos",
    ),
    "not_wanted": (
        "I don't want your texts", "i no longer wish to receive these messages",
        "I don't want to hear from you", "no quiero recibir mensajes",
        "je ne veux plus recevoir vos textos",
    ),
    "remove": (
        "take me off your list", "remove my number", "lose my number", "delete me",
        "I'd like to be removed", "quítenme de la lista", "retirez-moi de votre liste",
    ),
    "unsubscribe": ("please unsubscribe me", "how do i unsubscribe", "I want to opt out of texts"),
    "leave_alone": ("leave me alone", "go away!", "déjenme en paz", "laissez-moi tranquille"),
    "block": ("I'm blocking this number", "reported as spam"),
    "consent": ("I revoke my consent", "I never signed up for these texts"),
    "stop_clause": (
        "STOP! I told you already", "not interested. stop", "who is this? stop", "stop it",
        "you need to stop", "I already said stop", "no thanks stop", "wrong number stop",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r, texts in HEARD.items() for t in texts])
def test_an_opt_out_is_heard_in_any_words(rule: str, text: str) -> None:
    verdict = hears(text, Action.OPT_OUT)
    assert verdict is not None
    # Where several rules hear it, the first that was found speaks.
    assert verdict.rule.removeprefix("opt_out.") in REASONS
    if rule in ("keyword", "polite"):
        assert verdict.rule == f"opt_out.{rule}"


@pytest.mark.parametrize(
    "text",
    [
        # Rule 3: CANCEL, END and QUIT inside a sentence are conversation.
        "can you cancel my appointment", "when does the sale end", "the furnace quit last night",
        # Rule 7: a limit or a condition follows.
        "don't text me until after 5", "don't text me at work", "stop texting me so early",
        "please don't contact me before 9", "no texts after 8pm",
        # Another stop.
        "stop by at 3", "the bus stop", "don't stop", "stop sign", "non-stop", "I had to stop",
        "it won't stop leaking", "please stop the leak", "the sign says stop", "door stop",
        # One edit away, and words themselves.
        "a lot", "alot", "shop", "step", "top", "stoop", "spot", "quiet", "quite", "cancer",
        # The other way round, by accident, about somebody else.
        "please don't remove me from the list", "I unsubscribed by mistake", "don't unsubscribe me",
        "did you lose my number?", "what happens if I text STOP", "don't call me, text me",
        # Our own words come back.
        "Liked “You're booked. Reply STOP to opt out”", "Reply STOP to opt out, HELP for help",
        "why don't you text me the address", "take me off the waiting list",
        "I don't want to miss your texts", "no more hot water", "remove the old unit",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_passes(text: str) -> None:
    assert hears(text, Action.OPT_OUT) is None


def test_the_carriers_word_is_enough() -> None:
    verdict = ask("whatever", GuardFacts(carrier_keyword="STOP")).winner
    assert verdict.rule == "opt_out.carrier"


def test_stop_in_capitals_at_either_end() -> None:
    assert hears("ok whatever you say STOP", Action.OPT_OUT)
    assert hears("STOP we already bought one", Action.OPT_OUT)
    assert hears("meet me at the bus STOP", Action.OPT_OUT) is None
    assert hears("STOP by when you can", Action.OPT_OUT) is None


def test_a_verdict_says_what_was_seen() -> None:
    verdict = hears("hello, please stop texting me. thanks", Action.OPT_OUT)
    assert verdict is not None
    assert verdict.matched == "stop texting me"
    assert verdict.reason == REASONS["stop_contact"]


@pytest.mark.parametrize(
    "text",
    [
        "cancelar porfa", "hola, baja gracias", "bjr arrêt svp merci", "arret cdt", "altto",
        "cancelrar", "detner", "bastta", "STOP 555-0150", "remove 303-555-0150 please",
    ],
)  # fmt: skip
def test_a_keyword_may_be_polite_misspelt_or_name_the_number(text: str) -> None:
    assert ask(text).action is Action.OPT_OUT


@pytest.mark.parametrize(
    "text",
    [
        "pasta", "pagar", "retener", "salto", "algo", "aretes", "cancelado", "f-stop", "hasta",
        "un kilo de tomates stp", "tournez à gauche au stop",
    ],
)  # fmt: skip
def test_a_word_near_a_keyword_stays_what_it_is(text: str) -> None:
    assert hears(text, Action.OPT_OUT) is None


@pytest.mark.parametrize(
    "text",
    [
        "please don't take me off the list", "por favor no me quiten de la lista",
        "ne me retirez pas de la liste", "we don't want the reminders to stop",
        "stop calling me, I prefer texts", "remove my email and keep the texts",
        "don't text my old phone, use my new number",
        "another shop kept texting till I said stop. you guys are fine, see you friday",
        "my daughter texted you STOP, please ignore it", "stop, you had me at free delivery",
        "arrêtez de m'appeler, je préfère les textos", "si je me désabonne je perds mes points ?",
        "dejen de llamarme, prefiero mensajes de texto",
    ],
)  # fmt: skip
def test_what_explains_an_opt_out_away(text: str) -> None:
    assert hears(text, Action.OPT_OUT) is None
