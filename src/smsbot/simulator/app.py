"""The simulator as a web application: the REST API, and the control API under /control."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from smsbot.simulator.config import SimulatorConfig
from smsbot.simulator.control import ControlApi, ControlError, control_error
from smsbot.simulator.rest import RestApi
from smsbot.simulator.simulator import Simulator


def create_app(source: SimulatorConfig | Simulator) -> Starlette:
    """The application; it can be mounted under any prefix.

    From a config it makes its own Simulator, which runs as long as the application's lifespan.
    A mounted application gets no lifespan: give it a Simulator that you have entered yourself.
    """
    owned = isinstance(source, SimulatorConfig)
    sim = Simulator(source) if isinstance(source, SimulatorConfig) else source

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        if not owned:
            yield
            return
        async with sim:
            yield

    app = Starlette(
        routes=[Mount("/control", routes=ControlApi(sim).routes()), *RestApi(sim).routes()],
        middleware=[Middleware(_RunningOnly, sim=sim)],
        exception_handlers={ControlError: control_error},
        lifespan=lifespan,
    )
    app.state.simulator = sim
    return app


class _RunningOnly:
    """Answers 503 while the simulator is not entered: its work would have no owner."""

    def __init__(self, app: ASGIApp, sim: Simulator) -> None:
        self._app = app
        self._sim = sim

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._sim.running:
            response = JSONResponse({"error": "the simulator is not running"}, status_code=503)
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)
