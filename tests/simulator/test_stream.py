import asyncio

import pytest

from smsbot.simulator.stream import Event, Hub

from .support import OTHER_PHONE, PHONE


def event(number, phone=PHONE):
    return Event("message", phone, {"n": number})


async def seen(watcher, count):
    found = []
    async for each in watcher.events(idle=1):
        found.append(each.data["n"] if each and each.data else each)
        if len(found) == count:
            return found
    return found


async def test_a_watcher_sees_its_own_phone_and_what_concerns_all():
    hub = Hub()
    with hub.watch(PHONE) as watcher:
        for each in (event(1), event(2, OTHER_PHONE), event(3, None)):
            hub.publish(each)
        assert await seen(watcher, 2) == [1, 3]


async def test_a_slow_watcher_loses_the_oldest():
    hub = Hub()
    with hub.watch(None) as watcher:
        for number in range(1_005):
            hub.publish(event(number))
        assert await seen(watcher, 1) == [5]


async def test_idle_and_closed():
    hub = Hub()
    with hub.watch(None) as watcher:
        events = watcher.events(idle=0.01)
        assert await anext(events) is None
        hub.publish(Event("closed", None, {}))
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(anext(events), 1)


def test_nobody_watches_after_leaving():
    hub = Hub()
    with hub.watch(None):
        assert hub.watched
    assert not hub.watched
