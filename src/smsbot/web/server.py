"""The web server, in a process that may hold a worker and a database too."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp


class _Server(uvicorn.Server):
    """Leaves the signals to bootstrap: its own handling would end the process before the worker
    and the embedded database are down."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(application: ASGIApp, host: str, port: int, stop: asyncio.Event) -> None:
    """Serve until `stop` is set; where the port cannot be had, `stop` is set for the others."""
    config = uvicorn.Config(
        application,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)

    async def end() -> None:
        await stop.wait()
        server.should_exit = True

    ending = asyncio.create_task(end())
    await server.serve()
    stop.set()
    await ending
