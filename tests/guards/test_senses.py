"""The network: what it hears alone, what it denies, and what nothing may change."""

import json
from pathlib import Path
from typing import get_args

import pytest

from smsbot.domain.guard import Action, GuardFacts
from smsbot.guards import evaluate, senses, unsure
from smsbot.language.grams import grams
from smsbot.language.reading import read
from smsbot.pack.guards import Sense
from tests.guards.support import shipped

DEV = Path(__file__).parents[2] / "evals" / "dev" / "guards"


def texts(pattern: str) -> list[str]:
    return [
        json.loads(line)["text"]
        for path in sorted(DEV.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def test_every_sense_that_a_pack_may_name_is_known() -> None:
    assert {*senses.THRESHOLDS, *senses.KINDS} == {*senses.network().senses}
    assert {*get_args(Sense)} == {*senses.KINDS, "emergency", "self_harm"}


def test_a_sense_denies_below_what_it_hears() -> None:
    assert all(
        sense.denies < 0 and sense.denies < sense.hears for sense in senses.THRESHOLDS.values()
    )


def test_no_sense_hears_and_denies_nothing() -> None:
    assert not senses.hears(None, ("lawyer",))
    assert not senses.denies(None, ("lawyer",))


def test_what_told_is_named() -> None:
    tokens = read("id like to be taken off your texts now").tokens
    assert "off" in senses.telling("opt_out", tokens)
    assert senses.telling("opt_out", read("see you at 3").tokens).count(",") <= 2


def test_a_word_adds_what_its_parts_tell() -> None:
    assert senses.of_word("opt_out", "unsubscribbe") > senses.of_word("opt_out", "thursday")


def test_a_rule_by_weights_alone_says_so() -> None:
    rules = shipped()
    by_weight = [
        decision.winner
        for decision in (
            evaluate(text, GuardFacts(), rules) for text in texts("broad_opt_out.jsonl")
        )
        if decision.winner.rule == "opt_out.weighed"
    ]
    assert by_weight
    assert all(verdict.matched for verdict in by_weight)


@pytest.mark.parametrize(
    "word", ["stop", "STOP", "cancel", "end", "quit", "revoke", "alto", "arret"]
)
def test_a_keyword_is_certain_whatever_it_weighs(word: str) -> None:
    assert evaluate(word, GuardFacts(), shipped()).winner.rule == "opt_out.keyword"


def test_grams_are_words_pairs_threes_gaps_and_a_length() -> None:
    assert grams(("call", "me", "555-0123")) == {
        *("/", "call", "me", "0", "/ call", "call me", "me 0", "0 /"),
        *("/ call me", "call me 0", "me 0 /", "/ _ me", "call _ 0", "me _ /", "#1"),
    }
    assert grams(()) == {"/", "/ /", "#0"}


def test_being_unsure_lets_the_text_pass_and_gives_way_to_every_other_guard() -> None:
    rules = shipped()
    decisions = [evaluate(text, GuardFacts(), rules) for text in texts("broad_*.jsonl")]
    spoke = [one for one in decisions if any(v.rule == unsure.RULE for v in one.spoke)]
    alone = [one for one in spoke if one.winner.rule == unsure.RULE]
    assert alone
    assert all(one.action is Action.PASS and len(one.spoke) == 1 for one in alone)


@pytest.mark.parametrize(
    "text",
    [
        "for me", "for myself", "just me", "its for my wife", "an adult", "the first one",
        "no not yet", "yes please tonight", "in the morning", "next week works", "i own it",
        "not sure", "para mi", "para mi hijo", "la primera", "pour moi", "pour ma mère",
        "le matin", "demain soir",
    ],
)  # fmt: skip
def test_a_short_answer_is_nothing_for_a_guard(text: str) -> None:
    assert not evaluate(text, GuardFacts(), shipped()).spoke


@pytest.mark.parametrize("word", ["again", "anyway", "please", "svp", "porfa", "ya", "this", "moi"])
def test_a_lone_word_of_a_burst_is_no_suspicion(word: str) -> None:
    assert not evaluate(word, GuardFacts(), shipped()).spoke


@pytest.mark.parametrize("word", ["spam", "delete", "blocked", "texts"])
def test_a_lone_word_that_opt_outs_are_made_of_is_read_by_a_person(word: str) -> None:
    assert evaluate(word, GuardFacts(), shipped()).winner.rule == unsure.RULE
