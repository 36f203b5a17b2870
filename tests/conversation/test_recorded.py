"""What a turn was given comes back from its record as it was."""

import json
from dataclasses import replace
from datetime import timedelta

from smsbot.conversation.recorded import gave_of, given_of, turn_of
from smsbot.conversation.state import dump_state
from smsbot.domain.booking import Appointment, BookingState, Busy, Slot
from smsbot.domain.ids import AppointmentId, ContactId, ConversationId
from tests.conversation.talk import OPEN, Talk, without_model

SLOT = Slot("repair_visit", "tess", OPEN + timedelta(hours=4), OPEN + timedelta(hours=6))
FULL = {
    "history": (("bot", "hello"), ("customer", "hi")),
    "first_reply": True,
    "use_model": True,
    "busy": (Busy("marco", 0, "tune_up", OPEN, OPEN, OPEN + timedelta(hours=3)),),
    "appointments": (
        Appointment(
            AppointmentId("apt_1"),
            ContactId("con_1"),
            ConversationId("cnv_1"),
            SLOT,
            BookingState.HELD,
            OPEN + timedelta(minutes=15),
            "12 Elm St",
        ),
    ),
    "lost": (SLOT,),
    "new_id": "apt_2",
    "link_url": "https://sms.example.com",
}


async def test_an_input_comes_back_whole_and_decides_the_same() -> None:
    talk = Talk()
    await talk.say("i need a repair for my water heater")
    turn = replace(talk.inputs[-1], **FULL)  # type: ignore[arg-type]
    output = await without_model().run(turn)
    stored = json.loads(json.dumps(given_of(turn, output)))
    before = json.loads(json.dumps(dump_state(turn.state)))
    again = turn_of(stored, texts=turn.texts, before=before, pack=turn.pack)
    assert again == turn
    assert gave_of(await without_model().run(again)) == gave_of(output)


async def test_a_turn_that_looked_at_no_calendar_keeps_none() -> None:
    talk = Talk()
    output = await talk.say("what are your hours?")
    turn = replace(talk.inputs[-1], **FULL)  # type: ignore[arg-type]
    assert given_of(turn, output)["busy"] == []
