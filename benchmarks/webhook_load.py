"""Signed inbound webhooks, as fast as the web process answers them, over kept connections."""

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
)


async def main(seconds: float, at_once: int) -> float:
    port = int(os.environ["SMSBOT_PORT"])
    # Made beforehand: the carrier's own work is not what is measured.
    most = int(seconds * 2000 / at_once)
    requests = [[_request(port, lane, n) for n in range(most)] for lane in range(at_once)]
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


def _request(port: int, lane: int, n: int) -> bytes:
    """One text of one of 5,600 customers, so that nobody floods and most have texted before."""
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
        "Body": random.choice(BODIES),
        "FromCountry": "US",
        "To": NUMBER,
        "MessagingServiceSid": "MG" + "1" * 32,
        "ToZip": "80202",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": os.environ["SMSBOT_TWILIO_ACCOUNT_SID"],
        "From": f"+1{200 + lane}555{(n * 79) % 700:04d}",
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
        print(runner.run(main(float(sys.argv[1]), int(sys.argv[2]))))
