"""The only place that wires: settings in, running processes out."""

import asyncio
import gc
import secrets
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass

import httpx
from starlette.types import ASGIApp

from smsbot import guards, migrations
from smsbot.adapters.twilio.client import TwilioCarrier
from smsbot.adapters.twilio.webhook import TwilioWebhook
from smsbot.clocks import DemoClock, RandomIds, SystemClock
from smsbot.config import BadSetting, Settings
from smsbot.domain.ids import ContactId, ConversationId, NumberId
from smsbot.engine.jobs import EngineJobs, Work
from smsbot.engine.worker import Pulse, Worker
from smsbot.failpoints import failpoints
from smsbot.pack.models import Pack
from smsbot.pipeline.calendar_file import calendar_file_of
from smsbot.pipeline.crm_push import push_crm
from smsbot.pipeline.deliver import drain
from smsbot.pipeline.in_force import put_in_force
from smsbot.pipeline.keep_unread import keep_unread
from smsbot.pipeline.look_up import look_up
from smsbot.pipeline.missing import fetch_missing
from smsbot.pipeline.receipt import receipt
from smsbot.pipeline.receive import receive
from smsbot.pipeline.reply import reply
from smsbot.pipeline.services import ActivePack, Services, Timing
from smsbot.pipeline.tick import tick
from smsbot.ports import Clock, Model
from smsbot.simulator import Number, Simulator, SimulatorConfig
from smsbot.simulator import create_app as simulator_app
from smsbot.store import packs
from smsbot.store.calendar import EmbeddedCalendar
from smsbot.store.crm import EmbeddedCrm
from smsbot.store.db import Database
from smsbot.store.embedded import embedded
from smsbot.web.app import create_app
from smsbot.web.demo import DemoDoors
from smsbot.web.demo import router as demo_router
from smsbot.web.server import serve
from smsbot.web.webhooks import Doors

SIMULATOR_PATH = "/carrier"
OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Account:
    """How to reach the carrier."""

    sid: str
    token: str
    api_base: str | None


@dataclass(frozen=True, slots=True)
class House:
    """A wired product: what the commands work with."""

    settings: Settings
    services: Services
    jobs: EngineJobs
    work: dict[str, Work]
    """What each job does; a worker fills it in."""
    account: Account
    model: Model | None


@contextmanager
def database_of(settings: Settings) -> Iterator[str]:
    """The database's URL: the one that is set, or an embedded server for as long as this lasts."""
    if settings.database_url is not None:
        yield settings.database_url
        return
    with embedded((settings.data_dir / "postgres").resolve()) as url:
        yield url


def account_of(settings: Settings) -> Account:
    """Raises `BadSetting`."""
    if settings.twilio_account_sid is None or settings.twilio_auth_token is None:
        raise BadSetting(
            "no carrier: set SMSBOT_TWILIO_ACCOUNT_SID and SMSBOT_TWILIO_AUTH_TOKEN, "
            "or try the simulated one with `smsbot demo`"
        )
    return Account(
        settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_api_base
    )


def simulated_account(settings: Settings) -> Account:
    """An account at the simulator that this process serves, with a secret of this run."""
    api_base = f"http://{settings.host}:{settings.port}{SIMULATOR_PATH}"
    return Account(f"AC{secrets.token_hex(16)}", secrets.token_hex(16), api_base)


@asynccontextmanager
async def opened(
    settings: Settings, url: str, account: Account, clock: Clock | None = None
) -> AsyncIterator[House]:
    """Everything wired over the database at `url`, which has to be migrated."""
    the_clock = clock or SystemClock()
    database = Database(url, size=settings.database_pool, silence=settings.dead_after)
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(
            httpx.AsyncClient(timeout=settings.http_timeout, trust_env=False)
        )
        stack.push_async_callback(database.close)
        carrier = TwilioCarrier(
            account_sid=account.sid,
            auth_token=account.token,
            public_url=settings.base_url,
            http=http,
            api_base=account.api_base,
            timeout_s=settings.http_timeout,
        )
        work: dict[str, Work] = {}
        jobs = EngineJobs(database.url, work)
        services = Services(
            database=database,
            jobs=jobs,
            clock=the_clock,
            ids=RandomIds(),
            packs=ActivePack(database, the_clock),
            carrier=carrier,
            crm=EmbeddedCrm(database),
            calendar=EmbeddedCalendar(),
            public_url=settings.base_url,
            link_url=settings.link_url,
            timing=Timing(
                http_timeout=settings.http_timeout,
                look_up_gap=settings.look_up_gap,
                turn_lost_after=settings.turn_lost_after,
                retry_first=settings.retry_first,
            ),
            reach=failpoints(settings.failpoints),
        )
        yield House(settings, services, jobs, work, account, model_of(settings, http))


