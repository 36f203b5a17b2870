"""The client for webhooks, against servers that answer in every way that HTTP allows."""

import asyncio
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest

from smsbot.simulator import plainhttp
from smsbot.simulator.plainhttp import PlainHttp, PlainHttpError


@asynccontextmanager
async def server(*answers):
    """Answers each request, on any connection, with the next of `answers`; yields what it saw."""
    seen = []
    queue = list(answers)
    handling = []

    async def handle(reader, writer):
        handling.append(asyncio.current_task())
        try:
            while queue:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                )
                seen.append((len(handling), head, await reader.readexactly(length)))
                answer = queue.pop(0)
                writer.write(answer)
                await writer.drain()
                if b"content-length" not in answer and b"chunked" not in answer:
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()
            await writer.wait_closed()

    listening = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    client = PlainHttp(connect_timeout=1)
    try:
        yield client, urlsplit(f"http://127.0.0.1:{port}/hooks/sms?tenant=1"), seen
    finally:
        await client.close()
        listening.close()
        await asyncio.gather(*handling)


CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nContent-Type: Text/XML; charset=utf-8\r\n\r\nhi"


async def test_the_request_is_well_formed_and_the_answer_read():
    async with server(OK) as (client, url, seen):
        answer = await client.post(url, {"X-One": "1"}, b"a=b")
        assert (answer.status, answer.media_type, answer.body) == (200, "text/xml", b"hi")
        _, head, body = seen[0]
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /hooks/sms?tenant=1 HTTP/1.1"
    assert f"Host: {url.netloc}" in lines
    assert "Content-Length: 3" in lines
    assert "X-One: 1" in lines
    assert body == b"a=b"


async def test_a_connection_is_used_again():
    async with server(OK, OK) as (client, url, seen):
        await client.post(url, {}, b"")
        await client.post(url, {}, b"")
    assert [connection for connection, _, _ in seen] == [1, 1]


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (CHUNKED + b"3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n", b"abcde"),
        (CHUNKED + b"1\r\na\r\n0\r\nT: 1\r\n\r\n", b"a"),
        (b"HTTP/1.1 204 No Content\r\nx-note: content-length\r\n\r\n", b""),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na", b"a"),
        (b"HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n", b""),
    ],
)
async def test_every_framing_leaves_the_connection_usable(answer, body):
    async with server(answer, OK) as (client, url, seen):
        assert (await client.post(url, {}, b"")).body == body
        assert (await client.post(url, {}, b"")).body == b"hi"
    assert [connection for connection, _, _ in seen] == [1, 1]


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 1\r\n\r\na",
        b"HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\na",
        b"HTTP/1.1 200 OK\r\n\r\na",
    ],
)
async def test_what_cannot_be_kept_is_not(answer):
    async with server(answer, OK) as (client, url, seen):
        assert (await client.post(url, {}, b"")).body == b"a"
        assert (await client.post(url, {}, b"")).body == b"hi"
    assert [connection for connection, _, _ in seen] == [1, 2]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nx: content-length\r\ncontent-length: 10\r\n\r\nshort"[:-5],
        CHUNKED + b"zz\r\n",
    ],
)
async def test_what_cannot_be_understood_is_an_error_and_is_not_repeated(answer):
    async with server(answer) as (client, url, seen):
        with pytest.raises(PlainHttpError):
            async with asyncio.timeout(2):
                await client.post(url, {}, b"")
    assert len(seen) == 1


async def test_nobody_listens():
    client = PlainHttp(connect_timeout=1)
    with pytest.raises(PlainHttpError):
        await client.post(urlsplit("http://127.0.0.1:9/"), {}, b"")


async def test_a_connection_that_the_server_closed_meanwhile_is_not_used():
    async with server(OK) as (client, url, _):
        await client.post(url, {}, b"")
        await asyncio.sleep(0.02)
        with pytest.raises(PlainHttpError):
            # A new connection, that the server (it has no answers left) closes at once.
            await client.post(url, {}, b"")


async def test_a_connection_that_was_idle_for_too_long_is_not_used(monkeypatch):
    monkeypatch.setattr(plainhttp, "_IDLE_SECONDS", 0.0)
    async with server(OK, OK) as (client, url, seen):
        await client.post(url, {}, b"")
        await client.post(url, {}, b"")
    assert [connection for connection, _, _ in seen] == [1, 2]


async def test_a_post_that_is_given_up_leaves_nothing_behind():
    left = asyncio.Event()

    async def never(reader, writer):
        await reader.read()
        writer.close()
        await writer.wait_closed()
        left.set()

    listening = await asyncio.start_server(never, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    client = PlainHttp(connect_timeout=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.03):
            await client.post(urlsplit(f"http://127.0.0.1:{port}/"), {}, b"x")
    # The server sees the connection end although the client lives on.
    async with asyncio.timeout(1):
        await left.wait()
    await client.close()
    listening.close()
