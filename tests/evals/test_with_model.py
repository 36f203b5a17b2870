"""The tables of `make understand` with a model's help, against one that answers from a list."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from evals import times, understand, with_model
from smsbot.domain.understanding import Intent, Understanding
from smsbot.ports import ModelFailed, UnderstandRequest

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC).astimezone(ZONE)
PET = {
    "type": "choice",
    "prompt": "What pet is it?",
    "choices": [{"value": "dog", "label": "a dog"}, {"value": "exotic", "label": "an exotic"}],
}


class Listed:
    """Answers by the text; one that is not listed makes it fail."""

    def __init__(self, answers: dict[str, Understanding]) -> None:
        self.answers = answers
        self.asked: list[UnderstandRequest] = []

    async def understand(self, request: UnderstandRequest) -> Understanding:
        self.asked.append(request)
        if request.texts[0] not in self.answers:
            raise ModelFailed("it was slow")
        return self.answers[request.texts[0]]


async def test_an_answer_is_asked_for_only_where_the_text_gives_none() -> None:
    lines = [
        {"text": "a dog", "question": PET, "value": "dog"},
        {"text": "bearded dragon", "question": PET, "value": "exotic"},
        {"text": "goldfish", "question": PET, "value": "exotic"},
        {"text": "cockatoo", "question": PET, "value": None},
    ]
    model = Listed(
        {
            "bearded dragon": Understanding((), slots={"asked": "exotic"}),
            "goldfish": Understanding((), slots={"asked": "fish"}),
        }
    )
    told = await with_model.each(lines, understand.answer_asker(model))
    assert [one.texts[0] for one in model.asked] == ["bearded dragon", "goldfish", "cockatoo"]
    asked = model.asked[0].asked
    assert asked is not None
    assert asked.choices == (("dog", "a dog"), ("exotic", "an exotic"))
    *_, whole = understand.answer_rows(lines, told)
    assert (whole.texts, whole.right) == (4, 3)
    *_, alone = understand.answer_rows(lines)
    assert alone.right == 2


async def test_intents_are_the_models_and_else_those_of_the_words() -> None:
    lines = [
        {"text": "that works for my crew", "intents": ["affirm"]},
        {"text": "what time do you close", "intents": ["hours"]},
    ]
    model = Listed({"that works for my crew": Understanding((Intent("affirm", 0.9),))})
    told = await with_model.each(lines, understand.intent_asker(model))
    *_, whole = understand.intent_rows(lines, told)
    assert (whole.texts, whole.right) == (2, 2)


async def test_a_time_is_computed_from_the_words_that_the_model_points_at() -> None:
    friday = [{"start": "2026-11-27T00:00:00-07:00", "grain": "day", "end": None}]
    lines = [
        {"text": "ask for friday", "now": NOW.isoformat(), "tz": str(ZONE), "times": friday},
        {"text": "tomorrow", "now": NOW.isoformat(), "tz": str(ZONE), "times": []},
    ]
    model = Listed({"ask for friday": Understanding((), time_expression="friday")})
    told = await with_model.each(lines, understand.time_asker(model))
    assert len(model.asked) == 1
    [none, one] = times.measure(lines, told)
    assert (none.set, none.right) == ("no time", 0)
    assert (one.set, one.right) == ("one time", 1)


async def test_no_model_is_asked_where_none_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SMSBOT_OPENAI_API_KEY", "SMSBOT_OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    async with with_model.configured() as helper:
        assert helper is None
    monkeypatch.setenv("SMSBOT_OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    async with with_model.configured() as helper:
        assert helper is not None
