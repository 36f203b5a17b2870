"""By what a text reaches a person."""

import pytest
from evals.reaching import CONVERSATION, GUARD, NOBODY, reached

from smsbot.conversation.graph import Conversation
from smsbot.pack.load import load_shipped


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("let me talk to a manager", GUARD),
        ("i smell gas", GUARD),
        ("do you guys repair hot tubs?", CONVERSATION),
        ("what are your hours?", NOBODY),
        ("thanks", NOBODY),
    ],
)
async def test_by_a_guard_by_the_conversation_or_not(text: str, by: str) -> None:
    assert await reached(text, load_shipped(), Conversation(None)) == by
