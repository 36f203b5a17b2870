"""The carrier in one process with the business that it calls, without a network."""

from collections.abc import AsyncIterator

import httpx
import pytest

from smsbot.simulator import Simulator, create_app

from .support import ACCOUNT, TOKEN, Business, config


@pytest.fixture
def business() -> Business:
    return Business()


@pytest.fixture
async def sim(business: Business) -> AsyncIterator[Simulator]:
    async with Simulator(config(), transport=httpx.ASGITransport(business.app)) as simulator:
        yield simulator


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the REST API and the control API, with the right credentials."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(sim)),
        base_url="http://carrier.example.com",
        auth=(ACCOUNT, TOKEN),
    ) as client:
        yield client
