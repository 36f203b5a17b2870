"""A story in words, where something did not go the ordinary way."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.cli.told import quoted, tell
from smsbot.domain.decision import Decision, Ruling, Verdict
from smsbot.domain.guard import Action, GuardVerdict
from smsbot.domain.understanding import Intent, Understanding
from smsbot.pipeline.story_parts import (
    AttemptPart,
    GatePart,
    InboundStory,
    OutboundStory,
    ReceiptPart,
    TurnPart,
)

NOW = datetime(2026, 11, 23, 22, 15, tzinfo=UTC)
COLOURS = re.compile(r"\x1b\[\d*m")
DENVER = ZoneInfo("America/Denver")
PASS = GuardVerdict("pass", Action.PASS, "No guard spoke")
ALLOWED = Verdict("suppression", Ruling.ALLOW, "Not suppressed")
PAUSED = Verdict("number", Ruling.DEFER, "Our number is paused", until=NOW + timedelta(minutes=5))
UNBOUND = Verdict("once", Ruling.REFUSE, "Said already", binding=False)

CAME = InboundStory(
    id="in_1",
    phone="+13035550142",
    name="Ana",
    number="+13035550100",
    conversation_id="cnv_1",
    owner="bot",
    rep=None,
    body="when are\nyou open",
    media=(),
    segments=1,
    received_at=NOW,
    source="fetched from the carrier",
    carrier_sid="SM1",
    guard=PASS,
    guards=(PASS,),
    settled=None,
    settled_by=None,
    settled_at=None,
    turns=(),
    tasks=(),
    consents=(),
    replies=(),
    events=(),
)
WENT = OutboundStory(
    id="out_1",
    kind="reply",
    phone="+13035550142",
    name=None,
    number="+13035550100",
    body="We open at 8.",
    segments=1,
    reason="A question was answered",
    source="faq:hours@en:1a2b",
    pack_hash="9f8e7d6c",
    answers=(),
    turn=None,
    task_id=None,
    queued_at=NOW,
    gate=(
        GatePart(
            "queue", Decision("deferred", "number", "Paused", (ALLOWED, PAUSED, UNBOUND), NOW)
        ),
    ),
    cancelled=None,
    consent=None,
    consent_checked_at=None,
    state="queued",
    due_at=NOW + timedelta(minutes=5),
    status=None,
    error_code=None,
    carrier_sid=None,
    sent_at=None,
    attempts=(),
    receipts=(),
    events=(),
)


def told(story: InboundStory | OutboundStory) -> str:
    """The story without colours, which `typer.echo` takes out where there is no terminal."""
    return COLOURS.sub("", tell(story, DENVER, NOW + timedelta(minutes=1)))


def test_a_text_that_waits_says_so_and_how_it_came() -> None:
    said = told(CAME)
    assert "+13035550142 (Ana) to +13035550100" in said
    assert "“when are / you open”" in said
    assert "1 minute ago (Mon Nov 23, 3:15:00 PM MST), fetched from the carrier" in said
    assert "still waits for an answer" in said
    assert "nothing was to be sent" in said


def test_a_guard_that_settled_it_is_named_with_what_spoke_beside_it() -> None:
    stop = GuardVerdict("opt_out.keyword", Action.OPT_OUT, "Opted out", "stop")
    legal = GuardVerdict("escalation.legal", Action.ESCALATE, "Legal threat", "sue")
    said = told(
        replace(
            CAME, guard=stop, guards=(stop, legal), settled="guard", settled_by="opt_out.keyword"
        )
    )
    assert "opt_out “stop”: Opted out" in said
    assert said.count("spoke beside it") == 1
    assert "no turn: settled as guard by opt_out.keyword" in said


def test_what_a_model_said_and_how_it_failed_are_told() -> None:
    meant = Understanding(
        (Intent("faq", 0.9, "hours"),), source="model:small", problem="it was slow", raw='{"a": 1}'
    )
    turn = TurnPart(
        "trn_1", None, None, NOW, None, (), "9f8e", {}, meant, (("understand", "model"),)
    )
    said = told(replace(CAME, turns=(turn,)))
    assert "hours 0.90" in said
    assert "the model failed: it was slow" in said
    assert 'the model said {"a": 1}' in said
    assert "turn not finished (no outcome stored)" in said


def test_a_deferred_text_says_which_rules_bind_and_until_when() -> None:
    said = told(WENT)
    assert "deferred when queued: Paused" in said
    assert "suppression   allow" in said
    assert "number        defer" in said
    assert "once          (refuse)" in said
    assert "does not bind a reply text there" in said
    assert "queued, may leave from Mon Nov 23, 3:20:00 PM MST" in said


def test_a_cancelled_text_says_why() -> None:
    said = told(replace(WENT, state="cancelled", cancelled="the contact opted out (cns_1)"))
    assert "cancelled: the contact opted out (cns_1)" in said


def test_every_attempt_and_every_report_is_told_in_order() -> None:
    refused = AttemptPart("att_1", NOW, NOW, "rejected", None, {"code": "20429", "message": "busy"})
    lost = AttemptPart("att_2", NOW + timedelta(seconds=2), None, None, None, {})
    reports = (
        ReceiptPart("delivered", "advanced", None, NOW, "SM2"),
        ReceiptPart("undelivered", "not newer", "30008", NOW, "SM2"),
    )
    said = told(
        replace(WENT, state="sent", status="delivered", attempts=(refused, lost), receipts=reports)
    )
    order = [
        "rejected 20429 busy",
        "3:15:02 PM MST: no answer known",
        "the carrier said delivered",
        "the carrier said undelivered 30008, Mon Nov 23, 3:15:00 PM MST: not newer",
    ]
    places = [said.index(one) for one in order]
    assert places == sorted(places)


def test_a_long_body_is_cut_where_asked() -> None:
    assert quoted("a" * 50, 10) == "“" + "a" * 9 + "…”"
    assert quoted("a" * 10, 10) == "“" + "a" * 10 + "”"
