"""What the carrier posts: verified over all that it sent, stored, answered within milliseconds."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from smsbot.domain.inbound import InboundText, StatusReport
from smsbot.ports import BadWebhook, Webhook
from smsbot.store.db import DatabaseDown

log = structlog.get_logger(__name__)

EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
"""Nothing for the carrier to do: answers leave through the outbox."""

LARGEST_BODY = 256 * 1024
"""Bytes. A webhook is a few kilobytes; more is not the carrier's."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What the doors call. `public_url` is what the carrier was given, without a path."""

    webhook: Webhook
    public_url: str
    receive: Callable[[InboundText], Awaitable[object]]
    receipt: Callable[[StatusReport], Awaitable[object]]
    unread: Callable[[str, str, Sequence[tuple[str, str]]], Awaitable[object]]
    """Keeps a genuine webhook that cannot be read: (door, problem, fields)."""
    calendar: Callable[[str], Awaitable[bytes | None]]
    """The calendar file behind a link's token; None where there is none."""


def routes(doors: Doors) -> list[Route]:
    """The carrier's two doors. Plain routes: there is nothing here for FastAPI to validate, since
    the signature covers the fields as they came, and its own work would take longer than ours."""

    async def inbound(request: Request) -> Response:
        return await _inbound(doors, request)

    async def status(request: Request) -> Response:
        return await _status(doors, request)

    return [
        Route("/webhooks/twilio/inbound", inbound, methods=["POST"]),
        Route("/webhooks/twilio/status", status, methods=["POST"]),
    ]


async def _inbound(doors: Doors, request: Request) -> Response:
    params = await _verified(doors, request)
    if params is None:
        return _forbidden()
    try:
        text = doors.webhook.inbound(params)
    except BadWebhook as error:
        problem = str(error)
        return await _unread(doors, "inbound", problem, params, EMPTY_TWIML, "text/xml")
    return await _answer(lambda: doors.receive(text), EMPTY_TWIML, "text/xml")


async def _status(doors: Doors, request: Request) -> Response:
    params = await _verified(doors, request)
    if params is None:
        return _forbidden()
    try:
        report = doors.webhook.status(params, dict(request.query_params))
    except BadWebhook as error:
        return await _unread(doors, "status", str(error), params, "", "text/plain")
    return await _answer(lambda: doors.receipt(report), "", "text/plain")


async def _unread(
    doors: Doors,
    door: str,
    problem: str,
    params: Sequence[tuple[str, str]],
    body: str,
    media_type: str,
) -> Response:
    log.warning("a genuine webhook could not be read and was kept", door=door, problem=problem)
    return await _answer(lambda: doors.unread(door, problem, params), body, media_type)


async def _answer(work: Callable[[], Awaitable[object]], body: str, media_type: str) -> Response:
    """Do the work, once more where the first connection had gone stale. With the database away the
    carrier is told 503: it tries its fallback address, and we ask it later for what we missed."""
    for last in (False, True):
        try:
            await work()
        except DatabaseDown:
            if last:
                return Response("the database is away", status_code=503)
        else:
            break
    return Response(body, media_type=media_type)


async def _verified(doors: Doors, request: Request) -> list[tuple[str, str]] | None:
    """The body's fields, blank ones kept, if the signature over them and the public address holds;
    None on any doubt."""
    try:
        body = await _body(request)
        params = parse_qsl(
            body.decode(), keep_blank_values=True, strict_parsing=bool(body), errors="replace"
        )
        url = doors.public_url.rstrip("/") + request.scope["path"]
        if query := request.scope["query_string"]:
            url += f"?{query.decode()}"
        genuine = doors.webhook.verify(url, request.headers, params)
    except (ValueError, UnicodeDecodeError):
        return None
    return params if genuine else None


async def _body(request: Request) -> bytes:
    """Raises ValueError where it is too large."""
    whole = b""
    async for chunk in request.stream():
        whole += chunk
        if len(whole) > LARGEST_BODY:
            raise ValueError("the body is too large")
    return whole


def _forbidden() -> Response:
    log.warning("a webhook with a wrong signature was refused")
    return Response("the signature does not match", status_code=403)
