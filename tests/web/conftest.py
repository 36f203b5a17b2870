"""The web application over a real database, with signed requests."""

import base64
import hashlib
import hmac
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import psycopg
import pytest
from psycopg.rows import dict_row

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.config import Settings
from smsbot.pack.load import load_shipped
from smsbot.web.app import create_app

PUBLIC = "https://sms.example.com/behind/a/proxy"
TOKEN = "the-tests-own-secret"
NUMBER = "+13035550100"
_SIDS = itertools.count(1)


@dataclass
class Web:
    """What a test posts to, and what it looks at."""

    client: httpx.AsyncClient
    database_url: str

    async def inbound(
        self, body: str, sender: str = "+12015550142", *, signature: str | None = None, **more: str
    ) -> httpx.Response:
        """A text as the carrier posts it, signed over all its fields with the public address."""
        sid = more.pop("MessageSid", f"SM{next(_SIDS):032x}")
        fields = {
            "MessageSid": sid,
            "SmsSid": sid,
            "AccountSid": "AC" + "5" * 32,
            "From": sender,
            "To": NUMBER,
            "Body": body,
            "NumMedia": "0",
            "NumSegments": "1",
            "FromState": "",
            **more,
        }
        return await self.post("/webhooks/twilio/inbound", fields, signature)

    async def post(
        self, path: str, fields: dict[str, str], signature: str | None = None
    ) -> httpx.Response:
        signed = sign(PUBLIC + path, fields) if signature is None else signature
        return await self.client.post(
            path, data=fields, headers={b"X-Twilio-Signature": signed.encode()}
        )

    def rows(self, query: str) -> list[dict[str, Any]]:
        with psycopg.connect(self.database_url, row_factory=dict_row) as connection:
            return connection.execute(query).fetchall()


def sign(url: str, fields: dict[str, str]) -> str:
    text = url + "".join(f"{key}{fields[key]}" for key in sorted(fields))
    mac = hmac.new(TOKEN.encode(), text.encode(), hashlib.sha1)
    return base64.b64encode(mac.digest()).decode()


@asynccontextmanager
async def opened_web(database_url: str, failpoints: str = "") -> AsyncIterator[Web]:
    settings = Settings(
        database_url=database_url, public_url=PUBLIC, database_pool=5, failpoints=failpoints
    )
    account = Account("AC" + "5" * 32, TOKEN, "http://127.0.0.1:9")
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, load_shipped())
        transport = httpx.ASGITransport(create_app(bootstrap.doors_of(house)))
        async with httpx.AsyncClient(transport=transport, base_url="http://inside") as client:
            yield Web(client, database_url)


@pytest.fixture
async def web(database_url: str) -> AsyncIterator[Web]:
    async with opened_web(database_url) as one:
        yield one
