"""Two things at once: the order in which they commit decides, and nothing is said twice."""

import subprocess
import sys

import pytest

from tests.faults.house import ROOT, SECOND_NUMBER, House, Process

QUESTION = "what are your hours?"


def _command(house: House, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "smsbot", *arguments],
        env=house.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _open_task(house: House, phone: str) -> str:
    rows = house.rows(
        "SELECT t.id FROM task t JOIN contact c ON c.id = t.contact_id "
        "WHERE c.phone = %s AND t.state = 'open'",
        phone,
    )
    return str(rows[0]["id"])


def _await_open_transaction(house: House) -> None:
    """Wait until a failpoint holds one of the product's transactions open."""
    house.until(
        lambda: house.rows(
            "SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction' "
            "AND datname = current_database() AND clock_timestamp() - state_change > '0.3 s'"
        ),
        "a transaction stands still",
    )


def _another_sends_in_place_of(frozen: Process, house: House, phone: str) -> None:
    """And awake again, the frozen worker does not send a second time."""
    house.worker()
    house.until(lambda: house.got(phone), "the other worker sends")
    house.settled(phone)
    frozen.thaw()
    house.quiet(2.0)
    assert len(house.got(phone)) == 1
    assert house.creates(phone) == 1


def test_a_burst_has_one_reply(house: House, phone: str) -> None:
    house.worker()
    for part in ("hi", "quick question", "are you", "open", "on saturday?"):
        house.text(phone, part, wait=True)
    house.until(lambda: house.got(phone), "a reply arrives")
    house.settled(phone)
    house.quiet()
    assert len(house.got(phone)) == 1
    assert len([one for one in house.turns(phone) if one["outcome"] == "committed"]) == 1


def test_a_text_that_arrives_while_the_turn_runs_is_answered_with_it(
    house: House, phone: str
) -> None:
    house.worker("reply.thought=wait:1.5")
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.turns(phone), "the turn has been taken")
    house.text(phone, "and do you fix furnaces?", wait=True)
    house.until(lambda: house.got(phone), "a reply arrives")
    house.settled(phone)
    house.quiet()
    assert [one["outcome"] for one in house.turns(phone)] == ["voided", "committed"]
    assert len(house.got(phone)) == 1
    assert len(house.turns(phone)[-1]["took"]) == 2


def test_a_claim_while_the_turn_runs_silences_the_bot(house: House, phone: str) -> None:
    house.text(phone, "This is an automatic reply. I am out of the office until Monday.", wait=True)
    task = _open_task(house, phone)
    house.worker("reply.thought=wait:4")
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.turns(phone), "the turn has been taken")
    _command(house, "tasks", "claim", task, "--as", "dana")
    assert house.owner(phone) == "rep"
    house.until(lambda: house.turns(phone)[0]["outcome"], "the turn has ended")
    house.quiet()
    assert house.turns(phone)[0]["outcome"] == "fenced"
    assert house.got(phone) == []


def test_a_claim_after_the_reply_was_queued_still_silences_the_bot(
    house: House, phone: str
) -> None:
    house.text(phone, "This is an automatic reply. I am out of the office until Monday.", wait=True)
    task = _open_task(house, phone)
    dying = house.worker("reply.committed=kill")
    house.text(phone, QUESTION, wait=True)
    dying.wait_dead()
    _command(house, "tasks", "claim", task, "--as", "dana")
    house.worker()
    house.until(lambda: house.outbox(phone)[0]["state"] == "refused", "the gate refuses the reply")
    assert house.got(phone) == []


def test_a_stop_while_the_reply_is_queued_cancels_it(house: House, phone: str) -> None:
    dying = house.worker("reply.committed=kill")
    house.text(phone, QUESTION, wait=True)
    dying.wait_dead()
    house.text(phone, "STOP", wait=True)
    assert [row["state"] for row in house.outbox(phone, "reply")] == ["cancelled"]
    house.worker()
    house.until(lambda: len(house.got(phone)) == 1, "the confirmation arrives")
    house.quiet()
    assert len(house.outbox(phone, "system")) == 1
    assert house.got(phone) == [house.outbox(phone, "system")[0]["body"]]


def test_a_stop_to_another_number_waits_for_the_turn_that_commits_and_cancels_its_reply(
    house: House, phone: str
) -> None:
    """The contact's lock: without it the STOP would not see the reply that is being written."""
    house.worker("reply.written=wait:1.0")
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.turns(phone), "the turn has been taken")
    _await_open_transaction(house)
    house.text(phone, "STOP", to=SECOND_NUMBER, wait=True)
    house.quiet(2.0)
    assert [row["state"] for row in house.outbox(phone, "reply")] == ["cancelled"]
    assert house.got(phone) == [house.outbox(phone, "system")[0]["body"]]


