"""Wiring for commands that run beside the product: its database, and neither carrier nor model,
but for what a model once answered.
Kept apart from `bootstrap` because what that wires takes seconds to import."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from smsbot import migrations
from smsbot.clocks import RandomIds, SystemClock
from smsbot.config import Settings
from smsbot.domain.inbound import InboundText
from smsbot.domain.understanding import Understanding
from smsbot.engine.jobs import EngineJobs
from smsbot.failpoints import failpoints
from smsbot.pipeline.services import ActivePack, Services
from smsbot.ports import CarrierDown, CarrierMessage, SendOutcome, Unknown
from smsbot.store import schema
from smsbot.store.calendar import EmbeddedCalendar
from smsbot.store.crm import EmbeddedCrm
from smsbot.store.db import Database
from smsbot.store.embedded import reach

T = TypeVar("T")


class OtherVersion(Exception):
    """The database's tables are not those that this program knows; says what to do."""


def beside(
    settings: Settings, work: Callable[[Services], Awaitable[T]], *, create: bool = False
) -> T:
    """Do `work` on the database, and return what it returns. `create` makes the embedded one where
    there is none, and brings it up to date. Raises `NoData`, `AlreadyRunning`, `DatabaseDown` and
    `OtherVersion`."""
    with _url(settings, create) as url:
        if create and settings.database_url is None:
            migrations.upgrade(url)
        return asyncio.run(_do(settings, url, work))


@contextmanager
def _url(settings: Settings, create: bool) -> Iterator[str]:
    if settings.database_url is not None:
        yield settings.database_url
        return
    with reach((settings.data_dir / "postgres").resolve(), create=create) as url:
        yield url


async def _do(settings: Settings, url: str, work: Callable[[Services], Awaitable[T]]) -> T:
    database = Database(url, size=2)
    clock = SystemClock()
    services = Services(
        database=database,
        jobs=EngineJobs(database.url),
        clock=clock,
        ids=RandomIds(),
        packs=ActivePack(database, clock),
        carrier=_NoCarrier(),
        crm=EmbeddedCrm(database),
        calendar=EmbeddedCalendar(),
        public_url=settings.base_url,
        link_url=settings.link_url,
        reach=failpoints(settings.failpoints),
    )
    try:
        await _check_version(database)
        return await work(services)
    finally:
        await database.close()


async def _check_version(database: Database) -> None:
    async with database.transaction() as tx:
        found = await schema.version(tx)
    known = migrations.HEAD
    if found != known:
        raise OtherVersion(
            f"the database has version {found or 'none'} and this smsbot knows {known}.\n"
            "    Bring it up to date with `smsbot migrate`; serve and demo do it themselves."
        )


def read_answer(raw: str, source: str) -> Understanding:
    """A model's stored output, read as production reads it from the wire; `source` is who
    answered. Raises `ModelFailed`."""
    from smsbot.adapters import openai_wire

    return openai_wire.read_answer(raw, source)


class _NoCarrier:
    """A command beside the product only queues: the worker of the product sends."""

    async def send(self, *_: object, **__: object) -> SendOutcome:
        return Unknown("this command does not send")

    async def find_sent(self, *_: object, **__: object) -> Sequence[CarrierMessage]:
        raise CarrierDown("this command asks no carrier")

    async def list_received(self, *_: object, **__: object) -> Sequence[InboundText]:
        raise CarrierDown("this command asks no carrier")
