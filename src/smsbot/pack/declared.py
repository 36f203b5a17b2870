"""One declared thing out of a file: read, then validated, with every error at its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from smsbot.pack.guards import Declared
from smsbot.pack.problem import FieldPath, PackError, Problem
from smsbot.pack.sheet import Sheet, read_sheet

D = TypeVar("D", bound=Declared)

ADVICE: Mapping[str, tuple[str, str]] = {
    "missing": ("is missing", "Add it."),
    "extra_forbidden": ("is not a field that is known here", "Check its spelling, or remove it."),
    "time_parsing": ("is not a time of day", 'Write it as "08:00" or "17:30", with 24 hours.'),
    "date_from_datetime_parsing": ("is not a date", "Write it as 2026-12-25."),
    "date_from_datetime_inexact": ("is not a date", "Write it as 2026-12-25."),
    "date_parsing": ("is not a date", "Write it as 2026-12-25."),
    "int_parsing": ("is not a whole number", "Write digits only, as 30."),
    "float_parsing": ("is not a number", "Write digits, as 1.5."),
    "bool_parsing": ("is neither true nor false", "Write true or false."),
    "string_type": ("must be a text", "Write one text here."),
    "tuple_type": ("must be a list", "Write [one, two], or one line for each, starting with a -."),
    "dict_type": ("must hold fields", "Write `name: value`, one a line."),
    "model_type": ("must hold fields", "Write `name: value`, one a line."),
    "too_short": ("is empty", "Write at least one."),
}
"""Pydantic's error type -> what is wrong, and what to do, in words for someone who edits YAML."""


@dataclass(frozen=True, slots=True)
class Read(Generic[D]):
    """A validated thing and the sheet that it came from."""

    value: D
    sheet: Sheet


def read_text(path: Path) -> str:
    """A file's text. Raises `PackError` where there is no file or it isn't UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        advice = "Create the file, or name the directory that holds it."
        raise PackError([Problem(str(path), None, (), _no_file(error), advice)]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        advice = "Save the file as UTF-8."
        raise PackError([Problem(str(path), line, (), "is not UTF-8 text", advice)]) from None


def read_declared(model: type[D], path: Path) -> Read[D]:
    """The YAML file at `path` as a `model`. Raises `PackError`."""
    return validated(model, read_sheet(read_text(path), str(path)))


def validated(model: type[D], sheet: Sheet) -> Read[D]:
    """What stands in a sheet as a `model`. Raises `PackError` with all that is wrong in it."""
    try:
        return Read(model.model_validate(sheet.data), sheet)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        told = [details for details in found if not _follows_from_others(details, found)]
        raise PackError([_problem(sheet, details) for details in told]) from None


def _follows_from_others(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Pydantic counts only good items: a list of one bad item is reported as empty too."""
    inside = [
        other for other in found if other["loc"][:-1][: len(details["loc"])] == details["loc"]
    ]
    return details["type"] == "too_short" and bool(inside)


def _problem(sheet: Sheet, details: ErrorDetails) -> Problem:
    path: FieldPath = tuple(part for part in details["loc"] if part != "[key]")
    what, what_to_do = ADVICE.get(details["type"], (_sentence(details), "Correct this value."))
    return sheet.problem(path, what, what_to_do)


def _sentence(details: ErrorDetails) -> str:
    said = details["msg"].removeprefix("Value error, ")
    return said.replace("Input should be", "must be")


def _no_file(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is not there"
    return f"cannot be read: {error.strerror}"
