"""Words that carriers act upon are not offered as answers (compliance.md 1, rule 3)."""

from pathlib import Path

import pytest

from smsbot.gate.reserved import offered_words

MESSAGES = Path(__file__).parents[2] / "prompts" / "messages"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("Reply CANCEL to move your visit.", "CANCEL"),
        ("text YES", "YES"),
        ("Text us yes to confirm.", "YES"),
        ("Reply with the word cancel.", "CANCEL"),
        ('Say "stop" and we move it.', "STOP"),
        ("YES/NO", "YES"),
        ("Reply C to confirm or END to leave.", "END"),
        ("Reply STOP to cancel your visit.", "STOP"),
        ("Reply STOP to end this visit.", "STOP"),
        ("Reply START to begin.", "START"),
        ("Reply HELP to reach Dana.", "HELP"),
        ("Responda CANCELAR para cambiar su cita.", "CANCELAR"),
        ("R\u00e9pondez ARR\u00caT pour changer.", "ARRET"),
        ("Reply \uff23\uff21\uff2e\uff23\uff25\uff2c now.", "CANCEL"),
        ("Reply CAN\u200bCEL now.", "CANCEL"),
        ("Type opt out to leave.", "OPT OUT"),
    ],
)
def test_a_reserved_word_is_no_prompt(body, word):
    assert word in offered_words(body)


@pytest.mark.parametrize(
    "body",
    [
        "Reply C to confirm, 1 for another time.",
        "You can cancel up to a day before.",
        "Yes, we can help. We start at 8.",
        "At the end of the visit you pay.",
        "Reply STOP to opt out, HELP for help.",
        "Reply STOP to unsubscribe. Msg & data rates may apply.",
        "Text STOP to cancel.",
        "Reply STOP to end these messages.",
        "Responda ALTO para no recibir m\u00e1s mensajes, AYUDA para ayuda.",
        "R\u00e9pondez ARRET pour vous d\u00e9sabonner, AIDE pour de l'aide.",
    ],
)
def test_conversation_and_what_carriers_demand_are_left_alone(body):
    assert offered_words(body) == []


def test_our_opt_out_and_help_texts_may_offer_the_three():
    body = "You won't get texts from us. Reply START to return, HELP to get help."
    assert offered_words(body) == ["START"]
    assert offered_words(body, mandated=True) == []
    assert offered_words("Reply CANCEL or STOP.", mandated=True) == ["CANCEL"]


@pytest.mark.parametrize("file", sorted(MESSAGES.glob("*.md")), ids=lambda file: file.name)
def test_the_shipped_texts_offer_none(file):
    body = file.read_text(encoding="utf-8").split("---", 2)[2]
    system = file.name.startswith(("opt", "help"))
    assert offered_words(body, mandated=system) == []
