"""What is asked while nobody is there."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from smsbot.conversation.after_hours import (
    AfterHours,
    Lacks,
    Told,
    begin,
    go_on,
    may_call,
    still_closed,
)
from smsbot.domain.task import Urgency
from smsbot.pack.load import load_shipped

BUSINESS = load_shipped().business
HERE = ZoneInfo("America/Denver")
NIGHT = dt.datetime(2026, 11, 23, 22, 15, tzinfo=HERE).astimezone(dt.UTC)
DAY = dt.datetime(2026, 11, 23, 10, 15, tzinfo=HERE).astimezone(dt.UTC)
OPENS = dt.datetime(2026, 11, 24, 8, 0, tzinfo=HERE)


def started(detail: str, text: str) -> Told:
    told = begin(BUSINESS, detail, text, NIGHT)
    assert told is not None
    return told


def told(asked: Lacks, text: str, *known: Lacks) -> Told:
    return go_on(BUSINESS, AfterHours(asked=asked, known=known, opens=OPENS), text, NIGHT)


@pytest.mark.parametrize(
    ("detail", "text", "asked"),
    [
        ("human", "can i talk to someone", Lacks.REASON),
        ("callback", "call me", Lacks.REASON),
        ("human", "i need a person, the new furnace trips the breaker every hour", Lacks.URGENCY),
        ("question", "do you sell balloons", Lacks.URGENCY),
        ("question", "do you sell balloons? no rush", Lacks.WINDOW),
        ("callback", "call me asap", Lacks.REASON),
    ],
)
def test_the_first_question_is_what_the_text_did_not_tell(
    detail: str, text: str, asked: Lacks
) -> None:
    assert started(detail, text).after.asked is asked


def test_a_wish_for_a_call_may_say_when() -> None:
    first = started("callback", "call me tomorrow after 3")
    assert first.after.asked is Lacks.REASON
    assert first.facts == {"best_time": "call me tomorrow after 3"}
    assert first.due_at == OPENS.replace(hour=15)
    then = go_on(BUSINESS, first.after, "the invoice", NIGHT)
    assert then.after.asked is Lacks.URGENCY


@pytest.mark.parametrize("detail", ["answer", "accepted", "defect", "language", "media"])
def test_some_needs_are_asked_nothing(detail: str) -> None:
    assert begin(BUSINESS, detail, "yes", NIGHT) is None


def test_nothing_is_asked_while_somebody_is_there() -> None:
    assert begin(BUSINESS, "human", "a person please", DAY) is None


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("yes", "yes"),
        ("urgent!!", "yes"),
        ("cant wait", "yes"),
        ("no", "no"),
        ("it can wait", "no"),
        ("no rush", "no"),
        ("not an emergency", "no"),
        ("puede esperar", "no"),
        ("es urgente", "yes"),
        ("pas urgent", "no"),
        ("hmm the dog is barking", None),
    ],
)
def test_whether_it_can_wait(text: str, urgent: str | None) -> None:
    said = told(Lacks.URGENCY, text, Lacks.REASON)
    assert said.facts.get("urgent") == urgent
    assert (said.urgency is Urgency.URGENT) is (urgent == "yes")
    again = urgent is None
    assert said.after.asked is (Lacks.URGENCY if again else Lacks.WINDOW)
    assert said.after.again is again


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("tomorrow after 3", OPENS.replace(hour=15)),
        ("9am", OPENS.replace(hour=9)),
        ("any time", None),
        ("wednesday morning", OPENS.replace(day=25)),
        ("sunday", None),
        ("tonight at 11", None),  # nobody is there
        ("my number is 555-0142", None),
    ],
)
def test_the_window_is_kept_in_words_and_the_task_is_due_then(
    text: str, due: dt.datetime | None
) -> None:
    said = told(Lacks.WINDOW, text, Lacks.REASON, Lacks.URGENCY)
    assert said.facts["best_time"] == text
    assert said.due_at == due
    assert said.when == (due or OPENS)
    assert said.after.asked is None
    assert said.template == "after_hours_noted"


def test_several_told_in_one_text_are_not_asked() -> None:
    said = told(Lacks.URGENCY, "no rush, tomorrow morning is best", Lacks.REASON)
    assert said.after.asked is None
    assert said.facts["urgent"] == "no"
    assert said.facts["best_time"]


def test_the_questions_end_when_the_business_opens() -> None:
    after = AfterHours(asked=Lacks.URGENCY, opens=OPENS)
    assert still_closed(after, NIGHT) is after
    assert still_closed(after, OPENS) is None
    assert still_closed(None, NIGHT) is None


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("i need someone tonight", "yes"),
        ("tonight please", "yes"),
        ("not tonight", "no"),
        ("no need now", "no"),
        ("don't need anyone tonight", "no"),
        ("tomorrow is fine", "no"),
        ("the next open day is soon enough", "no"),
    ],
)
def test_the_time_that_is_named_says_whether_it_can_wait(text: str, urgent: str) -> None:
    assert told(Lacks.URGENCY, text, Lacks.REASON).facts["urgent"] == urgent


def test_only_whether_it_can_wait_is_asked_once_more() -> None:
    first = told(Lacks.URGENCY, "my bottom denture cracked", Lacks.REASON)
    again = go_on(BUSINESS, first.after, "the left side", NIGHT)
    assert again.after.asked is Lacks.WINDOW
    waits = go_on(BUSINESS, again.after, "it can wait", NIGHT)
    assert (waits.after.asked, waits.facts) == (Lacks.WINDOW, {"urgent": "no"})
    assert go_on(BUSINESS, waits.after, "it can wait", NIGHT).after.asked is None


@pytest.mark.parametrize(
    ("facts", "text", "calls"),
    [
        ({"job": "repair"}, "tonight please", True),
        ({"job": "drain"}, "yes", True),
        ({"job": "repair"}, "not tonight", False),
        ({"job": "install"}, "yes", False),
        ({}, "yes", False),
    ],
)
def test_on_call_is_told_of_what_the_pack_calls_it_for(
    facts: dict[str, str], text: str, calls: bool
) -> None:
    asked = AfterHours(asked=Lacks.URGENCY, known=(Lacks.REASON,), opens=OPENS)
    said = go_on(BUSINESS, asked, text, NIGHT, facts)
    assert said.at_once is calls
    assert (said.template == "on_call_told") is calls


def test_a_pack_that_calls_nobody_and_one_that_calls_for_all() -> None:
    routing = BUSINESS.routing.model_copy(update={"by_reason": {}})
    assert may_call(BUSINESS.model_copy(update={"routing": routing}), {"job": "repair"}) is False
    routing = BUSINESS.routing.model_copy(update={"on_call_for": {}})
    assert may_call(BUSINESS.model_copy(update={"routing": routing}), {}) is True
    assert may_call(BUSINESS, {}) is None


def test_who_calls_it_urgent_at_first_is_asked_where_somebody_is_called_for_it() -> None:
    told = begin(BUSINESS, "human", "its urgent, the furnace", NIGHT, {"job": "repair"})
    assert told is not None
    assert Lacks.URGENCY not in told.after.known
    told = begin(BUSINESS, "human", "its urgent, the invoice", NIGHT, {})
    assert told is not None
    assert Lacks.URGENCY in told.after.known
