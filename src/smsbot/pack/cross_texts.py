"""What the texts need of the business, of one another, and of the code that sends them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from smsbot.pack.cross_business import emergencies, twice
from smsbot.pack.declared import Read
from smsbot.pack.models import Business, Faq, ModelPrompt, SmallTalk, Template
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.render import business_tokens
from smsbot.pack.required import (
    AREA_TEMPLATES,
    ASSIGNED_TEMPLATES,
    BOOKING_TEMPLATES,
    QUALIFICATION_TEMPLATES,
    REQUIRED_PROMPTS,
    REQUIRED_TEMPLATES,
    tokens_given,
)
from smsbot.pack.templates import TOKEN, TextFile, tokens_in


@dataclass(frozen=True, slots=True)
class Texts:
    """What was read of prompts/. `names` are all file names in messages/ and models/, also of files
    with an error in them: these are not missing too."""

    directory: Path
    templates: Sequence[tuple[Template, TextFile]]
    prompts: Sequence[tuple[ModelPrompt, TextFile]]
    names: Mapping[str, frozenset[str]]

    def has_template(self, template_id: str) -> bool:
        return f"{template_id}.md" in self.names["messages"]


def check_required(
    texts: Texts, *, asks: bool, books: bool, area: bool = False, tells: bool = False
) -> Iterator[Problem]:
    """The files without which the code has nothing to say: in any pack, in one that asks questions,
    in one that books, also in an area of its own, in one that tells by text whom a task is assigned
    to."""
    named = [*REQUIRED_TEMPLATES]
    named += [*ASSIGNED_TEMPLATES] if tells else []
    named += [*QUALIFICATION_TEMPLATES] if asks else []
    named += [*BOOKING_TEMPLATES] if books else []
    named += [*AREA_TEMPLATES] if area else []
    wanted = [("messages", one) for one in named]
    wanted += [("models", one) for one in REQUIRED_PROMPTS]
    for folder, text_id in wanted:
        if f"{text_id}.md" not in texts.names[folder]:
            file = str(texts.directory / folder / f"{text_id}.md")
            advice = (
                "Write it: the program sends it by this name. `smsbot init` writes one to start."
            )
            yield Problem(file, None, (), "is not there", advice)


def check_english(texts: Texts) -> Iterator[Problem]:
    """A translation stands beside its English text, which is used where there is no other."""
    for template, text in texts.templates:
        if not texts.has_template(template.id):
            advice = f"Add {template.id}.md: it is sent where there is no text in a language."
            yield text.head.problem(("id",), "has no English text beside it", advice)


def check_tokens(texts: Texts, business: Business) -> Iterator[Problem]:
    """Every token is declared, used, and filled in by somebody."""
    for template, text in texts.templates:
        own = business_tokens(business, template.language)
        given = {*tokens_given(template.id), *(name for name in own if own[name])}
        yield from _strays(text)
        yield from _unused(text, template.tokens)
        yield from _unfilled(text, tokens_in(text.body), given, own)
        undeclared = (tokens_in(text.body) & given) - {*template.tokens}
        yield from (_undeclared(text, name) for name in sorted(undeclared))
    for prompt, text in texts.prompts:
        given = {*REQUIRED_PROMPTS.get(prompt.id, ())}
        yield from _unused(text, prompt.tokens)
        yield from _unfilled(text, frozenset(prompt.tokens), given, {})


def check_names(read: Read[Business], texts: Texts) -> Iterator[Problem]:
    """The templates that the guards' rules name."""
    business = read.value
    named: list[tuple[FieldPath, str]] = [
        (("guards", "escalations", index, "text"), rule.text)
        for index, rule in enumerate(business.guards.escalations)
    ]
    named += [((*path, "text"), rule.text) for path, rule in emergencies(business)]
    for path, name in named:
        if not texts.has_template(name):
            yield read.sheet.problem(path, *_no_template(name))


def check_small_talk(read: Read[SmallTalk], texts: Texts) -> Iterator[Problem]:
    entries = read.value.entries
    ids = [(("entries", index, "id"), entry.id) for index, entry in enumerate(entries)]
    yield from twice(read.sheet, ids)
    for index, entry in enumerate(entries):
        if not texts.has_template(entry.text):
            yield read.sheet.problem(("entries", index, "text"), *_no_template(entry.text))


def check_faq(read: Read[Faq], business: Business | None) -> Iterator[Problem]:
    """Ids, English answers, and tokens; the tokens only where business.yaml could be read."""
    entries = read.value.entries
    ids = [(("entries", index, "id"), entry.id) for index, entry in enumerate(entries)]
    yield from twice(read.sheet, ids)
    for index, entry in enumerate(entries):
        path: FieldPath = ("entries", index, "answer")
        if "en" not in entry.answer:
            advice = "Add `en:`; it is sent where there is no answer in the customer's language."
            yield read.sheet.problem(path, "has no English answer", advice)
        for language, body in entry.answer.items():
            for what, advice in _answer_faults(body, language, business):
                yield read.sheet.problem((*path, language), what, advice)


def _answer_faults(
    body: str, language: str, business: Business | None
) -> Iterator[tuple[str, str]]:
    if not body.strip():
        yield "is empty", "Write the answer, or remove this language."
    if stray_brace(body):
        yield _STRAY
    if business is not None:
        own = business_tokens(business, language)
        for name in sorted(tokens_in(body)):
            if not own.get(name):
                yield _no_token(name, {one for one in own if own[one]}, own)


def _unused(text: TextFile, declared: Sequence[str]) -> Iterator[Problem]:
    for index, name in enumerate(declared):
        if name not in tokens_in(text.body):
            what = f"declares {name}, and the text does not use it"
            yield text.head.problem(("tokens", index), what, "Remove it, or use it in the text.")


def _undeclared(text: TextFile, name: str) -> Problem:
    advice = f"Add {name} to tokens in the front matter."
    return text.body_problem(f"{{{name}}}", f"uses {{{name}}}, which is not declared", advice)


def _unfilled(
    text: TextFile, used: frozenset[str], given: set[str], own: Mapping[str, str | None]
) -> Iterator[Problem]:
    for name in sorted(used - given):
        yield text.body_problem(f"{{{name}}}", *_no_token(name, given, own))


def _no_token(name: str, given: set[str], own: Mapping[str, str | None]) -> tuple[str, str]:
    if name in own:
        return f"uses {{{name}}}, which business.yaml leaves open", f"Declare {name} there."
    known = ", ".join(sorted(given)) or "none"
    return f"uses {{{name}}}, which nobody fills in here", f"The tokens here are: {known}."


_STRAY = (
    "has a brace that is not part of a token",
    "Write tokens as {when}: lower case, no spaces. A text can hold no other braces.",
)


def _strays(text: TextFile) -> Iterator[Problem]:
    brace = stray_brace(text.body)
    if brace:
        yield text.body_problem(brace, *_STRAY)


def stray_brace(body: str) -> str | None:
    """A brace that belongs to no token, if there is one."""
    left = TOKEN.sub("", body)
    return next((brace for brace in "{}" if brace in left), None)


def _no_template(name: str) -> tuple[str, str]:
    return (
        f"names the template {name!r}, which is not there",
        f"Write prompts/messages/{name}.md, or name one that is.",
    )
