"""Changes to the CRM are delivered later, in order per contact: a CRM that is away never fails a
turn or a STOP."""

from datetime import timedelta

from smsbot.domain.ids import ContactId
from smsbot.pipeline.services import Services
from smsbot.ports import CrmDown
from smsbot.store import crm

FIRST_WAIT = timedelta(seconds=30)


async def push_crm(services: Services, contact_id: ContactId) -> int:
    """Tell the CRM what it has not been told of this contact; stops at the first change that it
    does not take. Returns how many it took."""
    async with services.database.transaction() as tx:
        changes = await crm.waiting(tx, contact_id)
    taken: list[str] = []
    problem: tuple[str, str] | None = None
    for change in changes:
        try:
            await services.crm.apply(change)
        except CrmDown as error:
            problem = (change.id, str(error))
            break
        taken.append(change.id)
    now = services.clock.now()
    async with services.database.transaction() as tx:
        await crm.done(tx, taken, now)
        if problem is not None:
            await crm.failed(tx, *problem, now + FIRST_WAIT)
    return len(taken)
