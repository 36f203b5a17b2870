"""The texts that the code sends by name, and the tokens that it gives each of them."""

from collections.abc import Mapping

REQUIRED_TEMPLATES: Mapping[str, frozenset[str]] = {
    # Sent by the guards' rules.
    "opt_out_confirmation": frozenset(),
    "opt_in_confirmation": frozenset(),
    "help": frozenset(),
    "wrong_number": frozenset(),
    "emergency": frozenset(),
    "self_harm": frozenset(),
    # Said on the way to a person. `when` is `hours.say_when`: of the moment by which a person is
    # due (handoff, and handoff_rest behind an answer), of the next opening (handoff_after_hours).
    "handoff": frozenset({"when"}),
    # After an answer, of what the answer leaves open.
    "handoff_rest": frozenset({"when"}),
    "handoff_after_hours": frozenset({"when"}),
    "holding": frozenset(),
    "media_received": frozenset(),
    "language_handoff": frozenset(),
    "not_understood": frozenset(),
    # Said by the conversation. `first_contact` goes before the bot's first reply.
    "first_contact": frozenset(),
    "is_bot": frozenset(),
    "greeting": frozenset(),
    "thanks": frozenset(),
    "goodbye": frozenset(),
    "handoff_pricing": frozenset({"when"}),
    # Before the opening hours, where `day` is a holiday; `when` is the next opening.
    "closed_day": frozenset({"day", "when"}),
    # After hours, one question after the other; `when` is the next opening, or the time agreed.
    "after_hours_reason": frozenset({"when"}),
    "after_hours_urgent": frozenset(),
    "after_hours_callback": frozenset(),
    "after_hours_noted": frozenset({"when"}),
    "on_call_told": frozenset(),
    # To our own people. `said` is the customer's latest text, `link` the contact's record.
    "staff_on_call": frozenset({"reason", "said", "link"}),
}
"""Template id -> the tokens that its sender gives besides the business's own
(`render.business_tokens`). A template may use fewer; one that uses others does not load. Every
pack has these; the maps below are for packs that tell whom a task is assigned to, ask and book."""

ASSIGNED_TEMPLATES: Mapping[str, frozenset[str]] = {
    # As `staff_on_call`; `why` is why it is meant for this person, `when` by when they are due.
    "staff_assigned": frozenset({"reason", "why", "said", "when", "link"}),
}
"""What is needed besides where a queue tells who its tasks are assigned to."""

QUALIFICATION_TEMPLATES: Mapping[str, frozenset[str]] = {
    # `question` is the question's `ask`, `options` its labels (`slot_words.numbered`).
    # Sent where the question is asked again because its answer was not understood.
    "ask_choice": frozenset({"question", "options"}),
    # Before the question again, where its answer was not understood.
    "ask_again": frozenset(),
    # Before the question again, where something else was told.
    "go_on": frozenset(),
}
"""What is needed besides where qualification.yaml declares questions."""

_WHAT_AND_WHEN = frozenset({"service", "when"})

BOOKING_TEMPLATES: Mapping[str, frozenset[str]] = {
    # `service` is a service's name; `when` a slot as `slot_words.say_slot` says it, with its zone
    # where it is booked; `options` slots, numbered. In a hand-off `when` is the moment by
    # which a person is due, as in `handoff`.
    "offer_slots": frozenset({"service", "options"}),
    "offer_one": _WHAT_AND_WHEN,
    # Other times: nothing is free in what was asked for, or not any more.
    "no_slots": frozenset({"service", "options"}),
    "slot_lost": frozenset({"service", "options"}),
    # The one time that was asked for is free.
    "slot_free": _WHAT_AND_WHEN,
    # Which of the offered ones was not understood.
    "ask_again_slots": frozenset({"service", "options"}),
    # Before the questions that are still open, once a slot is chosen.
    "held": frozenset({"when"}),
    # `booked` where there may be no place to name: a text with `place` in it cannot be made then.
    # `place` is the customer's address or the business's.
    "booked": _WHAT_AND_WHEN | {"place"},
    "booked_customer": _WHAT_AND_WHEN | {"place"},
    "booked_business": _WHAT_AND_WHEN | {"place"},
    "booked_phone": _WHAT_AND_WHEN,
    "your_appointment": _WHAT_AND_WHEN,
    "nothing_booked": frozenset(),
    "ask_which": frozenset({"options"}),
    # `moving` goes before an offer and names what is kept until a new time is chosen.
    "moving": _WHAT_AND_WHEN,
    "moved": _WHAT_AND_WHEN,
    # The same time at another address.
    "readdressed": _WHAT_AND_WHEN | {"place"},
    # What was said for whoever comes: behind a booking, and alone.
    "note_added": frozenset(),
    "noted_visit": _WHAT_AND_WHEN,
    # What no answer covers was asked in a booking, which goes on; `when` as in `handoff`.
    "asked_besides": frozenset({"when"}),
    # 1 takes it off, 2 keeps it.
    "confirm_cancel": _WHAT_AND_WHEN,
    "cancelled": frozenset({"when"}),
    # What is under way is let be; or waits until the customer knows.
    "declined": frozenset(),
    "take_your_time": frozenset(),
    # While nobody is there, where somebody is wanted before: before the question whether it can
    # wait, and where nobody can be called. `when` is the next opening.
    "closed_until": frozenset({"when"}),
    "not_tonight": frozenset({"when"}),
    "kept": _WHAT_AND_WHEN,
    "handoff_booking": frozenset({"when"}),
    "handoff_no_slots": frozenset({"when"}),
    "outside_area": frozenset({"when"}),
}
"""What is needed besides where booking.yaml is there."""

AREA_TEMPLATES: Mapping[str, frozenset[str]] = {
    # What an address lacks.
    "ask_zip": frozenset(),
    "ask_street": frozenset(),
}
"""What is needed besides where booking.yaml declares a territory."""

ALL_TEMPLATES: Mapping[str, frozenset[str]] = {
    **REQUIRED_TEMPLATES,
    **ASSIGNED_TEMPLATES,
    **QUALIFICATION_TEMPLATES,
    **BOOKING_TEMPLATES,
    **AREA_TEMPLATES,
}

REQUIRED_PROMPTS: Mapping[str, frozenset[str]] = {"understand": frozenset({"brand", "pending"})}
"""Model prompt id -> the tokens that its sender gives."""

STAFF = frozenset({"staff_on_call", "staff_assigned"})
"""Texts to our own people; all others go to customers."""

OPENERS = frozenset(
    {
        "opt_out_confirmation",
        "opt_in_confirmation",
        "help",
        "wrong_number",
        "emergency",
        "self_harm",
        "first_contact",
    }
)
"""Texts that stand alone or come first, so they name the brand (CTIA 5.1.3 for HELP; compliance.md
4: identify the sender; 6: who is texting). All other replies follow `first_contact`."""


def tokens_given(template_id: str) -> frozenset[str]:
    """The situation's tokens that the sender of this template gives. A text that only the pack
    names (an escalation's own, an emergency's, small talk's) gets none."""
    return ALL_TEMPLATES.get(template_id, frozenset())
