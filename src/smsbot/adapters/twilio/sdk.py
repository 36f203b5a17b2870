"""Twilio's SDK over our own httpx client: one pool, one set of time-outs, errors with headers.

The SDK has no types, so this file is the only one that sees it as `Any`.
"""

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
from twilio.base import values  # type: ignore[import-untyped]
from twilio.http import AsyncHttpClient  # type: ignore[import-untyped]
from twilio.http.response import Response  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

UNSET: Any = values.unset
"""What the SDK wants for a parameter that is not given."""

CONNECT_SHARE = 0.5
"""Of the time-out: a connection that takes longer was certainly never used, and is said so before
the whole time is up and nothing can be said."""


class ApiError(Exception):
    """Twilio's answer with a status of 300 or more. `code` is Twilio's own where it gave one, else
    `http_` and the status; `retry_after` is seconds."""

    def __init__(self, status: int, code: str, message: str, retry_after: float | None) -> None:
        super().__init__(f"HTTP {status}, code {code}")
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after


class HttpxClient(AsyncHttpClient):  # type: ignore[misc]
    """`api_base` replaces https://api.twilio.com, with a path before Twilio's own where it has one.
    `timeout_s` is for one request in all, connecting included."""

    def __init__(self, http: httpx.AsyncClient, api_base: str | None, timeout_s: float) -> None:
        super().__init__(logging.getLogger(__name__), True, timeout_s)
        self._http = http
        self._api_base = api_base
        self._limit = timeout_s
        connect = timeout_s * CONNECT_SHARE
        self._timeouts = httpx.Timeout(timeout_s, connect=connect, pool=connect)

    async def request(
        self,
        method: str,
        uri: str,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the SDK's signature
        allow_redirects: bool = False,  # noqa: ARG002
    ) -> Response:
        """Raises `ApiError`, httpx.HTTPError, or TimeoutError. Nothing is tried twice here: a
        create has no idempotency key (compliance.md 5)."""
        async with asyncio.timeout(self._limit):
            answer = await self._http.request(
                method,
                _moved(uri, self._api_base),
                params=params,
                data=data,
                headers=headers,
                auth=auth,
                timeout=self._timeouts,
                follow_redirects=False,
            )
        if answer.status_code >= 300:
            raise _api_error(answer)
        return Response(answer.status_code, answer.text, answer.headers)


def messages(account_sid: str, auth_token: str, http: HttpxClient) -> Any:
    """The SDK's list of messages: `create_async`, `page_async`."""
    # Given an environment of its own, or the SDK would read regions out of the process's.
    nothing = {"TWILIO_REGION": ""}
    return Client(account_sid, auth_token, http_client=http, environment=nothing).messages


def _moved(uri: str, api_base: str | None) -> str:
    if api_base is None:
        return uri
    base, given = urlsplit(api_base), urlsplit(uri)
    path = base.path.rstrip("/") + given.path
    return urlunsplit((base.scheme, base.netloc, path, given.query, ""))


def _api_error(answer: httpx.Response) -> ApiError:
    code, message = f"http_{answer.status_code}", answer.reason_phrase
    try:
        body = json.loads(answer.text)
    except ValueError:
        body = None
    if isinstance(body, dict):
        code = str(body.get("code") or code)
        message = str(body.get("message") or message)
    return ApiError(answer.status_code, code, message, _seconds(answer.headers.get("Retry-After")))


def _seconds(value: str | None) -> float | None:
    """A Retry-After in seconds; its other form, a date, is as good as none."""
    return float(value) if value is not None and value.isdecimal() else None
