import asyncio

from smsbot.simulator.tasks import Tasks


async def test_a_failure_is_logged_and_stops_nothing(caplog):
    tasks = Tasks()

    async def fails():
        raise ValueError("broken")

    done = []

    async def works():
        done.append(1)

    tasks.spawn(fails())
    tasks.spawn(works())
    await tasks.idle()
    assert done == [1]
    assert "broken" in caplog.text


async def test_cancelling_ends_what_runs_and_logs_nothing(caplog):
    tasks = Tasks()
    running = tasks.spawn(asyncio.sleep(60))
    await asyncio.sleep(0)
    await tasks.cancel()
    assert running.cancelled()
    assert caplog.text == ""


async def test_idle_waits_for_work_that_starts_meanwhile():
    tasks = Tasks()
    done = []

    async def second():
        await asyncio.sleep(0.01)
        done.append(2)

    async def first():
        tasks.spawn(second())

    tasks.spawn(first())
    await tasks.idle()
    assert done == [2]
