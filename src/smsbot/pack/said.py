"""Every text that a pack can send, with examples of it filled in: what the lint rules read."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smsbot.pack.hours import say_when
from smsbot.pack.models import Business, Pack, Template
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.render import render
from smsbot.pack.required import OPENERS, STAFF
from smsbot.pack.templates import TOKEN, file_name

SAMPLES: Mapping[str, str] = {
    "reason": "Someone may be in danger",
    "said": "There is a strong smell of gas in my basement and the alarm is going off, we are all "
    "outside now and nobody is hurt",
    "link": "https://desk.example/contacts/con_01JD3Z8K4T",
    "service": "free install estimate",
    "options": "1) Wed Dec 30, 11:30 AM 2) Thu Dec 31, 10:30 AM 3) Sat Jan 2, 11:30 AM MT",
    "place": "410 Juniper Way, Denver",
}
"""What the situation's tokens look like; `when` is said in all of its forms."""


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
    """All templates, then all FAQ answers."""
    for template in pack.templates:
        opens, staff = template.id in OPENERS, template.id in STAFF
        yield Said(
            file=f"prompts/messages/{file_name(template.id, template.language)}",
            path=("text",),
            language=template.language,
            body=TOKEN.sub(" ", template.body),
            examples=_examples(pack, template),
            opens=opens,
            staff=staff,
            first_words="" if opens or staff else _first_words(pack, template.language),
        )
    for index, entry in enumerate(pack.faq.entries):
        for language, body in entry.answer.items():
            yield Said(
                file="graphs/conversation/faq.yaml",
                path=("entries", index, "answer", language),
                language=language,
                body=body,
                examples=(body,),
                first_words=_first_words(pack, language),
            )


def _first_words(pack: Pack, language: str) -> str:
    return render(pack, "first_contact", language).text + " "


def _examples(pack: Pack, template: Template) -> tuple[str, ...]:
    whens = _whens(pack.business, template.language) if "when" in template.tokens else [""]
    filled = [
        render(pack, template.id, template.language, **{**SAMPLES, "when": when}).text
        for when in whens
    ]
    return tuple(filled)


def _whens(business: Business, language: str) -> list[str]:
    """Today, tomorrow, each day of a week, and a date in each month."""
    now = dt.datetime(2026, 1, 5, 12, 30, tzinfo=business.zone)
    days = [*range(8), *range(9, 360, 30)]
    return [say_when(business, now + dt.timedelta(days=day), language, now=now) for day in days]
