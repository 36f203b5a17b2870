"""Texts that came while we were away: listed at the carrier, received through the same door."""

from datetime import timedelta

from smsbot.pipeline.receive import receive
from smsbot.pipeline.services import Services
from smsbot.ports import CarrierDown
from smsbot.store import inbox, numbers

OVERLAP = timedelta(minutes=10)
"""Looked at again each time: a listing may lag behind, and clocks differ. Repeats change nothing,
for the carrier's SID is unique."""


async def fetch_missing(services: Services) -> int:
    """Receive what the carrier has and we have not; returns how many texts that were. A number
    whose carrier cannot be asked keeps its mark, and is asked again next time."""
    async with services.database.transaction() as tx:
        ours = await numbers.declared(tx)
    fetched = 0
    for number in ours:
        async with services.database.transaction() as tx:
            since = await numbers.received_until(tx, number.id)
        begun = services.clock.now()
        try:
            listed = await services.carrier.list_received(
                number=number.phone, since=since - OVERLAP
            )
        except CarrierDown:
            continue
        async with services.database.transaction() as tx:
            known = await inbox.known(tx, [text.sid for text in listed])
        for text in listed:
            if text.sid not in known:
                received = await receive(services, text, source="fetched from the carrier")
                fetched += not received.repeat
        async with services.database.transaction() as tx:
            await numbers.mark_received(tx, number.id, begun)
    return fetched
