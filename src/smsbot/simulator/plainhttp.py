"""A small HTTP/1.1 client for webhooks on one's own machine.

httpx costs 0.7 ms a request here, and much more with many at once; a carrier that calls back three
times a message must not take the processor from the business that it tests. HTTPS, credentials in
the URL and in-process applications still go through httpx.
"""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import SplitResult

_IDLE_SECONDS = 2.0  # Less than servers keep a connection: uvicorn 5 s, many proxies 5 s or more.
_CHUNK_END = b"\r\n"


class PlainHttpError(Exception):
    """No answer, or none that can be understood."""


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """`media_type` is without parameters and in lower case."""

    status: int
    media_type: str
    body: bytes


@dataclass(slots=True)
class _Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    idle_since: float = 0.0

    def usable(self) -> bool:
        fresh = time.monotonic() - self.idle_since < _IDLE_SECONDS
        return fresh and not self.reader.at_eof() and not self.writer.is_closing()


class PlainHttp:
    """Posts over kept connections. A failed post is not repeated: it may have been received."""

    def __init__(self, connect_timeout: float) -> None:
        self._connect_timeout = connect_timeout
        self._idle: dict[tuple[str, int], list[_Connection]] = {}

    async def post(self, url: SplitResult, headers: dict[str, str], body: bytes) -> PlainAnswer:
        """Post `body` to an http URL; PlainHttpError or TimeoutError (connecting) if it fails."""
        origin = (url.hostname or "", url.port or 80)
        target = (url.path or "/") + (f"?{url.query}" if url.query else "")
        lines = [f"POST {target} HTTP/1.1", f"Host: {url.netloc}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        connection = await self._connection(origin)
        try:
            connection.writer.write(head + body)
            answer, keep = await _read_answer(connection.reader)
        except (OSError, EOFError, ValueError, IndexError, asyncio.LimitOverrunError) as error:
            connection.writer.close()
            raise PlainHttpError(str(error)) from error
        except BaseException:
            connection.writer.close()
            raise
        if keep:
            connection.idle_since = time.monotonic()
            self._idle.setdefault(origin, []).append(connection)
        else:
            connection.writer.close()
        return answer

    async def close(self) -> None:
        """Close the connections that are kept."""
        kept = [connection for each in self._idle.values() for connection in each]
        self._idle.clear()
        for connection in kept:
            connection.writer.close()
        closing = [connection.writer.wait_closed() for connection in kept]
        await asyncio.gather(*closing, return_exceptions=True)

    async def _connection(self, origin: tuple[str, int]) -> _Connection:
        kept = self._idle.get(origin, [])
        while kept:
            connection = kept.pop()
            if connection.usable():
                return connection
            connection.writer.close()
        try:
            async with asyncio.timeout(self._connect_timeout):
                return _Connection(*await asyncio.open_connection(*origin))
        except OSError as error:
            raise PlainHttpError(str(error)) from error


async def _read_answer(reader: asyncio.StreamReader) -> tuple[PlainAnswer, bool]:
    """The final answer, and whether the connection can be kept."""
    status = 100
    while 100 <= status < 200:
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
        version, code, *_ = first.split(" ", 2)
        status = int(code)
    pairs = (line.partition(":") for line in rest if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    body, framed = await _read_body(reader, status, headers)
    keep = framed and version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return PlainAnswer(status, media_type, body), keep


async def _read_body(
    reader: asyncio.StreamReader, status: int, headers: dict[str, str]
) -> tuple[bytes, bool]:
    """The body, and whether its end was marked (RFC 9112, section 6.3)."""
    if status in {204, 304}:
        return b"", True
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return await _read_chunks(reader), True
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"])), True
    return await reader.read(), False


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    chunks = []
    while size := int((await reader.readuntil(_CHUNK_END)).partition(b";")[0], 16):
        chunks.append(await reader.readexactly(size))
        await reader.readexactly(len(_CHUNK_END))
    # Trailers, if any, end with an empty line.
    while await reader.readuntil(_CHUNK_END) != _CHUNK_END:
        pass
    return b"".join(chunks)
