"""Tasks are shared out in turn, also when they come at once, and a customer stays with a person."""

import asyncio
from collections import Counter

import psycopg

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.config import Settings
from smsbot.domain.ids import CarrierSid, TaskId
from smsbot.domain.inbound import InboundText
from smsbot.pack.load import load_shipped, sealed
from smsbot.pack.models import Pack, Person, Queue
from smsbot.pipeline import desk
from smsbot.pipeline.receive import receive
from smsbot.pipeline.services import Services

OURS = "+13035550100"
PEOPLE = ("ana", "ben", "cal")
MANY = 12


def pack_with(people: tuple[str, ...]) -> Pack:
    """One queue for everything that comes by day and by night, shared by `people`."""
    shipped = load_shipped()
    queues = tuple(
        Queue(id=one.id, due_minutes=one.due_minutes, notify=one.notify, assign="round_robin")
        for one in shipped.business.queues
    )
    ids = tuple(queue.id for queue in queues)
    staff = tuple(Person(id=one, name=one.title(), queues=ids) for one in people)
    sam = next(one for one in shipped.business.people if one.on_call)
    business = shipped.business.model_copy(
        update={"people": (*staff, sam.model_copy(update={"queues": ()})), "queues": queues}
    )
    return sealed(shipped.model_copy(update={"business": business, "booking": None}))


async def complain(services: Services, nth: int) -> None:
    text = "this is unacceptable, your technician was rude"
    sid = CarrierSid(f"SM{nth:032x}")
    await receive(services, InboundText(sid, f"+1303555{2000 + nth}", OURS, text))


def assigned(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT assigned_to FROM task ORDER BY created_at").fetchall()
    return [row[0] for row in rows]


async def test_tasks_that_come_at_once_are_shared_out_evenly_and_after_a_restart_go_on(
    database_url: str,
) -> None:
    settings = Settings(database_url=database_url, database_pool=8)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    pack = pack_with(PEOPLE)
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, pack)
        await asyncio.gather(*(complain(house.services, n) for n in range(MANY)))
    assert Counter(assigned(database_url)) == dict.fromkeys(PEOPLE, MANY // len(PEOPLE))
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, pack)
        for n in range(MANY, MANY + 3):
            await complain(house.services, n)
    assert set(assigned(database_url)[MANY:]) == set(PEOPLE)


async def test_who_is_busy_gets_no_more_and_a_customer_stays_with_who_had_them(
    database_url: str,
) -> None:
    settings = Settings(database_url=database_url, database_pool=4)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, pack_with(("ana", "ben")))
        for n in range(3):
            await complain(house.services, n)
        first, second, third = assigned(database_url)
        assert (first, second, third) == ("ana", "ben", "ana")
        with psycopg.connect(database_url) as connection:
            rows = connection.execute(
                "SELECT t.id FROM task t JOIN contact c ON c.id = t.contact_id WHERE c.phone = %s",
                ["+13035552001"],
            ).fetchall()
        await desk.resolve(house.services, TaskId(rows[0][0]), "ben")
        text = InboundText(
            CarrierSid(f"SM{99:032x}"), "+13035552000", OURS, "your technician was rude again"
        )
        with psycopg.connect(database_url) as connection:
            mine = connection.execute(
                "SELECT t.id FROM task t JOIN contact c ON c.id = t.contact_id WHERE c.phone = %s",
                ["+13035552000"],
            ).fetchall()
        await desk.resolve(house.services, TaskId(mine[0][0]), "ana")
        await receive(house.services, text)
        assert assigned(database_url)[-1] == "ana", "ana had this customer before"
