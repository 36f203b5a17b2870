"""An escalation at night, while the bot goes on: through the real pipeline, on a database."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import psycopg

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.clocks import DemoClock
from smsbot.config import Settings
from smsbot.conversation import Conversation
from smsbot.domain.ids import CarrierSid, ConversationId
from smsbot.domain.inbound import InboundText
from smsbot.pack.load import load_shipped, sealed
from smsbot.pack.models import Settling
from smsbot.pipeline.receive import receive
from smsbot.pipeline.reply import reply

OURS, CUSTOMER = "+13035550100", "+13035552077"
NIGHT = dt.datetime(2026, 11, 23, 22, 15, tzinfo=ZoneInfo("America/Denver"))


async def test_a_turn_that_was_thinking_does_not_answer_beside_the_question(
    database_url: str,
) -> None:
    """The turn took "what are your hours?"; then comes "call me please", which takes that text
    along to the task and asks. Only the question is sent."""
    shipped = load_shipped()
    business = shipped.business.model_copy(update={"settling": Settling(quiet=0.0, at_most=0.0)})
    pack = sealed(shipped.model_copy(update={"business": business}))
    clock = DemoClock()
    clock.set(CUSTOMER, NIGHT)
    settings = Settings(database_url=database_url, database_pool=6)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    async with bootstrap.opened(settings, database_url, account, clock) as house:
        await bootstrap.prepare(house, pack)
        services = house.services

        async def text(nth: int, body: str) -> None:
            await receive(services, InboundText(CarrierSid(f"SM{nth:032x}"), CUSTOMER, OURS, body))

        async def escalates(line: str) -> None:
            if line == "reply.thought":
                await text(2, "call me please")

        await text(1, "what are your hours?")
        with psycopg.connect(database_url) as connection:
            row = connection.execute("SELECT id FROM conversation").fetchone()
        assert row is not None
        thinking = replace(services, reach=escalates)
        outcome = await reply(thinking, Conversation(None), ConversationId(row[0]), model=False)
    assert outcome == "fenced"
    with psycopg.connect(database_url) as connection:
        sent = connection.execute("SELECT body FROM outbox WHERE kind = 'reply'").fetchall()
        owner = connection.execute("SELECT owner FROM conversation").fetchone()
    assert len(sent) == 1
    assert sent[0][0].endswith("A person will see it then.")
    assert owner == ("bot",)
