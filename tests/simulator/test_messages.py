from smsbot.simulator.messages import Draft, MessageBook

from .support import DEFAULT, OTHER_PHONE, PHONE


def draft(sid, phone=PHONE, direction="outbound-api"):
    from_, to = (phone, DEFAULT) if direction == "inbound" else (DEFAULT, phone)
    return Draft(sid, direction, from_, to, "hi", "queued")


def test_a_book_is_bounded_and_forgets_the_oldest_everywhere():
    book = MessageBook(ring=3)
    for index in range(5):
        book.add(draft(f"SM{index}", PHONE if index < 2 else OTHER_PHONE))
    assert len(book) == 3
    assert book.get("SM0") is None
    assert [message.sid for message in book.newest_first()] == ["SM4", "SM3", "SM2"]
    assert book.of_phone(PHONE) == []
    assert book.phones() == [OTHER_PHONE]


def test_seq_goes_on_after_a_clear():
    book = MessageBook(ring=3)
    first = book.add(draft("SM0"))
    book.clear()
    assert book.get("SM0") is None
    assert book.add(draft("SM1")).seq == first.seq + 1


def test_both_directions_belong_to_the_phone():
    book = MessageBook(ring=10)
    first = book.add(draft("SM0"))
    book.add(draft("SM1", direction="inbound"))
    assert [message.sid for message in book.of_phone(PHONE)] == ["SM0", "SM1"]
    assert [message.sid for message in book.of_phone(PHONE, after=first.seq)] == ["SM1"]
    assert {message.number for message in book.of_phone(PHONE)} == {DEFAULT}


def test_dates_follow_the_statuses():
    message = MessageBook(ring=1).add(draft("SM0"))
    assert message.sent is None
    message.change("sending")
    assert message.sent is None
    sent = message.change("sent").at
    message.change("delivered")
    assert message.sent == sent
    assert message.updated >= sent
    assert [change.status for change in message.history] == [
        "queued",
        "sending",
        "sent",
        "delivered",
    ]
