"""Running the product: all in one, in parts, or as a demo.

What bootstrap wires takes seconds to import: each command here imports it when it runs, so that the
others don't wait for it.
"""

import asyncio
import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from smsbot.cli.common import progress, settings_for_command
from smsbot.clocks import DemoClock
from smsbot.config import BadSetting, Settings
from smsbot.loop import loop_factory

if TYPE_CHECKING:
    from smsbot.bootstrap import Account


def register(app: typer.Typer) -> None:
    app.command()(serve)
    app.command()(demo)
    app.command()(web)
    app.command()(worker)
    app.command()(migrate)


def serve() -> None:
    """Run the whole product: web and worker, on the embedded PostgreSQL or SMSBOT_DATABASE_URL.

    Example: SMSBOT_TWILIO_ACCOUNT_SID=AC… SMSBOT_TWILIO_AUTH_TOKEN=… \\
    SMSBOT_PUBLIC_URL=https://sms.example.com smsbot serve
    """
    _start_quickly()
    from smsbot import bootstrap

    settings = settings_for_command()
    _run(settings, bootstrap.account_of(settings), web=True, worker=True)


def demo() -> None:
    """Run the whole product with a simulated carrier and a phone page. Nothing leaves the machine.

    Example: smsbot demo
    """
    _start_quickly()
    from smsbot import bootstrap

    settings = _impatient(settings_for_command())
    if settings.database_url is not None:
        raise BadSetting(
            "the demo has a database of its own: unset SMSBOT_DATABASE_URL, or what waits there "
            "for customers would go to the simulated carrier"
        )
    clock = DemoClock()
    progress(f"Text the shop at {settings.base_url}/demo  (stop with Ctrl-C)")
    account = bootstrap.simulated_account(settings)
    _run(settings, account, web=True, worker=True, clock=clock)


def _impatient(settings: Settings) -> Settings:
    """The simulated carrier is on this machine and lists a text at once: a look-up that takes
    minutes with a real one is shown in seconds."""
    return replace(
        settings,
        http_timeout=min(settings.http_timeout, 3.0),
        look_up_gap=min(settings.look_up_gap, 4.0),
    )


def web() -> None:
    """Run the webhooks only; needs SMSBOT_DATABASE_URL. As many as wanted.

    Example: SMSBOT_DATABASE_URL=postgresql://db/smsbot smsbot web
    """
    _start_quickly()
    from smsbot import bootstrap

    settings = _apart()
    _run(settings, bootstrap.account_of(settings), web=True, worker=False)


def worker() -> None:
    """Run a worker only; needs SMSBOT_DATABASE_URL. As many as wanted.

    Example: SMSBOT_DATABASE_URL=postgresql://db/smsbot smsbot worker
    """
    _start_quickly()
    from smsbot import bootstrap

    settings = _apart()
    _run(settings, bootstrap.account_of(settings), web=False, worker=True)


def migrate() -> None:
    """Bring the database at SMSBOT_DATABASE_URL up to date; serve and demo do it themselves.

    Example: SMSBOT_DATABASE_URL=postgresql://db/smsbot smsbot migrate
    """
    _start_quickly()
    from smsbot import bootstrap

    settings = _apart()
    assert settings.database_url is not None
    bootstrap.migrate(settings.database_url)
    progress("The database is up to date.")


def _start_quickly() -> None:
    """While modules are made, the garbage collector would look through them again and again, a
    sixth of a start. Bootstrap sets it going when all is there."""
    gc.disable()


def _apart() -> Settings:
    """Parts that run apart share a server; the embedded one belongs to one process."""
    settings = settings_for_command()
    if settings.database_url is None:
        raise BadSetting(
            "set SMSBOT_DATABASE_URL: web and worker apart share a PostgreSQL server "
            "(`smsbot serve` runs both on the embedded one)"
        )
    return settings


def _run(
    settings: Settings,
    account: "Account",
    *,
    web: bool,
    worker: bool,
    clock: DemoClock | None = None,
) -> None:
    from smsbot import bootstrap
    from smsbot.chosen_pack import load_pack

    pack = load_pack(settings)
    with bootstrap.database_of(settings) as url:
        bootstrap.migrate(url)

        async def go() -> None:
            async with bootstrap.opened(settings, url, account, clock) as house:
                await bootstrap.prepare(house, pack, demo=clock is not None)
                await bootstrap.run(house, web=web, worker=worker, demo=clock)

        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(go())
