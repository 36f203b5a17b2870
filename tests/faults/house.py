"""The product as real processes on a real database, with the simulated carrier beside it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
import psycopg
import yaml
from psycopg.rows import dict_row

ROOT = Path(__file__).parents[2]
NUMBER = "+13035550100"
SECOND_NUMBER = "+13035550101"
ACCOUNT = "AC" + "5" * 32
TOKEN = "a-secret-of-the-tests"

T = TypeVar("T")

FAST = {
    # Times a hundredth of the design's, so that what takes minutes there takes a second here.
    "SMSBOT_HTTP_TIMEOUT": "1.0",
    "SMSBOT_LOOK_UP_GAP": "0.5",
    "SMSBOT_TURN_LOST_AFTER": "2.0",
    "SMSBOT_RETRY_FIRST": "0.3",
    "SMSBOT_HEARTBEAT": "0.4",
    "SMSBOT_DEAD_AFTER": "1.5",
    "SMSBOT_DATABASE_POOL": "8",
}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def fast_pack(directory: Path) -> dict[str, str]:
    """The shipped pack with a burst that settles in 0.3 s and a number that sends 50 a second."""
    business = yaml.safe_load((ROOT / "graphs/business.yaml").read_text())
    business["settling"] = {"quiet": 0.3, "at_most": 1.2}
    for number in business["numbers"]:
        number["messages_per_second"] = 50
        number["carrier_keywords"] = "none"
    business["numbers"].append({**business["numbers"][0], "phone": SECOND_NUMBER})
    business["hours"] = {
        day: [{"start": "00:00", "end": "00:00"}]
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    }
    business["holidays"] = []
    graphs = directory / "graphs"
    (graphs / "conversation").mkdir(parents=True, exist_ok=True)
    (graphs / "business.yaml").write_text(yaml.safe_dump(business, sort_keys=False))
    for one in (ROOT / "graphs/conversation").iterdir():
        (graphs / "conversation" / one.name).write_text(one.read_text())
    return {"SMSBOT_GRAPHS": str(graphs), "SMSBOT_PROMPTS": str(ROOT / "prompts")}


@dataclass
class Process:
    """One process of ours, its output kept in a file for the one who reads a failure."""

    name: str
    popen: subprocess.Popen[bytes]
    log: Path
    shared: bool = False

    def freeze(self) -> None:
        """SIGSTOP: it neither works nor beats, and does not know it."""
        self.popen.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.popen.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """SIGKILL: nothing is tidied up."""
        if self.popen.poll() is None:
            self.popen.send_signal(signal.SIGKILL)
        self.popen.wait(10)

    def stop(self) -> None:
        if self.popen.poll() is None:
            self.popen.terminate()
            try:
                self.popen.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def wait_dead(self, seconds: float = 60) -> int:
        """Wait for it to die by itself; returns the exit code (negative: the signal)."""
        return self.popen.wait(seconds)


@dataclass
class House:
    """What a test acts through: phones, the carrier's memory, the database, processes."""

    database_url: str
    directory: Path
    environment: dict[str, str]
    carrier: httpx.Client
    web_port: int
    processes: list[Process] = field(default_factory=list)

    # ---- processes -------------------------------------------------------------------------

    def start(self, *command: str, **extra: str) -> Process:
        """Start `smsbot COMMAND` with extra settings (SMSBOT_ is added to their names)."""
        settings = {f"SMSBOT_{name.upper()}": value for name, value in extra.items()}
        name = f"{command[0]}-{len(self.processes)}"
        log = self.directory / f"{name}.log"
        with log.open("wb") as output:
            popen = subprocess.Popen(
                [sys.executable, "-m", "smsbot", *command],
                env={**self.environment, **settings},
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
            )
        process = Process(name, popen, log)
        self.processes.append(process)
        return process

    def worker(self, failpoints: str = "", **extra: str) -> Process:
        """Start a worker, and wait until it works; it may die at a line named by `failpoints`."""
        newest = "SELECT coalesce(max(id), 0) AS id FROM procrastinate_workers"
        before = self.rows(newest)[0]["id"]
        process = self.start("worker", failpoints=failpoints, **extra)
        self.until(
            lambda: self.rows(newest)[0]["id"] > before or process.popen.poll() is not None,
            "the worker works",
            seconds=60,
        )
        return process

    def web(self, failpoints: str = "", **extra: str) -> Process:
        """Start the web process, and wait until it answers."""
        process = self.start("web", failpoints=failpoints, **extra)
        self.await_web(process)
        return process

    def ensure_web(self) -> None:
        """The web process that the tests share; started again where one has killed it."""
        shared = next((one for one in self.processes if one.shared), None)
        if shared is None or shared.popen.poll() is not None:
            self.processes = [one for one in self.processes if not one.shared]
            self.web().shared = True

    def stop_shared_web(self) -> None:
        for one in [one for one in self.processes if one.shared]:
            one.stop()
            self.processes.remove(one)

    def end_test(self) -> None:
        """Stop what the test started, and make the carrier well-behaved again."""
        own = [one for one in self.processes if not one.shared]
        for process in own:
            process.popen.send_signal(signal.SIGCONT)
            process.kill()
            self.processes.remove(process)
        self.carrier.delete("/control/faults")

    def await_web(self, process: Process) -> None:
        def answers() -> bool:
            assert process.popen.poll() is None, process.log.read_text()
            try:
                return httpx.get(f"http://127.0.0.1:{self.web_port}/health").status_code == 200
            except httpx.TransportError:
                return False

        self.until(answers, "the web process answers", seconds=60)

    def stop_all(self) -> None:
        for process in self.processes:
            process.stop()
        self.processes.clear()

    # ---- phones and the carrier ------------------------------------------------------------

    def text(self, phone: str, body: str, to: str = NUMBER, **options: Any) -> dict[str, Any]:
        """A phone texts us; through the carrier's real, signed webhook."""
        answer = self.carrier.post(
            "/control/texts", json={"from": phone, "to": to, "body": body, **options}
        )
        assert answer.status_code in (201, 202), answer.text
        found: dict[str, Any] = answer.json()
        return found

    def got(self, phone: str) -> list[str]:
        """The texts that this phone received from us, without the carrier's own."""
        listed = self.carrier.get(f"/control/phones/{phone}/messages").json()["messages"]
        return [
            one["body"]
            for one in listed
            if one["direction"] != "inbound" and not one["carrier_reply"]
        ]

    def fault(self, kind: str, **options: Any) -> None:
        """Tell the carrier to misbehave."""
        answer = self.carrier.post("/control/faults", json={"kind": kind, **options})
        assert answer.status_code == 201, answer.text

    def creates(self, phone: str) -> int:
        """How often the carrier was asked to send to this phone."""
        found = self.carrier.get("/control/requests", params={"method": "POST", "to": phone}).json()
        return len(found["requests"])

    # ---- the database ----------------------------------------------------------------------

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        with psycopg.connect(
            self.database_url, autocommit=True, row_factory=dict_row
        ) as connection:
            return connection.execute(query, values).fetchall()

    def outbox(self, phone: str, kind: str | None = None) -> list[dict[str, Any]]:
        return [
            row
            for row in self.rows(
                "SELECT o.* FROM outbox o JOIN contact c ON c.id = o.contact_id "
                "WHERE c.phone = %s ORDER BY queued_at",
                phone,
            )
            if kind is None or row["kind"] == kind
        ]

    def inbox(self, phone: str) -> list[dict[str, Any]]:
        return self.rows(
            "SELECT i.* FROM inbox i JOIN contact c ON c.id = i.contact_id "
            "WHERE c.phone = %s ORDER BY received_at",
            phone,
        )

    def turns(self, phone: str) -> list[dict[str, Any]]:
        return self.rows(
            "SELECT t.* FROM turn t JOIN conversation v ON v.id = t.conversation_id "
            "JOIN contact c ON c.id = v.contact_id WHERE c.phone = %s ORDER BY t.started_at",
            phone,
        )

    def consent(self, phone: str) -> str:
        rows = self.rows("SELECT consent FROM contact WHERE phone = %s", phone)
        return str(rows[0]["consent"]) if rows else "unknown"

    def owner(self, phone: str) -> str:
        rows = self.rows(
            "SELECT v.owner FROM conversation v JOIN contact c ON c.id = v.contact_id "
            "WHERE c.phone = %s",
            phone,
        )
        return str(rows[0]["owner"]) if rows else "none"

    # ---- waiting ---------------------------------------------------------------------------

    def until(
        self, check: Callable[[], T], what: str, seconds: float = 60, pause: float = 0.05
    ) -> T:
        """Wait until `check` gives something true; fails with what was waited for."""
        end = time.monotonic() + seconds
        while True:
            found = check()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s in vain: {what}\n{self.logs()}")
            time.sleep(pause)

    def settled(self, phone: str, seconds: float = 60) -> None:
        """Wait until nothing of this phone is under way: texts dealt with, sends known."""
        self.until(
            lambda: (
                self.inbox(phone)
                and all(row["settled"] for row in self.inbox(phone))
                and not [
                    row
                    for row in self.outbox(phone)
                    if row["state"] in ("queued", "sending", "unknown")
                ]
            ),
            f"all of {phone} is settled",
            seconds,
        )

    def quiet(self, seconds: float = 1.0) -> None:
        """Give what must not happen the time to happen."""
        time.sleep(seconds)

    def logs(self) -> str:
        parts = [
            f"--- {one.name}\n{one.log.read_text()[-3000:]}"
            for one in self.processes
            if one.log.exists()
        ]
        return "\n".join(parts)


