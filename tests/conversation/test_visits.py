"""What is said of a visit that is booked."""

import pytest

from smsbot.conversation.visits import OfVisit, said_of_visit
from smsbot.conversation.wishes import certain_wish
from smsbot.conversation.words import words_of


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


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("my dog is staying with you right now", "status"),
        ("how is my car doing", "status"), ("hows she doing", "status"),
        ("how are they doing", "status"),
        ("how are you doing", None), ("hows it going", None), ("hows that sound", None),
        ("is there a wait with you right now", None),
        ("i need to extend his stay", "extend"), ("can we extend my appointment", "extend"),
        ("can you extend the gas line", None), ("do you extend the warranty", None),
        ("an extended warranty for my visit", None),
    ],
)  # fmt: skip
def test_what_is_under_way_with_us_and_what_is_to_be_longer(text: str, wish: str | None) -> None:
    assert certain_wish(words_of(text)) == wish
