"""Which service a text names, and what it costs."""

from smsbot.conversation.approved import Piece
from smsbot.conversation.turn import TurnInput
from smsbot.domain.question import AnswerType, Option, Question
from smsbot.language.answers import find_answers
from smsbot.pack.booking import Booking, Service
from smsbot.pack.qualification import in_language


def named_service(turn: TurnInput, booking: Booking) -> Service | None:
    """The one service that the texts name by its words; None where none or several are named."""
    text = "\n".join(one.body for one in turn.texts)
    options = tuple(
        Option(s.id, s.name["en"], (*s.words, *s.name.values())) for s in booking.services
    )
    asked = Question("service", AnswerType.CHOICE, options)
    zone = turn.pack.business.zone
    found = find_answers(text, [asked], turn.now.astimezone(zone), zone)
    return booking.service(found[0].value) if found else None


def price_of(turn: TurnInput, language: str) -> Piece | None:
    """The declared price of the service that is named, under way, or the only one; None where no
    approved sentence states one: then a person has to."""
    booking = turn.pack.booking
    if booking is None:
        return None
    under_way = turn.state.dialogue.service
    service = named_service(turn, booking) or (booking.service(under_way) if under_way else None)
    if service is None and len(booking.services) == 1:
        service = booking.services[0]
    if service is None or service.price is None:
        return None
    text = in_language(service.price.text, language)
    return Piece(text, f"price:{service.id}", (text,))
