"""What the gate knows besides the draft. Read fresh for each of its two passes."""

from dataclasses import dataclass
from datetime import datetime

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.pack.models import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFacts:
    """All times are UTC and aware. All counts are of texts to this recipient and leave the draft
    itself out, so that a second pass does not count what the first one let through.

    Nothing here has a default but `queued_at`: a fact that was not looked up must not read as one
    that allows (DESIGN.md, law 6). For a draft of kind `staff` the recipient is one of our own.
    """

    limits: Limits
    consent: ConsentStatus
    owner: Owner
    bot_since: datetime | None
    """Since when the bot owns the conversation: when a rep returned it, or when it began. None
    where there is no conversation."""
    number_paused: str | None
    """Why nothing may leave from our number, for a person to read; None where it may."""
    number_paused_until: datetime | None
    """When that pause ends by itself; None where a person has to end it. A suspended account is a
    pause of all numbers (compliance.md 5, code 30002)."""
    untextable: str | None
    """Why the recipient's phone cannot be texted (a landline, no such number), or None."""
    replies_last_30s: int
    replies_last_hour: int
    texts_we_started_last_24h: int
    same_body_last_hour: int
    already_confirmed: bool
    """What this draft may say only once was said: the confirmation of this opt-out record, the
    answer to a HELP of this minute."""
    carrier_confirms: bool
    """The keyword that this draft answers has been answered by the carrier (compliance.md 1)."""
    answers_superseded: bool
    """What the draft answers was undone by something later: an opt-out or an opt-in after it, or
    a rep's own text. A newer text alone does not undo anything."""
    queued_at: datetime | None = None
    """When the draft was first put into the outbox; None in the queue pass."""
