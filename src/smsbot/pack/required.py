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
    # To our own people. `said` is the customer's latest text, `link` the contact's record.
    "staff_on_call": frozenset({"reason", "said", "link"}),
}
"""Template id -> the tokens that its sender gives besides the business's own
(`render.business_tokens`). A template may use fewer; one that uses others does not load."""

BOOKING_TEMPLATES: Mapping[str, frozenset[str]] = {
    # `options` are slots to choose from, `when` is one.
    "offer_slots": frozenset({"service", "options"}),
    "no_slots": frozenset({"service", "options"}),
    "slot_lost": frozenset({"service", "options"}),
    "ask_again_slots": frozenset({"service", "options"}),
    "ask_again": frozenset(),
    "ask_which": frozenset({"options"}),
    "booked": frozenset({"service", "when", "place"}),
    "moved": frozenset({"service", "when"}),
    "cancelled": frozenset({"when"}),
}
"""Template id -> tokens, needed besides where a pack has booking.yaml."""

REQUIRED_PROMPTS: Mapping[str, frozenset[str]] = {"understand": frozenset({"brand", "pending"})}
"""Model prompt id -> the tokens that its sender gives."""

STAFF = frozenset({"staff_on_call"})
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
    return {**BOOKING_TEMPLATES, **REQUIRED_TEMPLATES}.get(template_id, frozenset())
