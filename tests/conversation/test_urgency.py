"""What a text says of how soon somebody is needed."""

import pytest

from smsbot.conversation.urgency import can_wait, insists, told_by_time, wants_now


@pytest.mark.parametrize(
    "text",
    [
        "its urgent",
        "this is an emergency",
        "es urgente",
        "es urjente porfa",
        "no puedo esperar",
        "c'est urgent",
        "ca peut pas attendre",
        "its urgent, it broke this morning",
        "urgente, se rompio esta mañana",
    ],
)
def test_it_is_urgent(text: str) -> None:
    assert insists(text)
    assert not can_wait(text)


@pytest.mark.parametrize(
    "text",
    [
        "not urgent",
        "its urgent but it can wait till morning",
        "no es urgente",
        "no es muy urgente",
        "pas urgent",
        "rien ne presse",
        "peut attendre",
        "asap",
        "urgent, tomorrow is ok",
        "1450 Race St Denver 80206",
        "detergent all over the floor",
    ],
)
def test_it_is_not_urgent(text: str) -> None:
    assert not insists(text)


@pytest.mark.parametrize(
    "text",
    [
        "can someone come tonight",
        "tonight please",
        "yes tonight",
        "need someone right now",
        "pueden venir esta noche?",
        "ahorita por favor",
        "ocupo un plomero ahora mismo",
        "quelqu'un peut passer ce soir",
        "ce soir svp",
        "tune up for my furnace tonight please",
    ],
)
def test_somebody_is_wanted_before_the_business_opens(text: str) -> None:
    assert wants_now(text, today=False)


@pytest.mark.parametrize(
    "text",
    [
        "my sink broke tonight",
        "i wont be home tonight",
        "not tonight",
        "no need to come tonight, it can wait",
        "are you open tonight",
        "the water is off right now",
        "what do you have now",
        "no hay agua ahora",
        "on est a la maison ce soir",
        "call me tonight",
    ],
)
def test_nobody_is_wanted_now(text: str) -> None:
    assert not wants_now(text, today=False)


def test_today_is_too_soon_only_where_the_day_is_over() -> None:
    assert wants_now("can you come today", today=True)
    assert not wants_now("can you come today", today=False)


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("tonight", True),
        ("hoy", True),
        ("ce soir", True),
        ("tomorrow is fine", False),
        ("mañana", False),
        ("no need tonight", False),
        ("adult", None),
    ],
)
def test_a_time_tells_whether_it_can_wait(text: str, urgent: bool | None) -> None:
    assert told_by_time(text) is urgent
