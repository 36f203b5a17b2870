"""Which service a text names, and what it costs."""

from collections.abc import Callable

from smsbot.conversation.approved import Piece
from smsbot.conversation.lexicon import PRICING
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.domain.question import Option
from smsbot.language.answers import name_in
from smsbot.language.fuzzy import inflections
from smsbot.pack.booking import Booking, Service
from smsbot.pack.models import Pack
from smsbot.pack.qualification import in_language

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
    if booking is None or dialogue.asked is None:
        return None
    if dialogue.service:
        return booking.service(dialogue.service)
    fields = {q.key: q.field for q in turn.pack.qualification.questions}
    known = {key: turn.contact.fields.get(field) for key, field in fields.items()}
    known |= turn.state.facts
    return service_by_answers(
        booking, lambda when: all(known.get(key) in values for key, values in when.items())
    )


def asks_its_price(turn: TurnInput, words: str) -> bool:
    """Whether `words` ask for a price and name nothing, while the dialogue is about a service: "how
    much is that?" """
    said = words_of(words)
    priced = not PRICING.isdisjoint(said)
    names = any(word not in PRICING and kind_of(word) is Kind.CONTENT for word in said)
    return priced and not names and service_under_way(turn) is not None


def price_of(turn: TurnInput, asked: str, language: str) -> Piece | None:
    """The declared price of the service that is named, under way, or the only one; None where no
    approved sentence states one, or `asked`, the part that asks it, names anything besides: "how
    much to replace a sewer line" is no drain cleaning. Then a person has to."""
    booking = turn.pack.booking
    if booking is None:
        return None
    service = named_service(turn, booking) or service_under_way(turn)
    if service is None and len(booking.services) == 1:
        service = booking.services[0]
    if service is None or service.price is None or _besides(turn.pack, service, asked):
        return None
    text = in_language(service.price.text, language)
    return Piece(text, f"price:{service.id}", (text,))


def _besides(pack: Pack, service: Service, asked: str) -> bool:
    """Whether the words name anything but the service, what it is done to, and its price."""
    choices = [c for q in pack.qualification.questions if q.key in service.needs for c in q.choices]
    things = [said for one in choices for said in (*one.words, *one.label.values())]
    named = (*service.words, *service.name.values(), *things)
    own = {word for said in named for word in words_of(said)}
    own |= {form for word in own for form in inflections(word)}
    left = [
        word for word in words_of(asked) if word not in PRICING and kind_of(word) is Kind.CONTENT
    ]
    return any(word not in own for word in left)
