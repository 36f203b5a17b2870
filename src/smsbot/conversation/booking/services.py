"""Which service a text names, and what it costs."""

from smsbot.conversation.approved import Piece
from smsbot.conversation.lexicon import PRICING
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.domain.question import Option
from smsbot.language.answers import name_in
from smsbot.language.fuzzy import inflections
from smsbot.pack.booking import Booking, Service
from smsbot.pack.qualification import in_language


def named_service(turn: TurnInput, booking: Booking) -> Service | None:
    """The one service that the texts name by its words; None where none or several are named."""
    text = "\n".join(one.body for one in turn.texts)
    options = tuple(
        Option(s.id, s.name["en"], (*s.words, *s.name.values())) for s in booking.services
    )
    named = name_in(text, options)
    return booking.service(named) if named else None


def price_of(turn: TurnInput, asked: str, language: str) -> Piece | None:
    """The declared price of the service that is named, under way, or the only one; None where no
    approved sentence states one, or `asked`, the part that asks it, names anything besides: "how
    much to replace a sewer line" is no drain cleaning. Then a person has to."""
    booking = turn.pack.booking
    if booking is None:
        return None
    under_way = turn.state.dialogue.service
    service = named_service(turn, booking) or (booking.service(under_way) if under_way else None)
    if service is None and len(booking.services) == 1:
        service = booking.services[0]
    if service is None or service.price is None or _besides(service, asked):
        return None
    text = in_language(service.price.text, language)
    return Piece(text, f"price:{service.id}", (text,))


def _besides(service: Service, asked: str) -> bool:
    """Whether the words name anything but the service and its price."""
    own = {word for said in (*service.words, *service.name.values()) for word in words_of(said)}
    own |= {form for word in own for form in inflections(word)}
    left = [
        word for word in words_of(asked) if word not in PRICING and kind_of(word) is Kind.CONTENT
    ]
    return any(word not in own for word in left)
