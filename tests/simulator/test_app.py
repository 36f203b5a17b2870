"""The application: alone, mounted, its lifespan, and as a process."""

import asyncio
import json
import socket
import sys

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from smsbot.simulator import Fault, FaultKind, Simulator, create_app
from smsbot.simulator.__main__ import main

from .support import ACCOUNT, DEFAULT, MESSAGES, PHONE, STATUS, TOKEN, config, serve


async def create(client, prefix="", **form):
    data = {"To": PHONE, "From": DEFAULT, "Body": "hi", **form}
    return await client.post(f"{prefix}{MESSAGES}.json", data=data, auth=(ACCOUNT, TOKEN))


def client_of(app):
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://carrier.example.com"
    )


async def test_alone_the_lifespan_runs_the_simulator():
    app = create_app(config())
    async with client_of(app) as client:
        assert (await client.get("/control/health")).status_code == 503
        async with app.router.lifespan_context(app):
            assert (await create(client)).status_code == 201
            assert app.state.simulator.running
        assert (await client.get("/control/health")).status_code == 503


async def test_mounted_under_a_prefix(sim):
    outer = Starlette(routes=[Mount("/carrier", app=create_app(sim))])
    async with client_of(outer) as client:
        made = (await create(client, "/carrier")).json()
        assert made["uri"] == f"{MESSAGES}/{made['sid']}.json"
        found = await client.get(f"/carrier{made['uri']}", auth=(ACCOUNT, TOKEN))
        assert found.json()["sid"] == made["sid"]
        assert (await client.get("/carrier/control/health")).json()["ok"] is True
        missing = await client.get(f"/carrier{MESSAGES}/SMx.json", auth=(ACCOUNT, TOKEN))
        assert f" {MESSAGES}/SMx.json " in missing.json()["message"]
    assert {each.path for each in sim.requests.entries()} == {
        f"{MESSAGES}.json",
        f"{MESSAGES}/{made['sid']}.json",
        f"{MESSAGES}/SMx.json",
    }


async def test_mounted_a_hang_still_closes_the_connection(sim):
    sim.fault(Fault(kind=FaultKind.HANG, seconds=0.02))
    outer = Starlette(routes=[Mount("/carrier", app=create_app(sim))])
    async with serve(outer) as base, httpx.AsyncClient(base_url=base) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            await create(client, "/carrier")


async def test_leaving_ends_all_work(business):
    transport = httpx.ASGITransport(business.app)
    async with Simulator(config(), transport=transport) as sim:
        sim.fault(Fault(kind=FaultKind.SLOW_DELIVERY, seconds=60))
        async with client_of(create_app(sim)) as client:
            await create(client, StatusCallback=STATUS)
        before = asyncio.all_tasks()
        assert len(before) > 1
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert business.hooks == []


async def test_entering_twice_is_a_mistake(sim):
    with pytest.raises(RuntimeError):
        await sim.__aenter__()


async def test_a_seed_repeats_the_sids():
    sids = []
    for _ in range(2):
        async with Simulator(config(seed=7)) as sim, client_of(create_app(sim)) as client:
            sids.append((await create(client)).json()["sid"])
    assert sids[0] == sids[1]


async def test_without_a_seed_no_sid_comes_twice():
    sids = set()
    for _ in range(2):
        async with Simulator(config()) as sim, client_of(create_app(sim)) as client:
            sids.add((await create(client)).json()["sid"])
    assert len(sids) == 2


async def test_memory_is_bounded():
    async with Simulator(config(ring=10)) as sim, client_of(create_app(sim)) as client:
        for _ in range(25):
            await create(client)
        assert len(sim.book) == 10
        assert len(sim.requests.entries()) == 10


async def test_it_is_fast_enough_not_to_be_the_bottleneck(sim):
    """Creates with delivery and callbacks; the quicker ones count, as the machine may be busy."""
    async with client_of(create_app(sim)) as client:
        for _ in range(200):
            await create(client, StatusCallback=STATUS)
    inside = sorted(entry.ms for entry in sim.creates() if entry.ms is not None)
    assert inside[len(inside) // 4] < 2


async def test_as_a_process(tmp_path):
    file = tmp_path / "carrier.json"
    file.write_text(config().model_dump_json())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "smsbot.simulator", "--port", str(port), "--config", str(file)),
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            async with asyncio.timeout(20):
                while True:
                    try:
                        health = await client.get("/control/health")
                        break
                    except httpx.ConnectError:
                        await asyncio.sleep(0.05)
            assert health.json()["ok"] is True
            assert (await create(client)).status_code == 201
    finally:
        process.terminate()
        _, errors = await asyncio.wait_for(process.communicate(), 10)
    assert PHONE not in errors.decode()


@pytest.mark.parametrize("content", [None, "{}", json.dumps({"account_sid": "x"})])
def test_a_config_that_cannot_be_used(tmp_path, capsys, content):
    file = tmp_path / "carrier.json"
    if content is not None:
        file.write_text(content)
    assert main(["--config", str(file)]) == 2
    assert str(file) in capsys.readouterr().err
