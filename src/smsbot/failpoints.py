"""Lines at which a test lets us die, wait or fail. Off unless SMSBOT_FAILPOINTS is set."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable


class Reached(Exception):
    """A failpoint told to raise was reached."""


def failpoints(spec: str) -> Callable[[str], Awaitable[None]]:
    """What to do at named lines: `reply.thought=kill;deliver.sent=wait:2;receive.written=raise`.

    `kill` is SIGKILL to this very process, `wait:N` sleeps N seconds, `raise` raises `Reached`.
    Raises ValueError for a spec that cannot be read.
    """
    actions = dict(_read(part) for part in spec.split(";") if part.strip())

    async def reach(name: str) -> None:
        action = actions.get(name)
        if action is None:
            return
        if action == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif action == "raise":
            raise Reached(name)
        else:
            await asyncio.sleep(float(action.removeprefix("wait:")))

    return reach


def _read(part: str) -> tuple[str, str]:
    name, _, action = part.strip().partition("=")
    if action not in ("kill", "raise") and not action.startswith("wait:"):
        raise ValueError(f"failpoint {part!r}: the action is kill, raise or wait:SECONDS")
    return name, action
