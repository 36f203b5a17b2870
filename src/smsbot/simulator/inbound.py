"""Texts from phones: the carrier's keyword handling, the webhook, its fallback, its TwiML."""

import asyncio
from dataclasses import dataclass, field

from smsbot.simulator.blocks import BlockList
from smsbot.simulator.config import NOWHERE, CarrierKeywords, Geo, Number, SimulatorConfig
from smsbot.simulator.faults import INBOUND, FaultBoard, FaultKind, Target
from smsbot.simulator.keywords import KeywordOutcome, apply_keyword
from smsbot.simulator.messages import Draft, Message
from smsbot.simulator.outbound import Outbound
from smsbot.simulator.plan import Behaviour
from smsbot.simulator.sids import Sids
from smsbot.simulator.twiml import Reply, TwimlError, replies
from smsbot.simulator.webhooks import Answer, Poster
from smsbot.simulator.wire import inbound_form


@dataclass(frozen=True, slots=True)
class Text:
    """What a phone sends. `webhooks`: how often the same webhook is posted, `parallel` at once."""

    phone: str
    number: str
    body: str
    media: tuple[str, ...] = ()
    geo: Geo = NOWHERE
    webhooks: int = 1
    parallel: bool = False


@dataclass(slots=True)
class Receipt:
    """What came of a text: the kept message, the carrier's own doing, each webhook's answers.

    `copies` is how often the webhook is posted, once the faults had their say.
    """

    message: Message
    keyword: KeywordOutcome
    copies: int
    parallel: bool
    answers: list[Answer] = field(default_factory=list)

    @property
    def delivered(self) -> bool:
        """Whether the webhook or its fallback took it with a 2xx."""
        return any(answer.error is None for answer in self.answers)


class Inbound:
    """Receives texts for the business's numbers."""

    def __init__(
        self,
        config: SimulatorConfig,
        outbound: Outbound,
        blocks: BlockList,
        faults: FaultBoard,
        poster: Poster,
        sids: Sids,
    ) -> None:
        self._config = config
        self._numbers = {number.phone: number for number in config.numbers}
        self._outbound = outbound
        self._blocks = blocks
        self._faults = faults
        self._poster = poster
        self._sids = sids

    def receive(self, text: Text) -> Receipt:
        """Keep a text and apply its keyword; KeyError when the number is not the business's.

        A block is in force, and the carrier has answered, before the webhook is posted.
        """
        number = self._numbers[text.number]
        message = self._outbound.keep(
            Draft(
                sid=self._sids.message(media=bool(text.media)),
                direction="inbound",
                from_=text.phone,
                to=text.number,
                body=text.body,
                status="received",
                media=text.media,
                service_sid=number.messaging_service_sid,
            )
        )
        return Receipt(message, self._apply_keyword(number, text), *self._copies(text))

    async def deliver(self, text: Text, receipt: Receipt) -> None:
        """Post the webhook of a received text, as often as asked, and note the answers."""
        number = self._numbers[text.number]
        form = inbound_form(receipt.message, self._config, text.geo, receipt.keyword.announced)
        token = self._sids.token()
        if number.inbound_url is None:
            return
        if receipt.parallel:
            runs = [self._post(number, form, token) for _ in range(receipt.copies)]
            for answers in await asyncio.gather(*runs):
                receipt.answers.extend(answers)
        else:
            for _ in range(receipt.copies):
                receipt.answers.extend(await self._post(number, form, token))

    def _copies(self, text: Text) -> tuple[int, bool]:
        target = Target(to=text.number, from_=text.phone, body=text.body)
        struck = {fault.kind for fault in self._faults.take_all(INBOUND, target)}
        if FaultKind.WEBHOOK_DROPPED in struck:
            return 0, False
        if FaultKind.WEBHOOK_PARALLEL in struck:
            return max(2, text.webhooks), True
        if FaultKind.WEBHOOK_TWICE in struck:
            return max(2, text.webhooks), text.parallel
        return text.webhooks, text.parallel

    def _apply_keyword(self, number: Number, text: Text) -> KeywordOutcome:
        outcome = apply_keyword(
            number.carrier_keywords,
            text.body,
            blocked=self._blocks.blocked(number.phone, text.phone),
            branded=self._config.keyword_replies,
        )
        if outcome.block is True:
            self._blocks.block(number.phone, text.phone)
        elif outcome.block is False:
            self._blocks.unblock(number.phone, text.phone)
        if outcome.reply is not None:
            toll_free = number.carrier_keywords is CarrierKeywords.TOLL_FREE
            self._outbound.say(number, text.phone, outcome.reply, network=toll_free)
        return outcome

    async def _post(self, number: Number, form: dict[str, str], token: str) -> list[Answer]:
        """The webhook and, if that or its TwiML fails, the fallback URL once; then give up."""
        first = await self._attempt(number.inbound_url or "", number, form, token)
        if first.error is None or number.fallback_url is None:
            return [first]
        failed = {**form, "ErrorCode": str(first.error), "ErrorUrl": first.url}
        return [first, await self._attempt(number.fallback_url, number, failed, token)]

    async def _attempt(self, url: str, number: Number, form: dict[str, str], token: str) -> Answer:
        answer = await self._poster.post(url, form, token)
        if answer.error is not None:
            return answer
        try:
            asked = replies(answer.media_type, answer.body)
        except TwimlError as error:
            return Answer(answer.url, answer.status, answer.ms, error=error.code)
        for reply in asked:
            self._reply(number, form["From"], reply)
        return answer

    def _reply(self, number: Number, phone: str, reply: Reply) -> None:
        sender = self._numbers.get(reply.from_ or number.phone, number)
        to = reply.to or phone
        if self._blocks.blocked(sender.phone, to):
            return
        message = self._outbound.keep(
            Draft(
                sid=self._sids.message(media=bool(reply.media)),
                direction="outbound-reply",
                from_=sender.phone,
                to=to,
                body=reply.body,
                status="queued",
                media=reply.media,
                callback_url=reply.callback_url,
            )
        )
        self._outbound.start(message, Behaviour())
