"""YAML with line numbers: what stands in a file, and on which line each field of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from smsbot.pack.problem import FieldPath, PackError, Problem

NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was read. Every plain value in `data` is text (or None): the models give it its
    type, so that `no`, `18:00` and `+13035550100` mean what they say without quotes."""

    file: str
    data: object
    lines: Mapping[FieldPath, int] = field(default_factory=dict)

    def line(self, path: FieldPath) -> int:
        """The line of a field or, where it is missing, of the nearest field around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: FieldPath, what: str, what_to_do: str) -> Problem:
        return Problem(self.file, self.line(path), path, what, what_to_do)


_ALIAS = "aliases (*) are not read"
_ADVICE = {
    _ALIAS: "Write out what the anchor (&) holds; a text that begins with * or & goes in quotes."
}
_LOOK = (
    "Look at this line and the one above it: indentation, a missing quote, a colon in a text "
    "without quotes around it."
)


_FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml, where PyYAML was built with it: it saves a tenth of a start."""


def _composed(text: str) -> Node | None:
    """The one document in `text`, its values as text. Raises `YAMLError`."""
    try:
        return _read_by(_FAST, text)
    except yaml.YAMLError:
        # Says what is wrong in the same words on every machine.
        return _read_by(yaml.BaseLoader, text)


def _read_by(loader: Any, text: str) -> Node | None:
    """Without anchors: an alias can repeat itself without end."""
    if "*" in text:
        for event in yaml.parse(text, loader):
            if isinstance(event, yaml.AliasEvent):
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem=_ALIAS, problem_mark=mark)
    node: Node | None = yaml.compose(text, loader)
    return node


def read_sheet(text: str, file: str, *, first_line: int = 1) -> Sheet:
    """Read one YAML document; `first_line` is the number of its first line in `file`.

    Raises `PackError` for what is not YAML, and for keys that stand twice in one place.
    """
    try:
        root = _composed(text)
    except yaml.YAMLError as error:
        raise PackError([_not_yaml(error, file, first_line)]) from None
    if root is None:
        return Sheet(file, None, {(): first_line})
    walk = _Walk(file, first_line)
    data = walk.value(root, ())
    if walk.problems:
        raise PackError(walk.problems)
    return Sheet(file, data, walk.lines)


class _Walk:
    """One pass over the nodes: their values, their lines, and the keys that stand twice."""

    def __init__(self, file: str, first_line: int) -> None:
        self._file = file
        self._first_line = first_line
        self.lines: dict[FieldPath, int] = {}
        self.problems: list[Problem] = []

    def value(self, node: Node, path: FieldPath) -> object:
        self.lines.setdefault(path, self._line(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: MappingNode, path: FieldPath) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            if key in found:
                self.problems.append(self._twice(key_node, here))
                continue
            self.lines[here] = self._line(key_node)
            found[key] = self.value(value_node, here)
        return found

    def _twice(self, node: Node, path: FieldPath) -> Problem:
        return Problem(
            self._file,
            self._line(node),
            path,
            f"stands here a second time; the first is on line {self.lines[path]}",
            "Keep one of the two: the other would be lost without a word.",
        )

    def _line(self, node: Node) -> int:
        return int(node.start_mark.line) + self._first_line


def _scalar(node: Node) -> str | None:
    plain = isinstance(node, ScalarNode) and not node.style
    return None if plain and node.value in NOTHING else str(node.value)


def _not_yaml(error: yaml.YAMLError, file: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = None if mark is None else int(mark.line) + first_line
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    return Problem(file, line, (), f"cannot be read: {what}", _ADVICE.get(what, _LOOK))
