"""The story of one text, from rows as the arrows write them."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from smsbot.domain.consent import ConsentAct, ConsentRecord, ConsentStatus, Scope
from smsbot.domain.decision import Decision, Ruling, Verdict
from smsbot.domain.delivery import SendState, Status
from smsbot.domain.draft import Draft, DraftKind
from smsbot.domain.event import Event, EventType
from smsbot.domain.guard import Action, GuardDecision, GuardVerdict
from smsbot.domain.ids import (
    AttemptId,
    CarrierSid,
    ConsentId,
    InboxId,
    OutboxId,
    TaskId,
    TurnId,
)
from smsbot.domain.inbound import InboundText, StatusReport
from smsbot.domain.task import Task, TaskContext, TaskKind, TaskState, Urgency
from smsbot.domain.understanding import Intent, Understanding
from smsbot.pack.models import Number
from smsbot.pipeline.story import AmbiguousId, InboundStory, OutboundStory, as_json, story
from smsbot.store import (
    arrival,
    contacts,
    inbox,
    numbers,
    outbox,
    receipts,
    tasks,
    timeline,
    turns,
)
from smsbot.store.arrival import Arrived
from smsbot.store.db import Database, Tx
from smsbot.store.records import plain
from smsbot.store.story import latest

NOW = datetime(2026, 11, 23, 22, 15, tzinfo=UTC)
PHONE = "+13035550142"
OURS = "+13035550100"
LAWYER = GuardVerdict("escalation.legal", Action.ESCALATE, "Legal threat", "lawyer", "legal")
RUDE = GuardVerdict("escalation.anger", Action.ESCALATE, "Upset", "idiots", "anger")
PASS = GuardVerdict("pass", Action.PASS, "No guard spoke")


class Counted:
    """Identifiers in order."""

    def __init__(self) -> None:
        self._made = 0

    def new(self, prefix: str) -> str:
        self._made += 1
        return f"{prefix}_{self._made:04}"


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def text(sid: str, body: str) -> InboundText:
    return InboundText(CarrierSid(sid), PHONE, OURS, body)


@pytest.fixture
async def tx(database_url: str) -> AsyncIterator[Tx]:
    """One open transaction with our number declared."""
    database = Database(database_url, size=2)
    try:
        async with database.transaction() as opened:
            declared = Number(phone=OURS, use_case="conversations", carrier_keywords="none")
            await numbers.declare(opened, [declared], Counted(), NOW)
            yield opened
    finally:
        await database.close()


async def came(
    tx: Tx, one: str, body: str, *spoke: GuardVerdict, settled: str | None = None, at: float = 0
) -> Arrived:
    """A text as `receive` stores it."""
    arrived = await arrival.arrive(tx, PHONE, OURS, Counted(), after(at))
    decision = GuardDecision(spoke[0] if spoke else PASS, spoke)
    happened = Event(
        EventType.TEXT_RECEIVED, decision.winner.reason, after(at), message_id=f"in_{one}"
    )
    await arrival.write(
        tx,
        InboxId(f"in_{one}"),
        arrived,
        text(f"SM{one}", body),
        decision,
        settled=settled,
        consent=ConsentRecord(
            ConsentId(f"cns_{one}"),
            PHONE,
            "Juniper",
            ConsentAct.GRANTED,
            Scope.CONVERSATIONAL,
            "sms",
            "inbound text",
            body,
            after(at),
        ),
        happened=happened,
        source="webhook",
        now=after(at),
    )
    return arrived


def decided(outcome: str, *verdicts: Verdict, at: float = 0) -> Decision:
    return Decision(outcome, "all", "All rules allow it.", verdicts, after(at))  # type: ignore[arg-type]


ALLOWED = Verdict("suppression", Ruling.ALLOW, "Not suppressed")
WAITS = Verdict("number", Ruling.DEFER, "Paused", until=after(60), binding=False)


async def queued(tx: Tx, arrived: Arrived, one: str, *answers: str, **more: str) -> OutboxId:
    """A reply as `put_out` stores it."""
    draft = Draft(
        kind=DraftKind(more.get("kind", "reply")),
        to=more.get("to", PHONE),
        body=f"Answer {one}",
        reason="A question was answered",
        source="faq:hours@1a2b",
        answers=tuple(InboxId(answer) for answer in answers),
    )
    await outbox.add(
        tx,
        OutboxId(f"out_{one}"),
        draft,
        decided("approved", ALLOWED, WAITS, at=2),
        state=SendState.QUEUED,
        number_id=arrived.number.id,
        contact_id=arrived.contact.id,
        conversation_id=arrived.conversation.id,
        now=after(2),
        pack_hash="packhash",
        segments=1,
        turn_id=TurnId(more["turn"]) if "turn" in more else None,
        task_id=TaskId(more["task"]) if "task" in more else None,
    )
    return OutboxId(f"out_{one}")


async def turned(tx: Tx, arrived: Arrived, *took: str) -> None:
    """A committed turn, with a model's own words kept."""
    await turns.begin(
        tx,
        TurnId("trn_1"),
        arrived.conversation.id,
        took=[InboxId(one) for one in took],
        fence=0,
        pack_hash="packhash",
        before={},
        now=after(1),
    )
    meant = Understanding(
        intents=(Intent("faq", 0.92, "hours", "when are you open"),),
        source="model:small@9f8e",
        raw='{"intents": ["faq"]}',
    )
    await turns.end(
        tx,
        TurnId("trn_1"),
        "committed",
        "answered",
        after(2),
        understanding=plain(meant),
        trace=[["understand", "faq hours 0.92"], ["answer", "hours"]],
        versions={"pack": "packhash"},
    )