@contextmanager
def running_house(database_url: str, directory: Path) -> Iterator[House]:
    """A house with its carrier running, and no process of the product yet."""
    carrier_port, web_port = free_port(), free_port()
    base = f"http://127.0.0.1:{web_port}"
    config = directory / "carrier.json"
    config.write_text(
        json.dumps(
            {
                "account_sid": ACCOUNT,
                "auth_token": TOKEN,
                "numbers": [
                    {
                        "phone": number,
                        "carrier_keywords": "none",
                        "inbound_url": f"{base}/webhooks/twilio/inbound",
                    }
                    for number in (NUMBER, SECOND_NUMBER)
                ],
                "timings": {"queued_to_sent": 0.02, "sent_to_delivered": 0.05},
            }
        )
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SMSBOT_")}
    environment = {
        **kept,
        **FAST,
        **fast_pack(directory),
        "SMSBOT_DATABASE_URL": database_url,
        "SMSBOT_PORT": str(web_port),
        "SMSBOT_PUBLIC_URL": base,
        "SMSBOT_TWILIO_ACCOUNT_SID": ACCOUNT,
        "SMSBOT_TWILIO_AUTH_TOKEN": TOKEN,
        "SMSBOT_TWILIO_API_BASE": f"http://127.0.0.1:{carrier_port}",
        "SMSBOT_LOG_LEVEL": "info",
        "PYTHONUNBUFFERED": "1",
    }
    log = directory / "carrier.log"
    with log.open("wb") as output:
        carrier = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "smsbot.simulator",
                "--port",
                str(carrier_port),
                "--config",
                str(config),
            ],
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
        )
    client = httpx.Client(base_url=f"http://127.0.0.1:{carrier_port}", timeout=20, trust_env=False)
    house = House(database_url, directory, environment, client, web_port)
    try:

        def up() -> bool:
            try:
                return client.get("/control/health").status_code == 200
            except httpx.TransportError:
                return False

        house.until(up, "the carrier is up", seconds=20)
        yield house
    finally:
        house.stop_all()
        client.close()
        carrier.terminate()
        carrier.wait(10)
