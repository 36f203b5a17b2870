import datetime as dt
import json

import pytest

from smsbot.conversation.state import (
    ConversationState,
    StateUnreadable,
    after_return,
    dump_state,
    load_state,
    must_disclose,
)

AT = dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC)
FULL = ConversationState(
    language="es",
    misunderstood=2,
    last_intents=("faq:hours", "question"),
    facts={"name": "Ana"},
    disclosed_at=AT,
    open_question="arreglan techos?",
    promised_at=AT,
)


@pytest.mark.parametrize("state", [ConversationState(), FULL])
def test_a_state_survives_its_json(state: ConversationState) -> None:
    assert load_state(json.loads(json.dumps(dump_state(state)))) == state


def test_a_state_of_the_first_schema_had_nothing_under_way() -> None:
    stored = dump_state(FULL)
    del stored["dialogue"], stored["after_hours"]
    assert load_state({**stored, "schema_version": 1}) == FULL


def test_a_state_of_the_third_schema_does_not_know_when_a_slot_was_offered() -> None:
    assert load_state({**dump_state(FULL), "schema_version": 3}) == FULL


def test_a_state_of_the_second_schema_asked_nothing_after_hours() -> None:
    stored = dump_state(FULL)
    del stored["after_hours"]
    assert load_state({**stored, "schema_version": 2}) == FULL


def test_a_conversation_without_a_state_begins_with_a_fresh_one() -> None:
    assert load_state(None) == ConversationState()


@pytest.mark.parametrize(
    ("stored", "says"),
    [
        ({**dump_state(FULL), "schema_version": 7}, "schema 7 and this process reads 6"),
        ({**dump_state(FULL), "schema_version": 0}, "no upgrade leads from .* schema 0 to 6"),
        ({"language": "en"}, "no schema_version"),
        ({"schema_version": "1"}, "no schema_version"),
        ({"schema_version": 1, "misunderstood": "often"}, "damaged in: misunderstood"),
        ({"schema_version": 1, "slots": {}}, "damaged in: slots"),
    ],
)
def test_what_cannot_be_read_says_why(stored: dict[str, object], says: str) -> None:
    with pytest.raises(StateUnreadable, match=says):
        load_state(stored)


def test_after_a_person_only_what_is_known_of_the_customer_stays() -> None:
    assert after_return(FULL) == ConversationState(
        language="es", facts={"name": "Ana"}, disclosed_at=AT
    )


@pytest.mark.parametrize(("hours", "again"), [(0, False), (24, False), (24.1, True)])
def test_the_assistant_says_who_it_is_again_after_a_day(hours: float, again: bool) -> None:
    assert must_disclose(ConversationState(), AT)
    assert must_disclose(FULL, AT + dt.timedelta(hours=hours)) is again
