"""What a service costs, in the approved sentence that declares it."""

import re
from collections.abc import Mapping, Sequence

from smsbot.conversation.approved import Piece
from smsbot.conversation.booking.services import (
    named_service,
    service_by_answers,
    service_under_way,
)
from smsbot.conversation.lexicon import PRICING
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.domain.booking import BookingState
from smsbot.language.answers import name_in
from smsbot.language.fuzzy import inflections
from smsbot.pack.booking import Booking, Service
from smsbot.pack.models import Pack
from smsbot.pack.qualification import AskedQuestion, in_language

_HOW_MUCH = frozenset({"cuanto", "cuanta", "combien"})
"""They ask for a price where nothing else is named: "ca fait combien"."""
_AMOUNT = re.compile(r"\d+")


def asks_its_price(turn: TurnInput, words: str) -> bool:
    """Whether `words` ask for a price and name nothing, while one service is spoken of or booked:
    "how much is that?", "is it 119?" """
    said = words_of(words)
    service = service_spoken_of(turn)
    if service is None:
        return False
    names = any(
        word not in PRICING and kind_of(word) is Kind.CONTENT and not word.isdigit()
        for word in said
    )
    priced = not (PRICING | _HOW_MUCH).isdisjoint(said) or _asks_whether(service, words)
    return priced and not names


def _asks_whether(service: Service, words: str) -> bool:
    """Whether a question names an amount that the service's price does."""
    return words.rstrip().endswith("?") and not _amounts(service).isdisjoint(_AMOUNT.findall(words))


def _amounts(service: Service) -> frozenset[str]:
    """The amounts that the service's price states."""
    return frozenset(_AMOUNT.findall(service.price.text["en"]) if service.price else ())


def service_spoken_of(turn: TurnInput) -> Service | None:
    """The service that is under way; else that of the one appointment."""
    booking = turn.pack.booking
    under_way = service_under_way(turn)
    if under_way or booking is None or turn.state.dialogue.asked:
        return under_way
    booked = {a.slot.service for a in turn.appointments if a.state is BookingState.BOOKED}
    known = [one for one in booking.services if one.id in booked]
    return known[0] if len(known) == len(booked) == 1 else None


def price_of(turn: TurnInput, asked: str, language: str) -> Piece | None:
    """The declared price of the service that is named, asked for by what it is for, spoken of, or
    the only one; None where no approved sentence states one, or `asked`, the part that asks it,
    names anything besides: "how much to replace a sewer line" is no drain cleaning, nor is "both
    the AC and the furnace" one tune-up. Then a person has to."""
    booking = turn.pack.booking
    if booking is None:
        return None
    named = _named(turn.pack, asked)
    service = (
        named_service(turn, booking)
        or _by_what_is_asked(booking, named)
        or _fitting(service_spoken_of(turn), named)
    )
    if service is None and len(booking.services) == 1:
        service = booking.services[0]
    if service is None or service.price is None or _besides(turn.pack, service, asked):
        return None
    text = in_language(service.price.text, language)
    return Piece(text, f"price:{service.id}", (text,))


def _by_what_is_asked(booking: Booking, named: Mapping[str, str | None]) -> Service | None:
    """The service that what is named leads to, where its price is an amount: that the consultation
    is free is no answer to what a furnace costs."""
    service = service_by_answers(
        booking, lambda when: all(named.get(key) in values for key, values in when.items())
    )
    return service if service and _amounts(service) else None


def _fitting(service: Service | None, named: Mapping[str, str | None]) -> Service | None:
    """The service, unless what is named makes it another one."""
    if service is None:
        return None
    apart = any(named.get(key, values[0]) not in values for key, values in service.when.items())
    return None if apart else service


def _named(pack: Pack, asked: str) -> dict[str, str | None]:
    """For each question of which `asked` names a choice, that choice; None where it names
    several."""
    found: dict[str, str | None] = {}
    for question in _choosing(pack):
        options = question.question("en").options
        if any(name_in(asked, (option,)) for option in options):
            found[question.key] = name_in(asked, options)
    return found


def _choosing(pack: Pack) -> Sequence[AskedQuestion]:
    return [question for question in pack.qualification.questions if question.choices]


def _besides(pack: Pack, service: Service, asked: str) -> bool:
    """Whether the words name anything but the service, what it is for or done to, and its price,
    or several things that it is done to."""
    own = _own_words(pack, service) | _amounts(service)
    left = [
        word for word in words_of(asked) if word not in PRICING and kind_of(word) is Kind.CONTENT
    ]
    several = [key for key, value in _named(pack, asked).items() if value is None]
    return any(word not in own for word in left) or not {*service.needs}.isdisjoint(several)


def _own_words(pack: Pack, service: Service) -> set[str]:
    """The words, inflected too, of the service, of the answers that lead to it, and of the choices
    of what it needs to know."""
    choices = [
        choice
        for question in _choosing(pack)
        for choice in question.choices
        if question.key in service.needs or choice.value in service.when.get(question.key, ())
    ]
    things = [said for one in choices for said in (*one.words, *one.label.values())]
    named = (*service.words, *service.name.values(), *things)
    own = {word for said in named for word in words_of(said)}
    return own | {form for word in own for form in inflections(word)}
