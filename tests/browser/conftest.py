"""A running demo, and the system's own browser to look at it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
STARTED_WITHIN = 40.0


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Without one the tests are skipped, but never in CI.

    For a module and no longer: while it is there, playwright's event loop runs in this thread, and
    no asynchronous test of another module could run its own.
    """
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        wanted = f"no browser: install one of {', '.join(NAMES)}"
        if os.environ.get("CI"):
            pytest.fail(wanted)
        pytest.skip(wanted)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=found, args=ARGS)
        yield one
        one.close()


@pytest.fixture(scope="module")
def demo_url() -> Iterator[str]:
    """`smsbot demo` as a person starts it, on a port and with data of its own."""
    # Not pytest's directory: as root, the server runs as another user, who may not enter that.
    with TemporaryDirectory(prefix="smsbot-") as directory:
        Path(directory).chmod(0o755)
        yield from _running(Path(directory))


def _running(directory: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SMSBOT_")}
    settings = {"SMSBOT_PORT": str(port), "SMSBOT_DATA_DIR": str(directory)}
    log = directory / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "smsbot", "demo"],
            env=kept | settings,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _await(url, process, log)
        yield url
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _await(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            if httpx.get(f"{url}/health", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"the demo did not start:\n{log.read_text()}")


@dataclass
class Seen:
    """What went wrong on the pages of a test."""

    errors: list[str] = field(default_factory=list)

    def console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    def raised(self, error: Exception) -> None:
        self.errors.append(str(error))


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, demo_url: str) -> Iterator[Open]:
    """Opens the demo with `width`, `height` and `scheme`; after the test, no page may have logged
    an error or asked another host for anything."""
    seen = Seen()
    contexts = []

    def open_it(width: int = 1440, height: int = 900, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", seen.console)
        page.on("pageerror", seen.raised)
        page.on(
            "request",
            lambda request: request.url.startswith(demo_url) or seen.errors.append(request.url),
        )
        page.set_default_timeout(15_000)
        page.goto(f"{demo_url}/")
        page.locator("#customer option").first.wait_for(state="attached")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert seen.errors == []
