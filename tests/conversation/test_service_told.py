"""`smsbot why` says which service it is about, and from what."""

import pytest

from tests.conversation.talk import Talk


def _told(trace: tuple[tuple[str, str], ...]) -> str:
    return next(did for node, did in trace if node == "booking")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("can i book a furnace tune up", "named in the text"),
        ("my furnace is broken, can someone come", "by the answers ("),
        ("id like an appointment", "no service yet"),
    ],
)
async def test_it_is_named_or_told_by_answers_or_open(text: str, told: str) -> None:
    output = await Talk().say(text)
    assert told in _told(output.trace)
