"""Which service a text names."""

from collections.abc import Callable

from smsbot.conversation.turn import TurnInput
from smsbot.domain.question import Option
from smsbot.language.answers import name_in
from smsbot.pack.booking import Booking, Service

Conditions = dict[str, tuple[str, ...]]
"""Question -> the answers with which something applies."""


def named_service(turn: TurnInput, booking: Booking) -> Service | None:
    """The one service that the texts name by its words; None where none or several are named."""
    text = "\n".join(one.body for one in turn.texts)
    options = tuple(
        Option(s.id, s.name["en"], (*s.words, *s.name.values())) for s in booking.services
    )
    named = name_in(text, options)
    return booking.service(named) if named else None


def service_by_answers(booking: Booking, applies: Callable[[Conditions], bool]) -> Service | None:
    """The first service whose `when` applies; None where none that has one does."""
    return next((one for one in booking.services if one.when and applies(one.when)), None)


def service_under_way(turn: TurnInput) -> Service | None:
    """What the dialogue is about: the service that is offered, or the one that the answers so far
    lead to; None where nothing is under way or it is open yet."""
    booking, dialogue = turn.pack.booking, turn.state.dialogue
    if booking is None or (dialogue.asked is None and dialogue.goal is None):
        return None
    if dialogue.service:
        return booking.service(dialogue.service)
    fields = {q.key: q.field for q in turn.pack.qualification.questions}
    known = {key: turn.contact.fields.get(field) for key, field in fields.items()}
    known |= turn.state.facts
    known = {key: value for key, value in known.items() if key not in dialogue.forgotten}
    return service_by_answers(
        booking, lambda when: all(known.get(key) in values for key, values in when.items())
    )
