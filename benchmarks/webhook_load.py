"""Signed inbound webhooks, as fast as the web process answers them, over kept connections.

    python -m benchmarks.webhook_load SECONDS AT_ONCE KIND

`known`: contacts who have texted before; `once`: each of those once, which makes them known;
`first`: contacts whom nobody has seen; `mixed`: known ones, and one in five asks for a person.
"""

import asyncio
import base64
import hashlib
import hmac
import os
import random
import secrets
import sys
import time
from urllib.parse import urlencode

from smsbot.loop import loop_factory

NUMBER = "+13035550100"
BODIES = (
    "what are your hours?",
    "my furnace makes a noise, is that bad?",
    "can you come on thursday after 3",
    "ok thanks",
    "do you also fix water heaters, and what does a visit cost",
    "the gate code is 4471",
    "is friday morning still free",
    "we are at 14 Birch Lane",
    "how long does a tune-up take?",
    "the ac runs but it does not cool",
    "yes please",
    "do i have to be home for it",
)
FOR_A_PERSON = "hi, is someone there? my furnace makes a noise"
CONTACTS = 700
"""Known ones, for each of those who text at once: so many that nobody floods."""


async def main(seconds: float, at_once: int, kind: str) -> float:
    port = int(os.environ["SMSBOT_PORT"])
    # Made beforehand: the carrier's own work is not what is measured.
    most = CONTACTS if kind == "once" else int(seconds * 2000 / at_once)
    requests = [[_request(port, kind, lane, n) for n in range(most)] for lane in range(at_once)]
    end = time.perf_counter() + seconds
    begun = time.perf_counter()
    counts = await asyncio.gather(*(_lane(port, lane, end) for lane in requests))
    return sum(counts) / (time.perf_counter() - begun)


async def _lane(port: int, requests: list[bytes], end: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    count = 0
    for request in requests:
        if time.perf_counter() >= end:
            break
        writer.write(request)
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        length = next(
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        )
        await reader.readexactly(length)
        count += 1
    writer.close()
    return count


def _phone(kind: str, lane: int, n: int) -> str:
    if kind == "first":
        return f"+1{secrets.randbelow(9 * 10**9) + 10**9}"
    return f"+1{200 + lane}555{n * 79 % CONTACTS:04d}"


def _body(kind: str, n: int) -> str:
    return FOR_A_PERSON if kind == "mixed" and n % 5 == 1 else random.choice(BODIES)


def _request(port: int, kind: str, lane: int, n: int) -> bytes:
    sid = f"SM{secrets.token_hex(16)}"
    fields = {
        "ToCountry": "US",
        "ToState": "CO",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ToCity": "DENVER",
        "FromZip": "80202",
        "SmsSid": sid,
        "FromState": "CO",
        "SmsStatus": "received",
        "FromCity": "DENVER",
        "Body": _body(kind, n),
        "FromCountry": "US",
        "To": NUMBER,
        "MessagingServiceSid": "MG" + "1" * 32,
        "ToZip": "80202",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": os.environ["SMSBOT_TWILIO_ACCOUNT_SID"],
        "From": _phone(kind, lane, n),
        "ApiVersion": "2010-04-01",
    }
    url = f"{os.environ['SMSBOT_PUBLIC_URL']}/webhooks/twilio/inbound"
    signed = url + "".join(f"{key}{fields[key]}" for key in sorted(fields))
    token = os.environ["SMSBOT_TWILIO_AUTH_TOKEN"].encode()
    signature = base64.b64encode(hmac.new(token, signed.encode(), hashlib.sha1).digest()).decode()
    body = urlencode(fields).encode()
    head = (
        f"POST /webhooks/twilio/inbound HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        f"X-Twilio-Signature: {signature}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        print(runner.run(main(float(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
