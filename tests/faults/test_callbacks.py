"""Status callbacks before the SID, reversed, twice, never: one text, and *delivered* stays."""

import pytest

from tests.faults.house import House

QUESTION = "what are your hours?"


@pytest.mark.parametrize(
    "faults",
    [
        ["callback_before_response"],
        ["reordered_callbacks"],
        ["duplicate_callbacks"],
        ["callback_before_response", "reordered_callbacks", "duplicate_callbacks"],
    ],
    ids="+".join,
)
def test_callbacks_in_any_order_end_in_delivered(
    house: House, phone: str, faults: list[str]
) -> None:
    house.worker()
    for kind in faults:
        house.fault(kind)
    house.text(phone, QUESTION, wait=True)
    house.until(
        lambda: [row["status"] for row in house.outbox(phone)] == ["delivered"],
        "the reply is delivered",
    )
    house.quiet()
    (row,) = house.outbox(phone)
    assert (row["state"], row["status"]) == ("sent", "delivered")
    assert len(house.got(phone)) == 1
    assert house.creates(phone) == 1
    kept = house.rows("SELECT status FROM receipt WHERE outbox_id = %s", row["id"])
    assert {one["status"] for one in kept} >= {"sent", "delivered"}


def test_a_filtered_text_is_not_repeated_and_a_person_is_told(house: House, phone: str) -> None:
    house.worker()
    house.fault("undelivered", error_code=30007)
    house.text(phone, QUESTION, wait=True)
    house.until(
        lambda: house.rows(
            "SELECT 1 FROM task t JOIN contact c ON c.id = t.contact_id WHERE c.phone = %s", phone
        ),
        "a person has the task",
    )
    house.quiet()
    assert house.creates(phone) == 1
    (row,) = house.outbox(phone, "reply")
    assert (row["state"], row["error_code"]) == ("failed", "30007")


@pytest.mark.parametrize("kind", ["blocked_at_create", "blocked_in_callback"])
def test_an_opt_out_that_only_the_carrier_knew_is_recorded(
    house: House, phone: str, kind: str
) -> None:
    house.worker()
    house.fault(kind)
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.consent(phone) == "withdrawn", "the opt-out is on record")
    house.text(phone, "hello? what are your hours?", wait=True)
    house.quiet()
    assert house.creates(phone) == 1
