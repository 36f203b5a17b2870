import datetime as dt

import pytest

from smsbot.pack.lint import check, lint
from smsbot.pack.said import said_by

from .conftest import SmallPack
from .test_cross_talk import ASKS, BOOKS

TODAY = dt.date(2030, 7, 1)


def _found(pack: SmallPack, today: dt.date = TODAY) -> list[str]:
    return [f"{problem.field}: {problem.what}" for problem in lint(pack.load(), today)]


def test_there_is_nothing_to_mend_in_it(talking: SmallPack) -> None:
    assert _found(talking) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        (
            ASKS,
            "How old is the patient?",
            "What brings you in",
            "questions[2].ask.en: asks the same as the question reason",
        ),
        (
            ASKS,
            "words: [hurts, ache]",
            "words: [hurts, Cleaning]",
            "questions[0].choices[1].words[1]: 'Cleaning' stands for the choice checkup too",
        ),
        (
            ASKS,
            "words: [hurts, ache]",
            "words: [a checkup]",
            "questions[0].choices[1].words[0]: 'a checkup' stands for the choice checkup too",
        ),
        (
            ASKS,
            "ask_at_most: 2",
            "ask_at_most: 0",
            "ask_at_most: is 0, so that none of the questions is ever asked",
        ),
        (
            BOOKS,
            "[toothache visit]",
            "[cleaning]",
            "services[1].words[0]: 'cleaning' stands for the service cleaning too",
        ),
        (
            BOOKS,
            "lead_minutes: 60",
            "lead_minutes: 20160",
            "lead_minutes: reaches past the horizon, so that nothing can ever be booked",
        ),
        (
            BOOKS,
            "minutes: 45",
            "minutes: 271",
            "services[0].minutes: is longer than any time that is open, so that it can never be "
            "booked",
        ),
        (
            BOOKS,
            "{reason: [checkup]}",
            "{reason: [checkup, pain]}",
            "services[1].when: holds together with that of cleaning, and only that one is offered",
        ),
        (
            BOOKS,
            "needs: [age]",
            "needs: [patient]",
            "services[0].needs[0]: needs patient, which is not asked where this service is offered",
        ),
        (
            BOOKS,
            "A cleaning is $90.",
            "A cleaning is $90. Act NOW.",
            "services[0].price.text.en: shouts: NOW",
        ),
        (
            BOOKS,
            "A cleaning is $90.",
            "A cleaning’s $90.",
            "services[0].price.text.en: can hold only 70 characters instead of 160, "
            "for the sake of ’",
        ),
    ],
)
def test_what_is_unwise(talking: SmallPack, name: str, old: str, new: str, complaint: str) -> None:
    talking.edit(name, old, new)
    assert _found(talking) == [complaint]


def test_a_service_that_nobody_can_do(talking: SmallPack) -> None:
    talking.edit(BOOKS, "first: 2031-02-03", "first: 2030-06-01")
    assert _found(talking) == [
        f"services[{n}].people: has no slot in the next 14 days, with nothing booked"
        for n in (0, 1)
    ]


def test_an_answer_without_a_service_is_told_unless_a_person_is_meant(talking: SmallPack) -> None:
    talking.edit(BOOKS, "when: {reason: [pain]}", 'when: {reason: [pain], patient: ["yes"]}')
    [found] = _found(talking)
    assert found.startswith("questions[1].key: 'no' after reason pain leads to no service")
    talking.edit(BOOKS, "lead_minutes: 60", 'lead_minutes: 60\nto_person: [{patient: ["no"]}]')
    assert _found(talking) == []


def test_a_choice_without_a_service_is_told(talking: SmallPack) -> None:
    old = "- {value: pain,"
    talking.edit(ASKS, old, "- {value: braces, label: {en: braces}}\n      " + old)
    [found] = _found(talking)
    assert found.startswith("questions[0].choices[1].value: 'braces' leads to no service")


def test_a_service_for_all_others_leaves_no_answer_without_one(talking: SmallPack) -> None:
    talking.edit(BOOKS, "    when: {reason: [checkup]}\n", "")
    assert _found(talking) == []


def test_to_person_names_answers_that_there_are(talking: SmallPack) -> None:
    talking.edit(BOOKS, "lead_minutes: 60", "lead_minutes: 60\nto_person: [{reason: [flu]}]")
    [problem] = check(talking.graphs, talking.prompts, TODAY)
    assert problem.what == "names 'flu', which is no answer to reason"


def test_questions_alike_on_different_branches_are_fine(talking: SmallPack) -> None:
    old = 'ask: {en: "How old is the patient?"}'
    new = 'when: {reason: [checkup]}\n    ask: {en: "Have you been here before?"}'
    talking.edit(ASKS, old, new)
    assert _found(talking) == []


def test_one_letter_that_doubles_the_price_of_a_question(talking: SmallPack) -> None:
    talking.edit("graphs/business.yaml", "languages: [en]", "languages: [en, es]")
    talking.edit(
        ASKS,
        '{en: "How old is the patient?"}',
        '{en: "How old is the patient?", es: "¿Qué edad tiene la persona que viene a la consulta, '
        'más o menos, si no es usted?"}',
    )
    assert (
        "questions[2].ask.es: doubles in price for the sake of á: "
        "with it a text holds 70 characters"
    ) in _found(talking)


def test_a_question_counts_with_its_choices(talking: SmallPack) -> None:
    talking.edit(ASKS, "{en: a toothache}", f"{{en: {'a toothache ' * 12}}}")
    [found] = _found(talking)
    assert found.startswith("questions[0].ask.en: takes 2 text messages: Well: 1) a checkup 2) a t")


def test_every_text_of_both_files_is_read_by_the_rules(talking: SmallPack) -> None:
    said = {(one.file, one.path): one for one in said_by(talking.load())}
    assert said[(ASKS, ("questions", 2, "ask", "en"))].body == "How old is the patient?"
    for path in (
        ("questions", 0, "choices", 1, "label", "en"),
        ("questions", 1, "ask", "en"),
    ):
        assert (ASKS, path) in said
    for path in (
        ("services", 0, "name", "en"),
        ("services", 0, "price", "text", "en"),
        ("address", "en"),
    ):
        assert (BOOKS, path) in said


def test_check_names_the_line(talking: SmallPack) -> None:
    talking.edit(BOOKS, "minutes: 45", "minutes: 300")
    [problem] = check(talking.graphs, talking.prompts, TODAY)
    assert (problem.line, problem.file) == (11, f"{talking.graphs}/conversation/booking.yaml")


def test_a_language_without_a_word_for_danger_is_told(talking: SmallPack) -> None:
    assert not [one for one in _found(talking) if "no term of danger" in one]
    talking.edit("graphs/business.yaml", "languages: [en]", "languages: [en, es]")
    [found] = [one for one in _found(talking) if "no term of danger" in one]
    assert "answered in es" in found


def test_a_word_of_two_services_that_answers_tell_apart(talking: SmallPack) -> None:
    talking.edit(BOOKS, "[toothache visit]", "[cleaning]")
    [problem] = lint(talking.load(), TODAY)
    assert "in the words of a choice" in problem.what_to_do
    talking.edit(BOOKS, "when: {reason: [pain]}\n    minutes: 30", "minutes: 30")
    [problem] = lint(talking.load(), TODAY)
    assert problem.what_to_do == "Keep it in one of the two, or say more of it."
