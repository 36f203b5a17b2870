"""The part of Twilio's REST API that the simulator speaks, under /2010-04-01."""

import asyncio
import base64
import binascii
import hmac
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Literal
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from smsbot.simulator.create import draft_of
from smsbot.simulator.errors import TwilioError, blocked_recipient, not_found, too_many_requests
from smsbot.simulator.faults import (
    EFFECTS,
    REFUSALS,
    Fault,
    FaultKind,
    Target,
    behaviour_of,
)
from smsbot.simulator.hanging import NoAnswer
from smsbot.simulator.listing import message_list
from smsbot.simulator.requests import LoggedRequest
from smsbot.simulator.simulator import Simulator
from smsbot.simulator.wire import API_VERSION, message_json

Form = dict[str, list[str]]
_Work = Callable[[Form, LoggedRequest], Awaitable[Response]]


class RestApi:
    """Messages.json and Messages/{Sid}.json with HTTP basic authentication."""

    def __init__(self, sim: Simulator) -> None:
        self._sim = sim

    def routes(self) -> list[Route]:
        """To be mounted at the API's root; any other path is answered with 20404."""
        messages = f"/{API_VERSION}/Accounts/{{account}}/Messages"
        return [
            Route(f"{messages}.json", self.create, methods=["POST"]),
            Route(f"{messages}.json", self.list, methods=["GET"]),
            Route(f"{messages}/{{sid}}.json", self.fetch, methods=["GET"]),
            Route(f"/{API_VERSION}/{{rest:path}}", self.unknown, methods=["GET", "POST", "DELETE"]),
        ]

    async def create(self, request: Request) -> Response:
        """POST Messages.json: 201 with the resource, or Twilio's error."""
        return await self._handle(request, self._create)

    async def list(self, request: Request) -> Response:
        """GET Messages.json: one page."""
        return await self._handle(request, self._list)

    async def fetch(self, request: Request) -> Response:
        """GET Messages/{Sid}.json: the resource, or 20404."""
        return await self._handle(request, partial(self._fetch, request.path_params["sid"]))

    async def unknown(self, request: Request) -> Response:
        """Any other resource: 20404."""
        return await self._handle(request, self._unknown)

    async def _handle(self, request: Request, work: _Work) -> Response:
        started = time.perf_counter()
        raw = await request.body() if request.method == "POST" else request.scope["query_string"]
        # Blank values are kept and nothing is trimmed: what is logged is what came.
        form = parse_qs(raw.decode(), keep_blank_values=True)
        params = {name: each[0] if len(each) == 1 else each for name, each in form.items()}
        path = request.url.path.removeprefix(request.scope.get("root_path", ""))
        entry = self._sim.requests.open(request.method, path, params)
        try:
            self._authenticate(request, path)
            response = await work(form, entry)
        except TwilioError as error:
            entry.error_code = error.code
            response = _error_response(error)
        if not isinstance(response, NoAnswer):
            entry.status = response.status_code
            entry.ms = round((time.perf_counter() - started) * 1000, 3)
        return response

    def _authenticate(self, request: Request, path: str) -> None:
        config = self._sim.config
        scheme, _, value = request.headers.get("authorization", "").partition(" ")
        try:
            given = base64.b64decode(value, validate=True) if scheme.lower() == "basic" else b""
        except binascii.Error:
            given = b""
        if not hmac.compare_digest(given, f"{config.account_sid}:{config.auth_token}".encode()):
            raise TwilioError(401, 20003, "Authenticate")
        if request.path_params.get("account", config.account_sid) != config.account_sid:
            raise not_found(path)

    async def _create(self, form: Form, entry: LoggedRequest) -> Response:
        target = _target(form, "create")
        refusal = self._sim.faults.take_first(REFUSALS, target)
        if refusal is not None:
            return _refuse(refusal, entry)
        draft = draft_of(self._sim, form)
        faults = self._sim.faults.take_all(EFFECTS, target)
        struck = {fault.kind: fault for fault in faults}
        entry.fault = ",".join(struck) or None
        if FaultKind.SLOW_CREATE in struck:
            await asyncio.sleep(struck[FaultKind.SLOW_CREATE].duration)
            # Looked at again: a STOP may have come meanwhile.
            draft = draft_of(self._sim, form)
        message = self._sim.outbound.keep(draft)
        entry.sid = message.sid
        # The answer is written before anything else happens to the message.
        answer = message_json(message, self._sim.config.account_sid)
        behaviour = behaviour_of(faults)
        way = self._sim.outbound.start(message, behaviour)
        if behaviour.early:
            await asyncio.wait([way])
        if FaultKind.ACCEPT_THEN_HANG in struck:
            return NoAnswer(struck[FaultKind.ACCEPT_THEN_HANG].duration)
        return JSONResponse(answer, status_code=201)

    async def _list(self, form: Form, entry: LoggedRequest) -> Response:
        refusal = self._sim.faults.take_first(REFUSALS, _target(form, "read"))
        if refusal is not None:
            return _refuse(refusal, entry)
        params = {name: values[-1] for name, values in form.items()}
        return JSONResponse(message_list(self._sim, params))

    async def _fetch(self, sid: str, _: Form, entry: LoggedRequest) -> Response:
        message = self._sim.book.get(sid)
        target = Target(on="read", to="" if message is None else message.draft.to)
        refusal = self._sim.faults.take_first(REFUSALS, target)
        if refusal is not None:
            return _refuse(refusal, entry)
        if message is None or message.draft.network:
            raise not_found(entry.path)
        entry.sid = message.sid
        return JSONResponse(message_json(message, self._sim.config.account_sid))

    async def _unknown(self, _: Form, entry: LoggedRequest) -> Response:
        raise not_found(entry.path)


def _target(form: Form, on: Literal["create", "read"]) -> Target:
    to, from_, body = (form.get(name, [""])[0] for name in ("To", "From", "Body"))
    return Target(to=to, from_=from_, body=body, on=on)


def _refuse(fault: Fault, entry: LoggedRequest) -> Response:
    entry.fault = fault.kind
    match fault.kind:
        case FaultKind.HANG:
            return NoAnswer(fault.duration)
        case FaultKind.HTTP_429:
            raise too_many_requests(fault.retry_after)
        case FaultKind.BLOCKED_AT_CREATE:
            raise blocked_recipient()
        case FaultKind.CREATE_ERROR:
            raise TwilioError(fault.http_status or 400, fault.error_code or 20001, "Refused")
        case _:
            raise TwilioError(fault.http_status or 500, 20500, "An internal error has occurred")


def _error_response(error: TwilioError) -> Response:
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    if error.status == 401:
        headers["WWW-Authenticate"] = 'Basic realm="Twilio API"'
    return JSONResponse(error.json(), status_code=error.status, headers=headers)
