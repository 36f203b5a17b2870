"""What is wrong in a pack, for the person who has to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where it is, what is wrong, what to do. `line` counts from 1 and is None
    where no file was read."""

    file: str
    line: int | None
    path: FieldPath
    what: str
    what_to_do: str

    @property
    def field(self) -> str:
        """The path as people read it: `hours.sat[0].end`."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return "".join(parts).removeprefix(".")

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        where = f"{place}: {self.field}" if self.path else place
        return f"{where}: {self.what}\n    {self.what_to_do}"


class PackError(Exception):
    """A pack that cannot be used, with every problem that was found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
