"""What may be said, and what was made up."""

import pytest

from smsbot.gate import check

FACTS = (
    "Juniper Home Services",
    "A tune-up is $89 and takes 45 minutes. Members get 10% off.",
    "We open Mon-Fri 8 AM-6 PM, Sat 9 AM-1 PM. Dana answers the phone.",
    "Call (303) 555-0100, write to hello@juniper.example or see https://juniper.example/book.",
    "Your visit is on Fri Nov 27, 3:00 PM MT.",
    "Reply STOP to opt out, HELP for help.",
    "can i come at 4 on tuesday? its for the furnace, ask dana",
)


def wrong(body, evidence=FACTS, max_segments=2, **rest):
    return check(body, evidence, max_segments=max_segments, **rest)


@pytest.mark.parametrize(
    "body",
    [
        "A tune-up is $89.",
        "A tune-up is $89.00.",
        "A tune-up is 89 dollars.",
        "A tune-up is eighty-nine dollars.",
        "That's 89 USD and 45 min.",
        "It takes forty five minutes.",
        "Members get 10 percent off. Ten percent is for members.",
        "Your visit is Fri Nov 27 at 3 PM.",
        "Your visit is Friday, November 27th at 15:00.",
        "Your visit is on 11/27 at 3 p.m. MT.",
        "See you on the 27th of November, three pm.",
        "We're open 8:00 AM to 6:00 PM, Monday to Friday.",
        "We're open from 8 to 6 on Wednesday.",
        "Sat: 9-1 PM.",
        "You can call 303-555-0100 or +1 303 555 0100 or 3035550100.",
        "You can call 555-0100.",
        "You can book at juniper.example/book, or write to Hello@Juniper.example.",
        "Dana will see you on Tuesday at 4 PM.",
        "Thanks. Juniper Home Services will see you. Who should we ask for?",
        "I'm sorry, I don't know. I'll ask Dana's team.",
        "One of us will call you. No one else has to.",
        "La visita es el 27 de noviembre a las 3:00 PM. Es el viernes.",
        "Le rendez-vous est vendredi 27 novembre, 15 h.",
        "Cela fait quatre-vingt-neuf dollars. Son ochenta y nueve dólares.",
        "Reply STOP to opt out, HELP for help.",
    ],
)
def test_what_stands_in_the_evidence_may_be_said_in_any_spelling(body):
    assert wrong(body) == []


@pytest.mark.parametrize(
    ("body", "made_up"),
    [
        # prices
        ("A tune-up is $95.", "$95"),
        ("A tune-up is $8.90.", "$8.90"),
        ("A tune-up is $890.", "$890"),
        ("A tune-up is $89.99.", "$89.99"),
        ("A tune-up is \u20ac89.", "\u20ac89"),
        ("A tune-up is 45 dollars.", "45 dollars"),
        ("A tune-up is ninety nine dollars.", "ninety nine dollars"),
        ("A tune-up is ninety-nine bucks.", "ninety-nine bucks"),
        ("A tune-up is nine nine dollars.", "nine nine dollars"),
        ("A tune-up is 9 9 dollars.", "9 9 dollars"),
        ("A tune-up is $9 9.", "$9"),
        ("A tune-up is $1k.", "$1k"),
        ("A tune-up is a hundred and ten dollars.", "hundred and ten dollars"),
        ("A tune-up is \uff04\uff19\uff15.", "$95"),
        ("A tune-up is $\u0669\u0665.", "$95"),
        ("A tune-up is $9\u200b5.", "$95"),
        ("A tune-up is 95 USD.", "95 USD"),
        ("A tune-up is USD 95.", "USD 95"),
        ("It's only 99 cents.", "99 cents"),
        ("A tune-up is 9\ufe0f\u20e35\ufe0f\u20e3 dollars.", "95 dollars"),
        ("A tune-up is \u2468\u2464 dollars.", "95 dollars"),
        ("A tune-up is $ninety.", "$ninety"),
        ("Cuesta noventa y cinco dólares.", "noventa y cinco dólares"),
        ("Cela fait quatre-vingt-dix euros.", "quatre-vingt-dix euros"),
        ("The tune-up is free of charge.", "is free"),
        ("There is no charge for members.", "no charge"),
        # percentages and counts
        ("Members get 15% off.", "15%"),
        ("Members get 45% off.", "45%"),
        ("Members get twenty percent off.", "twenty percent"),
        ("It takes 2 hours.", "2"),
        ("It takes thirty minutes.", "thirty"),
        ("We have 12 vans.", "12"),
        # times
        ("We're open until 7 PM.", "7 PM"),
        ("We're open until seven pm.", "seven pm"),
        ("Your visit is at 3 AM.", "3 AM"),
        ("Your visit is at 3:30 PM.", "3:30 PM"),
        ("Your visit is at 15:30.", "15:30"),
        ("Your visit is at half past five.", "five"),
        ("Your visit is at noon.", "noon"),
        ("Come between 2 and 3 PM.", "2 and 3 PM"),
        ("We're open 7-6 PM.", "7-6 PM"),
        ("We're there around 5.", "around 5"),
        ("On est là à 16 h 30.", "16 h 30"),
        # days
        ("Your visit is on Sunday.", "Sunday"),
        ("We're open Mon-Sun.", "Mon-Sun"),
        ("Your visit is on Nov 28.", "Nov 28"),
        ("Your visit is on Nov 27-28.", "Nov 27-28"),
        ("Your visit is on 12/27.", "12/27"),
        ("Your visit is on the 26th.", "26th"),
        ("Your visit is in december.", "december"),
        ("Your visit is on the twenty-eighth of November.", "twenty-eighth of November"),
        ("We'll be there tomorrow.", "tomorrow"),
        ("Vamos mañana.", "mañana"),
        ("We'll be there tonight.", "tonight"),
        ("We'll be there next week.", "next week"),
        # ways to reach
        ("Just call 303-555-0199.", "303-555-0199"),
        ("Just call (720) 555-0100.", "(720) 555-0100"),
        ("Just call 3 0 3 5 5 5 0 1 9 9.", "3 0 3 5 5 5 0 1 9 9"),
        ("Just call 303, 555, 0199.", "0199"),
        ("Just call 555-0199.", "555-0199"),
        ("Just call +1 720 555 0144.", "+1 720 555 0144"),
        ("You can pay at juniper.example/pay.", "juniper.example/pay"),
        ("You can pay at juniper-example.com.", "juniper-example.com"),
        ("You can pay at https://evil.example/book.", "https://evil.example/book"),
        ("You can pay at juniper.example.evil.io.", "juniper.example.evil.io"),
        ("You can pay at jun\u00edper.example/book.", "jun\u00edper.example/book"),
        ("You can pay on evil dot com.", "evil dot com"),
        ("You can pay on evil . com now.", "evil . com"),
        ("You can pay on evil(dot)com now.", "evil(dot)com"),
        ("You can pay on evil[.]com now.", "evil[.]com"),
        ("Or write to boss at juniper dot example.", "boss at juniper dot example"),
        ("Or write to boss@juniper.example.", "boss@juniper.example"),
        ("Or write to hello@juniper.example.evil.io.", "hello@juniper.example.evil.io"),
        # names
        ("Just ask for Steve.", "Steve"),
        ("Steve will see you.", "Steve"),
        ("Dana Miller will see you.", "Miller"),
        ("We'll see you in Boulder.", "Boulder"),
        ("It's an old Trane, or so.", "Trane"),
        ("Your visit is at 3 PM ET.", "ET"),
        ("Hello Will.", "Will"),
    ],
)
def test_what_is_made_up_is_found(body, made_up):
    kinds = [phrase for phrase in wrong(body) if f'"{made_up}"' in phrase]
    assert kinds, wrong(body)


