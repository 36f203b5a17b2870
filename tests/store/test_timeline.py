from datetime import UTC, datetime

import pytest

from smsbot.domain.event import Event, EventType
from smsbot.store.timeline import HANDLERS, changes_of

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def test_every_event_type_has_one_line_in_the_table() -> None:
    assert set(HANDLERS) == set(EventType)


def test_a_text_is_on_the_timeline_with_its_reason() -> None:
    happened = Event(EventType.TEXT_SENT, "HELP was asked for", NOW, {"body": "Hi"}, "out_1")
    ((kind, content),) = changes_of(happened)
    assert kind == "timeline"
    assert content["reason"] == "HELP was asked for"
    assert content["body"] == "Hi"
    assert content["message_id"] == "out_1"


@pytest.mark.parametrize(("suppressed", "kind"), [(True, "suppress"), (False, "unsuppress")])
def test_a_change_of_consent_sets_the_crms_own_flag_first(suppressed: bool, kind: str) -> None:
    happened = Event(EventType.CONSENT_CHANGED, "STOP", NOW, {"suppressed": suppressed})
    assert [name for name, _ in changes_of(happened)] == [kind, "timeline"]


@pytest.mark.parametrize("silent", [EventType.TEXT_QUEUED, EventType.NUMBER_PAUSED])
def test_what_the_record_need_not_show_is_an_explicit_nothing(silent: EventType) -> None:
    assert changes_of(Event(silent, "", NOW)) == []
