from collections.abc import Callable
from pathlib import Path

import pytest

from smsbot.pack.load import load, load_shipped
from smsbot.pack.models import Pack
from smsbot.pack.problem import PackError

from .small import write_small
from .talking import write_talking


class SmallPack:
    """The second business in a directory of its own, to be spoiled one edit at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.graphs, self.prompts = write_small(root)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def load(self) -> Pack:
        return load(self.graphs, self.prompts)

    def complaints(self) -> list[str]:
        """The first line of each problem, with file names as under the pack's root."""
        with pytest.raises(PackError) as caught:
            self.load()
        lines = [str(problem).splitlines()[0] for problem in caught.value.problems]
        return [line.removeprefix(f"{self.root}/") for line in lines]


@pytest.fixture
def small(tmp_path: Path) -> SmallPack:
    return SmallPack(tmp_path)


@pytest.fixture
def talking(tmp_path: Path) -> SmallPack:
    """The second business, with questions and booking."""
    pack = SmallPack(tmp_path)
    write_talking(tmp_path)
    return pack


@pytest.fixture
def business_edit(small: SmallPack) -> Callable[[str, str], list[str]]:
    """Replace a part of business.yaml, and get the complaints."""

    def complain(old: str, new: str) -> list[str]:
        small.edit("graphs/business.yaml", old, new)
        return small.complaints()

    return complain


@pytest.fixture(scope="session")
def shipped() -> Pack:
    return load_shipped()
