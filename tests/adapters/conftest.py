"""A Twilio carrier over a wire that a test answers for."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import respx

from smsbot.adapters.twilio.client import TwilioCarrier

from .twilio_support import ACCOUNT, PUBLIC, TOKEN


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


@pytest.fixture
def carrier(http: httpx.AsyncClient) -> TwilioCarrier:
    return TwilioCarrier(ACCOUNT, TOKEN, PUBLIC, http, timeout_s=1.0, backoff_s=0.001)


@pytest.fixture
def wire() -> Iterator[respx.MockRouter]:
    with respx.mock(assert_all_called=False) as router:
        yield router
