"""A pack out of its files, and out of and into the one text under which it is stored."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from smsbot.pack.booking import Booking
from smsbot.pack.cross_booking import check_booking
from smsbot.pack.cross_business import check_business
from smsbot.pack.cross_questions import check_questions, check_takes
from smsbot.pack.cross_texts import (
    Texts,
    check_english,
    check_faq,
    check_names,
    check_required,
    check_small_talk,
    check_tokens,
)
from smsbot.pack.declared import D, Read, read_declared
from smsbot.pack.models import Business, Faq, Pack, SmallTalk
from smsbot.pack.problem import PackError, Problem
from smsbot.pack.qualification import Qualification
from smsbot.pack.render import fill_answer
from smsbot.pack.sheet import Sheet
from smsbot.pack.templates import content_hash, read_prompt, read_template

T = TypeVar("T")


def load(graphs_dir: Path, prompts_dir: Path) -> Pack:
    """The pack that stands in two directories.

    Reads graphs/business.yaml, graphs/conversation/faq.yaml, smalltalk.yaml, qualification.yaml and
    booking.yaml beside it if they are there, prompts/messages/*.md and prompts/models/*.md. Raises
    `PackError` with every problem found in all of them, each with its file and line.
    """
    problems: list[Problem] = []
    declared = _declared(graphs_dir, problems)
    texts = _texts(prompts_dir, problems)
    problems += _contradictions(declared, texts)
    business, faq, small_talk = declared.business, declared.faq, declared.small_talk
    questions, booking = declared.questions, declared.booking
    if problems or not (business and faq and small_talk and questions):
        raise PackError(problems)
    return sealed(
        Pack(
            hash="",
            business=business.value,
            faq=_filled(faq.value, business.value),
            small_talk=small_talk.value,
            qualification=questions.value,
            booking=booking.value if booking else None,
            templates=tuple(template for template, _ in texts.templates),
            model_prompts=tuple(prompt for prompt, _ in texts.prompts),
        )
    )


def load_shipped() -> Pack:
    """The pack that comes with smsbot. Raises `PackError`."""
    return load(*shipped_dirs())


def shipped_dirs() -> tuple[Path, Path]:
    """graphs/ and prompts/ as they were shipped: in an installed wheel under smsbot/_shipped, in a
    checkout at its root. Raises `FileNotFoundError` where neither is."""
    package = Path(__file__).resolve().parents[1]
    for root in (package / "_shipped", package.parents[1]):
        if (root / "graphs" / "business.yaml").is_file():
            return root / "graphs", root / "prompts"
    raise FileNotFoundError(
        f"The shipped graphs and prompts are neither in {package / '_shipped'} nor in "
        f"{package.parents[1]}: this copy of smsbot is incomplete. Install it again."
    )


def sealed(pack: Pack) -> Pack:
    """The pack with the hash of its content, whatever hash it had."""
    content = pack.model_dump(mode="json", exclude={"hash"})
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return pack.model_copy(update={"hash": content_hash(canonical)})


def dump(pack: Pack) -> str:
    """The pack as one JSON text; `parse` gives the same pack back."""
    return pack.model_dump_json()


def parse(text: str) -> Pack:
    """A pack that `dump` wrote. Its hash is taken as it stands: a pack stored by an older version
    keeps its name. Raises `pydantic.ValidationError` for any other text."""
    return Pack.model_validate_json(text)


@dataclass(frozen=True, slots=True)
class _Declared:
    """What was read of graphs/; None for a file that is not there or has an error in it."""

    business: Read[Business] | None
    faq: Read[Faq] | None
    small_talk: Read[SmallTalk] | None
    questions: Read[Qualification] | None
    booking: Read[Booking] | None


def _declared(graphs_dir: Path, problems: list[Problem]) -> _Declared:
    talk = graphs_dir / "conversation"
    booking = talk / "booking.yaml"
    return _Declared(
        _try(problems, partial(read_declared, Business), graphs_dir / "business.yaml"),
        _try(problems, partial(read_declared, Faq), talk / "faq.yaml"),
        _try(problems, partial(_read_or_empty, SmallTalk), talk / "smalltalk.yaml"),
        _try(problems, partial(_read_or_empty, Qualification), talk / "qualification.yaml"),
        _try(problems, partial(read_declared, Booking), booking) if booking.exists() else None,
    )


def _contradictions(declared: _Declared, texts: Texts) -> list[Problem]:
    """What can be said of the files that could be read."""
    asks = declared.questions is not None and bool(declared.questions.value.questions)
    business = declared.business.value if declared.business else None
    tells = business is not None and any(one.notify == "assigned" for one in business.queues)
    books = declared.booking is not None
    area = declared.booking is not None and bool(declared.booking.value.territory)
    found = [*check_required(texts, asks=asks, books=books, area=area, tells=tells)]
    found += check_english(texts)
    if declared.business:
        found += check_business(declared.business)
        found += check_names(declared.business, texts)
        found += check_tokens(texts, declared.business.value)
    if declared.faq:
        found += check_faq(declared.faq, business)
    if declared.small_talk:
        found += check_small_talk(declared.small_talk, texts)
    if declared.questions:
        found += check_questions(declared.questions, business)
        if declared.business:
            found += check_takes(declared.business, declared.questions.value.questions)
    if declared.booking:
        found += check_booking(declared.booking, declared.questions, business)
    return found


def _read_or_empty(model: type[D], path: Path) -> Read[D]:
    """A file that a pack may leave out."""
    return read_declared(model, path) if path.exists() else Read(model(), Sheet(str(path), {}))


def _texts(prompts_dir: Path, problems: list[Problem]) -> Texts:
    messages = sorted((prompts_dir / "messages").glob("*.md"))
    models = sorted((prompts_dir / "models").glob("*.md"))
    read = [_try(problems, read_template, path) for path in messages]
    read_models = [_try(problems, read_prompt, path) for path in models]
    return Texts(
        directory=prompts_dir,
        templates=[pair for pair in read if pair],
        prompts=[pair for pair in read_models if pair],
        names={
            "messages": frozenset(path.name for path in messages),
            "models": frozenset(path.name for path in models),
        },
    )


def _try(problems: list[Problem], read: Callable[[Path], T], path: Path) -> T | None:
    """What was read, or None with its problems added to the list."""
    try:
        return read(path)
    except PackError as error:
        problems += error.problems
        return None


def _filled(faq: Faq, business: Business) -> Faq:
    """The answers as they will be sent."""
    entries = tuple(
        entry.model_copy(
            update={
                "answer": {
                    language: fill_answer(business, body, language)
                    for language, body in entry.answer.items()
                }
            }
        )
        for entry in faq.entries
    )
    return faq.model_copy(update={"entries": entries})
