"""What the page calls things, with the tone in which it is said: `good`, `waiting`, `bad`, or
`plain`. Each table names every value there is; tests/web/test_demo.py holds them complete."""

from collections.abc import Sequence

from smsbot.domain.booking import BookingState
from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Ruling
from smsbot.domain.event import EventType
from smsbot.domain.guard import Action
from smsbot.domain.task import Urgency
from smsbot.domain.understanding import Intent

Said = tuple[str, str]
"""A word, and its tone."""

CONSENT: dict[ConsentStatus, Said] = {
    ConsentStatus.NONE: ("none yet", "plain"),
    ConsentStatus.GRANTED: ("may be answered", "good"),
    ConsentStatus.WITHDRAWN: ("opted out", "bad"),
    ConsentStatus.WRONG_NUMBER: ("wrong number", "bad"),
}

OWNER: dict[Owner, Said] = {
    Owner.BOT: ("the bot", "good"),
    Owner.WAITING: ("waiting for a person", "waiting"),
    Owner.REP: ("a person", "good"),
    Owner.CLOSED: ("closed", "plain"),
}

URGENCY: dict[Urgency, Said] = {
    Urgency.EMERGENCY: ("emergency", "bad"),
    Urgency.URGENT: ("urgent", "bad"),
    Urgency.NORMAL: ("normal", "plain"),
    Urgency.LOW: ("low", "plain"),
}

BOOKING: dict[BookingState, Said] = {
    BookingState.HELD: ("held", "waiting"),
    BookingState.BOOKED: ("booked", "good"),
    BookingState.MOVED: ("moved", "plain"),
    BookingState.CANCELLED: ("cancelled", "plain"),
    BookingState.EXPIRED: ("let go", "plain"),
}

ACTION: dict[Action, Said] = {
    Action.PASS: ("let through", "good"),
    Action.OPT_OUT: ("opt-out", "bad"),
    Action.HELP: ("help", "good"),
    Action.OPT_IN: ("opt-in", "good"),
    Action.WRONG_NUMBER: ("wrong number", "bad"),
    Action.SUPPRESSED: ("opted out", "bad"),
    Action.EMERGENCY: ("emergency", "bad"),
    Action.SELF_HARM: ("danger", "bad"),
    Action.ESCALATE: ("to a person", "waiting"),
    Action.OWNED: ("a person has it", "waiting"),
    Action.AUTO_REPLY: ("a machine wrote it", "plain"),
    Action.FLOOD: ("too many texts", "waiting"),
}

RULING: dict[Ruling, Said] = {
    Ruling.ALLOW: ("allows", "good"),
    Ruling.DEFER: ("waits", "waiting"),
    Ruling.REFUSE: ("refuses", "bad"),
}

OUTCOME: dict[str, Said] = {
    "approved": ("approved", "good"),
    "deferred": ("waits", "waiting"),
    "refused": ("held back", "plain"),
}

STATUS: dict[str, Said] = {
    "accepted": ("with the carrier", "waiting"),
    "scheduled": ("with the carrier", "waiting"),
    "queued": ("with the carrier", "waiting"),
    "sending": ("with the carrier", "waiting"),
    "sent": ("sent", "waiting"),
    "canceled": ("not delivered", "bad"),
    "undelivered": ("not delivered", "bad"),
    "failed": ("not delivered", "bad"),
    "delivered": ("delivered", "good"),
    "read": ("read", "good"),
}
"""By the carrier's status of a text that it has."""

STATE: dict[str, Said] = {
    "queued": ("waits to be sent", "waiting"),
    "sending": ("being sent", "waiting"),
    "unknown": ("being looked up", "waiting"),
    "sent": ("with the carrier", "waiting"),
    "refused": ("held back", "plain"),
    "cancelled": ("taken back", "plain"),
    "failed": ("not delivered", "bad"),
}
"""By our own state of it, where the carrier has said nothing."""

EVENT: dict[EventType, str] = {
    EventType.TEXT_RECEIVED: "Text received",
    EventType.TEXT_QUEUED: "Text written",
    EventType.TEXT_REFUSED: "Text not sent",
    EventType.TEXT_DEFERRED: "Text waits",
    EventType.TEXT_SENT: "Text sent",
    EventType.TEXT_STATUS: "Report",
    EventType.TEXT_CANCELLED: "Text taken back",
    EventType.TEXT_UNKNOWN: "Outcome unknown",
    EventType.CONSENT_CHANGED: "Consent",
    EventType.OWNER_CHANGED: "Owner",
    EventType.TASK_CREATED: "Task made",
    EventType.TASK_EXTENDED: "Task grew",
    EventType.TASK_CLAIMED: "Task claimed",
    EventType.TASK_RESOLVED: "Task resolved",
    EventType.TURN_COMMITTED: "Turn",
    EventType.TURN_VOIDED: "Turn began again",
    EventType.TURN_FAILED: "Turn failed",
    EventType.TURN_QUIET: "No answer needed",
    EventType.CONTACT_CHANGED: "Record",
    EventType.APPOINTMENT_BOOKED: "Appointment",
    EventType.APPOINTMENT_MOVED: "Appointment",
    EventType.APPOINTMENT_CANCELLED: "Appointment",
    EventType.APPOINTMENT_NOTED: "Appointment",
    EventType.NUMBER_PAUSED: "Number paused",
    EventType.GUARD_FAILED: "A rule failed",
    EventType.DEFECT: "Defect contained",
}

INTENT = {
    "question": "asks what has no approved answer",
    "statement": "tells us something",
    "unclear": "is unclear",
    "book": "wants an appointment",
    "own_appointment": "asks when their appointment is",
    "reschedule": "wants another time",
    "cancel_appointment": "takes an appointment off",
    "availability": "asks what is free",
    "price": "asks a price",
    "status": "asks how something stands",
    "extend": "wants a stay or a visit to be longer",
    "human": "wants a person",
    "is_bot": "asks whether this is a bot",
    "media": "sends a picture or a file",
    "introduction": "says who they are",
    "reaction": "reacts",
    "greeting": "greets",
    "why": "asks why we ask",
    "visit_note": "tells something for whoever comes",
    "asks_when": "asks when somebody comes",
    "nobody_came": "waits, and nobody has come",
    "supposed": "speaks of a change that may never be",
    "readdress": "corrects the address",
    "thanks": "says thanks",
    "goodbye": "says goodbye",
    "affirm": "says yes",
    "deny": "says no",
}


def wants(intents: Sequence[Intent]) -> str:
    """What the customer does, in words: "asks known questions (hours, payment); says thanks". A
    business's own small talk has the name that it was given."""
    asked = [one.faq_id.replace("_", " ") for one in intents if one.faq_id]
    named = [INTENT.get(one.name, one.name.replace("_", " ")) for one in intents if not one.faq_id]
    if asked:
        many = "a known question" if len(asked) == 1 else "known questions"
        named.insert(0, f"asks {many} ({', '.join(asked)})")
    return "; ".join(dict.fromkeys(named))
