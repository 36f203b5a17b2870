"""The web application."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter, FastAPI
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from smsbot.web import calendar
from smsbot.web.webhooks import Doors, routes


def create_app(
    doors: Doors,
    *,
    routers: Sequence[APIRouter] = (),
    mounts: Mapping[str, ASGIApp] | None = None,
) -> Starlette:
    """The webhooks and the calendar files, beside everything else: health, and what bootstrap wires
    in.

    The webhooks stand outside of FastAPI: there is nothing for it to validate in them, since the
    signature covers the fields as they came, and its own work takes longer than ours.
    """
    pages = FastAPI(title="smsbot", docs_url=None, redoc_url=None, openapi_url=None)

    @pages.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    for router in routers:
        pages.include_router(router)
    mounted = [Mount(path, application) for path, application in (mounts or {}).items()]
    ours = [*routes(doors), calendar.route(doors.calendar)]
    return Starlette(routes=[*ours, *mounted, Mount("/", pages)])
