"""A pack is put in force."""

from smsbot.pack.models import Pack
from smsbot.pipeline.services import Services
from smsbot.store import numbers, packs


async def put_in_force(services: Services, pack: Pack) -> None:
    """Make `pack` the one in force, and its numbers ours, in one transaction."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        await packs.activate(tx, pack, now)
        await numbers.declare(tx, pack.business.numbers, services.ids, now)
