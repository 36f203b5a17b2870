"""The worker: runs jobs, ticks, and brings back the jobs of workers that died."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import structlog
from procrastinate import App, exceptions
from procrastinate.jobs import DeleteJobCondition, Status

from smsbot.engine.jobs import EngineJobs
from smsbot.pipeline.tick import Due

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pulse:
    """Seconds. How often things happen, and when a silent worker counts as dead."""

    poll: float = 0.25
    """The engine wakes by notification; a job that waited for another's lock by this."""
    heartbeat: float = 5.0
    dead_after: float = 20.0
    concurrency: int = 200
    """Jobs at once: a turn sleeps in its process while its burst settles."""
    shutdown: float = 10.0
    """How long running jobs may take to finish when the worker is told to stop."""
    fetch_missing: float = 300.0
    """How often texts that never reached us are asked for at the carrier, and once at the start."""


class Worker:
    """Jobs, the tick and the recovery of dead workers' jobs, until it is stopped."""

    def __init__(
        self,
        jobs: EngineJobs,
        pulse: Pulse,
        *,
        tick: Callable[[], Awaitable[Due]],
        fetch_missing: Callable[[], Awaitable[int]],
    ) -> None:
        self._jobs = jobs
        self._pulse = pulse
        self._tick = tick
        self._fetch_missing = fetch_missing
        self._register(jobs.app)

    def _register(self, app: App) -> None:
        """Periodic jobs, the seconds in the sixth field. Each is one row for all workers, and does
        not pile up: `queueing_lock` keeps one waiting at most."""
        every_second = "* * * * * *"
        minutes = max(1, round(self._pulse.fetch_missing / 60))

        @app.periodic(cron=every_second, periodic_id="tick", queueing_lock="tick", lock="tick")
        @app.task(name="tick")
        async def tick(timestamp: int) -> None:
            await self._wake_due()

        # No lock here: the dead worker may have died in this very job, and would hold it for ever.
        @app.periodic(cron="* * * * * */2", periodic_id="stalled", queueing_lock="stalled")
        @app.task(name="retry_stalled")
        async def retry_stalled(timestamp: int) -> None:
            await self.retry_stalled()

        @app.periodic(
            cron=f"*/{minutes} * * * *",
            periodic_id="missing",
            queueing_lock="missing",
            lock="missing",
        )
        @app.task(name="fetch_missing")
        async def fetch_missing(timestamp: int) -> None:
            await self._fetch_missing()

    async def _wake_due(self) -> None:
        due = await self._tick()
        names: dict[str, Sequence[str]] = {
            "turn": due.turns,
            "deliver": due.deliveries,
            "look_up": due.look_ups,
            "push_crm": due.crm,
        }
        for name, subjects in names.items():
            for subject in subjects:
                await self._jobs.wake(name, subject)

    async def retry_stalled(self) -> int:
        """Give the jobs of dead workers back; returns how many. A worker thought dead may live: a
        turn has its fence, a send its claim, so that a job run twice does its work once."""
        manager = self._jobs.app.job_manager
        # The library types the two flavours of this call as one, and so as neither.
        stalled: Any = await cast(Any, manager).get_stalled_jobs(
            seconds_since_heartbeat=self._pulse.dead_after
        )
        for job in stalled:
            log.warning("a worker died; its job is run again", job=job.task_name)
            try:
                await manager.retry_job(job)
            except exceptions.UniqueViolation:
                # The same work is waiting already, under the same queueing lock: this one may go.
                await manager.finish_job(job, status=Status.FAILED, delete_job=True)
        return len(stalled)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set. A database that goes away ends the engine's own loop; it is
        started again until the database is back."""
        while not stop.is_set():
            missing = asyncio.create_task(self._at_start(stop))
            try:
                await self._run_once(stop)
            except Exception as error:
                # Whatever ended it (most often the database, by one of several errors), a worker
                # that is not told to stop goes on: there is nobody else to notice.
                log.warning("the worker stopped and starts again", error=type(error).__name__)
            finally:
                missing.cancel()
                await asyncio.gather(missing, return_exceptions=True)
            await _pause(stop, 0.5)

    async def _at_start(self, stop: asyncio.Event) -> None:
        """Ask once for the texts that came while nobody was here, or the database was away."""
        while not stop.is_set():
            try:
                fetched = await self._fetch_missing()
            except Exception as error:
                log.warning("missed texts could not be fetched", error=type(error).__name__)
                await _pause(stop, 2.0)
            else:
                if fetched:
                    log.info("fetched texts that had been missed", count=fetched)
                return

    async def _run_once(self, stop: asyncio.Event) -> None:
        async with self._jobs.app.open_async():
            running = asyncio.create_task(self._work())
            stopping = asyncio.create_task(stop.wait())
            try:
                await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                stopping.cancel()
                if not running.done():
                    running.cancel()
                result = (await asyncio.gather(running, return_exceptions=True))[0]
            if isinstance(result, Exception):
                raise result

    async def _work(self) -> None:
        await self._jobs.app.run_worker_async(
            concurrency=self._pulse.concurrency,
            fetch_job_polling_interval=self._pulse.poll,
            update_heartbeat_interval=self._pulse.heartbeat,
            stalled_worker_timeout=self._pulse.dead_after,
            shutdown_graceful_timeout=self._pulse.shutdown,
            delete_jobs=DeleteJobCondition.ALWAYS.value,
            install_signal_handlers=False,
            listen_notify=True,
        )


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, or less where it is to stop."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