async def test_nothing_is_found_for_an_unknown_id(tx: Tx) -> None:
    assert await story(tx, "in_nobody") is None
    assert await story(tx, "") is None


async def test_a_text_answered_by_a_turn_tells_all_of_it(tx: Tx) -> None:
    await came(tx, "one", "hi")
    arrived = await came(tx, "two", "when are you open", at=0.5)
    await turned(tx, arrived, "in_one", "in_two")
    await queued(tx, arrived, "reply", "in_one", "in_two", turn="trn_1")
    await inbox.settle(tx, [InboxId("in_one"), InboxId("in_two")], "turn", "trn_1", after(2))

    told = await story(tx, "in_one")

    assert isinstance(told, InboundStory)
    assert (told.source, told.carrier_sid, told.received_at) == ("webhook", "SMone", NOW)
    assert told.guard == PASS
    assert told.guards == (PASS,)
    assert (told.settled, told.settled_by) == ("turn", "trn_1")
    [turn] = told.turns
    assert [ref.body for ref in turn.took] == ["hi", "when are you open"]
    assert turn.understanding is not None
    assert turn.understanding.intents[0].faq_id == "hours"
    assert turn.understanding.raw == '{"intents": ["faq"]}'
    assert turn.trace == (("understand", "faq hours 0.92"), ("answer", "hours"))
    assert [reply.id for reply in told.replies] == ["out_reply"]
    assert [record.scope for record in told.consents] == ["conversational"]
    assert [event.type for event in told.events] == ["text.received"]


async def test_every_guard_that_spoke_is_told_in_order_and_the_winner_apart(tx: Tx) -> None:
    await came(tx, "one", "idiots, my lawyer calls", LAWYER, RUDE, settled="task")
    told = await story(tx, "in_one")
    assert isinstance(told, InboundStory)
    assert told.guard == LAWYER
    assert told.guards == (LAWYER, RUDE)


async def test_a_task_is_told_by_every_text_of_the_turn_that_made_it(tx: Tx) -> None:
    await came(tx, "one", "do you")
    arrived = await came(tx, "two", "fix whales")
    await turned(tx, arrived, "in_one", "in_two")
    task = Task(
        id=TaskId("tsk_1"),
        contact_id=arrived.contact.id,
        conversation_id=arrived.conversation.id,
        kind=TaskKind.HANDOFF,
        reason="Not understood",
        urgency=Urgency.NORMAL,
        queue="support",
        state=TaskState.OPEN,
        context=TaskContext("an answer", "do you fix whales"),
        created_at=after(2),
        due_at=after(1800),
    )
    await tasks.add(tx, task)
    made = Event(EventType.TASK_CREATED, "Not understood", after(2), {"task": "tsk_1"}, "in_two")
    grew = Event(EventType.TASK_EXTENDED, "More", after(3), {"task": "tsk_1"}, "in_two")
    await timeline.record(tx, [made, grew], contact_id=arrived.contact.id)
    await queued(tx, arrived, "staff", kind="staff", to="+13035550113", task="tsk_1")

    told = await story(tx, "in_one")

    assert isinstance(told, InboundStory)
    [part] = told.tasks
    assert (part.id, part.made, part.queue, part.state) == ("tsk_1", True, "support", "open")
    assert [(ref.kind, ref.what) for ref in part.texts] == [("staff", "queued")]
    assert [event.type for event in told.events] == ["text.received"]


