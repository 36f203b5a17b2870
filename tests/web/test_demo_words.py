"""The demo says in words what a customer wants."""

import pytest

from smsbot.conversation.routes import ROUTES
from smsbot.domain.understanding import Intent
from smsbot.web.demo.words import INTENT, wants


@pytest.mark.parametrize("name", sorted(set(ROUTES) - {"faq"}))
def test_every_intent_that_has_a_way_has_words(name: str) -> None:
    assert name in INTENT


def test_a_price_is_asked_and_not_what_the_customer_is() -> None:
    assert wants([Intent("price", 0.9), Intent("faq", 1.0, "hours")]) == (
        "asks a known question (hours); asks a price"
    )
