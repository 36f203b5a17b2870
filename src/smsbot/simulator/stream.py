"""Events for whoever watches the phones: a message was created, a status changed."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

_BACKLOG = 1_000


@dataclass(frozen=True, slots=True)
class Event:
    """`phone` is None for what concerns all (reset, closed)."""

    name: Literal["message", "status", "reset", "closed"]
    phone: str | None
    data: dict[str, object]


class Watcher:
    """A queue of the latest events; a watcher that reads too slowly loses the oldest."""

    def __init__(self, phone: str | None) -> None:
        self._phone = phone
        self._queue: asyncio.Queue[Event] = asyncio.Queue(_BACKLOG)

    def offer(self, event: Event) -> None:
        """Queue an event, if it concerns the watched phone."""
        if self._phone is not None and event.phone not in (None, self._phone):
            return
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(event)

    async def events(self, idle: float) -> AsyncIterator[Event | None]:
        """Each event, and None after each `idle` seconds without one; ends when the hub closes."""
        while True:
            try:
                event = await asyncio.wait_for(self._queue.get(), idle)
            except TimeoutError:
                yield None
                continue
            if event.name == "closed":
                return
            yield event


class Hub:
    """Hands each event to all watchers."""

    def __init__(self) -> None:
        self._watchers: set[Watcher] = set()

    @contextmanager
    def watch(self, phone: str | None) -> Iterator[Watcher]:
        """Watch one phone, or all."""
        watcher = Watcher(phone)
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    def publish(self, event: Event) -> None:
        """Hand `event` to all watchers."""
        for watcher in self._watchers:
            watcher.offer(event)

    @property
    def watched(self) -> bool:
        """Whether anybody watches."""
        return bool(self._watchers)
