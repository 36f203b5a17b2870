"""A text while a person is awaited, as the conversation would hear it: no turn runs over it."""

from smsbot.conversation.state import ConversationState, StateUnreadable, load_state
from smsbot.conversation.turn import TurnInput, UnansweredText
from smsbot.conversation.while_waiting import Meant, meant
from smsbot.pipeline.arrival import Arrival


def heard(arrival: Arrival) -> Meant:
    """What the text of `arrival` means to who may say almost nothing."""
    text = UnansweredText(arrival.id, arrival.text.body, arrival.now, media=len(arrival.text.media))
    turn = TurnInput(
        texts=(text,),
        state=_state(arrival),
        contact=arrival.contact,
        pack=arrival.pack,
        now=arrival.services.clock.seen_by(arrival.contact.phone),
    )
    return meant(turn)


def _state(arrival: Arrival) -> ConversationState:
    try:
        return load_state(arrival.arrived.conversation.state or None)
    except StateUnreadable:
        return ConversationState()
