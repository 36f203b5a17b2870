"""Pieces of a reply: approved texts with what proves them."""

from typing import NamedTuple

from smsbot.pack.models import Pack
from smsbot.pack.render import Rendered, find_template, render, render_answer


class Piece(NamedTuple):
    """A text as it is sent, what it was made from, and the approved wording and declared values
    that every number, date and name in it must come from."""

    text: str
    source: str
    evidence: tuple[str, ...]

    def before(self, other: "Piece") -> "Piece":
        """This piece and then `other`, as one."""
        return Piece(
            f"{self.text} {other.text}",
            f"{self.source}, {other.source}",
            (*self.evidence, *other.evidence),
        )


def from_template(pack: Pack, template_id: str, language: str, **tokens: str) -> Piece:
    """A template's text, in English where it has no other. Raises `CannotRender`."""
    said = render(pack, template_id, language, **tokens)
    body = find_template(pack, template_id, language).body
    return Piece(said.text, said.source, (body, *tokens.values()))


def from_answer(pack: Pack, faq_id: str, language: str) -> Piece:
    """An approved answer as it stands, in English where it has no other. Raises `CannotRender`."""
    said: Rendered = render_answer(pack, faq_id, language)
    answers = next(entry.answer for entry in pack.faq.entries if entry.id == faq_id)
    return Piece(said.text, said.source, tuple(answers.values()))


def follow_up_of(pack: Pack, faq_id: str) -> Piece | None:
    """The question that goes with an answer, where the entry declares one."""
    asked = next((e.follow_up for e in pack.faq.entries if e.id == faq_id), None)
    return Piece(asked, f"faq:{faq_id}:follow_up", (asked,)) if asked else None
