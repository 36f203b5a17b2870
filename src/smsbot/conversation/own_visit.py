"""Whether a text is about the customer's own visit: the one that is booked, or that just was."""

from collections.abc import Sequence
from datetime import timedelta

from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.forms import asks, requests, wants_another
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.visits import OWN_APPOINTMENT, OfVisit, said_of_visit
from smsbot.conversation.words import words_of
from smsbot.domain.booking import Appointment, BookingState
from smsbot.domain.understanding import Intent
from smsbot.language.answers import announces_correction, name_in

_SAME_DAY = timedelta(hours=8)
"""So long before a visit "he's not here yet" is about it."""
CHANGES = frozenset({"reschedule", "cancel_appointment"})
MAY_BE_OF_VISIT = CHANGES | frozenset("statement question unclear status availability book".split())
"""What a text looks like that is about a visit that is booked."""
NEARER = frozenset("earlier sooner later antes".split())
FEW_WORDS = 9


def booked_of(turn: TurnInput) -> list[Appointment]:
    """The contact's booked appointments to come."""
    return [one for one in turn.appointments if one.state is BookingState.BOOKED]


def of_visit(turn: TurnInput, intent: Intent, heard: Heard) -> str | None:
    """What a text is where it is about the visit that is booked, or was: another address for it,
    something for whoever comes, that nobody has come, when somebody does, or a change that may
    never be."""
    booked = booked_of(turn)
    if not booked:
        return OfVisit.NOBODY_CAME if turn.past and _tells_nobody_came(intent) else None
    if intent.name not in MAY_BE_OF_VISIT or wants_another(words_of(intent.words)):
        return None
    if heard.readdresses(turn.pack) and len(booked) == 1 and not heard.chosen(turn.pack):
        return OfVisit.READDRESS
    said = said_of_visit(intent.words)
    if OfVisit.SUPPOSED in said:
        return OWN_APPOINTMENT if intent.name in CHANGES and not heard.times.windows else None
    return None if intent.name in CHANGES else _said_of(turn, intent, heard, said)


def _said_of(turn: TurnInput, intent: Intent, heard: Heard, said: Sequence[OfVisit]) -> str | None:
    booked = booked_of(turn)
    first = booked[0].slot.start
    if OfVisit.NOBODY_CAME in said and first - turn.now < _SAME_DAY:
        return OfVisit.NOBODY_CAME if first <= turn.now else OWN_APPOINTMENT
    if OfVisit.ASKS_WHEN in said and not heard.anything and not _names_other(turn, intent.words):
        return OWN_APPOINTMENT
    tells = intent.name in ("statement", "unclear") or requests(words_of(intent.words))
    told = OfVisit.NOTE in said and tells and len(booked) == 1
    return OfVisit.NOTE if told else None


def _tells_nobody_came(intent: Intent) -> bool:
    """Whether a text says so of a visit that is over; who asks "is he coming back" does not."""
    return OfVisit.NOBODY_CAME in said_of_visit(intent.words) and not asks(words_of(intent.words))


def _names_other(turn: TurnInput, text: str) -> bool:
    """Whether `text` names a choice that is not of what is booked, also where it only asks."""
    declared = turn.pack.booking
    services = declared.services if declared else ()
    booked = {one.slot.service for one in booked_of(turn)}
    own = [one.when for one in services if one.id in booked]
    leading = {key for one in services for key in one.when}
    for question in turn.pack.qualification.questions:
        value = name_in(text, question.question("en").options) if question.key in leading else None
        if value and not any(value in when.get(question.key, ()) for when in own):
            return True
    return False


def moves_own(turn: TurnInput, intent: Intent, heard: Heard) -> bool:
    """Whether "anything earlier?" or "no wait, I meant the first one" is about the one appointment
    that there is."""
    said = words_of(intent.words)
    picks = "one" in said or any(word.isdigit() for word in said)
    changed = announces_correction(intent.words) and bool(heard.times.windows or picks)
    nearer = (not NEARER.isdisjoint(said) or changed) and len(said) <= FEW_WORDS
    about = intent.name in ("statement", "question", "availability", "book")
    return about and nearer and not heard.answers and len(booked_of(turn)) == 1
