"""Finding the declared question: rates over the shipped pack, and hard negatives.

evals/dev/faq.jsonl holds questions that are nobody's samples. The index's numbers were set on
`tune`; `test` and `check` were only measured, `check` being written last.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from smsbot.conversation.index import Index, Source
from smsbot.conversation.reading import reader_of
from smsbot.conversation.words import words_of
from smsbot.pack.models import FaqEntry
from tests.conversation.talk import entry, shipped, with_answers

DEV = Path(__file__).parents[2] / "evals" / "dev" / "faq.jsonl"


def questions(part: str) -> list[dict[str, Any]]:
    lines = DEV.read_text(encoding="utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["part"] == part]


READER = reader_of(shipped())


def answers(text: str) -> list[str | None]:
    """The FAQ entries that would be sent for one text."""
    thoughts = READER.read([text])
    return [t.intent.faq_id for t in thoughts if t.intent and t.intent.name == "faq"]


@pytest.mark.parametrize("part", ["tune", "test", "check"])
def test_most_questions_are_answered_and_hardly_one_wrongly(part: str) -> None:
    """Measured on `tune`, `test` and `check`: 76, 75 and 78 in a hundred of the declared questions
    are answered, the others go to a person. Of 246 declared ones none got a wrong answer, of 214
    undeclared ones one did ("do you clean carpets": how we leave them behind). The bounds leave
    room for a change of the samples."""
    asked = questions(part)
    known = [one for one in asked if one["faq"]]
    unknown = [one for one in asked if not one["faq"]]
    assert len(known) >= 75
    assert len(unknown) >= 60
    right = sum(answers(one["text"]) == [one["faq"]] for one in known)
    wrong = [one["text"] for one in known if set(answers(one["text"])) - {one["faq"]}]
    made_up = [one["text"] for one in unknown if answers(one["text"])]
    assert right / len(known) >= 0.70, f"{right} of {len(known)}"
    assert len(wrong) <= 1, wrong
    assert len(made_up) <= 1, made_up


def test_no_development_question_is_a_sample() -> None:
    samples = {" ".join(words_of(q)) for e in shipped().faq.entries for q in e.questions}
    asked = [one["text"] for part in ("tune", "test", "check") for one in questions(part)]
    assert [text for text in asked if " ".join(words_of(text)) in samples] == []
    assert len(set(asked)) == len(asked)


def test_every_sample_of_the_shipped_faq_finds_its_own_answer() -> None:
    for one in shipped().faq.entries:
        for question in one.questions:
            assert one.id in answers(question), question


SERVICES = entry("services", "do you fix furnaces", "Yes, we repair furnaces.")
HOURS = entry("hours", "what are your hours", "We're open every day.")
FEE = entry("fee", "how much is a service call", "A visit is $89.")


@pytest.mark.parametrize(
    ("near", "text"),
    [
        (SERVICES, "do you fix roofs"),
        (SERVICES, "do you sell furnaces"),
        (SERVICES, "do you fix furnaces in dallas"),
        (SERVICES, "my furnace is fixed"),
        (HOURS, "how many hours did he work"),
        (HOURS, "what are your prices"),
        (FEE, "how much is a furnace"),
        (FEE, "how much"),
        (FEE, "how much was my last service call"),
        (FEE, "please cancel my service call"),
    ],
)
def test_what_is_near_but_different_is_not_answered(near: FaqEntry, text: str) -> None:
    pack = with_answers(shipped(), SERVICES, HOURS, FEE)
    [thought] = reader_of(pack).read([text])
    assert thought.intent
    assert thought.intent.faq_id is None
    assert thought.near is None or thought.near.confidence < pack.faq.answer_at


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("services", "Do u fix furnaces??"),
        ("services", "can you fix my furnace"),
        ("services", "do you fix furnases"),
        ("hours", "hours?"),
        ("hours", "what r ur hrs"),
        ("fee", "hey quick question, how much is a service call?"),
    ],
)
def test_the_same_question_in_other_words_is(expected: str, text: str) -> None:
    reader = reader_of(with_answers(shipped(), SERVICES, HOURS, FEE))
    assert [t.intent.faq_id for t in reader.read([text]) if t.intent and t.sure][-1:] == [expected]


def test_two_entries_that_are_equally_near_are_too_uncertain() -> None:
    one = Source("install", ["do you install boilers"])
    other = Source("repair", ["do you repair boilers"])
    alone = Index([one]).best(("boilers",))
    crowded = Index([one, other]).best(("boilers",))
    assert alone is not None
    assert crowded is not None
    assert crowded.confidence < 0.62 < alone.confidence


def test_synonyms_are_learnt_from_the_samples_of_one_entry() -> None:
    index = Index([Source("fee", ["what is the trip charge", "is there a diagnostic fee"])])
    mixed = index.best(words_of("is there a trip fee"))
    assert mixed is not None
    assert mixed.confidence >= 0.62


def test_one_day_in_a_sample_stands_for_all() -> None:
    index = Index([Source("hours", ["are you open on saturday"]), Source("x", ["do you paint"])])
    for text in ("are you open on sunday", "r u open tmrw", "are you open tonight"):
        found = index.best(words_of(text))
        assert found is not None
        assert (found.key, found.confidence >= 0.62) == ("hours", True), text


def test_nothing_is_found_in_nothing() -> None:
    assert Index([]).best(("hours",)) is None
    assert READER.read([]) == ()
    assert READER.questions.best(()) is None
