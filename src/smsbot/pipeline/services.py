"""What every arrow is given. Wired in one place, bootstrap.py."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from smsbot.pack.models import Pack
from smsbot.ports import Calendar, Carrier, Clock, Crm, Ids, Jobs
from smsbot.store import packs
from smsbot.store.db import Database, Tx

PACK_TTL = 1.0
"""Seconds for which a process may go on with the pack that it knows."""


async def no_failpoint(_: str) -> None:
    """Nothing happens at any line, as in production."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds. The defaults are the design's; tests shorten them."""

    http_timeout: float = 10.0
    """After it, a call to the carrier has no known outcome."""
    look_up_gap: float = 60.0
    """Between the two look-ups that must both find nothing before a text counts as not sent."""
    turn_lost_after: float = 20.0
    """Age of an unanswered text from which the tick assumes that its job was lost."""
    retry_first: float = 2.0
    """Wait before the first retry of a turn or a send; it doubles up to `retry_most`."""
    retry_most: float = 300.0

    def backoff(self, failures: int) -> float:
        """Seconds to wait after this many failures in a row (1 and up)."""
        return float(min(self.retry_most, self.retry_first * 2 ** (max(1, failures) - 1)))


class ActivePack:
    """The pack in force, read again from the database when it is older than `PACK_TTL`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._pack: Pack | None = None
        self._read_at = 0.0
        self._reading = False

    async def get(self) -> Pack:
        """Raises `LookupError` where none was ever activated."""
        now = self._clock.now().timestamp()
        # While one asks for a newer one, the others go on: at the end of its time a pack would
        # else be asked for by everyone who is under way.
        if self._pack is not None and (self._reading or now - self._read_at < PACK_TTL):
            return self._pack
        self._reading = True
        try:
            self._pack = await self._newest(self._pack)
        finally:
            self._reading = False
        self._read_at = now
        return self._pack

    async def _newest(self, known: Pack | None) -> Pack:
        async with self._database.statements() as on:
            active = await packs.active_hash(on)
            if active is None:
                raise LookupError("no pack is active; start with `smsbot serve` or `smsbot apply`")
            if known is not None and known.hash == active:
                return known
            return await packs.read(on, active)


@dataclass(frozen=True, slots=True)
class Services:
    database: Database
    jobs: Jobs
    clock: Clock
    ids: Ids
    packs: ActivePack
    carrier: Carrier
    crm: Crm
    calendar: Calendar
    public_url: str
    link_url: str
    """What links to customers begin with; empty where no public address is set: then texts hold
    none."""
    timing: Timing = Timing()
    reach: Callable[[str], Awaitable[None]] = no_failpoint
    """Called at each line where a crash matters, with that line's name: tests kill us there."""


__all__ = ["ActivePack", "Services", "Timing", "Tx", "no_failpoint"]
