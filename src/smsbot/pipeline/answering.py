"""A guard's answer to the text that has just come in."""

from smsbot.conversation.approved import Piece
from smsbot.domain.draft import Draft, DraftKind
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.outgoing import put_out
from smsbot.pipeline.say import say


async def answer(
    arrival: Arrival,
    template: str,
    reason: str,
    *,
    lead: str = "",
    after: Piece | None = None,
    **tokens: str,
) -> None:
    """Put out `template` with `tokens`, after `lead`, in the language of the text, and `after`
    where there is room for it; it may leave while a person is awaited. Raises `CannotRender`."""
    await say(
        arrival.tx,
        arrival.services,
        arrival.parties,
        template,
        kind=DraftKind.REPLY,
        reason=reason,
        text=arrival.text.body,
        answers=(arrival.id,),
        now=arrival.now,
        while_waiting=True,
        lead=lead,
        after=after,
        tokens=tokens,
    )


async def give(arrival: Arrival, piece: Piece, reason: str, *, lead: str = "") -> None:
    """Put out an approved answer, after `lead`; it may leave while a person is awaited."""
    draft = Draft(
        kind=DraftKind.REPLY,
        to=arrival.contact.phone,
        body=f"{lead} {piece.text}".strip(),
        reason=reason,
        source=piece.source,
        answers=(arrival.id,),
        evidence=(*piece.evidence, lead),
        while_waiting=True,
        fallback_task=False,
    )
    await put_out(
        arrival.tx,
        arrival.services,
        arrival.pack,
        draft,
        number=arrival.arrived.number,
        contact=arrival.contact,
        conversation=arrival.arrived.conversation,
        now=arrival.now,
    )
