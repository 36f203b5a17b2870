"""An approved text to a customer, from a template into the outbox."""

from collections.abc import Mapping
from datetime import datetime

from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.ids import InboxId
from smsbot.language.detect import guess_language
from smsbot.pack.models import Pack
from smsbot.pack.render import business_tokens, find_template, render
from smsbot.pipeline.handoff import Parties
from smsbot.pipeline.outgoing import Queued, put_out
from smsbot.pipeline.services import Services
from smsbot.store.db import Tx


def spoken_in(pack: Pack, template: str, text: str) -> str:
    """The language in which `template` answers `text`: the customer's, if the pack has it."""
    return find_template(pack, template, guess_language(text)).language


async def say(
    tx: Tx,
    services: Services,
    parties: Parties,
    template: str,
    *,
    kind: DraftKind,
    reason: str,
    text: str,
    answers: tuple[InboxId, ...],
    now: datetime,
    once_key: str | None = None,
    carrier_confirms: bool = False,
    while_waiting: bool = False,
    lead: str = "",
    tokens: Mapping[str, str] | None = None,
) -> Queued:
    """Render `template` in the language of `text`, after `lead`, and put it out. The caller holds
    the contact's lock. Raises `CannotRender`."""
    language = spoken_in(parties.pack, template, text)
    rendered = render(parties.pack, template, language, **(tokens or {}))
    given = business_tokens(parties.pack.business, language).values()
    draft = Draft(
        kind=kind,
        to=parties.contact.phone,
        body=f"{lead} {rendered.text}".strip(),
        reason=reason,
        source=rendered.source,
        answers=answers,
        # What the text may state is what was approved and declared, not the text itself.
        evidence=(
            find_template(parties.pack, template, language).body,
            lead,
            *(value for value in given if value),
            *(tokens or {}).values(),
        ),
        while_waiting=while_waiting,
        fallback_task=False,
    )
    return await put_out(
        tx,
        services,
        parties.pack,
        draft,
        number=parties.number,
        contact=parties.contact,
        conversation=parties.conversation,
        now=now,
        once_key=once_key,
        carrier_confirms=carrier_confirms,
    )
