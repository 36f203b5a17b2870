"""The model's adapter against every way in which a server lets us down."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
import respx

from smsbot.adapters.openai import OpenAIModel
from smsbot.domain.understanding import Intent
from smsbot.ports import AskedNow, ModelFailed, Question, UnderstandRequest

URL = "http://model.test/v1"
SECRET_WORDS = "my gate code is 4711"
REQUEST = UnderstandRequest(
    prompt="Say what the texts want.",
    prompt_version="v7",
    texts=(SECRET_WORDS, "what are your hours"),
    intents=("faq", "other"),
    questions=(Question("hours", ("When are you open?",)),),
    pending="Which day suits you?",
    asked=AskedNow("pet", "choice", (("exotic", "a reptile or other exotic"),)),
    history=(("customer", "hello"),),
)
GOOD: dict[str, Any] = {
    "intents": [
        {"name": "faq", "confidence": 0.9, "faq_id": "hours", "words": "what are your hours"}
    ],
    "language": "en",
    "sentiment": "neutral",
    "wants_human": False,
    "time_expression": None,
    "slots": [{"key": "day", "value": "Tuesday"}],
}


class Seconds:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def server() -> Iterator[respx.Route]:
    with respx.mock(assert_all_called=False) as mock:
        yield mock.post(f"{URL}/chat/completions")


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def model(seconds: Seconds) -> AsyncIterator[OpenAIModel]:
    async with httpx.AsyncClient() as client:
        yield OpenAIModel(URL, "key", "small-1", client, deadline_s=0.15, monotonic=seconds)


def completion(
    content: str | None, finish: str = "stop", refusal: str | None = None
) -> httpx.Response:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    choice = {"index": 0, "finish_reason": finish, "message": message, "logprobs": None}
    body = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return httpx.Response(200, json=body)


async def failure(model: OpenAIModel) -> str:
    with pytest.raises(ModelFailed) as caught:
        await model.understand(REQUEST)
    assert SECRET_WORDS not in str(caught.value)
    return str(caught.value)


async def test_a_good_answer(model: OpenAIModel, server: respx.Route) -> None:
    server.return_value = completion(json.dumps(GOOD))
    understood = await model.understand(REQUEST)
    assert understood.intents == (Intent("faq", 0.9, "hours", "what are your hours"),)
    assert understood.slots == {"day": "Tuesday"}
    assert understood.source == "model small-1, prompt v7"
    assert json.loads(understood.raw or "") == GOOD


async def test_what_is_asked(model: OpenAIModel, server: respx.Route) -> None:
    server.return_value = completion(json.dumps(GOOD))
    await model.understand(REQUEST)
    sent = json.loads(server.calls.last.request.content)
    prompt, data = sent["messages"]
    assert prompt == {"role": "system", "content": REQUEST.prompt}
    assert json.loads(data["content"]) == {
        "texts": list(REQUEST.texts),
        "earlier": [{"from": "customer", "text": "hello"}],
        "open_question": "Which day suits you?",
        "asked": {
            "key": "pet",
            "type": "choice",
            "choices": [{"value": "exotic", "label": "a reptile or other exotic"}],
        },
        "intents": ["faq", "other"],
        "questions": [{"id": "hours", "samples": ["When are you open?"]}],
    }


async def test_the_schema_is_strict_and_offers_only_what_may_be_chosen(
    model: OpenAIModel, server: respx.Route
) -> None:
    server.return_value = completion(json.dumps(GOOD))
    await model.understand(REQUEST)
    wanted = json.loads(server.calls.last.request.content)["response_format"]["json_schema"]
    assert wanted["strict"] is True
    schema = wanted["schema"]
    intent = schema["$defs"]["WireIntent"]
    assert intent["properties"]["name"]["enum"] == ["faq", "other"]
    assert intent["properties"]["faq_id"]["enum"] == ["hours", None]
    assert schema["$defs"]["WireSlot"]["properties"]["key"]["enum"] == ["pet"]
    for part in (schema, *schema["$defs"].values()):
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])


@pytest.mark.parametrize(
    ("response", "says"),
    [
        (completion(None, refusal="I cannot help with that"), "refused"),
        (completion('{"intents": [', finish="length"), "cut off"),
        (completion("", finish="content_filter"), "content filter"),
        (completion(None), "answered nothing"),
        (completion("  "), "answered nothing"),
        (completion("Sure! They want your hours."), "not of the schema"),
        (completion(json.dumps({**GOOD, "language": SECRET_WORDS})), "language, literal_error"),
        (completion(json.dumps({**GOOD, "reply": "Hi"})), "reply, extra_forbidden"),
        (completion(json.dumps({"intents": []})), "not of the schema"),
        (
            completion(json.dumps({**GOOD, "intents": [{**GOOD["intents"][0], "confidence": 7}]})),
            "intents.0.confidence",
        ),
        (httpx.Response(200, content=b""), "empty or unreadable"),
        (httpx.Response(200, html="<h1>Welcome</h1>"), "empty or unreadable"),
        (httpx.Response(200, json=[1, 2]), "empty or unreadable"),
        (httpx.Response(200, json={"error": "none"}), "empty or unreadable"),
        (
            httpx.Response(200, content=b"{", headers={"content-type": "application/json"}),
            "unreadable answer (JSONDecodeError)",
        ),
        (httpx.Response(400, json={"error": {"message": SECRET_WORDS}}), "answered 400"),
        (httpx.Response(401, json={"error": {"message": "bad key"}}), "answered 401"),
    ],
)
async def test_a_bad_answer_is_not_asked_for_again(
    model: OpenAIModel, server: respx.Route, response: httpx.Response, says: str
) -> None:
    server.return_value = response
    assert says in await failure(model)
    assert server.call_count == 1


@pytest.mark.parametrize(
    "first",
    [
        httpx.Response(429, headers={"retry-after": "0.01"}),
        httpx.Response(500),
        httpx.Response(503, headers={"retry-after": "0"}),
        httpx.ConnectError("refused"),
    ],
)
async def test_what_may_pass_is_tried_again(
    server: respx.Route, first: httpx.Response | Exception
) -> None:
    server.side_effect = [first, completion(json.dumps(GOOD))]
    async with httpx.AsyncClient() as client:
        understood = await OpenAIModel(URL, "key", "m", client).understand(REQUEST)
    assert understood.language == "en"
    assert server.call_count == 2


@pytest.mark.parametrize(
    ("always", "says"),
    [(httpx.Response(500), "answered 500"), (httpx.ConnectError("no"), "could not be reached")],
)
async def test_three_attempts_and_no_more(
    server: respx.Route, always: httpx.Response | Exception, says: str
) -> None:
    server.side_effect = always if isinstance(always, Exception) else [always] * 4
    async with httpx.AsyncClient() as client:
        assert says in await failure(OpenAIModel(URL, "key", "m", client))
    assert server.call_count == 3


async def test_retry_after_beyond_the_deadline_is_not_waited_for(
    model: OpenAIModel, server: respx.Route
) -> None:
    server.return_value = httpx.Response(429, headers={"retry-after": "20"})
    started = asyncio.get_running_loop().time()
    assert "answered 429" in await failure(model)
    assert asyncio.get_running_loop().time() - started < 0.1
    assert server.call_count == 1


@pytest.mark.parametrize("header", ["-1", "nan", "inf", "soon", "Wed, 21 Oct 2026 07:28:00 GMT"])
async def test_an_odd_retry_after_is_ignored(server: respx.Route, header: str) -> None:
    odd = httpx.Response(429, headers={"retry-after": header})
    server.side_effect = [odd, completion(json.dumps(GOOD))]
    async with httpx.AsyncClient() as client:
        await OpenAIModel(URL, "key", "m", client).understand(REQUEST)
    assert server.call_count == 2


async def test_a_hang_ends_at_the_deadline(model: OpenAIModel, server: respx.Route) -> None:
    async def hang(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(5)
        raise AssertionError("the deadline should have come first")

    server.side_effect = hang
    assert "no answer within 0.15 s" in await failure(model)


async def test_a_read_timeout_is_a_late_answer(model: OpenAIModel, server: respx.Route) -> None:
    server.side_effect = httpx.ReadTimeout("slow")
    assert "no answer within 0.15 s" in await failure(model)


async def test_five_failures_open_the_breaker_and_one_success_closes_it(
    model: OpenAIModel, server: respx.Route, seconds: Seconds
) -> None:
    server.return_value = httpx.Response(401)
    for _ in range(5):
        assert "answered 401" in await failure(model)
    assert "left alone" in await failure(model)
    seconds.at = 29.9
    assert "left alone" in await failure(model)
    assert server.call_count == 5

    seconds.at = 30.0
    assert "answered 401" in await failure(model)
    assert "left alone" in await failure(model)
    assert server.call_count == 6

    seconds.at = 60.0
    server.return_value = completion(json.dumps(GOOD))
    for _ in range(2):
        await model.understand(REQUEST)
    assert server.call_count == 8


async def test_a_text_that_makes_the_model_refuse_does_not_switch_it_off(
    model: OpenAIModel, server: respx.Route
) -> None:
    server.return_value = completion(None, refusal="no")
    for _ in range(8):
        assert "refused" in await failure(model)
    assert server.call_count == 8


async def test_a_trial_given_up_by_its_caller_leaves_room_for_the_next(
    model: OpenAIModel, server: respx.Route, seconds: Seconds
) -> None:
    server.return_value = httpx.Response(401)
    for _ in range(5):
        await failure(model)
    seconds.at = 31.0
    begun = asyncio.Event()

    async def hang(request: httpx.Request) -> httpx.Response:
        begun.set()
        await asyncio.sleep(5)
        raise AssertionError("cancelled before")

    server.side_effect = hang
    trial = asyncio.create_task(model.understand(REQUEST))
    await begun.wait()
    assert "left alone" in await failure(model)
    trial.cancel()
    with pytest.raises(asyncio.CancelledError):
        await trial
    server.side_effect = None
    server.return_value = completion(json.dumps(GOOD))
    await model.understand(REQUEST)
