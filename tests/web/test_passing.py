"""A text that the guards let pass is stored in one statement, by facts that were read before it:
whatever became otherwise in between, it is judged again."""

import asyncio
from collections.abc import AsyncIterator, Callable

import psycopg
import pytest

from tests.web.conftest import Web, opened_web

QUESTION = "what are your hours?"
JUDGED = "receive.passing=wait:0.6"
"""A text waits there, judged and not yet written."""


@pytest.fixture
async def slow(database_url: str) -> AsyncIterator[Web]:
    async with opened_web(database_url, failpoints=JUDGED) as web:
        await web.inbound("hello there")  # the first of its contact takes the other way
        yield web


async def _in_between(web: Web, act: Callable[[], object], body: str = QUESTION) -> None:
    """A text comes, and `act` happens when it has been judged."""
    coming = asyncio.create_task(web.inbound(body))
    await asyncio.sleep(0.3)
    done = act()
    if asyncio.iscoroutine(done):
        await done
    assert (await coming).status_code == 200


def _inbox(web: Web) -> list[tuple[str, str, str | None]]:
    rows = web.rows("SELECT body, action, settled FROM inbox ORDER BY received_at")
    return [(row["body"], row["action"], row["settled"]) for row in rows]


def _turns(web: Web) -> int:
    return len(web.rows("SELECT id FROM procrastinate_jobs WHERE task_name = 'turn'"))


async def test_a_stop_in_between_is_in_force_for_the_text(slow: Web) -> None:
    await _in_between(slow, lambda: slow.inbound("STOP"))
    # Both came in the same moment; what counts is what was in force when the text was written.
    assert ("what are your hours?", "suppressed", "guard") in _inbox(slow)
    assert _turns(slow) == 1, "only the first text, from before the STOP, has a turn's job"
    assert slow.rows("SELECT consent FROM contact") == [{"consent": "withdrawn"}]


async def test_a_person_who_takes_over_in_between_gets_the_text(slow: Web) -> None:
    await _in_between(
        slow, lambda: _run(slow, "UPDATE conversation SET owner = 'rep', version = version + 1")
    )
    assert _inbox(slow)[-1] == (QUESTION, "owned", "task")
    assert _turns(slow) == 1


async def test_the_same_text_in_between_is_stored_once(slow: Web) -> None:
    sent = [slow.inbound(QUESTION, MessageSid="SM" + "a" * 32) for _ in range(4)]
    assert {answer.status_code for answer in await asyncio.gather(*sent)} == {200}
    assert [body for body, *_ in _inbox(slow)] == ["hello there", QUESTION]
    assert _turns(slow) == 2


async def test_the_first_text_and_those_after_it_leave_the_same_rows(slow: Web) -> None:
    await slow.inbound("hello there")
    for rows in (
        "SELECT action, rule, reason, guards, settled, source, segments, media FROM inbox",
        "SELECT brand, act, scope, medium, method, evidence FROM consent",
        "SELECT type, reason, data FROM event WHERE type = 'text.received'",
        "SELECT kind, data - 'message_id' AS data FROM crm_change",
        "SELECT task_name, lock, args, queue_name FROM procrastinate_jobs",
    ):
        first, second = slow.rows(rows)
        assert first == second


def _run(web: Web, statement: str) -> None:
    with psycopg.connect(web.database_url) as connection:
        connection.execute(statement)
