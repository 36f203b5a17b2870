"""The model port over any server that speaks OpenAI's chat completions with structured outputs."""

import asyncio
import json
import math
import time
from collections.abc import Callable
from typing import Any, cast

import httpx
import openai
from openai import AsyncOpenAI
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    stop_any,
    stop_before_delay,
    wait_random_exponential,
)

from smsbot.adapters.breaker import Breaker
from smsbot.adapters.openai_wire import read_answer, schema_for
from smsbot.domain.understanding import Understanding
from smsbot.ports import AskedNow, ModelFailed, UnderstandRequest

ATTEMPTS = 3
FAILURES_BEFORE_REST = 5
REST_S = 30.0
MAX_ANSWER_TOKENS = 1500
RETRIED_STATUSES = frozenset({408, 409, 429})
_BACKOFF = wait_random_exponential(multiplier=0.1, max=1.0)


class OpenAIModel:
    """Understands texts by one structured-output call (DESIGN.md 7).

    `deadline_s` seconds bound the call with all its retries. `http_client` stays the caller's to
    close; it is an httpx client, because respx cannot see the SDK's own (stack.md). `monotonic`
    gives seconds and is the circuit breaker's clock.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str,
        model: str,
        http_client: httpx.AsyncClient,
        deadline_s: float = 8.0,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = AsyncOpenAI(
            base_url=base_url,
            api_key=api_key,
            http_client=cast(Any, http_client),
            max_retries=0,
            timeout=deadline_s,
        )
        self._model = model
        self._deadline_s = deadline_s
        self._breaker = Breaker(monotonic, failures=FAILURES_BEFORE_REST, open_for_s=REST_S)

    async def understand(self, request: UnderstandRequest) -> Understanding:
        """What the texts mean. Raises `ModelFailed`, whose message never holds the texts.

        The circuit breaker counts what the server does, never what one text provokes (a refusal,
        a cut-off): no customer can switch the model off for the others.
        """
        if not self._breaker.admits():
            raise ModelFailed(
                f"not asked: it failed {FAILURES_BEFORE_REST} times in a row "
                f"and is left alone for {REST_S:g} s"
            )
        try:
            completion = await self._call(request)
        except ModelFailed:
            self._breaker.failed()
            raise
        except BaseException:
            self._breaker.told_nothing()
            raise
        self._breaker.succeeded()
        return _read(completion, f"{self._model}, prompt {request.prompt_version}")

    async def _call(self, request: UnderstandRequest) -> ChatCompletion:
        try:
            async with asyncio.timeout(self._deadline_s):
                answer: object = await self._retrying()(self._attempt, request)
        except (TimeoutError, openai.APITimeoutError) as late:
            raise ModelFailed(f"no answer within {self._deadline_s:g} s") from late
        except openai.APIStatusError as refused:
            raise ModelFailed(f"the server answered {refused.status_code}") from refused
        except openai.APIConnectionError as unreachable:
            raise ModelFailed("the server could not be reached") from unreachable
        except (openai.OpenAIError, ValueError) as broken:
            raise ModelFailed(f"unreadable answer ({type(broken).__name__})") from broken
        if not isinstance(answer, ChatCompletion) or not answer.choices:
            raise ModelFailed("empty or unreadable answer: is the base URL that of an API?")
        return answer

    async def _attempt(self, request: UnderstandRequest) -> ChatCompletion:
        return await self._client.chat.completions.create(
            model=self._model,
            messages=_messages(request),
            max_completion_tokens=MAX_ANSWER_TOKENS,
            response_format={
                "type": "json_schema",
                "json_schema": {
                    "name": "understanding",
                    "strict": True,
                    "schema": schema_for(request),
                },
            },
        )

    def _retrying(self) -> AsyncRetrying:
        return AsyncRetrying(
            retry=retry_if_exception(_worth_a_retry),
            wait=_wait,
            stop=stop_any(stop_after_attempt(ATTEMPTS), stop_before_delay(self._deadline_s)),
            reraise=True,
        )


def _messages(request: UnderstandRequest) -> list[ChatCompletionMessageParam]:
    """The prompt, then everything that people wrote as one JSON object: data, not instructions."""
    data = {
        "texts": request.texts,
        "earlier": [{"from": who, "text": text} for who, text in request.history],
        "open_question": request.pending,
        "asked": _asked(request.asked),
        "intents": request.intents,
        "questions": [{"id": q.id, "samples": q.samples} for q in request.questions],
    }
    return [
        {"role": "system", "content": request.prompt},
        {"role": "user", "content": json.dumps(data, ensure_ascii=False)},
    ]


def _asked(asked: AskedNow | None) -> dict[str, object] | None:
    if asked is None:
        return None
    choices = [{"value": value, "label": label} for value, label in asked.choices]
    return {"key": asked.key, "type": asked.type, "choices": choices}


def _worth_a_retry(error: BaseException) -> bool:
    if isinstance(error, openai.APIStatusError):
        return error.status_code in RETRIED_STATUSES or error.status_code >= 500
    return isinstance(error, openai.APIConnectionError)


def _wait(state: RetryCallState) -> float:
    """Seconds until the next attempt: what the server asks for, else a short random back-off."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, openai.APIStatusError):
        asked = _seconds(error.response.headers.get("retry-after"))
        if asked is not None:
            return asked
    return _BACKOFF(state)


def _seconds(header: str | None) -> float | None:
    """Retry-After as seconds (RFC 9110, 10.2.3). Its other form, a date, counts as unknown."""
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _read(completion: ChatCompletion, who: str) -> Understanding:
    choice = completion.choices[0]
    if choice.finish_reason == "length":
        raise ModelFailed("the answer was cut off: it reached its length limit")
    if choice.finish_reason == "content_filter":
        raise ModelFailed("the provider's content filter withheld the answer")
    if choice.message is None or choice.message.refusal:
        raise ModelFailed("the model refused")
    content = choice.message.content
    if not content or not content.strip():
        raise ModelFailed("the model answered nothing")
    return read_answer(content, f"model {who}")
