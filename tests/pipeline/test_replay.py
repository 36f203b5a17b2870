"""A turn runs again from its record alone, whatever has moved on since."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import psycopg
import pytest

from smsbot.cli.chat_house import ChatHouse, chat_house
from smsbot.cli.scene import Scene
from smsbot.cli.transcript import Turn, local_time
from smsbot.config import Settings
from smsbot.pack.load import load_shipped, sealed
from smsbot.pipeline.in_force import put_in_force
from smsbot.pipeline.replay import ABSENT, Difference, NoReplay, Replayed, differences, record_of
from tests.faults import model_server
from tests.faults.model_server import Behaviour, ModelServer, completion
from tests.replaying import every_turn, one_turn
from tests.transcripts.harness import CUSTOMER, quick

NEIGHBOUR = "+13035550143"
UNKNOWN = "could you tell me whether the moon base branch takes walk-ins on leap days?"
BOOKING = (
    "my water heater is leaking, i need a repair",
    "today",
    "12 Elm St, Denver 80202",
    "yes",
    "1",
    "can we move it to the next day",
    "2",
    "cancel my appointment please",
)
DID = ("asks", "asks", "asks", "offers", "books", "offers", "moves", "cancels")
MOVES_ON = """
    UPDATE appointment SET state = 'cancelled' WHERE state <> 'moved';
    INSERT INTO appointment (id, contact_id, conversation_id, service, person, seat, during,
      starts_at, ends_at, state, created_at)
    SELECT 'apt_' || person, contact_id, conversation_id, service, person, 0,
      tstzrange(now() - interval '1 day', now() + interval '30 days'),
      now(), now() + interval '29 days', 'booked', now()
    FROM (SELECT DISTINCT ON (person) * FROM appointment) one;
    UPDATE contact SET name = 'Somebody Else', stage = 'Lost', fields = '{"job_type": "install"}',
      consent = 'withdrawn', timezone = 'Asia/Tokyo';
    UPDATE conversation SET state = '{}', owner = 'closed';
    UPDATE number SET paused = 'the account is suspended';
