"""The jobs: each an id and a lock, enqueued by the transaction that makes the work."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
from procrastinate import App, exceptions
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.tasks import Task
from psycopg import AsyncConnection

from smsbot.domain.ids import ConversationId, NumberId
from smsbot.ports import RawConnection

_TURN = """procrastinate_defer_jobs_v1(ARRAY[ROW(
    'default', 'turn', 0, %(job_lock)s::text, NULL, %(job_args)s::jsonb, NULL
)::procrastinate_job_to_defer_v1])"""

Work = Callable[[str], Awaitable[Any]]


class EngineJobs:
    """Jobs over procrastinate. Enqueueing needs the caller's connection only; `app` also runs
    them, in `smsbot.engine.worker`.

    `work` says what each job does with its id; a web process gives none, for it only enqueues.
    """

    def __init__(self, url: str, work: dict[str, Work] | None = None, *, pool: int = 8) -> None:
        connector = PsycopgConnector(
            conninfo=url, min_size=1, max_size=pool, timeout=5, configure=_each_by_itself
        )
        self.app = App(connector=connector)
        known = {} if work is None else work
        self._turn = self._task("turn", known)
        self._deliver = self._task("deliver", known)
        self._push_crm = self._task("push_crm", known)
        self._look_up = self._task("look_up", known)

    def _task(self, name: str, work: dict[str, Work]) -> Task[..., Any, ...]:
        async def run(subject: str) -> None:
            await work[name](subject)

        return self.app.task(name=name)(run)

    def turn(self, conversation: ConversationId) -> tuple[str, Mapping[str, object]]:
        """One turn at a time per conversation. This is what the engine's own `defer` runs; the
        tests of the engine hold the two to the same row."""
        args = orjson.dumps({"subject": conversation}).decode()
        return _TURN, {"job_lock": f"conversation:{conversation}", "job_args": args}

    async def deliver(self, connection: RawConnection, number: NumberId) -> None:
        """One drain at a time per number."""
        await _defer(self._deliver, f"number:{number}", number, connection)

    async def wake(self, name: str, subject: str) -> None:
        """Enqueue for something that is due, unless the same is waiting already. On a connection of
        the engine's own: a clash of the queueing lock aborts the transaction that meets it."""
        tasks = {
            "turn": (self._turn, "conversation"),
            "deliver": (self._deliver, "number"),
            "push_crm": (self._push_crm, "crm"),
            "look_up": (self._look_up, "look_up"),
        }
        task, lock = tasks[name]
        deferrer = task.configure(lock=f"{lock}:{subject}", queueing_lock=f"{name}:{subject}")
        try:
            await deferrer.defer_async(subject=subject)
        except exceptions.AlreadyEnqueued:
            return


async def _each_by_itself(connection: AsyncConnection[Any]) -> None:
    """All that the engine asks of its own connections is single statements. As a transaction each,
    they spare two trips; and a worker that freezes between two trips holds no lock: one did, on its
    own row, and no other worker could start until it was gone."""
    await connection.set_autocommit(True)


async def _defer(
    task: Task[..., Any, ...], lock: str, subject: str, connection: RawConnection
) -> None:
    raw: Any = connection
    await task.configure(lock=lock, connection=raw).defer_async(subject=subject)
