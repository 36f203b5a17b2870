"""What the page asks of us. There only in the demo, which is served on the loopback interface."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, StringConstraints
from starlette.requests import Request

from smsbot.domain.ids import ContactId
from smsbot.pipeline import desk
from smsbot.pipeline.desk import DeskError
from smsbot.pipeline.story import AmbiguousId, story
from smsbot.store import contacts
from smsbot.store.db import DatabaseDown
from smsbot.web.demo import clock, customers, record, tale
from smsbot.web.demo.doors import DemoDoors

Phone = Annotated[str, StringConstraints(pattern=r"^\+[1-9]\d{6,14}$")]
AWAY = "The database is away. Texts are kept by the carrier until it is back."


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ClockBody(_Body):
    """Which local time a phone is to have; `at` is the business's wall clock, without a zone."""

    phone: Phone
    choice: clock.Choice
    at: datetime | None = None


class DeskBody(_Body):
    """Who acts on a task; `text` is what a reply says, or the note of a resolution."""

    person: str
    text: str = ""


class Refused(Exception):
    """The page asked for what cannot be had; says why."""


class ForPeople(APIRoute):
    """What goes wrong is answered as {"error": a sentence for the one who reads the page}."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        inner = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await inner(request)
            except (AmbiguousId, DeskError, Refused, clock.BadTime) as error:
                return JSONResponse({"error": str(error)}, 409)
            except DatabaseDown:
                return JSONResponse({"error": AWAY}, 503)
            except RequestValidationError as error:
                first = error.errors()[0]
                return JSONResponse({"error": f"{first['loc'][-1]}: {first['msg']}"}, 422)

        return handler


def router(doors: DemoDoors) -> APIRouter:
    routes = APIRouter(route_class=ForPeople)
    _reading(routes, doors)
    _acting(routes, doors)
    return routes


def _reading(routes: APIRouter, doors: DemoDoors) -> None:
    services = doors.services

    @routes.get("/demo/api/setup")
    async def setup() -> dict[str, Any]:
        """Whose phone number it is, and who may text it."""
        business = (await services.packs.get()).business
        people = [
            {"name": name, "phone": phone}
            for name, phone in customers.PEOPLE
            if phone not in customers.taken_by(business)
        ]
        number = business.numbers[0]
        return {
            "brand": business.brand,
            "number": number.phone,
            "zone": business.timezone,
            "carrier": doors.carrier_path,
            "customers": people,
            "taken": sorted(customers.taken_by(business)),
        }

    @routes.get("/demo/api/fresh")
    async def fresh(but: str = "") -> dict[str, str]:
        """Somebody who has never texted, and is not `but`."""
        business = (await services.packs.get()).business
        async with services.database.transaction() as tx:
            found = await customers.fresh(tx, business, but=but)
        if found is None:
            raise Refused("Every made-up customer has texted: stop the demo and remove its data.")
        return {"name": found[0], "phone": found[1]}

    @routes.get("/demo/api/contact")
    async def contact(phone: Annotated[Phone, Query()], after: int = 0) -> dict[str, Any]:
        """What is known of a phone, its clock, and the events after `after`."""
        pack = await services.packs.get()
        at = record.Moments(services.clock.now(), services.clock.seen_by(phone))
        async with services.database.transaction() as tx:
            found = await record.view(
                tx, pack, phone, after=after, at=at, base_url=services.public_url
            )
        return found | {"clock": clock.view(pack.business, at.now, at.seen)}

    @routes.get("/demo/api/story/{message}")
    async def told(message: str) -> dict[str, Any] | None:
        """The story of a text, by our id or the carrier's; null while we have not received it."""
        async with services.database.transaction() as tx:
            found = await story(tx, message)
        return None if found is None else tale.tell(found)

    @routes.get("/contacts/{contact_id}")
    async def linked(contact_id: str) -> Response:
        """The link of a task leads to the record, which the demo shows on its page."""
        async with services.database.transaction() as tx:
            try:
                found = await contacts.read(tx, ContactId(contact_id))
            except LookupError:
                return RedirectResponse("/demo")
        return RedirectResponse(f"/demo#{found.phone}")


def _acting(routes: APIRouter, doors: DemoDoors) -> None:
    services = doors.services

    @routes.post("/demo/api/clock")
    async def set_clock(body: ClockBody) -> dict[str, Any]:
        """Make it another time for one phone."""
        business = (await services.packs.get()).business
        now = services.clock.now()
        doors.set_clock(body.phone, clock.moment(business, body.choice, body.at, now))
        return clock.view(business, now, services.clock.seen_by(body.phone))

    @routes.post("/demo/api/tasks/{task}/{action}")
    async def act(
        task: str, action: Literal["claim", "reply", "return", "resolve"], body: DeskBody
    ) -> dict[str, bool]:
        """What a person does with a task."""
        match action:
            case "claim":
                await desk.claim(services, task, body.person)
            case "reply":
                await desk.reply(services, task, body.person, body.text)
            case "return":
                await desk.give_back(services, task, body.person)
            case "resolve":
                await desk.resolve(services, task, body.person, body.text)
        return {"done": True}
