"""What a customer is told of a hand-off outside of a turn's own reply: the truth about when."""

from collections.abc import Sequence
from datetime import datetime

from smsbot.domain.draft import DraftKind
from smsbot.pack.hours import next_opening, say_when
from smsbot.pipeline.handoff import HandedOff, Parties
from smsbot.pipeline.say import say, spoken_in
from smsbot.pipeline.services import Services
from smsbot.store.db import Tx
from smsbot.store.records import InboxRow

OF_WORDS = frozenset({"loop", "output_check", "body"})
"""The gate's rules that may refuse a reply for its words: others may pass. `loop` also counts the
replies of half a minute, and then refuses these as well."""


def promise(services: Services, parties: Parties, handed: HandedOff, text: str) -> tuple[str, str]:
    """The template and its `when`, in the language in which it answers `text`: by when a person is
    due, or when the business opens."""
    business = parties.pack.business
    template = "handoff" if handed.open_now else "handoff_after_hours"
    language = spoken_in(parties, template, text)
    now = services.clock.seen_by(parties.contact.phone)
    opens = next_opening(business, now)
    when = handed.task.due_at if handed.open_now or opens is None else opens
    return template, say_when(business, when, language, now=now)


async def instead_of_refused(
    tx: Tx,
    services: Services,
    parties: Parties,
    handed: HandedOff,
    texts: Sequence[InboxRow],
    now: datetime,
) -> None:
    """Where the gate refused a reply for its words (the same again), say that a person has it:
    nobody is left without a word. The gate judges this too. `texts` must hold one."""
    body = "\n".join(one.body for one in texts)
    template, when = promise(services, parties, handed, body)
    await say(
        tx,
        services,
        parties,
        template,
        kind=DraftKind.REPLY,
        reason="The reply was not sent, and a person was told",
        text=body,
        answers=tuple(one.id for one in texts),
        now=now,
        while_waiting=True,
        tokens={"when": when},
    )