def test_a_stop_while_the_turn_thinks_leaves_nothing_to_say(house: House, phone: str) -> None:
    house.worker("reply.thought=wait:1.5")
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.turns(phone), "the turn has been taken")
    house.text(phone, "stop texting me", wait=True)
    house.until(lambda: house.turns(phone)[0]["outcome"], "the turn has ended")
    house.quiet()
    assert house.outbox(phone, "reply") == []
    assert len(house.got(phone)) == 1


def test_a_stop_after_the_claim_of_a_sender_that_died_stops_the_second_try(
    house: House, phone: str
) -> None:
    dying = house.worker("deliver.claimed=kill")
    house.text(phone, QUESTION, wait=True)
    dying.wait_dead()
    house.text(phone, "STOP", wait=True)
    house.worker()
    house.until(
        lambda: house.outbox(phone, "reply")[0]["state"] == "refused",
        "looked up, absent, and refused at the second try",
    )
    house.quiet()
    assert house.got(phone) == [house.outbox(phone, "system")[0]["body"]]


def test_a_stop_while_the_carrier_has_it_in_flight_lets_nothing_follow(
    house: House, phone: str
) -> None:
    house.worker()
    house.fault("accept_then_hang", seconds=3, to=phone)
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.got(phone), "the carrier has accepted it")
    house.text(phone, "STOP", wait=True)
    house.until(lambda: house.outbox(phone, "reply")[0]["state"] == "sent", "the outcome is known")
    house.quiet()
    bodies = [row["body"] for row in house.outbox(phone)]
    assert sorted(house.got(phone)) == sorted(bodies)
    assert len(bodies) == 2  # the reply that was on its way, and the confirmation


def test_a_stop_between_two_tries_prevents_the_second(house: House, phone: str) -> None:
    house.worker()
    house.fault("http_429", retry_after=3, to=phone, times=1)
    house.text(phone, QUESTION, wait=True)
    house.until(
        lambda: (
            house.outbox(phone)
            and house.outbox(phone)[0]["attempts"] == 1
            and house.outbox(phone)[0]["state"] == "queued"
        ),
        "the first try was turned away",
    )
    house.text(phone, "STOP", wait=True)
    house.quiet(4.0)
    assert house.outbox(phone, "reply")[0]["state"] == "cancelled"
    assert house.got(phone) == [house.outbox(phone, "system")[0]["body"]]


def test_a_worker_thought_dead_loses_its_turn(house: House, phone: str) -> None:
    """The fence: a frozen worker wakes after another has answered in its place."""
    frozen = house.worker("reply.thought=wait:0.5")
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.turns(phone), "the turn has been taken")
    frozen.freeze()
    house.worker()
    house.until(lambda: house.got(phone), "the other worker replies")
    frozen.thaw()
    house.until(
        lambda: all(one["outcome"] for one in house.turns(phone)), "the first turn has ended"
    )
    house.quiet(1.5)
    assert sorted(one["outcome"] for one in house.turns(phone)) == ["committed", "fenced"]
    assert len(house.got(phone)) == 1


def test_a_sender_thought_dead_does_not_send_again(house: House, phone: str) -> None:
    """The claim: a frozen drain wakes with a list of texts that another has sent meanwhile."""
    frozen = house.worker("deliver.due=wait:0.5")
    house.text(phone, QUESTION, wait=True)
    house.until(lambda: house.outbox(phone), "the reply is queued")
    house.quiet(0.3)
    frozen.freeze()
    assert house.got(phone) == []
    _another_sends_in_place_of(frozen, house, phone)


@pytest.mark.parametrize("line", ["reply.written", "deliver.claiming"])
def test_a_worker_frozen_with_locks_in_its_hands_holds_nobody_up(
    house: House, phone: str, line: str
) -> None:
    """The server ends a transaction that stands still: the customer is answered,
    and awake again the worker finds that nothing of its own was kept."""
    frozen = house.worker(f"{line}=wait:1.0")
    house.text(phone, QUESTION, wait=True)
    _await_open_transaction(house)
    frozen.freeze()
    _another_sends_in_place_of(frozen, house, phone)
    house.text(phone, "STOP", wait=True)
    assert house.consent(phone) == "withdrawn"
