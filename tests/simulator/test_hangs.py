"""Creates that get no answer, over real sockets and in one process."""

import asyncio
import base64

import httpx
import pytest

from smsbot.simulator import Fault, create_app

from .support import ACCOUNT, DEFAULT, MESSAGES, PHONE, STATUS, TOKEN, serve


async def create(api):
    data = {"To": PHONE, "From": DEFAULT, "Body": "hi", "StatusCallback": STATUS}
    return await api.post(f"{MESSAGES}.json", data=data)


def fault(kind, **values):
    return Fault.model_validate({"kind": kind, **values})


async def test_in_process_a_hang_ends_as_a_broken_connection(api, sim, business):
    sim.fault(fault("hang", seconds=0.01))
    sim.fault(fault("accept_then_hang", seconds=0.01))
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            await create(api)
    await sim.settle()
    assert len(sim.phone(PHONE).received()) == 1


@pytest.mark.parametrize("timeout", [0.05, 5.0])
async def test_accept_then_hang(sim, business, timeout):
    """The client gives up, or the carrier closes: either way the message was accepted."""
    sim.fault(fault("accept_then_hang", seconds=0.15))
    async with (
        serve(create_app(sim)) as base,
        httpx.AsyncClient(base_url=base, auth=(ACCOUNT, TOKEN), timeout=timeout) as client,
    ):
        expected = httpx.ReadTimeout if timeout < 0.15 else httpx.RemoteProtocolError
        with pytest.raises(expected):
            async with asyncio.timeout(2):
                await create(client)
        await sim.settle()
        assert business.statuses() == ["sending", "sent", "delivered"]
        logged = sim.creates()[0]
        assert (logged.status, logged.fault) == (None, "accept_then_hang")
        listed = (await client.get(f"{MESSAGES}.json", params={"To": PHONE})).json()
        assert [each["sid"] for each in listed["messages"]] == [logged.sid]


async def test_a_hang_ends_without_a_single_byte(sim):
    sim.fault(fault("hang", seconds=0.02))
    token = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    head = f"POST {MESSAGES}.json HTTP/1.1\r\nHost: x\r\nAuthorization: Basic {token}\r\n"
    async with serve(create_app(sim)) as base:
        reader, writer = await asyncio.open_connection("127.0.0.1", httpx.URL(base).port)
        writer.write(f"{head}Content-Length: 0\r\n\r\n".encode())
        async with asyncio.timeout(2):
            assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
    assert sim.creates()[0].fault == "hang"


@pytest.mark.parametrize("timeout", [0.05, 5.0])
async def test_hang_without_accepting(sim, business, timeout):
    sim.fault(fault("hang", seconds=0.15))
    async with (
        serve(create_app(sim)) as base,
        httpx.AsyncClient(base_url=base, auth=(ACCOUNT, TOKEN), timeout=timeout) as client,
    ):
        with pytest.raises((httpx.ReadTimeout, httpx.RemoteProtocolError)):
            await create(client)
        listed = (await client.get(f"{MESSAGES}.json", params={"To": PHONE})).json()
        assert listed["messages"] == []
        assert (await create(client)).status_code == 201
