"""How well the guards hear: `python -m evals.guards [--set dev|heldout|all] [--misses]`.

Each line of `evals/<set>/guards/*.jsonl` is a text and its label; "pass" is a negative. The table
has a row per file and label: what share of the positives was heard, and what share of the
negatives was heard falsely. The two sets stand apart: the rules were tuned on dev only.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from smsbot.domain.guard import Action, GuardDecision, GuardFacts
from smsbot.guards import evaluate
from smsbot.pack.guards import GuardRules
from smsbot.pack.load import load_shipped

HERE = Path(__file__).parent
SETS = ("dev", "heldout")
PASS = "pass"
DANGER = frozenset({Action.EMERGENCY, Action.SELF_HARM})

HEARD_BY: dict[str, frozenset[Action]] = {
    "opt_out": frozenset({Action.OPT_OUT}),
    "wrong_number": frozenset({Action.WRONG_NUMBER}),
    "opt_in": frozenset({Action.OPT_IN}),
    "help": frozenset({Action.HELP}),
    "auto_reply": frozenset({Action.AUTO_REPLY}),
    "emergency": DANGER,
    "self_harm": DANGER,
}
"""Label -> the verdicts that hear it. Every other label is the id of an escalation."""

JUDGED: dict[str, dict[str, frozenset[Action]]] = {
    "opt_out_negative": {"opt_out": frozenset({Action.OPT_OUT})},
    "escalation_negative": {"escalate": frozenset({Action.ESCALATE})},
    "emergency_negative": {"emergency or self_harm": DANGER},
    "ordinary": {
        "suppression": frozenset({Action.OPT_OUT, Action.WRONG_NUMBER}),
        "escalate": frozenset({Action.ESCALATE}),
        "emergency or self_harm": DANGER,
    },
}
"""File, without what stands before it -> what its negatives must not be heard as."""
_ANY = {"any guard": frozenset(Action) - {Action.PASS}}


@dataclass(slots=True)
class Tally:
    """One row: how many texts, how many of them were heard, and which went wrong."""

    file: str
    label: str
    negative: bool
    texts: int = 0
    heard: int = 0
    named: int = 0
    """Of the escalations heard, those whose first rule is the label's."""
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    asked = _arguments()
    rules = load_shipped().business.guards
    for name in SETS if asked.set == "all" else (asked.set,):
        rows = list(measure(HERE / name / "guards", rules))
        print(
            f"\n## {name}\n\n| file | label | recall | false | right rule |\n|---|---|---|---|---|"
        )
        for row in rows:
            print(_line(row))
        if asked.misses:
            for row in rows:
                for text in row.wrong:
                    print(f"{'FALSE' if row.negative else 'MISSED'} {row.label}: {text}")


def measure(place: Path, rules: GuardRules) -> Iterator[Tally]:
    """The rows of every file in `place`, in the order of their names."""
    for path in sorted(place.glob("*.jsonl")):
        yield from _file(path, rules)


def _file(path: Path, rules: GuardRules) -> Iterator[Tally]:
    judged = next((JUDGED[kind] for kind in JUDGED if path.stem.endswith(kind)), _ANY)
    tallies: dict[str, Tally] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text, label = read_line(path, number, line)
        decision = decide(text, rules)
        if label == PASS:
            for what, actions in judged.items():
                tally = tallies.setdefault(what, Tally(path.stem, what, negative=True))
                _count(tally, text, _spoke(decision, actions))
        else:
            tally = tallies.setdefault(label, Tally(path.stem, label, negative=False))
            _count(tally, text, _hears(decision, label))
            verdict = decision.of(Action.ESCALATE)
            tally.named += verdict is not None and verdict.detail == label
    yield from tallies.values()


def decide(text: str, rules: GuardRules) -> GuardDecision:
    """A guard that raises hands the text to a person; that is no hit, so nothing is measured."""
    decision = evaluate(text, GuardFacts(), rules)
    failed = [v.rule for v in decision.spoke if v.rule.startswith("guard_failed.")]
    if failed:
        raise SystemExit(f"{', '.join(failed)} on {text!r}: mend that guard, then measure again")
    return decision


def read_line(path: Path, number: int, line: str) -> tuple[str, str]:
    try:
        entry = json.loads(line)
        return str(entry["text"]), str(entry["label"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise SystemExit(
            f"{path}:{number}: a line is a JSON object with text and label; {wrong!r}"
        ) from wrong


def _count(tally: Tally, text: str, heard: str) -> None:
    tally.texts += 1
    tally.heard += bool(heard)
    if bool(heard) == tally.negative:
        tally.wrong.append(f"{text}  [{heard}]" if heard else text)


def _hears(decision: GuardDecision, label: str) -> str:
    """An opt-out must win; all else may also stand beside a winner."""
    if label == "opt_out":
        return decision.winner.matched or "x" if decision.action is Action.OPT_OUT else ""
    return _spoke(decision, HEARD_BY.get(label, frozenset({Action.ESCALATE})))


def _spoke(decision: GuardDecision, actions: frozenset[Action]) -> str:
    """The rules that spoke with one of `actions` and what they saw, or nothing."""
    spoke = [v for v in (decision.winner, *decision.spoke) if v.action in actions]
    return "; ".join(dict.fromkeys(f"{v.rule}: {v.matched}" for v in spoke))


def _line(row: Tally) -> str:
    rate = f"{row.heard / row.texts:.1%} ({row.heard} of {row.texts})"
    escalation = not row.negative and row.label not in HEARD_BY
    named = f"{row.named} of {row.texts}" if escalation else ""
    recall, false = ("", rate) if row.negative else (rate, "")
    return f"| {row.file} | {row.label} | {recall} | {false} | {named} |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.guards", description=__doc__)
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    parser.add_argument("--misses", action="store_true", help="print the texts that went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
