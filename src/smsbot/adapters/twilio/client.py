"""Sends through Twilio and asks it what it has."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from smsbot.adapters.twilio.convert import accepted, as_inbound, as_sent, created_at
from smsbot.adapters.twilio.errors import remedy_at_create
from smsbot.adapters.twilio.sdk import UNSET, ApiError, HttpxClient, messages
from smsbot.domain.draft import Approved, DispatchPass
from smsbot.domain.ids import AttemptId
from smsbot.domain.inbound import InboundText
from smsbot.domain.remedy import Remedy
from smsbot.ports import CarrierDown, CarrierMessage, Rejected, SendOutcome, Unknown

VALIDITY = (60, 36_000)
"""Seconds that a text may wait in Twilio's queue: at most by its documentation
(docs/api/errors/90007), at least so that an ordinary wait for the number's turn is no failure."""

PAGE_SIZE = 1000
MOST_PAGES = 20
READ_ATTEMPTS = 3

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class TwilioCarrier:
    """`ports.Carrier` over Twilio's API.

    `public_url` is ours as Twilio reaches it, without a path; `api_base` is another place that
    speaks Twilio's API; `timeout_s` is for one request in all; `backoff_s` is the first wait before
    a list is asked for again. `http` is the caller's to close.
    """

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        public_url: str,
        http: httpx.AsyncClient,
        api_base: str | None = None,
        timeout_s: float = 10.0,
        backoff_s: float = 0.5,
    ) -> None:
        self._messages = messages(account_sid, auth_token, HttpxClient(http, api_base, timeout_s))
        self._callback = f"{public_url.rstrip('/')}/webhooks/twilio/status"
        self._backoff = backoff_s

    async def send(
        self, text: Approved[DispatchPass], *, sender: str, attempt: AttemptId
    ) -> SendOutcome:
        """One create, and never a second: what may have reached Twilio without an answer is
        `Unknown`, and so is every answer of 5xx, for Twilio does not document that it left the
        request unprocessed (law 4)."""
        try:
            message = await self._messages.create_async(
                to=text.draft.to,
                from_=sender,
                body=text.draft.body,
                status_callback=f"{self._callback}?{urlencode({'attempt': attempt})}",
                validity_period=_validity(text),
            )
            return accepted(message)
        except _NEVER_SENT as error:
            reason = f"Twilio could not be reached ({type(error).__name__})"
            return Rejected("unreachable", reason, Remedy.RETRY)
        except ApiError as error:
            return _refused(error)
        except Exception as error:
            return Unknown(f"the call to Twilio ended without an answer ({type(error).__name__})")

    async def find_sent(
        self, *, sender: str, to: str, body: str, since: datetime
    ) -> Sequence[CarrierMessage]:
        """See `ports.Carrier`. Twilio dates a message to the second, so `since` (UTC) counts from
        the beginning of its second.

        The list is asked for without DateSent: a message that still waits in Twilio's queue has
        none, and to miss it would be to send it twice.
        """
        listed = await self._list(since, To=to, From=sender)
        sent = [as_sent(message, since) for message in listed if message.direction != "inbound"]
        same = [one for one in sent if (one.sender, one.to, one.body) == (sender, to, body)]
        return sorted(same, key=lambda one: one.created_at, reverse=True)

    async def list_received(self, *, number: str, since: datetime) -> Sequence[InboundText]:
        """See `ports.Carrier`. What the list lacks (place, media addresses, keyword) is empty.
        Twilio filters by whole days (GMT); the rest is left out here."""
        day = (since.astimezone(UTC) - timedelta(hours=1)).date().isoformat()
        listed = await self._list(since, To=number, DateSentAfter=day)
        received = [one for one in listed if one.direction == "inbound"]
        received.sort(key=lambda one: created_at(one, since))
        return [as_inbound(one) for one in received]

    async def _list(
        self, since: datetime, To: str, From: str = UNSET, DateSentAfter: str = UNSET
    ) -> list[Any]:
        """Messages made since, page by page, newest first as Twilio lists them. A list that does
        not end is no answer: an absence must not be concluded from a part of it."""
        first_second = since.replace(microsecond=0)
        found: list[Any] = []
        page = await self._read(
            lambda: self._messages.page_async(
                to=To, from_=From, date_sent_after=DateSentAfter, page_size=PAGE_SIZE
            )
        )
        for _ in range(MOST_PAGES):
            listed = list(page)
            new = [one for one in listed if created_at(one, first_second) >= first_second]
            found += new
            if page.next_page_url is None or (listed and not new):
                return found
            page = await self._read(page.next_page_async)
        raise CarrierDown(f"Twilio's list has more than {MOST_PAGES * PAGE_SIZE} messages")

    async def _read(self, ask: Callable[[], Awaitable[Any]]) -> Any:
        """A GET changes nothing and is repeated a few times. Raises `CarrierDown`."""
        retrying = AsyncRetrying(
            stop=stop_after_attempt(READ_ATTEMPTS),
            wait=wait_exponential_jitter(multiplier=self._backoff, max=5, jitter=self._backoff),
            retry=retry_if_exception(_may_pass),
            reraise=True,
        )

        async def once() -> Any:
            return await ask()

        try:
            return await retrying(once)
        except Exception as error:
            how = str(error) if isinstance(error, ApiError) else type(error).__name__
            raise CarrierDown(f"Twilio's list could not be read: {how}") from error


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, ApiError):
        return error.status == 429 or error.status >= 500
    return isinstance(error, httpx.TransportError | TimeoutError)


def _refused(error: ApiError) -> SendOutcome:
    """A 4xx says that no message was made. 408 is a server that gave up reading: it cannot say."""
    if not 400 <= error.status < 500 or error.status == 408:
        return Unknown(f"Twilio answered {error.status} (code {error.code})")
    remedy = remedy_at_create(error.code, error.status)
    return Rejected(error.code, error.message, remedy, error.retry_after)


def _validity(text: Approved[DispatchPass]) -> Any:
    """Seconds for which the text is still worth delivering (compliance.md 2, `ValidityPeriod`)."""
    if text.useful_until is None:
        return UNSET
    least, most = VALIDITY
    return min(max(int((text.useful_until - text.at).total_seconds()), least), most)
