"""What is due now. Sleepers are not jobs: due times are columns, and this asks for them."""

from dataclasses import dataclass

from smsbot.domain.ids import ContactId, ConversationId, NumberId
from smsbot.pipeline.services import Services
from smsbot.store import calendar, crm, due, numbers


@dataclass(frozen=True, slots=True)
class Due:
    """What the engine has to wake."""

    turns: list[ConversationId]
    deliveries: list[NumberId]
    look_ups: list[NumberId]
    crm: list[ContactId]


async def tick(services: Services) -> Due:
    """Ask for everything whose time has come, in batches; what needs no job is done here: numbers
    send again, and holds that are over are let go."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        await numbers.resume_due(tx, now)
        # Behind what may wait for a lock: nobody who books has to wait for these rows meanwhile.
        await calendar.release_expired(tx.raw, now)
        return Due(
            turns=await due.turns(tx, now, services.timing.turn_lost_after),
            deliveries=await due.deliveries(tx, now),
            look_ups=await due.look_ups(tx, now, services.timing.http_timeout),
            crm=await crm.contacts_waiting(tx, now),
        )
