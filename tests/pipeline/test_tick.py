"""What the tick does itself: a hold that nobody comes back for is let go."""

from datetime import UTC, datetime, timedelta

import psycopg

from smsbot import bootstrap
from smsbot.bootstrap import Account
from smsbot.config import Settings
from smsbot.domain.booking import Appointment, BookingState, Slot
from smsbot.domain.ids import AppointmentId, CarrierSid, ContactId, ConversationId
from smsbot.domain.inbound import InboundText
from smsbot.pack.load import load_shipped
from smsbot.pipeline.receive import receive
from smsbot.pipeline.tick import tick
from smsbot.ports import Seats

CUSTOMER = "+12015550142"
MINUTE = timedelta(minutes=1)


async def test_holds_that_are_over_are_released_and_others_are_not(database_url: str) -> None:
    settings = Settings(database_url=database_url, database_pool=4)
    account = Account("AC" + "5" * 32, "secret", "http://127.0.0.1:9")
    pack = load_shipped()
    async with bootstrap.opened(settings, database_url, account) as house:
        await bootstrap.prepare(house, pack)
        services = house.services
        for n, phone in enumerate((CUSTOMER, CUSTOMER.replace("0142", "0143"))):
            sid = CarrierSid(f"SM{n:032x}")
            number = pack.business.numbers[0].phone
            await receive(services, InboundText(sid, phone, number, "hello"))
        with psycopg.connect(database_url) as connection:
            people = connection.execute("SELECT contact_id, id FROM conversation").fetchall()
        now = datetime.now(UTC)
        async with services.database.transaction() as tx:
            for (contact, conversation), until in zip(people, (-MINUTE, MINUTE), strict=True):
                hold = Appointment(
                    AppointmentId(f"apt{until.days}"),
                    ContactId(contact),
                    ConversationId(conversation),
                    Slot("visit", f"person{until.days}", now + 9 * MINUTE, now + 19 * MINUTE),
                    BookingState.HELD,
                    now + until,
                )
                await services.calendar.hold(tx.raw, hold, Seats(1, 0, 0), now=now - 2 * MINUTE)
        await tick(services)
    with psycopg.connect(database_url) as connection:
        rows = connection.execute("SELECT id, state FROM appointment").fetchall()
    assert {str(one): state for one, state in rows} == {"apt-1": "expired", "apt0": "held"}
