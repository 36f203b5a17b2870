"""Somebody else may take the time at once: only what is plainly meant takes a visit off."""

import pytest

from smsbot.conversation.booking.cancelling import Cancels, cancels

MEANT = {
    Cancels.PLAINLY: (
        "cancel my appointment",
        "i need to cancel",
        "please cancel it, something came up",
        "can you cancel my visit?",
        "hi could you cancel tomorrow please",
        "never mind cancel it",
        "never mind, please cancel my visit",
        "nevermind i want to cancel",
        "quiero cancelar la cita",
        "je veux annuler le rendez-vous",
        "siempre no voy a poder, cancele la cita por favor",
        "i wont make it, please cancel",
        "je ne peux pas, annulez svp",
    ),
    Cancels.NOT: (
        "please dont cancel",
        "don't cancel on me",
        "i won't cancel",
        "i didnt cancel",
        "never said to cancel it",
        "never mind dont cancel it",
        "i never asked you to cancel",
        "no necesito cancelar, solo queria preguntar el precio",
    ),
    Cancels.PERHAPS: (
        "is it too late to cancel",
        "did you cancel my appointment?",
        "i might have to cancel",
        "how do i cancel if i need to",
        "if i cancel do i get the 149 back",
        "my work meeting got cancelled so ill be home all day",
        "cancel?",
        "never mind about cancelling",
        "nevermind the cancellation",
        "never mind what i said about canceling",
    ),
}


@pytest.mark.parametrize(
    ("text", "meant"), [(text, meant) for meant, texts in MEANT.items() for text in texts]
)
def test_what_is_meant_by_cancelling(text: str, meant: Cancels) -> None:
    assert cancels(text) is meant
