"""The same tables with a model's help, where a server is configured (SMSBOT_OPENAI_API_KEY or
SMSBOT_OPENAI_BASE_URL): it is asked as production asks it, one call a text, and only where the
text alone does not answer."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import httpx

from smsbot.bootstrap import model_of
from smsbot.config import read_settings
from smsbot.conversation.asking_model import PROMPT, may_answer
from smsbot.conversation.booking.hearing import answer_told
from smsbot.conversation.intents import NAMES
from smsbot.domain.question import Question
from smsbot.domain.times import TimesFound
from smsbot.domain.understanding import Understanding
from smsbot.language.normalise import normalise
from smsbot.language.times import find_times
from smsbot.pack.load import load_shipped
from smsbot.pack.render import render_prompt
from smsbot.ports import AskedNow, Model, ModelFailed, UnderstandRequest

AT_ONCE = 8
"""Calls that are under way side by side."""
Entry = dict[str, Any]
Told = Understanding | None
"""What a model told of a text; None where it was not asked, or failed."""
Asker = Callable[[Entry], Awaitable[Told]]


class Helper(NamedTuple):
    """A model and its name, for the tables' title."""

    name: str
    model: Model


@asynccontextmanager
async def configured() -> AsyncIterator[Helper | None]:
    """The model of the settings; None where none is configured."""
    settings = read_settings(os.environ)
    async with httpx.AsyncClient() as client:
        model = model_of(settings, client)
        yield Helper(settings.openai_model, model) if model else None


async def each(lines: Sequence[Entry], ask: Asker) -> list[Told]:
    """What the model told of each line, in order."""
    limit = asyncio.Semaphore(AT_ONCE)

    async def one(line: Entry) -> Told:
        async with limit:
            try:
                return await ask(line)
            except ModelFailed:
                return None

    return list(await asyncio.gather(*(one(line) for line in lines)))


def request(text: str, asked: AskedNow | None = None, prompt: str = "") -> UnderstandRequest:
    """What is asked of `text`, with `prompt` as the open question's words."""
    said = render_prompt(load_shipped(), PROMPT, brand="the business", pending=prompt or "nothing")
    return UnderstandRequest(
        prompt=said.text,
        prompt_version=said.source,
        texts=(text,),
        intents=NAMES,
        questions=(),
        pending=prompt or None,
        asked=asked,
    )


def value_of(
    told: Told, question: Question, text: str, now: datetime, zone: ZoneInfo
) -> str | None:
    """The model's answer to `question`, by the rules of production."""
    value = told.slots.get(question.key) if told else None
    if value is None or not may_answer(question, value, normalise(text)):
        return None
    found = answer_told(value, question, text, now, zone)
    return found.value if found else None


def times_of(told: Told, text: str, now: datetime, zone: ZoneInfo) -> TimesFound:
    """The times of `text`; where there are none, those of the words that the model points at."""
    found = find_times(text, now, zone)
    expression = told.time_expression if told else None
    if found.windows or found.excluded or not expression or expression not in text:
        return found
    return find_times(expression, now, zone)
