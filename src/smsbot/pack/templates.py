"""The files of prompts/: front matter between two `---` lines, then the text itself."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from smsbot.pack.declared import read_text, validated
from smsbot.pack.guards import Declared
from smsbot.pack.models import ModelPrompt, Template
from smsbot.pack.problem import PackError, Problem
from smsbot.pack.sheet import Sheet, read_sheet

TOKEN = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A token in a text: `{when}`."""

FENCE = "---"


class TemplateHead(Declared):
    """The front matter of prompts/messages/*.md."""

    id: str
    owner: str
    language: str = "en"
    tokens: tuple[str, ...] = ()
    locked: bool = False


class PromptHead(Declared):
    """The front matter of prompts/models/*.md."""

    id: str
    owner: str
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text's front matter, its body, and the line on which the body starts."""

    head: Sheet
    body: str
    body_line: int

    def line_of(self, words: str) -> int:
        """The line of the body on which `words` first stand."""
        before, _, _ = self.body.partition(words)
        return self.body_line + before.count("\n")

    def body_problem(self, words: str, what: str, what_to_do: str) -> Problem:
        return Problem(self.head.file, self.line_of(words), ("text",), what, what_to_do)


def content_hash(text: str) -> str:
    """Sixteen hex digits that change when the text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def tokens_in(text: str) -> frozenset[str]:
    return frozenset(TOKEN.findall(text))


def file_name(template_id: str, language: str) -> str:
    """`handoff.md` for English, `handoff.es.md` for the others."""
    return f"{template_id}.md" if language == "en" else f"{template_id}.{language}.md"


def read_template(path: Path) -> tuple[Template, TextFile]:
    """One file of prompts/messages/. Raises `PackError`."""
    text = _split(path)
    head = validated(TemplateHead, text.head).value
    expected = file_name(head.id, head.language)
    if path.name != expected:
        raise PackError([_misnamed(text, expected)])
    version = content_hash(text.body)
    return Template(**head.model_dump(), body=text.body, version=version), text


def read_prompt(path: Path) -> tuple[ModelPrompt, TextFile]:
    """One file of prompts/models/. Raises `PackError`."""
    text = _split(path)
    head = validated(PromptHead, text.head).value
    if path.name != f"{head.id}.md":
        raise PackError([_misnamed(text, f"{head.id}.md")])
    version = content_hash(text.body)
    return ModelPrompt(**head.model_dump(), body=text.body, version=version), text


def _split(path: Path) -> TextFile:
    lines = read_text(path).split("\n")
    fences = [index for index, line in enumerate(lines) if line.rstrip() == FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        advice = "Start the file with a --- line, the fields (id, owner, …), and a second --- line."
        raise PackError([Problem(str(path), 1, (), "has no front matter", advice)])
    end = fences[1]
    head = read_sheet("\n".join(lines[1:end]), str(path), first_line=2)
    blank = next((n for n, line in enumerate(lines[end + 1 :]) if line.strip()), None)
    if blank is None:
        advice = "Write the text under the second --- line."
        raise PackError([Problem(str(path), end + 1, ("text",), "is empty", advice)])
    body = "\n".join(lines[end + 1 :]).strip()
    return TextFile(head, body, body_line=end + 2 + blank)


def _misnamed(text: TextFile, expected: str) -> Problem:
    return text.head.problem(
        ("id",),
        "does not agree with the file's name",
        f"Name the file {expected}, or correct id and language.",
    )
