"""The control API: the demo's phones, the tests' view of the carrier, misbehaviour on demand.

It has no authentication: it is served on the loopback interface only.
"""

import json
from collections.abc import AsyncIterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from smsbot.simulator.answers import block_view, fault_view, receipt_view
from smsbot.simulator.bodies import BlockBody, TextBody
from smsbot.simulator.faults import Fault
from smsbot.simulator.inbound import Receipt, Text
from smsbot.simulator.simulator import Simulator
from smsbot.simulator.views import message_view

_Body = TypeVar("_Body", bound=BaseModel)
_KEEPALIVE = 15.0


class ControlError(Exception):
    """An answer of the control API: {"error": …} with this status."""

    def __init__(self, status: int, error: object) -> None:
        super().__init__(str(status))
        self.status = status
        self.error = error


def control_error(_: Request, error: Exception) -> Response:
    """Starlette's handler for ControlError."""
    assert isinstance(error, ControlError)
    return JSONResponse({"error": error.error}, status_code=error.status)


class ControlApi:
    """All of it; each method says what goes in and what comes back."""

    def __init__(self, sim: Simulator) -> None:
        self._sim = sim

    def routes(self) -> list[Route]:
        """To be mounted under /control."""
        return [
            Route("/health", self.health, methods=["GET"]),
            Route("/texts", self.send_text, methods=["POST"]),
            Route("/phones", self.phones, methods=["GET"]),
            Route("/phones/{phone}/messages", self.messages, methods=["GET"]),
            Route("/stream", self.stream, methods=["GET"]),
            Route("/faults", self.declare_fault, methods=["POST"]),
            Route("/faults", self.faults, methods=["GET"]),
            Route("/faults", self.clear_faults, methods=["DELETE"]),
            Route("/faults/{id:int}", self.clear_faults, methods=["DELETE"]),
            Route("/requests", self.requests, methods=["GET"]),
            Route("/blocks", self.block, methods=["POST"]),
            Route("/blocks", self.blocks, methods=["GET"]),
            Route("/blocks", self.unblock, methods=["DELETE"]),
            Route("/reset", self.reset, methods=["POST"]),
        ]

    async def health(self, _: Request) -> Response:
        """{ok, messages, numbers: [...]}."""
        numbers = [
            each.model_dump(mode="json", exclude={"geo"}) for each in self._sim.config.numbers
        ]
        return JSONResponse({"ok": True, "messages": len(self._sim.book), "numbers": numbers})

    async def send_text(self, request: Request) -> Response:
        """A phone texts: TextBody in; 201 with the receipt, 202 without waiting; 404, 422."""
        body = await _read(request, TextBody)
        if body.to not in self._sim.numbers:
            raise ControlError(404, f"{body.to} is not one of the business's numbers")
        text = Text(
            phone=body.from_,
            number=body.to,
            body=body.body,
            media=body.media,
            geo=body.from_geo,
            webhooks=body.webhooks,
            parallel=body.parallel,
        )
        if not body.wait:
            return JSONResponse(receipt_view(self._sim.post_text(text), ended=False), 202)
        receipt: Receipt = await self._sim.send_text(text)
        return JSONResponse(receipt_view(receipt, ended=True), 201)

    async def phones(self, _: Request) -> Response:
        """{phones: [{phone, messages, last_seq, last_at, last_body}]}, the latest used first."""
        rows = []
        for phone in self._sim.book.phones():
            messages = self._sim.book.of_phone(phone)
            rows.append(
                {
                    "phone": phone,
                    "messages": len(messages),
                    "last_seq": messages[-1].seq,
                    "last_at": messages[-1].created.isoformat(),
                    "last_body": messages[-1].draft.body,
                }
            )
        return JSONResponse({"phones": rows})

    async def messages(self, request: Request) -> Response:
        """{phone, messages: [...]}, in order; ?after=seq leaves out what is known already."""
        phone = request.path_params["phone"]
        found = self._sim.book.of_phone(phone, _number(request, "after"))
        return JSONResponse({"phone": phone, "messages": [message_view(each) for each in found]})

    async def stream(self, request: Request) -> Response:
        """Server-sent events: `message` and `status` with the message as data, and `reset`.

        ?phone= narrows to one phone. With ?after=seq its messages since then come first.
        """
        phone = _phone(request, "phone")
        after = _number(request, "after") if phone and "after" in request.query_params else None
        return StreamingResponse(
            self._events(phone, after),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    async def _events(self, phone: str | None, after: int | None) -> AsyncIterator[str]:
        with self._sim.hub.watch(phone) as watcher:
            yield ": watching\n\n"
            if phone is not None and after is not None:
                for message in self._sim.book.of_phone(phone, after):
                    yield _sse("message", message_view(message))
            async for event in watcher.events(_KEEPALIVE):
                yield ": still here\n\n" if event is None else _sse(event.name, event.data)

    async def declare_fault(self, request: Request) -> Response:
        """A Fault in; 201 with it and its id."""
        fault = await _read(request, Fault)
        return JSONResponse(fault_view(self._sim.fault(fault), fault, 0), status_code=201)

    async def faults(self, _: Request) -> Response:
        """{faults: [...]}: those that can still strike."""
        views = [fault_view(*each) for each in self._sim.faults.active()]
        return JSONResponse({"faults": views})

    async def clear_faults(self, request: Request) -> Response:
        """{cleared}: all faults, or the one of the path."""
        return JSONResponse({"cleared": self._sim.faults.clear(request.path_params.get("id"))})

    async def requests(self, request: Request) -> Response:
        """{requests: [...]} in order of arrival; ?method=, ?to=, ?after=seq narrow it."""
        query = request.query_params
        entries = self._sim.requests.entries(
            query.get("method"), _phone(request, "to"), _number(request, "after")
        )
        return JSONResponse({"requests": [each.view() for each in entries]})

    async def blocks(self, _: Request) -> Response:
        """{blocks: [{scope, phone, since}]}; a scope is a number or a Messaging Service."""
        return JSONResponse({"blocks": [block_view(each) for each in self._sim.blocks.all()]})

    async def block(self, request: Request) -> Response:
        """{number, phone} in; 201 with the block."""
        body = self._own(await _read(request, BlockBody))
        return JSONResponse(block_view(self._sim.blocks.block(body.number, body.phone)), 201)

    async def unblock(self, request: Request) -> Response:
        """{number, phone} as the body or the query; {unblocked}."""
        names = request.query_params.keys()
        given = json.dumps({name: _phone(request, name) for name in names}).encode()
        body = self._own(_valid(BlockBody, given if names else await request.body()))
        return JSONResponse({"unblocked": self._sim.blocks.unblock(body.number, body.phone)})

    async def reset(self, _: Request) -> Response:
        """Forget everything; {reset}."""
        await self._sim.reset()
        return JSONResponse({"reset": True})

    def _own(self, body: BlockBody) -> BlockBody:
        if body.number not in self._sim.numbers:
            raise ControlError(404, f"{body.number} is not one of the business's numbers")
        return body


async def _read(request: Request, model: type[_Body]) -> _Body:
    return _valid(model, await request.body())


def _valid(model: type[_Body], raw: bytes) -> _Body:
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        raise ControlError(422, error.errors(include_url=False, include_context=False)) from error


def _number(request: Request, name: str) -> int:
    value = request.query_params.get(name, "0")
    if not value.isdecimal():
        raise ControlError(422, f"{name} is not a number")
    return int(value)


def _phone(request: Request, name: str) -> str | None:
    # A plus that was not escaped arrives as a space, and people write it so.
    value = request.query_params.get(name)
    return f"+{value[1:]}" if value is not None and value.startswith(" ") else value


def _sse(name: str, data: dict[str, object]) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"
