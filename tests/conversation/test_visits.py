"""What is said of a visit that is booked."""

import pytest

from smsbot.conversation.visits import OfVisit, said_of_visit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hes not here yet", OfVisit.NOBODY_CAME),
        ("no one has shown up", OfVisit.NOBODY_CAME),
        ("where is the tech", OfVisit.NOBODY_CAME),
        ("what if i need to reschedule", OfVisit.SUPPOSED),
        ("how soon can you be here", OfVisit.ASKS_WHEN),
        ("when can you get here", OfVisit.ASKS_WHEN),
        ("let me know if you have to reschedule", OfVisit.SUPPOSED),
        ("the gate code is 4455", OfVisit.NOTE),
        ("i have two dogs", OfVisit.NOTE),
        ("my husband will be there from 11 to 2", OfVisit.NOTE),
        ("text me when hes close", OfVisit.NOTE),
        ("come around to the back", OfVisit.NOTE),
    ],
)
def test_it_is_told_by_its_phrase(text: str, said: OfVisit) -> None:
    assert said_of_visit(text)[0] is said


@pytest.mark.parametrize(
    "text",
    [
        "move it to friday if you can",
        "the furnace is broken too",
        "can you bring a new faucet too",
        "my dog died",
        "do i need to be home",
        "i want a refund",
        "thanks see you then",
    ],
)
def test_what_is_about_something_else(text: str) -> None:
    assert said_of_visit(text) == ()