def test_a_common_word_in_a_kept_sentence_is_no_name():
    assert wrong("Ask Will.", ("We will ask.",)) == ['the name "Will" is not in the evidence']


def test_who_texts_without_capitals_may_be_named():
    assert wrong("Thanks, Steve.", ("thanks, its steve here",)) == []


def test_a_declared_value_that_stands_alone_may_be_an_amount():
    assert wrong("It is $89.", ("89",)) == []
    assert wrong("It is $89.", ("89.00",)) == []
    assert wrong("It is $89.", ("room 89 of 90",)) != []


def test_no_evidence_allows_no_claim_but_plain_words():
    assert wrong("Thanks, we will get back to you.", ()) == []
    assert wrong("Thanks, we will get back to you by 5.", ()) != []


def test_the_zone_of_a_stored_time_is_no_time_of_its_own():
    assert wrong("See you at 3 PM.", ("2026-11-27T15:00:00-07:00", "See")) == []
    assert wrong("See you at 7 AM.", ("2026-11-27T15:00:00-07:00", "See")) != []


def test_the_year_matters_where_both_say_one():
    assert wrong("It's on Nov 27, 2026.", ("2026-11-27",)) == []
    assert wrong("It's on Nov 27, 2026.", ("Nov 27",)) == []
    assert wrong("It's on Nov 27, 2027.", ("2026-11-27",)) != []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Is that right?", 0),
        ("Is that right??", 0),
        ("Is that right?!", 0),
        ("\u00bfEs correcto?", 0),
        ("Is that right? Or not?", 1),
        ("It's at www.juniper.example/a?b=1. Is that right?", 0),
    ],
)
def test_one_question_at_a_time(body, count):
    phrases = [phrase for phrase in wrong(body, (body,)) if "questions" in phrase]
    assert len(phrases) == count


def test_a_text_that_costs_too_much():
    assert wrong("a" * 306, ()) == []
    assert wrong("a" * 307, ()) == ["it takes 3 segments and 2 are allowed"]
    assert wrong("\u00fb" * 135, (), 2) == ["it takes 3 segments and 2 are allowed"]


def test_empty_and_endless():
    assert wrong(" ", ()) == ["it is empty"]
    assert "it has 1601 characters and 1600 fit" in wrong("a" * 1601, (), 99)


def test_a_token_that_was_not_filled_in():
    assert wrong("Thanks, {name}.", ("Thanks, {name}.",)) == ["the token {name} was not filled in"]


def test_each_thing_is_said_once():
    assert wrong("It's $95. Yes, $95.") == ['the amount of money "$95" is not in the evidence']
