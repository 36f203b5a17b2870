"""Somebody else may take the time at once: only what is plainly meant takes a visit off."""

import pytest

from smsbot.conversation.booking.cancelling import Cancels, cancels


@pytest.mark.parametrize(
    "text",
    [
        "cancel my appointment",
        "i need to cancel",
        "please cancel it, something came up",
        "can you cancel my visit?",
        "hi could you cancel tomorrow please",
        "quiero cancelar la cita",
        "je veux annuler le rendez-vous",
    ],
)
def test_a_plain_wish_is_meant(text: str) -> None:
    assert cancels(text) is Cancels.PLAINLY


@pytest.mark.parametrize(
    "text",
    [
        "please dont cancel",
        "don't cancel on me",
        "i won't cancel",
        "i didnt cancel",
        "never said to cancel it",
        "no necesito cancelar, solo queria preguntar el precio",
    ],
)
def test_what_is_denied_is_not(text: str) -> None:
    assert cancels(text) is Cancels.NOT


@pytest.mark.parametrize(
    "text",
    [
        "is it too late to cancel",
        "did you cancel my appointment?",
        "i might have to cancel",
        "how do i cancel if i need to",
        "if i cancel do i get the 149 back",
        "my work meeting got cancelled so ill be home all day",
        "cancel?",
    ],
)
def test_what_may_mean_it_is_asked_about(text: str) -> None:
    assert cancels(text) is Cancels.PERHAPS
