"""Posting signed forms to the business's webhooks."""

import asyncio
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import httpx

from smsbot.simulator.config import SimulatorConfig
from smsbot.simulator.plainhttp import PlainAnswer, PlainHttp, PlainHttpError
from smsbot.simulator.signing import sign

# docs/api/errors: how Twilio names what went wrong with a webhook.
RETRIEVAL_FAILED, CONNECTION_FAILED = 11200, 11205
# Connections at once; a text that waits for one has not begun to run out of time.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one request: a status, or none when nothing was answered in time.

    `ms`: duration in milliseconds. `error`: Twilio's code when it counts as failed.
    """

    url: str
    status: int | None
    ms: float
    media_type: str = ""
    body: str = ""
    error: int | None = None


class Poster:
    """Posts forms as Twilio does; `transport` replaces the network (an in-process app in tests)."""

    def __init__(
        self, config: SimulatorConfig, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._config = config
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._plain = PlainHttp(config.connect_timeout) if transport is None else None
        self._client = httpx.AsyncClient(
            transport=transport,
            timeout=httpx.Timeout(config.webhook_timeout, connect=config.connect_timeout),
            trust_env=False,
        )

    async def post(self, url: str, form: Mapping[str, str], token: str | None = None) -> Answer:
        """Post `form` to `url`, signed over exactly that URL and those values; never raises.

        `token` is the idempotency token: the same for each copy of one event.
        """
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "X-Twilio-Signature": sign(url, form, self._config.auth_token),
            "I-Twilio-Idempotency-Token": token or str(uuid.uuid4()),
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
        }
        async with self._turns:
            started = time.perf_counter()
            try:
                async with asyncio.timeout(self._config.webhook_timeout):
                    answer = await self._send(url, headers, urlencode(form).encode())
            except (PlainHttpError, httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError):
                return Answer(url, None, _since(started), error=CONNECTION_FAILED)
        return Answer(
            url=url,
            status=answer.status,
            ms=_since(started),
            media_type=answer.media_type,
            body=answer.body.decode(errors="replace"),
            error=None if 200 <= answer.status < 300 else RETRIEVAL_FAILED,
        )

    async def close(self) -> None:
        """Close the connections."""
        if self._plain is not None:
            await self._plain.close()
        await self._client.aclose()

    async def _send(self, url: str, headers: dict[str, str], body: bytes) -> PlainAnswer:
        parts = urlsplit(url)
        if self._plain is not None and parts.scheme == "http" and parts.username is None:
            return await self._plain.post(parts, headers, body)
        response = await self._client.post(url, content=body, headers=headers)
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return PlainAnswer(response.status_code, media_type, response.content)


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 3)
