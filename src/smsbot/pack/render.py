"""Approved texts with their tokens filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from smsbot.language.segments import to_gsm
from smsbot.pack.hours import say_hours
from smsbot.pack.models import Business, Pack, Template
from smsbot.pack.required import OPENERS
from smsbot.pack.templates import TOKEN, content_hash

NEVER_SAID = frozenset({"", "unknown"})
"""Values that a CRM writes where it knows nothing, casefolded (law 6)."""


class CannotRender(Exception):
    """A text that cannot be made from what was given. Nothing is guessed (law 6)."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text to send, and `source`: the template with its language and version."""

    text: str
    source: str


def render(pack: Pack, template_id: str, language: str, **tokens: str | None) -> Rendered:
    """A template's text in `language`, in English where it has none.

    The business's own tokens (`business_tokens`) are filled in from the pack; what a caller gives
    goes before them. Raises `CannotRender` for a template that the pack lacks and for a token that
    is missing, empty or "Unknown".
    """
    template = find_template(pack, template_id, language)
    known = {**business_tokens(pack.business, template.language), **tokens}
    text = _fill(template.body, known, where=f"template {template_id}")
    source = f"{template.id}@{template.language}:{template.version}"
    return Rendered(_affordable(text, template.language), source)


def render_answer(pack: Pack, faq_id: str, language: str) -> Rendered:
    """The approved answer of a FAQ entry, in English where it has none in `language`. Raises
    `CannotRender` for an entry that the pack lacks."""
    entry = next((entry for entry in pack.faq.entries if entry.id == faq_id), None)
    if entry is None:
        raise CannotRender(f"the pack has no FAQ entry {faq_id!r}")
    spoken = language if language in entry.answer else "en"
    body = entry.answer[spoken]
    return Rendered(_affordable(body, spoken), f"faq:{faq_id}@{spoken}:{content_hash(body)}")


def render_prompt(pack: Pack, prompt_id: str, **tokens: str) -> Rendered:
    """A model prompt. A token may be empty here: no customer reads it. Raises `CannotRender`."""
    prompt = next((prompt for prompt in pack.model_prompts if prompt.id == prompt_id), None)
    if prompt is None:
        raise CannotRender(f"the pack has no model prompt {prompt_id!r}")
    missing = [name for name in prompt.tokens if name not in tokens]
    if missing:
        raise CannotRender(f"model prompt {prompt_id} needs {', '.join(missing)}")
    text = TOKEN.sub(lambda found: tokens.get(found[1], found[0]), prompt.body)
    return Rendered(text, f"{prompt.id}:{prompt.version}")


def find_template(pack: Pack, template_id: str, language: str) -> Template:
    """The template in `language`, else in English. Raises `CannotRender`."""
    texts = {one.language: one for one in pack.templates if one.id == template_id}
    found = texts.get(language) or texts.get("en")
    if found is None:
        raise CannotRender(f"the pack has no template {template_id!r}, not even in English")
    return found


def opens_itself(pack: Pack, template: Template) -> bool:
    """Whether the text says who is writing, so that nothing goes before it: those that the program
    sends so, and an own text of danger that begins with the brand."""
    rules = (*pack.business.guards.emergencies, pack.business.guards.self_harm)
    of_danger = any(rule.text == template.id for rule in rules)
    return template.id in OPENERS or (of_danger and template.body.startswith("{brand}"))


def business_tokens(business: Business, language: str) -> dict[str, str | None]:
    """What any text may say of the business; None for what it has not declared."""
    return {
        "brand": business.brand,
        "assistant": business.assistant,
        "support_phone": business.support_phone,
        "support_email": business.support_email,
        "website": business.website,
        "hours": say_hours(business, language),
    }


def fill_answer(business: Business, body: str, language: str) -> str:
    """A FAQ answer with the business's tokens filled in. Raises `CannotRender`."""
    return _fill(body, business_tokens(business, language), where="FAQ answer")


def _fill(body: str, tokens: Mapping[str, str | None], *, where: str) -> str:
    """One pass over the text: braces inside a value stay as they are."""
    for name in TOKEN.findall(body):
        value = tokens.get(name)
        if name not in tokens:
            raise CannotRender(f"{where} needs {{{name}}}, and it was not given")
        if value is None or value.strip().casefold() in NEVER_SAID:
            raise CannotRender(f"{where} needs {{{name}}}, and it is empty or unknown: {value!r}")
    return TOKEN.sub(lambda found: str(tokens[found[1]]), body)


def _affordable(text: str, language: str) -> str:
    """English text without the look-alikes (curly quotes, dashes) that would make it UCS-2, which
    holds 70 characters where GSM-7 holds 160 (compliance.md 4)."""
    return to_gsm(text) if language == "en" else text
