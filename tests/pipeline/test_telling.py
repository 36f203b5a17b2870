"""Who a task is assigned to is told by text where the pack says so: once, by day, and not of what
is in their hands already."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.clocks import DemoClock
from smsbot.config import Settings
from smsbot.domain.ids import CarrierSid, ContactId, ConversationId, TaskId
from smsbot.domain.inbound import InboundText
from smsbot.domain.task import Task, TaskContext, TaskKind, TaskState, Urgency
from smsbot.pack.load import load_shipped, sealed
from smsbot.pack.models import Business, Pack, Person, Queue
from smsbot.pipeline import desk
from smsbot.pipeline.receive import receive
from smsbot.pipeline.services import Services
from smsbot.pipeline.telling import to_tell

OURS, THEIRS = "+13035550100", "+13035550142"
ANA, BEN = "+13035550161", "+13035550162"
COMPLAINT = "this is unacceptable, your technician was rude"
WORSE = "now I'm calling my lawyer"


def pack_with(*, told: bool = True, cannot_wait: bool = False) -> Pack:
    """One person for all that can wait, told of it with `told`; with `cannot_wait` one is assigned
    and told of what cannot, too."""
    shipped = load_shipped()
    queues = tuple(
        Queue(
            id=one.id,
            due_minutes=one.due_minutes,
            notify="assigned" if told and (cannot_wait or one.notify == "nobody") else one.notify,
            assign="round_robin",
        )
        for one in shipped.business.queues
    )
    on_call = shipped.business.routing.cannot_wait
    people = (
        Person(
            id="ana", name="Ana", phone=ANA, queues=tuple(q.id for q in queues if q.id != on_call)
        ),
        Person(id="ben", name="Ben", phone=BEN, queues=(on_call,), on_call=True),
    )
    business = shipped.business.model_copy(update={"people": people, "queues": queues})
    return sealed(shipped.model_copy(update={"business": business, "booking": None}))


@dataclass
class Shop:
    """What a test does, and the texts to our own people."""

    services: Services
    url: str
    sids: Any = field(default_factory=count)

    async def text(self, body: str, sender: str = THEIRS) -> None:
        sid = CarrierSid(f"SM{next(self.sids):032x}")
        await receive(self.services, InboundText(sid, sender, OURS, body))

    def rows(self, query: str) -> list[dict[str, Any]]:
        with psycopg.connect(self.url, row_factory=dict_row) as connection:
            return connection.execute(query).fetchall()

    @property
    def told(self) -> list[tuple[str, str]]:
        """(phone, text) to our own people, in order."""
        rows = self.rows("SELECT * FROM outbox WHERE kind = 'staff' ORDER BY queued_at, id")
        return [(row["to_phone"], row["body"]) for row in rows]

    @property
    def task(self) -> TaskId:
        return TaskId(self.rows("SELECT id FROM task ORDER BY created_at")[0]["id"])


@asynccontextmanager
async def shop(url: str, pack: Pack, at: str = "2031-06-03T09:20") -> AsyncIterator[Shop]:
    """The product at a local time: Tuesday morning, if no other is given."""
    clock = DemoClock()
    clock.set(THEIRS, datetime.fromisoformat(at).replace(tzinfo=pack.business.zone))
    settings = Settings(database_url=url, database_pool=4)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    async with bootstrap.opened(settings, url, account, clock) as house:
        await bootstrap.prepare(house, pack)
        yield Shop(house.services, url)


async def test_who_it_is_assigned_to_reads_what_why_what_was_said_and_by_when(
    database_url: str,
) -> None:
    async with shop(database_url, pack_with()) as one:
        await one.text(COMPLAINT)
        [(phone, said)] = one.told
        assert phone == ANA
        assert said.startswith("For you: Complaint (next in turn, with 0 open).")
        assert f'They said: "{COMPLAINT}"' in said
        assert "Due today at 9:50 AM: http" in said
        [row] = one.rows("SELECT * FROM outbox WHERE kind = 'staff'")
        assert row["state"] == "queued", "the gate let it through"
        assert row["decision"]["outcome"] == "approved"
        assert row["task_id"] == one.task


async def test_nobody_is_told_where_the_pack_does_not_say_so(database_url: str) -> None:
    async with shop(database_url, pack_with(told=False)) as one:
        await one.text(COMPLAINT)
        assert one.rows("SELECT assigned_to FROM task") == [{"assigned_to": "ana"}]
        assert one.told == []


async def test_at_night_nobody_is_woken_for_what_can_wait(database_url: str) -> None:
    async with shop(database_url, pack_with(), at="2031-06-03T23:30") as one:
        await one.text(COMPLAINT)
        assert one.rows("SELECT assigned_to, queue FROM task") == [
            {"assigned_to": "ana", "queue": "morning"}
        ]
        assert one.told == []
        await one.text(WORSE)
        assert [phone for phone, _ in one.told] == [BEN], "who is on call is told as ever"
        assert one.told[0][1].startswith("On call:")


async def test_what_cannot_wait_is_told_at_night_also_where_it_is_assigned(
    database_url: str,
) -> None:
    async with shop(database_url, pack_with(cannot_wait=True), at="2031-06-03T23:30") as one:
        await one.text(WORSE)
        [(phone, said)] = one.told
        assert phone == BEN
        assert said.startswith("For you: Legal threat")


async def test_a_second_text_tells_nobody_again(database_url: str) -> None:
    async with shop(database_url, pack_with()) as one:
        await one.text(COMPLAINT)
        await one.text("hello?")
        await one.text(COMPLAINT)
        assert len(one.told) == 1
        [row] = one.rows("SELECT context FROM task")
        assert row["context"]["why_you"] == "next in turn, with 0 open"


async def test_who_has_claimed_it_is_not_told(database_url: str) -> None:
    async with shop(database_url, pack_with()) as one:
        await one.text(COMPLAINT)
        await desk.claim(one.services, one.task, "ana")
        await one.text("this is the worst service, I want a refund and a manager")
        assert len(one.told) == 1


async def test_the_next_task_of_the_same_customer_is_told_anew(database_url: str) -> None:
    async with shop(database_url, pack_with()) as one:
        await one.text(COMPLAINT)
        await desk.resolve(one.services, one.task, "ana")
        await one.text(COMPLAINT)
        assert [phone for phone, _ in one.told] == [ANA, ANA]
        assert "Has dealt with this customer before" in one.told[1][1]


NOON = datetime(2031, 6, 3, 18, tzinfo=UTC)


def made(business: Business, **changes: Any) -> Task:
    values: dict[str, Any] = {
        "id": TaskId("tsk_1"),
        "contact_id": ContactId("con_1"),
        "conversation_id": ConversationId("cnv_1"),
        "kind": TaskKind.HANDOFF,
        "reason": "Complaint",
        "urgency": Urgency.NORMAL,
        "queue": business.routing.default,
        "state": TaskState.OPEN,
        "context": TaskContext(wants="", question=""),
        "created_at": NOON,
        "due_at": NOON,
        "assigned_to": "ana",
    }
    return Task(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "there", "rep", "people"),
    [
        ({}, True, None, ["ana"]),
        ({}, False, None, []),
        ({}, True, "ana", []),
        ({}, True, "ben", ["ana"]),
        ({"state": TaskState.CLAIMED}, True, None, []),
        ({"assigned_to": None}, True, None, []),
        ({"assigned_to": "gone"}, True, None, []),
    ],
)
def test_who_is_told(
    changes: dict[str, Any], there: bool, rep: str | None, people: list[str]
) -> None:
    business = pack_with().business
    queue = next(one for one in business.queues if one.id == business.routing.default)
    told = to_tell(business, queue, made(business, **changes), there=there, rep=rep)
    assert [one.id for one in told.people] == people if told else people == []


def test_a_task_that_stands_in_a_queue_that_tells_nobody_is_told_to_nobody() -> None:
    """The need went to another queue, but it grew a task that was there."""
    quiet = pack_with(told=False).business
    telling = next(one for one in pack_with().business.queues if one.id == "sales")
    assert to_tell(quiet, telling, made(quiet), there=True, rep=None) is None


def test_who_has_no_phone_is_not_told() -> None:
    business = pack_with().business
    people = tuple(one.model_copy(update={"phone": None}) for one in business.people)
    business = business.model_copy(update={"people": people})
    queue = next(one for one in business.queues if one.id == business.routing.default)
    told = to_tell(business, queue, made(business), there=True, rep=None)
    assert told is not None
    assert told.people == ()
