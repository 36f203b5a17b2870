"""The files of the demo's page, its words, and its colours."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from smsbot.domain.booking import BookingState
from smsbot.domain.consent import ConsentStatus
from smsbot.domain.conversation import Owner
from smsbot.domain.decision import Ruling
from smsbot.domain.delivery import SendState, Status
from smsbot.domain.event import EventType
from smsbot.domain.guard import Action
from smsbot.domain.task import Urgency
from smsbot.web.demo import page, words
from smsbot.web.demo.page import FILES, STATIC

Client = httpx.AsyncClient


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = FastAPI()
    app.include_router(page.router())
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as one:
        yield one


async def test_the_root_leads_to_the_page_and_the_page_trusts_only_itself(client: Client) -> None:
    root = await client.get("/")
    assert (root.status_code, root.headers["location"]) == (307, "/demo")
    page = await client.get("/demo")
    assert page.headers["content-type"].startswith("text/html")
    policy = dict(
        part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert {policy[name] for name in ("script-src", "style-src", "connect-src")} == {"'self'"}


async def test_what_the_page_asks_for_is_there_and_nothing_else(client: Client) -> None:
    asked = set(re.findall(r"/demo/static/([\w./]+)", FILES["demo.html"].read_text()))
    scripts = [path for name, path in FILES.items() if name.endswith(".js")]
    imported = {
        f"demo/{name}"
        for path in scripts
        for name in re.findall(r'"\./(\w+\.js)"', path.read_text())
    }
    for name in asked | imported:
        answer = await client.get(f"/demo/static/{name}")
        assert answer.status_code == 200, name
        assert "content-security-policy" in answer.headers
    assert {name for name in FILES if name.endswith(".js")} == imported | {"demo/main.js"}
    assert (await client.get("/demo/static/../demo/api.py")).status_code == 404
    assert (await client.get("/demo/static/%2e%2e/webhooks.py")).status_code == 404


def test_no_script_writes_markup() -> None:
    for path in STATIC.rglob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text()
        )


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


READ = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("paper", "surface", "sunken")),
    *(
        (tone, ground)
        for tone in ("good", "waiting", "bad")
        for ground in (f"{tone}-soft", "surface")
    ),
    ("accent", "surface"),
    ("on-accent", "accent"),
]
"""Text on its ground: WCAG 2.2, 1.4.3 asks for 4.5 to 1."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_aa(scheme: str) -> None:
    light, dark = (STATIC / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))
    weak = {pair: _contrast(colours[pair[0]], colours[pair[1]]) for pair in READ}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}
    # What can be pressed or typed into has an edge that can be seen (1.4.11).
    assert _contrast(colours["edge"], colours["surface"]) >= 3


def test_every_word_table_is_complete() -> None:
    assert set(words.CONSENT) == set(ConsentStatus)
    assert set(words.OWNER) == set(Owner)
    assert set(words.BOOKING) == set(BookingState)
    assert set(words.URGENCY) == set(Urgency)
    assert set(words.ACTION) == set(Action)
    assert set(words.RULING) == set(Ruling)
    assert set(words.EVENT) == set(EventType)
    assert set(words.STATUS) == {status.value for status in Status}
    assert set(words.STATE) == {state.value for state in SendState}
    assert set(words.OUTCOME) == {"approved", "deferred", "refused"}
