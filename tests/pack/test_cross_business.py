from collections.abc import Callable

import pytest

from .conftest import SmallPack

Complain = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("end: 17:30", "end: 13:00", ":8: hours.tue[1].end: is not after the start"),
        ("end: 14:00", "end: 09:00", ":9: hours.sun[0].end: is not after the start"),
        (
            "{start: 13:00",
            "{start: 11:59",
            ":8: hours.tue[1].start: overlaps another span of that day",
        ),
        (
            "  default: desk",
            "  default: front",
            ":25: routing.default: names the queue 'front', which is not declared",
        ),
        (
            "after_hours: desk",
            "after_hours: x",
            ":26: routing.after_hours: names the queue 'x', which is not declared",
        ),
        (
            "cannot_wait: pager",
            "cannot_wait: x",
            ":27: routing.cannot_wait: names the queue 'x', which is not declared",
        ),
        (
            "billing: desk",
            "billing: money",
            ":28: routing.by_reason.billing: names the queue 'money', which is not declared",
        ),
        (
            "queues: [desk]",
            "queues: [desk, bench]",
            ":18: people[0].queues[1]: names the queue 'bench', which is not declared",
        ),
        (
            "queue: desk, terms",
            "queue: x, terms",
            ":32: guards.escalations[0].queue: names the queue 'x', which is not declared",
        ),
        (
            "text: handoff_complaint",
            "text: sorry",
            ":32: guards.escalations[0].text: names the template 'sorry', which is not there",
        ),
        (
            "text: emergency}",
            "text: alarm}",
            ":34: guards.emergencies[0].text: names the template 'alarm', which is not there",
        ),
        (
            "text: self_harm}",
            "text: x}",
            ":35: guards.self_harm.text: names the template 'x', which is not there",
        ),
        (
            "phone: +12125550140",
            "phone: (212) 555-0140",
            ":15: numbers[0].phone: '(212) 555-0140' is not a phone number in E.164",
        ),
        (
            "phone: +12125550141",
            "phone: 2125550141",
            ":18: people[0].phone: '2125550141' is not a phone number in E.164",
        ),
        (
            "phone: +12125550141",
            "phone: +1212555014",
            ":18: people[0].phone: '+1212555014' is not a phone number in E.164",
        ),
        (
            "phone: +12125550141",
            "phone: +1 212 555 0141",
            ":18: people[0].phone: '+1 212 555 0141' is not a phone number in E.164",
        ),
        (
            "{id: desk}",
            "{id: desk, notify: assigned}",
            ":21: queues[0].notify: tells whom the tasks of desk are assigned to, and they are not",
        ),
        ("id: pager", "id: desk", ":22: queues[1].id: 'desk' is taken already, on line 21"),
        (
            "id: self_harm,",
            "id: swelling,",
            ":35: guards.self_harm.id: 'swelling' is taken already, on line 34",
        ),
        ("languages: [en]", "languages: [es]", ":4: languages: lacks English"),
    ],
)
def test_a_contradiction_is_named_with_its_line(
    business_edit: Complain, old: str, new: str, complaint: str
) -> None:
    assert f"graphs/business.yaml{complaint}" in business_edit(old, new)


def test_people_and_numbers_are_themselves_only_once(small: SmallPack) -> None:
    people = "people:\n"
    small.edit("graphs/business.yaml", people, f"{people}  - {{id: ana, name: Other Ana}}\n")
    number = "  - {phone: +12125550140, use_case: alerts, carrier_keywords: none}\n"
    small.edit("graphs/business.yaml", "numbers:\n", f"numbers:\n{number}")
    assert small.complaints() == [
        "graphs/business.yaml:20: people[1].id: 'ana' is taken already, on line 19",
        "graphs/business.yaml:16: numbers[1].phone: '+12125550140' is taken already, on line 15",
    ]


def test_midnight_ends_a_day_and_spans_may_touch(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "end: 14:00", 'end: "00:00"')
    small.edit("graphs/business.yaml", "start: 13:00", "start: 12:00")
    assert small.load().business.hours["sun"]


def test_a_person_may_have_no_phone(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", ", phone: +12125550141", "")
    assert small.load().business.people[0].phone is None
