"""What a customer wants done, told by how people say it, whatever the trade: an appointment, another
time for it, none after all. Phrases as `language.phrases` reads them."""

from collections.abc import Mapping, Sequence
from functools import cache

from smsbot.language.phrases import Phrasebook

WANTS: Mapping[str, tuple[str, ...]] = {
    "cancel_appointment": (
        "{cancel} ... {visit}",
        "{cancel} it|that|this|mine|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "{visit} cancel|canceled|cancelled",
        "no longer|dont|wont need ... {visit}",
        "no longer|dont|wont need you|yall|anyone|someone|to come",
        "cancelar|anular ... cita|visita",
        "annuler ... rendez|rdv|visite",
    ),
    "reschedule": (
        "{move} ... {visit}",
        "{move} it|that|mine|this|me to|for|up|back|until|/",
        "{move} it|that|mine|this|me ... to|for",
        "reschedule|rebook|resched|rescheduling|reprogramar",
        "cant|cannot|wont|not make it|the|my|that {visit}|time|/|tomorrow|today|then",
        "different|another|other|new time|day|date for ... {visit}|it",
        "cambiar|mover|cambio ... cita|visita|hora",
        "deplacer|changer|reporter ... rendez|rdv|visite",
    ),
    "availability": (
        "still available",
        "any|have|got|are|is ... openings|opening|availability|available|slots|appointments|appts",
        "when|how soon|early|quick|quickly can|could|would|are|is you|someone|somebody|yall|anyone|they",
        "when|how soon can|could i|we",
        "whats|what|when|how ... next|soonest|earliest|first available|opening|availability|appointment|time",
        "earliest|soonest|first available|appointment|time|opening|you",
        "cuando pueden|puede|hay",
        "tienen|hay cita|citas|hora|horas|disponible|disponibilidad",
    ),
    "book": (
        "{want} ... {visit}",
        "book|schedule|sched|arrange|setup|set ... {visit}|someone|time|something|it|that|day",
        "book|schedule me|us|/",
        "can|could|would|will you|someone|somebody|anyone|yall|one|guy ... {do}",
        "{want} ... {done}|{worker}",
        "{want} you|someone|somebody|anyone|yall ... {do}",
        "send|sending ... {worker}|someone|somebody|anyone",
        "come out|over|by|take|look|see|check|fix|give",
        "my|our|the ... ... {broken}",
        "my|our|the ... not|wont|doesnt|isnt|quit|stopped|dont working|work|turn|start|light|heat|cool|drain|flush|heating|cooling|turning|blowing",
        "no hot water|heat|air",
        "need|want|quiero|necesito|quisiera ... cita|visita|plomero|tecnico|alguien",
        "agendar|reservar|programar",
        "prendre|besoin|voudrais ... rendez|rdv",
    ),
    "status": (
        "where|wheres ... {worker}|you|yall|he|she|they",
        "is|are ... {worker}|someone|you|yall|he|she|they ... still? coming|way|close|late|almost",
        "any|an update|updates|news|word",
        "whats|what ... status|eta|holdup",
        "eta",
        "running late",
    ),
}  # fmt: skip
"""Intent -> its phrases; where several are heard, the first of them counts."""
CLASSES: Mapping[str, Sequence[str]] = {
    "cancel": "cancel cancle cancell canceling cancelling".split(),
    "move": "move reschedule change push switch shift postpone delay bump swap moving".split(),
    "visit": """visit appointment appt apt appointments booking reservation slot estimate quote
        inspection consult consultation session cleaning checkup""".split(),
    "want": """want need like wanna needing wanting looking id must gotta trying would please hoping
        interested""".split(),
    "do": """come fix look install repair replace unclog check see help clear service send inspect
        diagnose clean snake""".split(),
    "done": """fixed repaired installed replaced unclogged checked serviced cleaned inspected cleared
        fix repair install installation replace replacement unclog looked""".split(),
    "worker": """plumber technician tech techs guy guys someone somebody electrician installer crew
        repairman specialist team""".split(),
    "broken": """broken broke leaking leaks leak clogged clog backed overflowing dripping busted dead
        cracked frozen noisy flooding stuck running smells""".split(),
}


def wants(words: Sequence[str]) -> str | None:
    """The intent that the words tell by a phrase, if any."""
    heard = {match.label for match in _book().find(words)}
    return next((intent for intent in WANTS if intent in heard), None)


@cache
def _book() -> Phrasebook[str]:
    phrases = [(intent, text) for intent, listed in WANTS.items() for text in listed]
    return Phrasebook(phrases, classes=CLASSES)
