"""A second thing that is wanted beside the one that is booked."""

import pytest

from tests.conversation.talk import Talk, detail, said


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("furnace tune-up friday please and also my kitchen drain is clogged", True),
        ("i need a furnace tune-up plus a quote for a new ac", True),
        ("my kitchen drain is clogged, also the bathroom drain", False),
        ("i need a furnace tune-up, also how much is a drain cleaning?", False),
        ("my kitchen drain is clogged and also it smells", False),
        ("my kitchen drain is clogged, also the gate code is 4455", False),
    ],
)
async def test_a_person_hears_of_the_second_thing(text: str, heard: bool) -> None:
    one = Talk()
    output = await one.say(text)
    assert (detail(output) == "another_wish") is heard
    assert said(output)
