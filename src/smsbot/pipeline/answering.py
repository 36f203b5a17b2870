"""A guard's answer to the text that has just come in."""

from smsbot.domain.draft import DraftKind
from smsbot.pipeline.arrival import Arrival
from smsbot.pipeline.say import say


async def answer(
    arrival: Arrival, template: str, reason: str, *, lead: str = "", **tokens: str
) -> None:
    """Put out `template` with `tokens`, after `lead`, in the language of the text; it may leave
    while a person is awaited. Raises `CannotRender`."""
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
        tokens=tokens,
    )
