"""Wishes that are certain by their phrase, whatever the trade; all others are told by weights
(`intents`). Phrases as `language.phrases` reads them."""

from collections.abc import Mapping, Sequence
from functools import cache

from smsbot.conversation.forms import asks, wants
from smsbot.conversation.words import Kind, kind_of, words_of
from smsbot.language.phrases import Phrasebook

WISHES: Mapping[str, tuple[str, ...]] = {
    "cancel_appointment": (
        "{cancel} ... {visit}",
        "no longer|dont|wont need ... {visit}",
        "cancelar|anular|cancele|cancelen|cancela|cancelo|cancelame|anule ... cita|visita|sita",
        "cancelarla|cancelela|cancelenla|cancelamela|anularla",
        "ya no necesito|quiero|ocupo ... cita|visita",
        "annuler|annulez|annule|canceller|cancellez|cancelle ... rendez|rdv|visite",
        "annuler|annulez|canceller|cancellez ca|le|la",
        "la|le annuler|canceller",
    ),
    "reschedule": (
        "{move} ... {visit}",
        "reschedule|rebook|resched|rescheduling|reprogramar",
        "cant|cannot|wont make it",
        "something|things came|come|cropped up",
        "cant|cannot|wont|not be there|home",
        "not gonna|going to? be there|home",
        "surgio|salio algo",
        "empechement",
        "finalement ... peux|pourrai|peut pas",
        "no|nunca puedo|podre|alcanzo ... ir|llegar|estar|ese|esa",
        "remettre|repousser|bouger ... rendez|rdv|visite|plus|autre",
        "different|another|other|new time|day|date for ... {visit}|it",
        "cambiar|mover|cambio ... cita|visita|hora",
        "cambiarla|cambiarlo|moverla|moverlo|reprogramarla|reagendar|reagendarla",
        "deplacer|changer|reporter|decaler ... rendez|rdv|visite|creneau",
        "deplacer|decaler a|au|pour",
        "deplacer|decaler|changer|reporter|bouger|remettre ca|le|la|lheure a|au|pour",
        "le|la deplacer|decaler|reporter",
    ),
    "extend": ("extend|extending|prolong ... stay|{visit}",),
    "status": (
        "is|are|was *? with you|yall|u right? now|currently",
        "how is|are my|our *? *? doing",
        "hows my|our|he|she *? *? doing",
        "how is he|she doing",
        "how are they doing",
    ),
    "availability": (
        "still available",
        "earliest|soonest|first|next available|appointment|opening|availability",
        "how soon can|could|would|are|will you|yall|u|someone|somebody|they|we|i",
        "when|whens can|could|would you|yall|u|someone|somebody|they come|be|get|make|send|fit|do",
        "cuando|cuanto pueden|puede|podrian|podria venir|pasar|llegar|mandar",
        "pueden|puede|podrian|podria alguien? venir|pasar|mandar|mandarme",
        "quand pouvez|pourriez|peut|peux vous|tu? venir|passer|envoyer",
        "pouvez|pourriez vous venir|passer|envoyer",
        "peux|pourrais tu venir|passer|envoyer",
        "quelquun peut|pourrait|peux venir|passer",
        "avez vous une|de|des? place|places|disponibilite|disponibilites|dispo",
        "tienen|hay cita|citas|hora|horas|disponible|disponibilidad",
    ),
    "book": (
        "{want} ... {visit}",
        "^ a|an|another|one? {visit} please",
        "^ cita por favor",
        "lets do|get|have|make|plan|try ... {visit}",
        "book|schedule|sched|arrange|setup ... {visit}",
        "book|schedule me|us|/",
        "{want} ... {worker}",
        "can|could|may|{want}|love|looking|id to? i|we? book|schedule|reserve",
        "can|could|may i|we get|make|have a|an|another|one {visit}",
        "need|want|quiero|necesito|quisiera|ocupo|busco|queria|gustaria ... cita|visita|plomero",
        "quiero|necesito|quisiera|ocupo|busco|queria|kiero ... tecnico|sita",
        "necesito|quiero|ocupo|busco|mande|manden|manda ... electricista|fontanero|plomera",
        "agendar|reservar|programar|hacer|sacar|pedir|apartar ... cita|visita|sita",
        "quiero|quisiera|ocupo|necesito|gustaria|puedo agendar|reservar",
        "necesito|ocupo|quiero que vengan|venga|manden|manda|mande|pasen",
        "prendre|besoin|voudrais|avoir|aimerais|jaimerais|fixer|ceduler ... rendez|rdv",
        "besoin|cherche|voudrais|faut ... electricien|plombier|chauffagiste|depanneur",
        "besoin|cherche|voudrais d|dun|un ... electricien|plombier|chauffagiste|depanneur",
    ),
    "price": (
        "cuanto|cuanta|cuantos cuesta|cuestan|cobra|cobran|sale|salen|vale|valen|seria|por|para",
        "cuanto me|nos cuesta|cobra|cobran|cobrarian|sale|saldria",
        "que precio|precios",
        "combien pour|ca|cela|coute|coutent|est|serait|vous|prenez|ce|cest",
        "quel|quels|quelle est|sont? votre|vos|le|les|un|une? prix|tarif|tarifs",
        "cest quoi le|les|votre|vos prix|tarif|tarifs",
        "fait|coute|coutent|vaut|chargez combien",
    ),
}  # fmt: skip
"""Intent -> its phrases; where several are heard, the first of them counts."""
OWN = (
    "when|whens|what|which|remind|confirm|forgot|check ... my|our|mine {visit}",
    "time|day|date ... my|our {visit}",
    "when|whens ... i|we|you scheduled|booked|coming",
    "what|which time|day ... i|we|you scheduled|booked|coming",
    "when|whens ... the|your {worker}|{visit} coming|here|again|/",
    "is|are|am|was|did i|we|it|that|this|my|our|everything ... confirmed|booked|scheduled",
    "am|are i|we all|still|good set|on|scheduled|booked|coming|confirmed",
    "are|r we|you|yall still on|coming|good",
    "is it|that|my {visit}? still on",
    "^ confirmed $",
    "esta confirmada|confirmado",
    "est confirme",
    "do|did i|we have|book|make a|an|the {visit}",
    "cuando|hora|dia ... mi|nuestra cita|visita",
    "cuando|hora van|va a llegar|venir|pasar",
    "quand|heure|jour ... mon|ma|notre rendez|rdv|visite",
)
"""How people ask when their own appointment is."""
OWN_IF_BOOKED = (
    "cuando|hora llegan|llega|vienen|viene|pasan|pasa",
    "quand|heure ... vous venez|arrivez|passez",
    "quand|heure ... il|ils|elle|technicien vient|viennent|arrive|arrivent",
    "quand|heure ... venez|arrivez|passez vous",
    "sigue|siguen ... en pie",
    "rendez|rdv|visite ... toujours|encore",
)
"""How people ask it where something is booked; else it asks when somebody can come."""
OWN_RECORD = (
    "what|whats|which|confirm|check ... {record} ... you have|got $|on|for|down|listed",
    "whats|which|confirm|check my {record}",
    "what is|was my {record}",
    "{record} ... on file",
)
"""How people ask what we know of themselves."""
CLASSES: Mapping[str, Sequence[str]] = {
    "cancel": "cancel cancle cancell canceling cancelling".split(),
    "move": "move reschedule change push switch shift postpone bump".split(),
    "visit": "visit appointment appt apt appointments booking reservation slot consult".split(),
    "want": "want need like wanna needing wanting must gotta hoping".split(),
    "record": "address number phone email name".split(),
    "worker": "plumber technician tech electrician installer repairman specialist".split(),
}


