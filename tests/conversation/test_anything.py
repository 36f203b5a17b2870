"""Whatever is texted, a turn ends: with a reply, a person, or a reason for silence."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from smsbot.domain.event import EventType
from smsbot.gate.output_check import check
from tests.conversation.talk import Talk, shipped

ANYTHING = st.text(max_size=400)
PIECES = """what are your hours do you fix roofs ? ! . and hola es bot human call me ok no thanks
how much is a 🙂 “ ” Liked my name is Ana stop 80204 é this"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n", "\u200b"]), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(
    bodies=st.lists(ANYTHING | WORDS, min_size=1, max_size=4),
    media=st.integers(min_value=0, max_value=1),
    first=st.booleans(),
    asked=st.sampled_from(["", "Does 3 PM work?", "We're open every day."]),
)
def test_no_text_breaks_a_turn(bodies: list[str], media: int, first: bool, asked: str) -> None:
    talk = Talk(first=first, history=[("bot", asked)] if asked else [])
    output = asyncio.run(talk.say(*bodies, media=media))
    quiet = [event for event in output.events if event.type is EventType.TURN_QUIET]
    assert len(output.drafts) + len(quiet) == 1
    assert [event for event in output.events if event.type is EventType.DEFECT] == []
    limit = shipped().business.limits.max_segments
    for draft in output.drafts:
        assert check(draft.body, draft.evidence, max_segments=limit) == []
        assert draft.body.count("?") <= 1
        assert draft.while_waiting is (output.handoff is not None)
        assert draft.body.startswith(shipped().business.brand) or not first
    if media or any(body.strip() and not output.drafts for body in bodies):
        assert output.drafts or output.handoff or quiet
