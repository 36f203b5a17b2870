"""A genuine webhook that cannot be read is kept for a person, and answered as if it could."""

from collections.abc import Sequence

from smsbot.pipeline.services import Services
from smsbot.store import unread


async def keep_unread(
    services: Services, door: str, problem: str, params: Sequence[tuple[str, str]]
) -> None:
    """`door` is inbound or status; `problem` says which field is wrong."""
    async with services.database.transaction() as tx:
        await unread.add(tx, door, problem, params, services.clock.now())