def model_of(settings: Settings, http: httpx.AsyncClient) -> Model | None:
    """A model where a key or an own server is configured; none is needed."""
    if settings.openai_api_key is None and settings.openai_base_url is None:
        return None
    # Imported where it is used: it takes half a second, and most installations start without it.
    from smsbot.adapters.openai import OpenAIModel

    return OpenAIModel(
        base_url=settings.openai_base_url or OPENAI,
        api_key=settings.openai_api_key or "none",
        model=settings.openai_model,
        http_client=http,
        deadline_s=settings.model_deadline,
    )


async def prepare(house: House, pack: Pack, *, demo: bool = False) -> None:
    """Make `pack` the one in force where the settings name it, where none is in force yet, or for
    a demo. Else a start would undo what `smsbot apply` has done. Raises `GuardsBroken`."""
    services = house.services
    guards.check(pack.business.guards)
    async with services.database.transaction() as tx:
        active = await packs.active_hash(tx)
    if active is None or demo or house.settings.graphs is not None:
        await put_in_force(services, pack)


def worker_of(house: House) -> Worker:
    """The worker, with the conversation that only it needs."""
    settings, services = house.settings, house.services
    # Imported here, by whoever runs turns: langgraph takes a second that a web process can save.
    from smsbot.conversation import Conversation

    conversation = Conversation(house.model)
    with_model = house.model is not None
    house.work.update(
        turn=lambda one: reply(services, conversation, ConversationId(one), model=with_model),
        deliver=lambda one: drain(services, NumberId(one)),
        look_up=lambda one: look_up(services, NumberId(one)),
        push_crm=lambda one: push_crm(services, ContactId(one)),
    )
    pulse = Pulse(
        heartbeat=settings.heartbeat,
        dead_after=settings.dead_after,
        concurrency=settings.concurrency,
        fetch_missing=settings.fetch_missing,
    )
    return Worker(
        house.jobs,
        pulse,
        tick=lambda: tick(services),
        fetch_missing=lambda: fetch_missing(services),
    )


def doors_of(house: House) -> Doors:
    return Doors(
        webhook=TwilioWebhook(house.account.token),
        public_url=house.settings.base_url,
        receive=lambda text: receive(house.services, text),
        receipt=lambda report: receipt(house.services, report),
        unread=lambda *what: keep_unread(house.services, *what),
        calendar=lambda token: calendar_file_of(house.services, token),
    )


async def run(
    house: House,
    *,
    web: bool,
    worker: bool,
    demo: DemoClock | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Run the parts asked for until `stop` is set; where none is given, until SIGINT or SIGTERM.
    With `demo` the simulated carrier and its phone page are served too."""
    stop = stop or _signalled()
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
        if web:
            application = await _application(stack, tasks, house, demo, stop)
            settings = house.settings
            tasks.create_task(serve(application, settings.host, settings.port, stop))
        if worker:
            tasks.create_task(worker_of(house).run(stop))
        _keep_for_good()


def _keep_for_good() -> None:
    """Tell the garbage collector that what is here at the start stays: it would else look through
    all modules and packs again and again, which took a seventh of a webhook's time."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _signalled() -> asyncio.Event:
    """Set by SIGINT and SIGTERM."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


async def _application(
    stack: AsyncExitStack,
    tasks: asyncio.TaskGroup,
    house: House,
    demo: DemoClock | None,
    stop: asyncio.Event,
) -> ASGIApp:
    """The webhooks; with `demo` also the phone page and the simulated carrier."""
    doors = doors_of(house)
    if demo is None:
        return create_app(doors)
    simulator = await stack.enter_async_context(Simulator(await _numbers(house)))
    tasks.create_task(_hang_up(simulator, stop))
    return create_app(
        doors,
        routers=[demo_router(DemoDoors(house.services, demo.set, SIMULATOR_PATH))],
        mounts={SIMULATOR_PATH: simulator_app(simulator)},
    )


async def _hang_up(simulator: Simulator, stop: asyncio.Event) -> None:
    """End the phone pages' streams at the stop: they have no end, and the server waits for them."""
    await stop.wait()
    simulator.hang_up()


async def _numbers(house: House) -> SimulatorConfig:
    """The simulated account, with the pack's numbers and our webhooks."""
    pack = await house.services.packs.get()
    inbound = f"{house.settings.base_url}/webhooks/twilio/inbound"
    return SimulatorConfig(
        account_sid=house.account.sid,
        auth_token=house.account.token,
        numbers=tuple(
            Number.model_validate(
                {
                    "phone": one.phone,
                    "carrier_keywords": one.carrier_keywords,
                    "inbound_url": inbound,
                }
            )
            for one in pack.business.numbers
        ),
    )


def migrate(url: str) -> None:
    """Bring the database up to date."""
    migrations.upgrade(url)
