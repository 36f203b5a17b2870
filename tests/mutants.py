"""`make mutants`: take a safeguard out, and a named test turns red. A safeguard that can go without
a test noticing is not one.

Each mutant is made in a copy of the tree; yours is not touched.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("src", "tests", "graphs", "prompts", "evals", "pyproject.toml")
FAULTS = "tests/faults"


@dataclass(frozen=True)
class Edit:
    """In this file, this text, which must stand there exactly once, becomes that one."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Mutant:
    name: str
    edits: tuple[Edit, ...]
    test: str


MUTANTS = (
    Mutant(
        "the fence",
        (
            Edit(
                "src/smsbot/store/conversations.py",
                'conversation.c.version == bindparam("fence")',
                'bindparam("fence") >= 0',
            ),
        ),
        f"{FAULTS}/test_interleavings.py::test_a_worker_thought_dead_loses_its_turn",
    ),
    Mutant(
        "the claim",
        (
            Edit(
                "src/smsbot/pipeline/deliver.py",
                "if row.state is not SendState.QUEUED:",
                "if row is None:",
            ),
            Edit(
                "src/smsbot/store/outbox.py",
                'bindparam("outbox"), outbox.c.state == SendState.QUEUED.value)',
                'bindparam("outbox"))',
            ),
        ),
        f"{FAULTS}/test_interleavings.py::test_a_sender_thought_dead_does_not_send_again",
    ),
    Mutant(
        "the contact's lock",
        (
            Edit(
                "src/smsbot/store/contacts.py",
                "_LOCKED = _ONE.with_for_update()",
                "_LOCKED = _ONE",
            ),
        ),
        "tests/pipeline/test_caps.py::test_two_conversations_of_one_contact_cannot_both_pass_a_cap",
    ),
    Mutant(
        "the unique index on the carrier's SID",
        (
            Edit(
                "src/smsbot/migrations/versions/0001_the_spine.py",
                'sa.UniqueConstraint("carrier_sid", name=op.f("uq_inbox_carrier_sid")),',
                "",
            ),
            Edit("src/smsbot/store/arrival.py", "ON CONFLICT (carrier_sid) DO NOTHING", ""),
        ),
        f"{FAULTS}/test_webhooks.py::test_a_repeated_webhook_is_one_text_and_one_reply",
    ),
    Mutant(
        "the second look at what a passing text was judged by",
        (
            Edit(
                "src/smsbot/store/arrival.py",
                "WHERE person.consent = %(consent)s AND talk.owner = %(owner)s",
                "",
            ),
        ),
        "tests/web/test_passing.py::test_a_stop_in_between_is_in_force_for_the_text",
    ),
    Mutant(
        "the silence after an opt-out",
        (
            Edit(
                "src/smsbot/pipeline/consent.py",
                "    if status.suppressed:\n        happened += await _silence",
                "    if status is None:\n        happened += await _silence",
            ),
        ),
        f"{FAULTS}/test_interleavings.py::test_a_stop_while_the_reply_is_queued_cancels_it",
    ),
    Mutant(
        "the gate at dispatch",
        (
            Edit(
                "src/smsbot/gate/__init__.py",
                "Row(ownership,     BOTH,     BOTH, ",
                "Row(ownership,     QUEUE,    QUEUE,",
            ),
        ),
        f"{FAULTS}/test_interleavings.py"
        "::test_a_claim_after_the_reply_was_queued_still_silences_the_bot",
    ),
    Mutant(
        "the look-up of an unknown outcome",
        (
            Edit(
                "src/smsbot/pipeline/settle.py",
                "        SendState.UNKNOWN,\n        due_at=",
                "        SendState.QUEUED,\n        due_at=",
            ),
        ),
        f"{FAULTS}/test_carrier.py::test_accepted_and_then_silence_is_looked_up_and_not_sent_again",
    ),
    Mutant(
        "the ranking of statuses",
        (
            Edit(
                "src/smsbot/domain/delivery.py",
                "return current is None or _RANK[new] > _RANK[current]",
                "return True",
            ),
        ),
        f"{FAULTS}/test_callbacks.py::test_callbacks_in_any_order_end_in_delivered",
    ),
    Mutant(
        "the newer text that voids a turn",
        (
            Edit(
                "src/smsbot/pipeline/reply.py",
                "may_void=not voided",
                "may_void=False",
            ),
        ),
        f"{FAULTS}/test_interleavings.py"
        "::test_a_text_that_arrives_while_the_turn_runs_is_answered_with_it",
    ),
    Mutant(
        "the lock under which tasks are shared out",
        (
            Edit(
                "src/smsbot/pipeline/handoff.py",
                "    await tasks.one_at_a_time(tx, queue.id)\n",
                "",
            ),
        ),
        "tests/pipeline/test_assigning.py"
        "::test_tasks_that_come_at_once_are_shared_out_evenly_and_after_a_restart_go_on",
    ),
    Mutant(
        "the night of those whom a task is assigned to",
        (
            Edit(
                "src/smsbot/pipeline/telling.py",
                "or not there or",
                "or",
            ),
        ),
        "tests/pipeline/test_telling.py::test_at_night_nobody_is_woken_for_what_can_wait",
    ),
    Mutant(
        "the fence that an escalation moves while the bot asks on",
        (
            Edit(
                "src/smsbot/pipeline/while_closed.py",
                "    await conversations.move_fences(arrival.tx, arrival.contact.id)\n",
                "",
            ),
        ),
        "tests/pipeline/test_while_closed.py"
        "::test_a_turn_that_was_thinking_does_not_answer_beside_the_question",
    ),
    Mutant(
        "the return of a dead worker's jobs",
        (
            Edit(
                "src/smsbot/engine/worker.py",
                "await self.retry_stalled()",
                "return",
            ),
        ),
        f"{FAULTS}/test_kills.py"
        "::test_a_worker_killed_there_is_replaced_and_the_customer_has_one_reply[reply.taken]",
    ),
)


def main() -> int:
    """Exit code 0 where every mutant was noticed, 1 where one got away."""
    with tempfile.TemporaryDirectory(prefix="smsbot-mutants-") as place:
        escaped = [mutant.name for mutant in MUTANTS if not _noticed(mutant, Path(place))]
    print(f"\n{len(MUTANTS) - len(escaped)} of {len(MUTANTS)} noticed")
    for name in escaped:
        print(f"NOT NOTICED: {name}")
    return 1 if escaped else 0


def _noticed(mutant: Mutant, place: Path) -> bool:
    copy = place / "tree"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    for edit in mutant.edits:
        _apply(copy / edit.file, edit)
    print(f"without {mutant.name} ...", end=" ", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", mutant.test],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    # 1: tests ran and failed. Anything else is no proof: the tree may just not import.
    noticed = done.returncode == 1 and "failed" in done.stdout.splitlines()[-1]
    print(f"{mutant.test.rpartition('::')[2]} is {'red' if noticed else 'NOT red'}", flush=True)
    if not noticed:
        print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
    return noticed


def _apply(file: Path, edit: Edit) -> None:
    text = file.read_text()
    found = text.count(edit.old)
    if found != 1:
        raise SystemExit(f"{edit.file}: {edit.old!r} stands there {found} times, not once")
    file.write_text(text.replace(edit.old, edit.new))


if __name__ == "__main__":
    sys.exit(main())