"""


@asynccontextmanager
async def talking(url: str, **settings: Any) -> AsyncIterator[ChatHouse]:
    """The product over the database, on a Tuesday morning."""
    async with chat_house(
        Settings(database_pool=5, **settings), url, quick(load_shipped())
    ) as house:
        for phone in (CUSTOMER, NEIGHBOUR):
            house.set_time(phone, local_time("2026-11-24 10:15"))
        yield house


async def say(house: ChatHouse, *bodies: str, phone: str = CUSTOMER) -> None:
    scene = Scene(house, phone)
    for body in bodies:
        await scene.act(Turn(customer=body))


def change(house: ChatHouse, statement: str, *values: object) -> None:
    with psycopg.connect(house.services.database.url) as connection:
        connection.execute(statement.encode(), values or None)


def traces(house: ChatHouse) -> list[dict[str, str]]:
    """What each node did, turn by turn."""
    with psycopg.connect(house.services.database.url) as connection:
        rows = connection.execute("SELECT trace FROM turn ORDER BY started_at").fetchall()
    return [dict(trace) for (trace,) in rows]


def identical(replayed: list[Replayed]) -> None:
    for one in replayed:
        assert one.differences == ()
        assert one.changed == {}


async def test_turns_of_each_kind_are_what_they_were_after_all_has_moved_on(
    database_url: str,
) -> None:
    async with talking(database_url) as house:
        await say(house, *BOOKING)
        await say(house, "what are your hours?", UNKNOWN, phone=NEIGHBOUR)
        *booked, answered, handed_off = traces(house)
        assert [one["booking"].split()[0] for one in booked] == list(DID)
        assert "faq" in answered
        assert "handoff" in handed_off

        change(house, MOVES_ON)
        house.set_time(CUSTOMER, local_time("2027-06-01 03:00"))
        business = load_shipped().business.model_copy(update={"brand": "Another Shop"})
        await put_in_force(
            house.services, sealed(load_shipped().model_copy(update={"business": business}))
        )
        replayed = await every_turn(house.services)
        assert len(replayed) == 10
        identical(replayed)


async def test_a_confirmation_leads_to_its_calendar_file_and_replays_with_its_link(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = "https://sms.example.com"
    monkeypatch.setattr(Settings, "link_url", base)
    async with talking(database_url) as house:
        await say(house, *BOOKING[:7])
        with psycopg.connect(database_url) as connection:
            bodies = connection.execute("SELECT body FROM outbox ORDER BY queued_at").fetchall()
        booked, _, moved = [body.partition(base)[2] for (body,) in bodies[-3:]]
        assert booked
        assert moved
        async with httpx.AsyncClient(base_url=house.services.public_url) as phone:
            files = [(await phone.get(path)).text for path in (booked, moved)]
        for file in files:
            assert "SEQUENCE:1\r\n" in file
            assert "LOCATION:12 Elm St" in file
        identical(await every_turn(house.services))


async def test_a_reply_that_the_gate_refused_is_refused_again(database_url: str) -> None:
    async with talking(database_url) as house:
        await say(house, *["what are your hours?", "do you take credit cards"] * 5)
        replayed = await every_turn(house.services)
        identical(replayed)
        with psycopg.connect(database_url) as connection:
            refused = connection.execute(
                "SELECT count(*) FROM outbox WHERE state = 'refused' AND turn_id IS NOT NULL"
            ).fetchone()
        assert refused != (0,)


def understands(_: dict[str, Any]) -> tuple[int, bytes]:
    """The hours, of all things."""
    intent = {"name": "faq", "confidence": 0.9, "faq_id": "hours", "words": "walk-ins"}
    answer = {
        "intents": [intent],
        "language": "en",
        "sentiment": "neutral",
        "wants_human": False,
        "time_expression": None,
        "slots": [],
    }
    return 200, completion(json.dumps(answer))


@pytest.mark.parametrize(
    ("behaviour", "source", "problem"),
    [
        (understands, "model ", ""),
        (model_server.injected, "model ", "discarded"),
        (model_server.garbage, "offline", "not of the schema"),
        (model_server.fails, "offline", "the server answered 500"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
async def test_a_model_is_not_asked_again(
    database_url: str, behaviour: Behaviour, source: str, problem: str
) -> None:
    model = ModelServer(behaviour)
    try:
        async with talking(database_url, openai_base_url=model.url) as house:
            await say(house, UNKNOWN)
            asked = len(model.asked)
            assert asked
            model.close()
            [one] = await every_turn(house.services)
            identical([one])
            assert len(model.asked) == asked
            async with house.services.database.statements() as on:
                understood = (await record_of(on, one.id)).row.understanding
            assert understood["source"].startswith(source)
            assert problem in (understood["problem"] or "")
    finally:
        model.close()


TAMPERED = {
    "the reply": (
        "UPDATE turn SET gave = jsonb_set(gave, '{drafts,0,body}', '\"We never open.\"')",
        ["gave.drafts[0].body"],
    ),
    "what was sent": ("UPDATE outbox SET body = 'We never open.'", ["sent[0]"]),
    "the decision": (
        "UPDATE outbox SET decision = jsonb_set(decision, '{outcome}', '\"refused\"')",
        ["decisions[0].outcome"],
    ),
    "the state": (
        "UPDATE turn SET after = jsonb_set(after, '{misunderstood}', '7')",
        ["after.misunderstood"],
    ),
    "a text": ("UPDATE inbox SET body = 'are you a bot'", ["gave.drafts[0].body", "sent[0]"]),
    "what the gate knew": (
        "UPDATE turn SET gate_facts = jsonb_set(gate_facts, '{0,consent}', '\"withdrawn\"')",
        ["decisions[0].rule"],
    ),
}


async def test_a_record_that_was_changed_differs_where_it_was_changed(database_url: str) -> None:
    async with talking(database_url) as house:
        await say(house, "what are your hours?")
        with psycopg.connect(database_url) as connection:
            for name, (statement, places) in TAMPERED.items():
                connection.execute(statement.encode())
                connection.commit()
                [one] = await every_turn(house.services)
                found = {difference.where for difference in one.differences}
                assert found.issuperset(places), name
                assert one.changed == {}


async def test_the_version_that_differs_is_named(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talking(database_url) as house:
        await say(house, "what are your hours?")
        monkeypatch.setattr("smsbot.pipeline.replay.code_version", lambda: "newer")
        [one] = await every_turn(house.services)
        assert one.changed == {"code": (one.versions["code"][0], "newer")}
        change(
            house,
            "UPDATE pack SET content = jsonb_set(content, '{business,brand}', '\"Another Shop\"')",
        )
        [one] = await every_turn(house.services)
        assert list(one.changed) == ["pack", "code"]
        assert one.differences


async def test_what_has_no_record_is_refused_with_its_reason(database_url: str) -> None:
    async with talking(database_url) as house:
        await say(house, "what are your hours?", "do you take credit cards")
        first, second = [one.id for one in await every_turn(house.services)]
        assert (await one_turn(house.services, first[:-3])).id == first
        change(house, "UPDATE turn SET given = NULL WHERE id = %s", first)
        change(house, "UPDATE turn SET outcome = NULL WHERE id = %s", second)
        for turn, why in (
            ("trn_nobody", "no turn has the id"),
            ("", "no turn has the id"),
            ("trn_", "begins several turns"),
            (first, "before turns kept"),
            (second, "never finished"),
        ):
            with pytest.raises(NoReplay, match=why):
                await one_turn(house.services, turn)


def test_differences_are_named_by_their_path() -> None:
    stored = {"a": [1, {"b": "x"}], "c": None, "d": 1}
    again = {"a": [1, {"b": "y"}, 2], "c": None, "e": 1}
    assert list(differences(stored, again)) == [
        Difference("a[1].b", "x", "y"),
        Difference("a[2]", ABSENT, 2),
        Difference("d", 1, ABSENT),
        Difference("e", ABSENT, 1),
    ]
    assert list(differences(stored, stored)) == []
