"""What is kept of a turn: enough to tell of it, and to run it again without data or model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from smsbot.code_version import code_version
from smsbot.conversation.recorded import gave_of, given_of
from smsbot.conversation.state import dump_state
from smsbot.conversation.turn import TurnInput, TurnOutput
from smsbot.gate import GateFacts
from smsbot.store.records import plain

GATE_FACTS = TypeAdapter(tuple[GateFacts, ...])


@dataclass(frozen=True, slots=True)
class Thought:
    """A run of the graph: what it was given, and what it decided."""

    turn: TurnInput
    output: TurnOutput


def kept(thought: Thought, gate_facts: Sequence[GateFacts] = ()) -> dict[str, Any]:
    """The columns of the turn's row. `gate_facts` are those on which the gate judged the drafts,
    in their order; none where the gate was not asked."""
    output = thought.output
    return {
        "after": dump_state(output.state),
        "understanding": plain(output.understanding),
        "trace": plain(output.trace),
        "versions": {
            "pack": thought.turn.pack.hash,
            "code": code_version(),
            "understood_by": output.understanding.source,
        },
        "given": given_of(thought.turn, output),
        "gave": gave_of(output),
        "gate_facts": GATE_FACTS.dump_python(tuple(gate_facts), mode="json"),
    }
