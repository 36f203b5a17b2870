"""Jobs: made by the transaction that makes the work, one at a time per lock."""

import orjson
import psycopg
import pytest
from psycopg.rows import dict_row

from smsbot.domain.ids import ConversationId, NumberId
from smsbot.engine.jobs import EngineJobs
from smsbot.ports import RawConnection

COLUMNS = "queue_name, task_name, priority, lock, queueing_lock, args, status, scheduled_at"


@pytest.fixture
def jobs(database_url: str) -> EngineJobs:
    return EngineJobs(database_url)


async def test_the_turns_own_statement_makes_the_row_that_the_engine_would_make(
    database_url: str, jobs: EngineJobs
) -> None:
    subject = ConversationId("cnv_1")
    call, values = jobs.turn(subject)
    task = jobs.app.tasks["turn"]
    async with await psycopg.AsyncConnection.connect(
        database_url, row_factory=dict_row
    ) as connection:
        await connection.execute(f"SELECT {call}", dict(values))
        await task.configure(lock=f"conversation:{subject}", connection=connection).defer_async(
            subject=subject
        )
        cursor = await connection.execute(f"SELECT {COLUMNS} FROM procrastinate_jobs ORDER BY id")
        own, engines = await cursor.fetchall()
    assert own == engines
    assert orjson.loads(str(values["job_args"])) == {"subject": subject}


async def test_a_rollback_takes_the_job_along(database_url: str, jobs: EngineJobs) -> None:
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        await jobs.deliver(RawConnection(connection), NumberId("num_1"))
        await connection.rollback()
        cursor = await connection.execute("SELECT count(*) FROM procrastinate_jobs")
        assert await cursor.fetchone() == (0,)


async def test_what_is_due_is_woken_once(database_url: str, jobs: EngineJobs) -> None:
    async with jobs.app.open_async():
        for _ in range(3):
            await jobs.wake("deliver", "num_1")
    with psycopg.connect(database_url) as connection:
        rows = connection.execute("SELECT lock, queueing_lock FROM procrastinate_jobs").fetchall()
    assert rows == [("number:num_1", "deliver:num_1")]


async def test_what_the_engine_asks_is_no_transaction_that_a_frozen_worker_could_hold_open(
    database_url: str, jobs: EngineJobs
) -> None:
    registered = "SELECT procrastinate_register_worker_v1() AS id"
    async with jobs.app.open_async():
        pool = jobs.app.connector.pool  # type: ignore[attr-defined]
        async with pool.connection() as connection:
            await connection.execute(registered)
            with psycopg.connect(database_url) as other:
                seen = other.execute("SELECT count(*) FROM procrastinate_workers").fetchone()
    assert seen == (1,)
