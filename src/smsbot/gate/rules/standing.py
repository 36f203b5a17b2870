"""Whether this text may go to this person at all: consent, number, owner."""

from datetime import datetime, timedelta

from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Verdict
from smsbot.domain.draft import Draft
from smsbot.gate.facts import GateFacts
from smsbot.gate.verdicts import allow, defer, refuse

PAUSE_RECHECK = timedelta(minutes=5)
"""A pause without an end of its own is looked at again after this long."""


def suppression(_draft: Draft, facts: GateFacts, _now: datetime) -> Verdict:
    """An opted-out contact gets nothing (law 2; compliance.md 1, rules 1 to 4)."""
    if facts.consent.suppressed:
        return refuse("suppression", f"The contact's consent status is {facts.consent.value}.")
    return allow("suppression", f"The contact's consent status is {facts.consent.value}.")


def once(_draft: Draft, facts: GateFacts, _now: datetime) -> Verdict:
    """A confirmation goes out once per opt-out record, never where the carrier has confirmed, and
    a HELP answer not twice within a minute (47 CFR 64.1200(a)(12); compliance.md 1)."""
    if facts.carrier_confirms:
        return refuse("once", "The carrier has answered this keyword itself.")
    if facts.already_confirmed:
        return refuse("once", "This was confirmed or answered before.")
    return allow("once", "Neither we nor the carrier have said this already.")


def number(_draft: Draft, facts: GateFacts, now: datetime) -> Verdict:
    """Our number may send and the recipient's phone can be texted (compliance.md 5)."""
    if facts.untextable is not None:
        return refuse("number", f"This phone cannot be texted: {facts.untextable}.")
    if facts.number_paused is not None:
        ends = facts.number_paused_until
        until = ends if ends is not None and ends > now else now + PAUSE_RECHECK
        return defer("number", f"Our number is paused: {facts.number_paused}.", until)
    return allow("number", "Our number may send, and the phone can be texted.")


def ownership(draft: Draft, facts: GateFacts, _now: datetime) -> Verdict:
    """While a person owns the conversation the bot is silent (law 5). While one is awaited only
    what was written for that may go. What was queued before a rep had it is out of place after."""
    if facts.owner is Owner.REP:
        return refuse("ownership", "A rep owns the conversation.")
    if facts.owner is Owner.CLOSED:
        return refuse("ownership", "The conversation is closed.")
    since, queued = facts.bot_since, facts.queued_at
    if since is not None and queued is not None and queued < since:
        return refuse("ownership", "A rep has had the conversation since this was written.")
    if facts.owner is Owner.WAITING and not draft.while_waiting:
        return refuse("ownership", "The conversation waits for a person.")
    return allow("ownership", f"The conversation's owner is {facts.owner.value}.")
