"""Messages to phones: their way through the statuses, and the callbacks about it."""

import asyncio
from collections.abc import Iterable
from typing import Literal

from smsbot.simulator.config import Number, SimulatorConfig
from smsbot.simulator.messages import Change, Draft, Message, MessageBook
from smsbot.simulator.plan import Behaviour, Step, plan
from smsbot.simulator.sids import Sids
from smsbot.simulator.stream import Event, Hub
from smsbot.simulator.tasks import Tasks
from smsbot.simulator.views import message_view
from smsbot.simulator.webhooks import Answer, Poster
from smsbot.simulator.wire import status_form


class Outbound:
    """Takes messages and carries each to its final status in the background."""

    def __init__(
        self,
        config: SimulatorConfig,
        book: MessageBook,
        hub: Hub,
        poster: Poster,
        tasks: Tasks,
        sids: Sids,
    ) -> None:
        self._config = config
        self._book = book
        self._hub = hub
        self._poster = poster
        self._tasks = tasks
        self._sids = sids

    def keep(self, draft: Draft) -> Message:
        """Put a message of either direction into the book and tell who watches."""
        message = self._book.add(draft)
        self._tell("message", message)
        return message

    def start(self, message: Message, behaviour: Behaviour) -> "asyncio.Task[None]":
        """Send a kept message on its way; the task ends when its last callback was answered."""
        steps = plan(
            self._config.timings,
            behaviour,
            pooled=message.draft.service_sid is not None,
            validity=message.draft.validity,
        )
        return self._tasks.spawn(self._carry(message, steps, behaviour))

    def say(self, number: Number, phone: str, body: str, *, network: bool) -> None:
        """The carrier's own answer to a keyword; it reaches the phone although that is blocked."""
        message = self.keep(
            Draft(
                sid=self._sids.message(media=False),
                direction="outbound-reply",
                from_=number.phone,
                to=phone,
                body=body,
                status="queued",
                service_sid=number.messaging_service_sid,
                carrier_reply=True,
                network=network,
            )
        )
        message.change("sent")
        message.change("delivered")
        self._tell("status", message)

    async def _carry(self, message: Message, steps: list[Step], behaviour: Behaviour) -> None:
        posting = message.draft.callback_url is not None and not behaviour.silent
        last: asyncio.Task[Answer] | None = None
        changes: list[Change] = []
        for step in steps:
            await asyncio.sleep(step.after)
            changes.append(message.change(step.status, step.error_code))
            self._tell("status", message)
            if posting and not behaviour.reverse:
                last = self._enqueue(message, changes[-1:], behaviour.copies, last)
        if posting and behaviour.reverse:
            last = self._enqueue(message, reversed(changes), behaviour.copies, last)
        if last is not None:
            await last

    def _enqueue(
        self,
        message: Message,
        changes: Iterable[Change],
        copies: int,
        last: "asyncio.Task[Answer] | None",
    ) -> "asyncio.Task[Answer] | None":
        for change in changes:
            token = self._sids.token()
            for _ in range(copies):
                last = self._tasks.spawn(self._post(message, change, token, last))
        return last

    async def _post(
        self,
        message: Message,
        change: Change,
        token: str,
        after: "asyncio.Task[Answer] | None",
    ) -> Answer:
        # One at a time: only a fault may reorder callbacks, a slow receiver may not.
        if after is not None:
            await asyncio.wait([after])
        url = message.draft.callback_url or ""
        form = status_form(message, change, self._config.account_sid)
        return await self._poster.post(url, form, token)

    def _tell(self, name: Literal["message", "status"], message: Message) -> None:
        if self._hub.watched:
            self._hub.publish(Event(name, message.phone, message_view(message)))
