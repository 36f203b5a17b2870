"""The commands that work on a database, over one in which a customer has texted."""

import asyncio
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest

from smsbot.cli.chat_house import chat_house
from smsbot.cli.scene import Scene
from smsbot.cli.transcript import Turn, local_time
from smsbot.config import Settings
from smsbot.pack.load import load_shipped
from tests.cli.support import Ran, Run
from tests.conftest import with_database
from tests.transcripts.harness import CUSTOMER, quick

QUESTION = "can you repair my hot air balloon"


@dataclass(frozen=True)
class Texted:
    """A database in which a customer has asked what an answer covers, and then what none does:
    its name, and the ids of what was said."""

    database: str
    answered: str
    handed_off: str
    reply: str
    reply_sid: str


@dataclass(frozen=True)
class Shop:
    """Commands over a copy of that database."""

    run: Run
    texted: Texted

    def __call__(self, *arguments: str) -> Ran:
        return self.run(*arguments)

    def task(self) -> str:
        [task] = self.run("tasks", "list", "--json").json
        found: str = task["id"]
        return found


@pytest.fixture(scope="module")
def texted(server_url: str, template_database: str) -> Iterator[Texted]:
    name = f"smsbot_texted_{secrets.token_hex(4)}"

    async def talk() -> Texted:
        settings = Settings(database_pool=5)
        url = with_database(server_url, name)
        async with chat_house(settings, url, quick(load_shipped())) as house:
            house.set_time(CUSTOMER, local_time("2026-11-23 10:15"))
            scene = Scene(house, CUSTOMER)
            first = await scene.act(Turn(customer="what are your hours?"))
            second = await scene.act(Turn(customer=QUESTION))
            [reply] = first.sent
            assert reply.carrier_sid is not None
            return Texted(name, first.texts[0].id, second.texts[0].id, reply.id, reply.carrier_sid)

    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
        yield asyncio.run(talk())
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def shop(
    run: Run, server_url: str, texted: Texted, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shop]:
    name = f"smsbot_shop_{secrets.token_hex(4)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {texted.database}")
        monkeypatch.setenv("SMSBOT_DATABASE_URL", with_database(server_url, name))
        yield Shop(run, texted)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_why_tells_both_ways_of_a_text_and_finds_it_by_each_of_its_names(shop: Shop) -> None:
    told = shop("why", shop.texted.answered)
    assert told.code == 0
    order = ["Received", "Guards", "Understood", "Conversation", "Gate", "Delivered"]
    places = [told.out.index(f"\n{title}") for title in order]
    assert places == sorted(places)
    assert "\u201cwhat are your hours?\u201d" in told.out
    for rule in ("suppression", "ownership", "staleness", "output_check"):
        assert rule in told.out
    assert "the carrier said delivered" in told.out
    assert "\x1b[" not in told.out

    sent = shop("why", shop.texted.reply)
    assert f"answers \u201cwhat are your hours?\u201d {shop.texted.answered}" in sent.out
    assert shop("why", shop.texted.reply_sid).out.splitlines()[0] == sent.out.splitlines()[0]
    assert shop("why", shop.texted.reply[:-2], "--json").json["id"] == shop.texted.reply

    whole = shop("why", shop.texted.handed_off, "--json").json
    assert whole["tasks"][0]["made"] is True
    assert whole["replies"][0]["gate"][1]["when"] == "dispatch"


def test_why_of_nothing_exits_1_and_says_where_to_look(shop: Shop) -> None:
    left = shop("why", "in_nobody")
    assert (left.code, left.out) == (1, "")
    assert "smsbot why --last" in left.err


def test_an_id_that_is_too_short_names_those_it_begins(shop: Shop) -> None:
    left = shop("why", "in_")
    assert left.code == 2
    assert shop.texted.answered in left.err


def test_the_latest_texts_are_listed_newest_last(shop: Shop) -> None:
    listed = shop("why", "--last", "3")
    lines = listed.out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(shop.texted.reply)
    assert lines[1].startswith(shop.texted.handed_off)
    assert QUESTION in lines[1]
    newest = shop("why", "--last", "1", "--json").json
    assert [one["direction"] for one in newest] == ["out"]
    assert len(shop("why", "--phone", CUSTOMER, "--json").json) == 4
    assert shop("why", "--phone", "+13035550199").code == 1
    assert "from 1 to" in shop("why", "--last", "many").err


def test_a_rep_reads_a_task_in_the_order_of_what_matters(shop: Shop) -> None:
    shown = shop("tasks", "show", shop.task())
    titles = ["What happened", "Why you", "Customer wants", "Already said", "Do next", "Record"]
    places = [shown.out.index(f"\n{title}") for title in titles]
    assert places == sorted(places)
    assert QUESTION in shown.out
    assert "queue support" in shown.out


