"""A stored turn, run again from its record alone: the same graph and the same gate, with no model,
and with nothing read but the record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import zip_longest
from typing import Any

import orjson
from pydantic import ValidationError

from smsbot import gate
from smsbot.code_version import code_version
from smsbot.conversation.recorded import ReadAnswer, RecordedModel, turn_of
from smsbot.conversation.state import StateUnreadable
from smsbot.conversation.turn import TurnInput, TurnOutput, UnansweredText
from smsbot.domain.ids import InboxId
from smsbot.pack.load import sealed
from smsbot.pack.models import Pack
from smsbot.pipeline.turn_record import GATE_FACTS, Thought, kept
from smsbot.store import packs, turns
from smsbot.store.db import Statements
from smsbot.store.records import decision_json

Row = Any
COMPARED = ("after", "understanding", "trace", "gave")
"""Columns of the turn that hold what it decided."""
ABSENT = "(absent)"
"""Stands where only one side has something."""


class NoReplay(Exception):
    """The turn cannot be run again; says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """A turn's row, the bodies and decisions of the texts that it put out, and what it worked
    with. `pack_hash` is what the stored pack's content hashes to today."""

    row: Row
    turn: TurnInput
    sent: tuple[Row, ...]
    pack_hash: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in which the two disagree; both sides are JSON values."""

    where: str
    stored: Any
    replayed: Any


@dataclass(frozen=True, slots=True)
class Replayed:
    """`versions` are by name: (recorded, of this replay)."""

    id: str
    outcome: str
    versions: dict[str, tuple[str | None, str]]
    differences: tuple[Difference, ...]

    @property
    def changed(self) -> dict[str, tuple[str | None, str]]:
        """The versions that are not those of the record."""
        return {name: both for name, both in self.versions.items() if both[0] != both[1]}


async def record_of(on: Statements, start: str) -> Record:
    """The record of the turn with this id, or the only one whose id begins so. Raises
    `NoReplay`."""
    row = await _found(on, start)
    if row.outcome is None or row.after is None:
        raise NoReplay(f"turn {row.id} was never finished: nothing is stored to compare with.")
    if row.given is None or row.gave is None:
        raise NoReplay(f"turn {row.id} was recorded before turns kept what they were given.")
    pack = await packs.read(on, row.pack_hash)
    texts = tuple(
        UnansweredText(InboxId(one.id), one.body, one.received_at, len(one.media))
        for one in await turns.texts_of(on, row.took)
    )
    if len(texts) != len(row.took):
        raise NoReplay(f"turn {row.id} took texts that are no longer stored.")
    return Record(row, _input(row, texts, pack), await turns.sent_by(on, row.id), _hash_of(pack))


async def _found(on: Statements, start: str) -> Row:
    rows = await turns.named(on, start) if start else []
    if not rows:
        raise NoReplay(
            f"no turn has the id {start!r}.\n"
            "    `smsbot why ID` names the turns that a text went through."
        )
    if len(rows) > 1:
        listed = ", ".join(row.id for row in rows)
        raise NoReplay(f"{start!r} begins several turns: {listed}. Give more of it.")
    return rows[0]


def _input(row: Row, texts: tuple[UnansweredText, ...], pack: Pack) -> TurnInput:
    try:
        return turn_of(row.given, texts=texts, before=row.before, pack=pack)
    except StateUnreadable as error:
        raise NoReplay(f"turn {row.id}: {error}") from error
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise NoReplay(f"the record of turn {row.id} cannot be read: {field}.") from error


def _hash_of(pack: Pack) -> str:
    return sealed(pack).hash


async def replay(record: Record, read_answer: ReadAnswer) -> Replayed:
    """Run the turn again and compare. Sends, stores and reads nothing; where a model was asked,
    `read_answer` reads its stored output."""
    # Imported where it is used: langgraph takes a second that a refusal can save.
    from smsbot.conversation import Conversation

    row, turn = record.row, record.turn
    conversation = Conversation(RecordedModel(row.understanding, read_answer))
    output = await conversation.run(turn)
    stored = {name: getattr(row, name) for name in COMPARED} | {
        "sent": [one.body for one in record.sent],
        "decisions": [one.decision for one in record.sent],
    }
    return Replayed(
        id=row.id,
        outcome=row.outcome,
        versions={
            "pack": (row.pack_hash, record.pack_hash),
            "code": (row.versions.get("code"), code_version()),
        },
        differences=tuple(differences(_json(stored), _json(_again(row, turn, output)))),
    )


def _again(row: Row, turn: TurnInput, output: TurnOutput) -> dict[str, Any]:
    """What the turn would store now, and what the gate says on the facts that it had."""
    columns = kept(Thought(turn, output))
    facts = GATE_FACTS.validate_python(row.gate_facts or ())
    judged = list(zip(output.drafts, facts, strict=False))
    now = row.ended_at.astimezone(UTC)
    return {name: columns[name] for name in COMPARED} | {
        "sent": [draft.body for draft, _ in judged],
        "decisions": [decision_json(gate.admit(draft, known, now)[0]) for draft, known in judged],
    }


def _json(value: Any) -> Any:
    """As it is when it comes back from the database."""
    return orjson.loads(orjson.dumps(value))


def differences(stored: Any, replayed: Any, where: str = "") -> Iterator[Difference]:
    """Every place in which two JSON values disagree, named by its path."""
    if isinstance(stored, dict) and isinstance(replayed, dict):
        for key in dict.fromkeys((*stored, *replayed)):
            both = stored.get(key, ABSENT), replayed.get(key, ABSENT)
            yield from differences(*both, f"{where}.{key}" if where else key)
    elif isinstance(stored, list) and isinstance(replayed, list):
        for nth, both in enumerate(zip_longest(stored, replayed, fillvalue=ABSENT)):
            yield from differences(*both, f"{where}[{nth}]")
    elif stored != replayed:
        yield Difference(where, stored, replayed)
