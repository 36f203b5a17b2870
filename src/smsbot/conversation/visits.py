"""What a customer says of a visit that is booked: something for whoever comes, that nobody has
come, or what they might have to change. Certain by its phrase, whatever the trade. Phrases as
`language.phrases` reads them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache

from smsbot.conversation.wishes import CLASSES
from smsbot.conversation.words import words_of
from smsbot.domain.booking import Appointment, BookingState
from smsbot.language.phrases import Phrasebook
from smsbot.pack.models import Pack
from smsbot.pack.qualification import in_language
from smsbot.pack.slot_words import say_with_zone

OWN_APPOINTMENT = "own_appointment"
"""The intent of who asks when their own appointment is."""


class OfVisit(StrEnum):
    NOTE = "visit_note"
    """Something for whoever comes: a code, a dog, who will be there."""
    NOBODY_CAME = "nobody_came"
    SUPPOSED = "supposed"
    """A change that may never be: "what if i need to reschedule"."""
    ASKS_WHEN = "asks_when"
    """When somebody comes, where nothing else is spoken of: "how soon can you be here"."""
    READDRESS = "readdress"
    """That the visit is at another address; told by the address, not by a phrase."""


_LATELY = timedelta(hours=12)
"""So long after its end that nobody came may be about a visit."""


def lately(visit: Appointment, now: datetime) -> bool:
    """Whether `visit` is booked and has begun, and is not long over; `now` is UTC."""
    begun = visit.slot.start <= now < visit.slot.end + _LATELY
    return visit.state is BookingState.BOOKED and begun


def named_visit(pack: Pack, visit: Appointment) -> str:
    """A visit in a few words, for a person who works here."""
    declared = pack.booking.services if pack.booking else ()
    names = [in_language(one.name, "en") for one in declared if one.id == visit.slot.service]
    return ", ".join([*names, say_with_zone(visit.slot.start, pack.business.zone, "en")])


_PHRASES: Mapping[OfVisit, tuple[str, ...]] = {
    OfVisit.SUPPOSED: (
        "what if|happens",
        "=if|incase i|we|you|they|he|something|things *? *? {change}|up|come|comes",
        "in case i|we|you|something",
        "let me|us know if|should",
    ),
    OfVisit.NOBODY_CAME: (
        "not|isnt|arent|havent|hasnt|never|didnt|nobody|noone|none ... here|{came}",
        "no one ... here|{came}",
        "still waiting|not",
        "where|wheres|whens the|your|my? {worker}|{comer}",
        "where is|are|r the|your|my? {worker}|{comer}",
        "where is|are|r you|u|yall",
        "when is|are|r|will the|your? {worker}|{comer} getting|coming|arriving|be|get|{came}",
        "{worker}|{comer} is|are|was|running? late",
        "are|r|is you|they|he|she|we|anyone|someone|anybody|somebody still? coming|on",
        "no show",
        "nadie ha? llego|llegado|vino|venido",
        "no ha|han llegado|venido",
        "no llega|llegan|llego",
        "personne|pas|toujours ... venu|arrive|la",
    ),
    OfVisit.ASKS_WHEN: (
        "how soon can|could|would|will|are you|yall|u|someone|somebody|they|{worker} {coming}",
        "when|whens can|could|would|will|are you|yall|u|someone|somebody|they|{worker} {coming}",
        "cuando pueden|puede|van|va a? {coming}",
        "quand pouvez|pourriez|allez vous? {coming}",
    ),
    OfVisit.NOTE: (
        "gate|door|garage|lockbox|alarm|entry|building|access|buzzer|call|front code|box|pin|combo",
        "code|combo|lockbox is",
        "have|got|theres ... {pet}",
        "{pet} is|are|bites|barks|bite|bark|will|in|inside|outside|friendly|loose",
        "{kin}|{worker} will|ll|is|s|be|gonna|can|going *? *? there|home|here|let|meet|open",
        "someone|somebody will|ll|is|gonna|can *? there|home|let|meet|open",
        "ill|i|well|we be|will|ll *? there|home|here to|from|after|until|till|all|between",
        "ill|well be there|home",
        "key|keys is|are|under|with|in",
        "park|parking in|on|behind|is|by|at|spot|space",
        "use|come|go|enter|around to|through|in|thru|around? the|my|our? back|side|front|{entry}",
        "text|call|ring|msg|message|buzz|phone me|us|him|her ... when|before|once|first|ahead|on",
        "text|call|ring|msg|message|buzz when|before",
        "heads up before|when|on",
        "let me|us|him|her know when|before|once",
        "knock|doorbell|buzzer|doorman|concierge",
        "tengo|tenemos|hay ... perro|perros|gato|gatos",
        "codigo|clave|llave de|del|es|esta",
        "avise|avisen|aviseme|llame|llamen ... antes|cuando",
        "jai|on|nous ... chien|chiens|chat|chats",
        "code du|de|est",
        "appelez|prevenez ... avant|quand",
    ),
}  # fmt: skip
_CLASSES: Mapping[str, Sequence[str]] = {
    **CLASSES,
    "change": "reschedule rebook cancel change move push postpone switch".split(),
    "comer": "he she they hes shes theyre everyone everybody guy guys yall crew team".split(),
    "came": "arrived arrive come came showed show shown turned".split(),
    "coming": """
        be get come coming arrive make getting arriving here venir llegar pasar arriver passer
    """.split(),
    "entry": "garage rear alley basement gate door".split(),
    "pet": "dog dogs cat cats pet pets puppy pup puppies pitbull shepherd".split(),
    "kin": """
        husband wife hubby partner mom dad mother father son daughter brother sister roommate
        boyfriend girlfriend tenant tenants renter neighbor nanny sitter babysitter super landlord
        manager housekeeper kid kids grandma grandpa friend
    """.split(),
}
_ORDER = (OfVisit.SUPPOSED, OfVisit.NOBODY_CAME, OfVisit.ASKS_WHEN, OfVisit.NOTE)


def said_of_visit(text: str) -> tuple[OfVisit, ...]:
    """What `text` says of a visit, the most telling first; nothing where it says none of these."""
    heard = {match.label for match in _book().find(words_of(text))}
    return tuple(one for one in _ORDER if one in heard)


@cache
def _book() -> Phrasebook[OfVisit]:
    phrases = [(label, text) for label, listed in _PHRASES.items() for text in listed]
    return Phrasebook(phrases, classes=_CLASSES)