_VISITS = frozenset((*CLASSES["visit"], "book", "schedule", "make", "set", "cita", "visita"))

_MAY = frozenset({"can", "could", "may", "puedo"})


def certain_wish(words: Sequence[str]) -> str | None:
    """The intent that the words tell by a phrase, if any."""
    heard = {match.label for match in _book().find(words)}
    return next((intent for intent in WISHES if intent in heard), None)


def books_plainly(words: Sequence[str]) -> bool:
    """Whether the words want a visit and name nothing else: "i need an appointment", "appointment
    please", "can i get an appointment"; not "do i need an appointment"."""
    names = (word for word in words if kind_of(word) is Kind.CONTENT)
    asked_for = words[0] in _MAY if asks(words) else wants(words)
    return certain_wish(words) == "book" and asked_for and all(word in _VISITS for word in names)


def asks_own_appointment(text: str, *, booked: bool = False) -> bool:
    """Whether `text` asks when the customer's own appointment is; `booked` says that there is
    one."""
    words = words_of(text)
    return bool(_own().find(words)) or (booked and bool(_own_if_booked().find(words)))


def asks_own_record(text: str) -> bool:
    """Whether `text` asks what we have noted of the customer: "whats the address you have"."""
    return bool(_own_record().find(words_of(text)))


@cache
def _own_record() -> Phrasebook[str]:
    return Phrasebook([("record", text) for text in OWN_RECORD], classes=CLASSES)


@cache
def _own() -> Phrasebook[str]:
    return Phrasebook([("own", text) for text in OWN], classes=CLASSES)


@cache
def _own_if_booked() -> Phrasebook[str]:
    return Phrasebook([("own", text) for text in OWN_IF_BOOKED], classes=CLASSES)


@cache
def _book() -> Phrasebook[str]:
    phrases = [(intent, text) for intent, listed in WISHES.items() for text in listed]
    return Phrasebook(phrases, classes=CLASSES)
