"""A dentist's questions, which nothing was tuned on: a trade's words come from its pack only."""

import pytest

from smsbot.conversation.reading import Reader, reader_of
from smsbot.pack.models import FaqEntry
from tests.conversation.talk import shipped, with_answers

FAQ = {
    "hours": ("what are your office hours", "are you open on friday", "when do you close"),
    "insurance": ("do you take delta dental", "what insurance do you accept", "are you in network"),
    "parking": ("is there parking", "where do i park"),
    "cleaning_price": ("how much is a cleaning", "price of a cleaning without insurance"),
    "whitening": ("do you do teeth whitening", "can you whiten my teeth"),
    "kids": ("do you see kids", "what age do you start seeing children"),
    "emergency": ("do you see emergencies", "can i get in today for a toothache"),
    "new_patients": ("are you taking new patients", "do you accept new patients"),
    "forms": ("where do i find the new patient forms", "can i fill out paperwork online"),
    "sedation": ("do you offer sedation", "can i be put to sleep", "do you have laughing gas"),
}
ANSWERED = [
    ("hours", "what time do you close on monday"),
    ("hours", "are u open fri"),
    ("insurance", "do you accept delta dental"),
    ("insurance", "what insurances do you take"),
    ("insurance", "r u in network with delta"),
    ("parking", "where should i park"),
    ("parking", "is there any parking"),
    ("cleaning_price", "what's the price of a cleaning"),
    ("cleaning_price", "how much for a cleaning"),
    ("whitening", "do u guys do whitening"),
    ("kids", "do you see children"),
    ("emergency", "can i get in today, i have a toothache"),
    ("new_patients", "are you accepting new patients"),
    ("forms", "where are the new patient forms"),
    ("sedation", "do you use laughing gas"),
    ("sedation", "can you put me to sleep"),
]
NOT_ANSWERED = [
    "how much is whitening",
    "how much is a crown",
    "do you take walk ins",
    "do you do braces",
    "do you do veneers",
    "my tooth broke",
    "i need to move my cleaning to monday",
    "did my insurance pay",
    "why did my insurance deny the claim",
    "where do i send my payment",
    "can you send my x rays to another dentist",
    "is dr patel in on friday",
    "i was late because of parking",
    "your forms don't load",
    "can my kid have gas for a filling",
    "what is the best toothpaste for kids",
]


def business() -> Reader:
    entries = (
        FaqEntry(id=name, questions=samples, answer={"en": "Please ask us at the desk."})
        for name, samples in FAQ.items()
    )
    return reader_of(with_answers(shipped(), *entries))


READER = business()


def answers(text: str) -> set[str | None]:
    thoughts = READER.read([text])
    return {t.intent.faq_id for t in thoughts if t.intent and t.intent.name == "faq"}


@pytest.mark.parametrize("text", NOT_ANSWERED)
def test_what_is_not_declared_is_not_answered(text: str) -> None:
    assert answers(text) == set()


def test_most_of_what_is_declared_is_found_and_nothing_else() -> None:
    found = [answers(text) for _, text in ANSWERED]
    assert all(got <= {name} for (name, _), got in zip(ANSWERED, found, strict=True))
    assert sum(map(bool, found)) >= 0.8 * len(ANSWERED)
