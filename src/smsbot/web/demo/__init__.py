"""The demo: a phone to text from, the story of each text, the record filling in, and the desk.
Served by `smsbot demo` only."""

from fastapi import APIRouter

from smsbot.web.demo import api, page
from smsbot.web.demo.doors import DemoDoors

__all__ = ["DemoDoors", "router"]


def router(doors: DemoDoors) -> APIRouter:
    """The page at /demo, its own endpoints under /demo/api, and `/` leading to the page."""
    routes = APIRouter()
    routes.include_router(page.router())
    routes.include_router(api.router(doors))
    return routes
