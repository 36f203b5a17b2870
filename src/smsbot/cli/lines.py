"""Lines from standard input, without holding up what else runs in this process."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable

END = None
CHUNK = 65536


async def lines() -> AsyncIterator[str]:
    """Each line without its end, until the input ends. A thread of its own waits for them: it
    reads the file itself, and holds nothing that the interpreter needs to exit."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def hand_over(line: str | None) -> None:
        try:
            loop.call_soon_threadsafe(queue.put_nowait, line)
        except RuntimeError:  # the loop is closed: nobody listens any more
            return

    threading.Thread(target=_read, args=(sys.stdin.fileno(), hand_over), daemon=True).start()
    while (line := await queue.get()) is not END:
        yield line


def _read(descriptor: int, hand_over: Callable[[str | None], None]) -> None:
    rest = b""
    while chunk := os.read(descriptor, CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            hand_over(line.decode("utf-8", "replace").rstrip("\r"))
    if rest:
        hand_over(rest.decode("utf-8", "replace"))
    hand_over(END)
