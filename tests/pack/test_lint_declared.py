import datetime as dt

from smsbot.pack.lint import lint

from .conftest import SmallPack
from .small import message

BEFORE = dt.date(2030, 7, 2)
AFTER = dt.date(2030, 7, 3)


def _found(small: SmallPack, today: dt.date = BEFORE) -> list[str]:
    return [f"{problem.field}: {problem.what}" for problem in lint(small.load(), today)]


def test_a_holiday_that_is_past(small: SmallPack) -> None:
    assert _found(small, BEFORE) == []
    assert _found(small, AFTER) == [
        "holidays[0].date: Founders' day of 2030-07-02 is past, and no later one is declared"
    ]


def test_a_past_holiday_whose_next_date_is_declared(small: SmallPack) -> None:
    later = "holidays:\n  - {date: 2031-07-02, name: Founders' day}\n"
    small.edit("graphs/business.yaml", "holidays:\n", later)
    assert _found(small, AFTER) == []


def test_today_is_taken_where_no_day_is_given(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "2030-07-02", "2020-07-02")
    assert [problem.field for problem in lint(small.load())] == ["holidays[0].date"]


def test_nobody_is_on_call_while_a_queue_tells_them(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", ", on_call: yes", "")
    assert _found(small) == ["queues[1].notify: tells whoever is on call of pager, and nobody is"]
    small.edit("graphs/business.yaml", ", notify: on_call", "")
    assert _found(small) == []


def test_on_call_without_a_phone(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", ", phone: +12125550141", "")
    assert _found(small) == [
        "people[0].phone: Ana is on call and cannot be told: there is no phone"
    ]
    small.edit("graphs/business.yaml", ", on_call: yes", "")
    small.edit("graphs/business.yaml", ", notify: on_call", "")
    assert _found(small) == []


def test_a_queue_that_tells_whom_it_assigns_to_and_nobody_has_a_phone(small: SmallPack) -> None:
    small.write("prompts/messages/staff_assigned.md", message("staff_assigned", "{reason}: {link}"))
    small.edit(
        "graphs/business.yaml", "{id: desk}", "{id: desk, assign: round_robin, notify: assigned}"
    )
    assert _found(small) == []
    small.edit("graphs/business.yaml", ", queues: [desk]", "")
    assert _found(small) == [
        "queues[0].notify: tells whom the tasks of desk are assigned to, "
        "and none of them has a phone"
    ]


def test_samples_that_clash(small: SmallPack) -> None:
    small.edit("graphs/conversation/faq.yaml", "[when are you open]", "['Is there parking?']")
    assert _found(small) == [
        "entries[1].questions[0]: 'Is there parking?' is too much like 'is there parking', "
        "of the entry faq parking"
    ]


def test_samples_that_clash_but_for_their_order_and_spelling(small: SmallPack) -> None:
    small.edit("graphs/conversation/faq.yaml", "when are you open", "parking is there")
    assert len(_found(small)) == 1


def test_small_talk_clashes_with_questions_too(small: SmallPack) -> None:
    small.edit("graphs/conversation/smalltalk.yaml", "hello", "where do I park")
    assert _found(small) == [
        "entries[0].phrases[1]: 'where do I park' is too much like 'where do i park', "
        "of the entry faq parking"
    ]


def test_samples_of_one_entry_may_be_alike(small: SmallPack) -> None:
    small.edit("graphs/conversation/faq.yaml", "is there parking]", "Where do I park]")
    assert _found(small) == []


def test_samples_about_the_same_thing_do_not_clash(small: SmallPack) -> None:
    small.edit("graphs/conversation/faq.yaml", "when are you open", "how much is parking")
    assert _found(small) == []
