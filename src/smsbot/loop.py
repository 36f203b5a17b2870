"""The event loop: uvloop where it exists, Python's own elsewhere."""

import asyncio
import sys
from collections.abc import Callable


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What `asyncio.Runner` makes its loop with; None for Python's own."""
    if sys.platform == "win32":
        # psycopg's asynchronous connections need this one there.
        return asyncio.SelectorEventLoop
    import uvloop

    return uvloop.new_event_loop
