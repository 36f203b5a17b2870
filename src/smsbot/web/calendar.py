"""The calendar file of an appointment, for whoever has the link."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from smsbot.store.db import DatabaseDown

HEADERS = {
    "Content-Disposition": 'inline; filename="appointment.ics"',
    # It changes when the appointment does, and is nobody's but the holder's.
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
}

File = Callable[[str], Awaitable[bytes | None]]
"""The file for a token; None where there is none."""


def route(file: File) -> Route:
    """GET /calendar/TOKEN.ics. A token that names nothing is answered 404 without a word, whatever
    is wrong with it."""

    async def serve(request: Request) -> Response:
        try:
            content = await file(request.path_params["token"])
        except DatabaseDown:
            return Response(status_code=503)
        if content is None:
            return Response(status_code=404)
        return Response(content, media_type="text/calendar; charset=utf-8", headers=HEADERS)

    return Route("/calendar/{token}.ics", serve, methods=["GET"])
