"""What could be an opt-out is answered, ends marketing, and is read by a person (compliance.md 1,
rule 5)."""

import json
from pathlib import Path

import psycopg
import pytest
from psycopg.rows import dict_row

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.config import Settings
from smsbot.domain.guard import GuardFacts
from smsbot.domain.ids import CarrierSid
from smsbot.domain.inbound import InboundText
from smsbot.guards import evaluate, unsure
from smsbot.pack.load import load_shipped
from smsbot.pipeline.receive import receive

DEV = Path(__file__).parents[2] / "evals" / "dev" / "guards"
CUSTOMER = "+12015550142"


def an_unsure_text() -> str:
    """Whichever development text the network is of two minds about."""
    rules = load_shipped().business.guards
    for path in sorted(DEV.glob("*opt_out*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = str(json.loads(line)["text"])
            if evaluate(text, GuardFacts(), rules).winner.rule == unsure.RULE:
                return text
    raise AssertionError("the network is sure of every development text")


@pytest.mark.parametrize("before", [(), ("what are your hours?",)], ids=["first", "known"])
async def test_it_is_answered_and_ends_marketing_and_is_read(
    database_url: str, before: tuple[str, ...]
) -> None:
    pack = load_shipped()
    settings = Settings(database_url=database_url, database_pool=3)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, pack)
        for n, body in enumerate((*before, an_unsure_text())):
            sid, number = CarrierSid(f"SM{n:032x}"), pack.business.numbers[0].phone
            await receive(house.services, InboundText(sid, CUSTOMER, number, body))
    with psycopg.connect(database_url, row_factory=dict_row) as connection:
        [contact] = connection.execute("SELECT consent FROM contact").fetchall()
        records = connection.execute("SELECT act, scope FROM consent ORDER BY at, id").fetchall()
        [task] = connection.execute("SELECT reason, urgency FROM task").fetchall()
        *_, came = connection.execute(
            "SELECT action, settled FROM inbox ORDER BY received_at"
        ).fetchall()
        [talk] = connection.execute("SELECT owner FROM conversation").fetchall()
    assert came == {"action": "pass", "settled": None}
    assert contact["consent"] == "granted"
    assert {(one["act"], one["scope"]) for one in records} == {
        ("granted", "conversational"),
        ("withdrawn", "marketing"),
    }
    assert task == {"reason": "This may be an opt-out: read it", "urgency": "low"}
    assert talk["owner"] == "bot"