def test_a_task_is_claimed_replied_to_and_given_back(shop: Shop) -> None:
    task = shop.task()
    refused = shop("tasks", "reply", task, "Hi", "--as", "dana")
    assert refused.code == 2
    assert "claim it first" in refused.err

    assert shop("tasks", "claim", task[:-3], "--as", "Dana").code == 0
    assert shop("tasks", "list", "--json").json[0]["assigned_to"] == "dana"
    taken = shop("tasks", "claim", task, "--as", "luis")
    assert taken.code == 2
    assert "dana's already" in taken.err

    replied = shop("tasks", "reply", task, "Hi, Dana here.", "--as", "dana")
    assert replied.code == 0
    [latest] = shop("why", "--last", "1", "--json").json
    assert (latest["body"], latest["what"]) == ("Hi, Dana here.", "queued")

    assert shop("tasks", "return", task, "--as", "dana").code == 0
    assert shop("tasks", "list").err == "Nothing waits for a person.\n"
    [resolved] = shop("tasks", "list", "--all", "--json").json
    assert resolved["state"] == "resolved"


def test_a_task_is_resolved_once_with_a_note(shop: Shop) -> None:
    task = shop.task()
    assert shop("tasks", "claim", task, "--as", "dana").code == 0
    assert shop("tasks", "resolve", task, "--as", "dana", "--note", "called back").code == 0
    again = shop("tasks", "resolve", task, "--as", "dana")
    assert again.code == 2
    assert "resolved already" in again.err


def test_nobody_and_nothing_are_said_with_what_there_is(shop: Shop) -> None:
    assert "dana, luis, sam" in shop("tasks", "claim", shop.task(), "--as", "eve").err
    assert "business.yaml has: " in shop("tasks", "list", "--queue", "sails").err
    assert "smsbot tasks list" in shop("tasks", "show", "tsk_nothing").err
    assert shop("tasks", "list", "--queue", "sales", "--json").json == []


def test_a_contact_is_shown_with_every_consent_record_and_what_happened(shop: Shop) -> None:
    shown = shop("contacts", "show", CUSTOMER)
    assert shown.code == 0
    assert "consent status: granted" in shown.out
    assert "granted (conversational) by sms, inbound text" in shown.out
    assert "task.created" in shown.out
    whole = shop("contacts", "show", CUSTOMER, "--json").json
    assert whole["contact"]["phone"] == CUSTOMER
    assert len(whole["consent"]) == 2
    assert whole["timeline"][0]["type"] == "text.received"
    left = shop("contacts", "show", "+13035550199")
    assert (left.code, left.out) == (1, "")


def test_a_pause_is_seen_and_lifted(shop: Shop) -> None:
    assert "sending" in shop("numbers", "list").out
    assert shop("numbers", "resume", "+13035550100").code == 0
    left = shop("numbers", "resume", "+13035550199")
    assert left.code == 1
    assert "smsbot numbers list" in left.err


def test_a_database_without_tables_is_said_with_what_to_do(
    run: Run, server_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMSBOT_DATABASE_URL", server_url)
    left = run("why", "--last")
    assert left.code == 2
    assert "smsbot migrate" in left.err


def test_without_any_data_nothing_is_made(run: Run) -> None:
    left = run("tasks", "list")
    assert left.code == 2
    assert "there is no data in" in left.err


def test_a_database_that_is_away_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSBOT_DATABASE_URL", "postgresql://nobody@127.0.0.1:9/none")
    left = run("why", "--last")
    assert left.code == 2
    assert "Traceback" not in left.err


def test_a_turn_is_replayed_and_what_was_changed_is_shown(shop: Shop) -> None:
    [turn] = shop("why", shop.texted.answered, "--json").json["turns"]
    ran = shop("replay", turn["id"])
    assert (ran.code, ran.out, ran.err) == (0, "identical\n", "")
    as_json = shop("replay", turn["id"][:-2], "--json").json
    assert (as_json["turn"], as_json["identical"]) == (turn["id"], True)
    assert set(as_json["versions"]) == {"pack", "code"}

    with psycopg.connect(os.environ["SMSBOT_DATABASE_URL"]) as connection:
        connection.execute("UPDATE outbox SET body = 'We never open.'")
        connection.execute("""UPDATE turn SET versions = versions || '{"code": "older"}'""")
    ran = shop("replay", turn["id"])
    assert ran.code == 1
    assert "differs in 1 place" in ran.out
    assert "stored    We never open." in ran.out
    assert "The code differs: recorded with older" in ran.out
    [difference] = shop("replay", turn["id"], "--json").json["differences"]
    assert (difference["where"], difference["stored"]) == ("sent[0]", "We never open.")


def test_replaying_an_unknown_turn_exits_2_and_says_where_turns_are_named(shop: Shop) -> None:
    left = shop("replay", "trn_nobody")
    assert (left.code, left.out) == (2, "")
    assert "smsbot why" in left.err
