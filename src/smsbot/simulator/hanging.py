"""Not answering: an HTTP request that ends with its connection and no response."""

import asyncio

import httpx
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send


class ConnectionDropped(httpx.RemoteProtocolError):
    """What an in-process client (httpx.ASGITransport) gets in place of a closed connection."""


class NoAnswer(Response):
    """A response that is none: waits `seconds`, or until the client leaves, and closes.

    Under uvicorn the connection is closed. Where a server or a middleware hides the connection,
    the head of a response is sent and ConnectionDropped raised, so that the server breaks it off.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Answer as said above."""
        try:
            async with asyncio.timeout(self._seconds):
                await _disconnected(receive)
            return
        except TimeoutError:
            pass
        # uvicorn's `receive` is a method of the object that holds the connection; ASGI itself has
        # no word for "close without an answer".
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        if transport is not None:
            transport.close()
            await _disconnected(receive)
            return
        head: Message = {
            "type": "http.response.start",
            "status": 201,
            "headers": [(b"content-length", b"1")],
        }
        await send(head)
        raise ConnectionDropped("the simulated carrier closed the connection without an answer")


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