async def test_a_text_that_went_out_tells_both_looks_of_the_gate_and_its_delivery(tx: Tx) -> None:
    arrived = await came(tx, "one", "when are you open")
    sent = await queued(tx, arrived, "reply", "in_one")
    dispatch = decided("approved", ALLOWED, at=3)
    attempt = AttemptId("att_1")
    assert await outbox.claim(tx, sent, attempt, dispatch, now=after(3))
    await outbox.end_attempt(tx, attempt, "accepted", after(4), sid=CarrierSid("SMout"))
    await outbox.move(
        tx, sent, SendState.SENT, carrier_sid="SMout", status="queued", sent_at=after(4)
    )
    for status, effect in ((Status.DELIVERED, "advanced"), (Status.SENT, "not newer")):
        report = StatusReport(CarrierSid("SMout"), status, attempt=attempt)
        await receipts.add(tx, report, sent, effect, after(5))

    told = await story(tx, "SMout")

    assert isinstance(told, OutboundStory)
    assert told.id == "out_reply"
    assert [ref.id for ref in told.answers] == ["in_one"]
    assert [(part.when, part.decision.outcome) for part in told.gate] == [
        ("queue", "approved"),
        ("dispatch", "approved"),
    ]
    assert told.gate[0].decision.verdicts == (ALLOWED, WAITS)
    assert [(one.outcome, one.carrier_sid) for one in told.attempts] == [("accepted", "SMout")]
    assert [(one.status, one.effect) for one in told.receipts] == [
        ("delivered", "advanced"),
        ("sent", "not newer"),
    ]
    assert told.consent is not None
    assert told.consent.id == "cns_one"
    assert told.consent_checked_at == after(3)
    assert (told.source, told.pack_hash) == ("faq:hours@1a2b", "packhash")


async def test_a_text_that_a_stop_cancelled_says_so_and_names_no_second_look(tx: Tx) -> None:
    arrived = await came(tx, "one", "when are you open")
    await queued(tx, arrived, "reply", "in_one")
    await outbox.cancel_queued(tx, arrived.contact.id, "the contact opted out (cns_x)")
    told = await story(tx, "out_reply")
    assert isinstance(told, OutboundStory)
    assert told.cancelled == "the contact opted out (cns_x)"
    assert [part.when for part in told.gate] == ["queue"]


async def test_an_opt_out_tells_its_consent_record(tx: Tx) -> None:
    arrived = await came(tx, "one", "STOP", settled="guard")
    record = ConsentRecord(
        ConsentId("cns_stop"),
        PHONE,
        "Juniper",
        ConsentAct.WITHDRAWN,
        Scope.ALL,
        "sms",
        "opt_out.keyword",
        "STOP",
        after(1),
    )
    await contacts.write_consent(
        tx, arrived.contact.id, record, ConsentStatus.WITHDRAWN, InboxId("in_one")
    )
    told = await story(tx, "in_one")
    assert isinstance(told, InboundStory)
    assert [(one.id, one.act) for one in told.consents] == [
        ("cns_one", "granted"),
        ("cns_stop", "withdrawn"),
    ]


async def test_a_beginning_is_enough_where_it_names_one_text(tx: Tx) -> None:
    arrived = await came(tx, "abc1", "hi")
    await came(tx, "abd2", "hello")
    await queued(tx, arrived, "abc9", "in_abc1")
    found = await story(tx, "in_abc")
    assert found is not None
    assert found.id == "in_abc1"
    by_sid = await story(tx, "SMabd2")
    assert by_sid is not None
    assert by_sid.id == "in_abd2"
    with pytest.raises(AmbiguousId, match=r"in_abc1, in_abd2"):
        await story(tx, "in_ab")
    assert await story(tx, "in_ab%") is None


async def test_a_text_that_was_tried_twice_is_found_by_its_first_sid(tx: Tx) -> None:
    arrived = await came(tx, "one", "hi")
    sent = await queued(tx, arrived, "reply", "in_one")
    await outbox.move(tx, sent, SendState.SENT, carrier_sid="SMsecond")
    first = StatusReport(CarrierSid("SMfirst"), Status.UNDELIVERED)
    await receipts.add(tx, first, sent, "of an earlier attempt", after(5))
    told = await story(tx, "SMfirst")
    assert told is not None
    assert told.id == "out_reply"


async def test_a_story_is_json(tx: Tx) -> None:
    arrived = await came(tx, "one", "when are you open")
    await turned(tx, arrived, "in_one")
    await queued(tx, arrived, "reply", "in_one", turn="trn_1")
    told = await story(tx, "in_one")
    assert told is not None
    again = json.loads(json.dumps(as_json(told)))
    assert again["direction"] == "in"
    assert again["received_at"] == "2026-11-23T22:15:00+00:00"
    assert again["replies"][0]["gate"][0]["decision"]["verdicts"][1]["until"].startswith("2026-")


async def test_the_latest_texts_come_newest_first_and_of_one_phone(tx: Tx) -> None:
    arrived = await came(tx, "one", "hi")
    await queued(tx, arrived, "reply", "in_one")
    await queued(tx, arrived, "staff", kind="staff", to="+13035550113")
    assert [row.id for row in await latest(tx, 10)] == ["out_staff", "out_reply", "in_one"]
    assert [row.id for row in await latest(tx, 1, PHONE)] == ["out_reply"]
