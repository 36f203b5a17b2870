"""Two conversations of one contact cannot both pass a cap: the contact's lock makes the second see
what the first has done."""

import asyncio
from dataclasses import replace

import psycopg

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.config import Settings
from smsbot.conversation import Conversation
from smsbot.domain.ids import CarrierSid, ConversationId
from smsbot.domain.inbound import InboundText
from smsbot.pack.load import load_shipped, sealed
from smsbot.pack.models import Settling
from smsbot.pipeline.receive import receive
from smsbot.pipeline.reply import reply

FIRST, SECOND = "+13035550100", "+13035550101"
CUSTOMER = "+12015550142"


async def test_two_conversations_of_one_contact_cannot_both_pass_a_cap(database_url: str) -> None:
    shipped = load_shipped()
    business = shipped.business.model_copy(
        update={
            "limits": shipped.business.limits.model_copy(update={"replies_per_hour": 1}),
            "settling": Settling(quiet=0.0, at_most=0.0),
            "numbers": tuple(
                shipped.business.numbers[0].model_copy(update={"phone": phone})
                for phone in (FIRST, SECOND)
            ),
        }
    )
    pack = sealed(shipped.model_copy(update={"business": business}))
    settings = Settings(database_url=database_url, database_pool=6)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, pack)
        for n, number in enumerate((FIRST, SECOND)):
            text = InboundText(CarrierSid(f"SM{n:032x}"), CUSTOMER, number, "what are your hours?")
            await receive(house.services, text)

        async def slowly(line: str) -> None:
            if line == "reply.written":  # the reply is written and not yet committed
                await asyncio.sleep(0.5)

        services = replace(house.services, reach=slowly)
        with psycopg.connect(database_url) as connection:
            ids = [row[0] for row in connection.execute("SELECT id FROM conversation").fetchall()]
        graph = Conversation(None)
        await asyncio.gather(
            *(reply(services, graph, ConversationId(one), model=False) for one in ids)
        )
    with psycopg.connect(database_url) as connection:
        rows = connection.execute("SELECT decision->>'outcome' FROM outbox WHERE kind = 'reply'")
        outcomes = sorted(row[0] for row in rows.fetchall())
    assert len(outcomes) == 2
    assert outcomes.count("approved") == 1
