"""An approved text to a customer, from a template into the outbox."""

from collections.abc import Mapping
from datetime import datetime

from smsbot.conversation.approved import Piece
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.ids import InboxId
from smsbot.language.detect import guess_language
from smsbot.language.segments import segments
from smsbot.pack.render import business_tokens, find_template, render
from smsbot.pipeline.handoff import Parties
from smsbot.pipeline.outgoing import Queued, put_out
from smsbot.pipeline.services import Services
from smsbot.store.db import Tx


def spoken_in(parties: Parties, template: str, text: str) -> str:
    """The language in which `template` answers `text`: the text's, else the conversation's, if the
    pack has it."""
    known = parties.conversation.state.get("language", "en")
    return find_template(parties.pack, template, guess_language(text, known)).language


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
    after: Piece | None = None,
    tokens: Mapping[str, str] | None = None,
) -> Queued:
    """Render `template` in the language of `text`, after `lead` and before `after` where the reply
    has room for it, and put it out. The caller holds the contact's lock. Raises `CannotRender`."""
    language = spoken_in(parties, template, text)
    rendered = render(parties.pack, template, language, **(tokens or {}))
    given = business_tokens(parties.pack.business, language).values()
    body = f"{lead} {rendered.text}".strip()
    if after and segments(f"{body} {after.text}").count > parties.pack.business.limits.max_segments:
        after = None
    draft = Draft(
        kind=kind,
        to=parties.contact.phone,
        body=f"{body} {after.text}" if after else body,
        reason=reason,
        source=f"{rendered.source}, {after.source}" if after else rendered.source,
        answers=answers,
        # What the text may state is what was approved and declared, not the text itself.
        evidence=(
            find_template(parties.pack, template, language).body,
            lead,
            *(value for value in given if value),
            *(tokens or {}).values(),
            *(after.evidence if after else ()),
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
