"""The page itself: files of our own, read by nobody but the browser."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, RedirectResponse, Response

STATIC = Path(__file__).parents[1] / "static"
FILES = {
    str(path.relative_to(STATIC)): path
    for path in STATIC.rglob("*")
    if path.suffix in (".css", ".html", ".js", ".svg")
}
"""Only what was there at the start is served, so no name can lead out of the directory."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def router() -> APIRouter:
    routes = APIRouter()

    @routes.get("/")
    async def start() -> Response:
        return RedirectResponse("/demo")

    @routes.get("/demo")
    async def demo() -> Response:
        return FileResponse(FILES["demo.html"], headers=HEADERS)

    @routes.get("/demo/static/{name:path}")
    async def static(name: str) -> Response:
        found = FILES.get(name)
        if found is None:
            return Response("there is no such file", status_code=404, headers=HEADERS)
        return FileResponse(found, headers=HEADERS)

    return routes
