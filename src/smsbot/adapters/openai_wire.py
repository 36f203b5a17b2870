"""What the model answers, as it travels: a strict JSON schema in, an `Understanding` out."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from smsbot.domain.understanding import Intent, Understanding
from smsbot.ports import ModelFailed, UnderstandRequest


class _Wire(BaseModel):
    """Strict structured outputs want every property required and no others."""

    model_config = ConfigDict(extra="forbid")


class WireIntent(_Wire):
    name: str
    confidence: float = Field(ge=0, le=1)
    faq_id: str | None
    words: str


class WireSlot(_Wire):
    key: str
    value: str


class Answer(_Wire):
    intents: list[WireIntent]
    language: Literal["en", "es", "fr", "other"]
    sentiment: Literal["positive", "neutral", "negative"]
    wants_human: bool
    time_expression: str | None
    slots: list[WireSlot]

    def understanding(self, *, source: str, raw: str) -> Understanding:
        return Understanding(
            intents=tuple(
                Intent(i.name, i.confidence, faq_id=i.faq_id, words=i.words) for i in self.intents
            ),
            language=self.language,
            sentiment=self.sentiment,
            wants_human=self.wants_human,
            time_expression=self.time_expression,
            slots={slot.key: slot.value for slot in self.slots},
            source=source,
            raw=raw,
        )


def read_answer(content: str, source: str) -> Understanding:
    """The model's own output as an understanding by `source`; also one that was stored. Raises
    `ModelFailed` where it is not of the schema."""
    try:
        answer = Answer.model_validate_json(content)
    except ValidationError as wrong:
        raise ModelFailed(f"the answer is not of the schema: {_where(wrong)}") from None
    return answer.understanding(source=source, raw=content)


def _where(wrong: ValidationError) -> str:
    """The first field that is wrong and how, without the value: it may hold a customer's words."""
    first = wrong.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole"
    return f"{place}, {first['type']}"


def schema_for(request: UnderstandRequest) -> dict[str, Any]:
    """The answer's schema, with the choices of this request as the only ones. A server that
    doesn't hold the model to it is caught later: the conversation discards what wasn't offered."""
    schema = Answer.model_json_schema()
    intent = schema["$defs"]["WireIntent"]["properties"]
    intent["name"] = {"type": "string", "enum": list(request.intents)}
    if request.asked:
        slot = schema["$defs"]["WireSlot"]["properties"]
        slot["key"] = {"type": "string", "enum": [request.asked.key]}
    ids = [question.id for question in request.questions]
    intent["faq_id"] = {"type": ["string", "null"], "enum": [*ids, None]}
    return schema
