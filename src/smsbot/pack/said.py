"""Every text that a pack can send, with examples of it filled in: what the lint rules read."""

from collections.abc import Iterator
from dataclasses import dataclass

from smsbot.pack.models import Pack, Template
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import Words
from smsbot.pack.render import opens_itself, render
from smsbot.pack.required import STAFF
from smsbot.pack.samples import asked_in_full, filled
from smsbot.pack.templates import TOKEN, file_name

QUALIFICATION = "graphs/conversation/qualification.yaml"
BOOKING = "graphs/conversation/booking.yaml"


@dataclass(frozen=True, slots=True)
class Said:
    """One text. `body` has its tokens taken out, `examples` have them filled in; `first_words` is
    what stands before it where it is the bot's first reply."""

    file: str
    path: FieldPath
    language: str
    body: str
    examples: tuple[str, ...]
    opens: bool = False
    staff: bool = False
    first_words: str = ""

    def problem(self, what: str, what_to_do: str) -> Problem:
        return Problem(self.file, None, self.path, what, what_to_do)


def said_by(pack: Pack) -> Iterator[Said]:
    """All templates, then all FAQ answers, questions with their labels, services and prices."""
    yield from (_of_template(pack, template) for template in pack.templates)
    for index, entry in enumerate(pack.faq.entries):
        path: FieldPath = ("entries", index, "answer")
        yield from _words(pack, "graphs/conversation/faq.yaml", path, entry.answer)
    yield from _questions(pack)
    yield from _services(pack)


def _of_template(pack: Pack, template: Template) -> Said:
    opens, staff = opens_itself(pack, template), template.id in STAFF
    return Said(
        file=f"prompts/messages/{file_name(template.id, template.language)}",
        path=("text",),
        language=template.language,
        body=TOKEN.sub(" ", template.body),
        examples=filled(pack, template),
        opens=opens,
        staff=staff,
        first_words="" if opens or staff else _first_words(pack, template.language),
    )


def _questions(pack: Pack) -> Iterator[Said]:
    for index, question in enumerate(pack.qualification.questions):
        path: FieldPath = ("questions", index)
        for language, body in question.ask.items():
            yield Said(
                file=QUALIFICATION,
                path=(*path, "ask", language),
                language=language,
                body=body,
                examples=(asked_in_full(pack, question, language),),
                first_words=_first_words(pack, language),
            )
        yield from _words(pack, QUALIFICATION, (*path, "why"), question.why or {})
        for number, choice in enumerate(question.choices):
            yield from _words(
                pack, QUALIFICATION, (*path, "choices", number, "label"), choice.label
            )


def _services(pack: Pack) -> Iterator[Said]:
    if pack.booking is None:
        return
    for index, service in enumerate(pack.booking.services):
        path: FieldPath = ("services", index)
        yield from _words(pack, BOOKING, (*path, "name"), service.name)
        if service.price:
            yield from _words(pack, BOOKING, (*path, "price", "text"), service.price.text)
    yield from _words(pack, BOOKING, ("address",), pack.booking.address or {})


def _words(pack: Pack, file: str, path: FieldPath, words: Words) -> Iterator[Said]:
    for language, body in words.items():
        first = _first_words(pack, language)
        yield Said(file, (*path, language), language, body, (body,), first_words=first)


def _first_words(pack: Pack, language: str) -> str:
    return render(pack, "first_contact", language).text + " "
