"""What the questions of qualification.yaml say of one another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from smsbot.domain.question import AnswerType
from smsbot.pack.cross_business import twice
from smsbot.pack.cross_words import check_answerable, check_asked, check_words
from smsbot.pack.declared import Read
from smsbot.pack.models import Business
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import AskedQuestion, Qualification
from smsbot.pack.sheet import Sheet

Conditions = Mapping[str, frozenset[str]]
"""The answers under which something holds, by question."""

CRM_OWN = frozenset({"phone", "name", "stage", "timezone", "consent", "crm_owner"})
"""What a record has of its own: an answer must not overwrite it."""


def check_questions(read: Read[Qualification], business: Business | None) -> Iterator[Problem]:
    """Every contradiction within qualification.yaml, each at its line."""
    questions, sheet = read.value.questions, read.sheet
    keys = [(("questions", n, "key"), one.key) for n, one in enumerate(questions)]
    yield from twice(sheet, keys)
    for index, question in enumerate(questions):
        path: FieldPath = ("questions", index)
        yield from check_words(question.ask, sheet, (*path, "ask"), business)
        yield from check_asked(question.ask, sheet, (*path, "ask"))
        yield from _choices(question, sheet, path, business)
        yield from check_when(question.when, questions[:index], sheet, (*path, "when"))
        yield from _range(question, sheet, path)
        yield from _own_fields(question, sheet, path)
    yield from _unreachable(questions, sheet)
    yield from _shared_fields(questions, sheet)


def check_takes(read: Read[Business], questions: Sequence[AskedQuestion]) -> Iterator[Problem]:
    """What people take, and what somebody is called for at night, names questions and their
    answers."""
    for index, person in enumerate(read.value.people):
        yield from check_when(person.takes, questions, read.sheet, ("people", index, "takes"))
    routing = read.value.routing
    for field, when in (
        ("on_call_for", routing.on_call_for),
        ("on_call_offered", routing.on_call_offered),
    ):
        yield from check_when(when, questions, read.sheet, ("routing", field))


def check_when(
    when: Mapping[str, Sequence[str]],
    known: Sequence[AskedQuestion],
    sheet: Sheet,
    path: FieldPath,
) -> Iterator[Problem]:
    """A `when` names questions that were asked by then, and answers that they can have."""
    by_key = {one.key: one for one in known}
    for key, wanted in when.items():
        if key not in by_key:
            names = ", ".join(by_key) or "none"
            what = f"names the question {key!r}, which is not asked by then"
            yield sheet.problem((*path, key), what, f"The questions by then are: {names}.")
            continue
        values = answers(by_key[key])
        if values is None:
            what = f"depends on {key}, whose answer is a {by_key[key].type.value} and can be any"
            yield sheet.problem((*path, key), what, "Let it depend on a choice or a yes_no.")
            continue
        for index, value in enumerate(wanted):
            if value not in values:
                what = f"names {value!r}, which is no answer to {key}"
                advice = f"Its answers are: {', '.join(values)}."
                yield sheet.problem((*path, key, index), what, advice)


def answers(question: AskedQuestion) -> tuple[str, ...] | None:
    """All values that the answer can have; None where nobody can list them."""
    if question.type is AnswerType.YES_NO:
        return ("yes", "no")
    if question.type is AnswerType.CHOICE:
        return tuple(choice.value for choice in question.choices)
    return None


def conditions(
    when: Mapping[str, Sequence[str]], questions: Sequence[AskedQuestion]
) -> dict[str, frozenset[str]]:
    """All that must hold for `when` to hold: its own answers, and what makes their questions be
    asked at all. An empty set can never hold."""
    by_key = {one.key: one for one in questions}
    found: dict[str, frozenset[str]] = {}
    waiting = [*when.items()]
    seen: set[str] = set()
    while waiting:
        key, values = waiting.pop()
        found[key] = found.get(key, frozenset(values)) & frozenset(values)
        if key in by_key and key not in seen:
            seen.add(key)
            waiting += by_key[key].when.items()
    return found


def exclude_each_other(one: Conditions, other: Conditions) -> bool:
    """Whether the two can never hold together."""
    return any(not one[key] & other[key] for key in one.keys() & other.keys())


def _choices(
    question: AskedQuestion, sheet: Sheet, path: FieldPath, business: Business | None
) -> Iterator[Problem]:
    listed = list(enumerate(question.choices))
    values = [((*path, "choices", n, "value"), choice.value) for n, choice in listed]
    yield from twice(sheet, values)
    for number, choice in listed:
        here: FieldPath = (*path, "choices", number)
        yield from check_words(choice.label, sheet, (*here, "label"), business)
        labels = (((*here, "label", name), label) for name, label in choice.label.items())
        words = (((*here, "words", n), one) for n, one in enumerate(choice.words))
        yield from check_answerable(labels, sheet)
        yield from check_answerable(words, sheet)


def _range(question: AskedQuestion, sheet: Sheet, path: FieldPath) -> Iterator[Problem]:
    least, most = question.least, question.most
    if question.type not in (AnswerType.NUMBER, AnswerType.MONEY):
        for name, value in (("least", least), ("most", most)):
            if value is not None:
                advice = "Remove it: only a number or money has a least and a most."
                yield sheet.problem((*path, name), f"is not for a {question.type.value}", advice)
    elif least is not None and most is not None and least > most:
        yield sheet.problem((*path, "least"), "is above most", "Swap them.")


def _own_fields(question: AskedQuestion, sheet: Sheet, path: FieldPath) -> Iterator[Problem]:
    if question.field in CRM_OWN:
        name = "key" if question.crm_field is None else "crm_field"
        what = f"would overwrite {question.field!r}, which every record has of its own"
        yield sheet.problem((*path, name), what, "Name another field with crm_field.")


def _unreachable(questions: Sequence[AskedQuestion], sheet: Sheet) -> Iterator[Problem]:
    for index, question in enumerate(questions):
        needed = conditions(question.when, questions[:index])
        never = sorted(key for key, values in needed.items() if not values)
        if never:
            what = f"can never hold: no answer to {', '.join(never)} leads here"
            advice = "Compare it with the `when` of the questions that it names."
            yield sheet.problem(("questions", index, "when"), what, advice)


def _shared_fields(questions: Sequence[AskedQuestion], sheet: Sheet) -> Iterator[Problem]:
    """Two questions may fill one field only where no customer is asked both."""
    for (_, one), (index, other) in combinations(enumerate(questions), 2):
        if one.field != other.field or one.key == other.key:
            continue
        apart = exclude_each_other(
            conditions(one.when, questions), conditions(other.when, questions)
        )
        if not apart:
            field = "key" if other.crm_field is None else "crm_field"
            path: FieldPath = ("questions", index, field)
            what = f"fills {other.field!r}, as the question {one.key} does"
            advice = "Give each a field of its own, or let their `when` exclude each other."
            yield sheet.problem(path, what, advice)
