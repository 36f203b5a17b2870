import pytest

from smsbot.simulator import CarrierKeywords, KeywordReplies
from smsbot.simulator.keywords import (
    DEFAULT_REPLIES,
    HELP_WORDS,
    NOTHING,
    START_WORDS,
    STOP_WORDS,
    apply_keyword,
    keyword_type,
)

BRANDED = KeywordReplies(stop="Bye from Acme", start="Hello again", help="Call Acme")


def applied(mode, body, blocked=False):
    return apply_keyword(mode, body, blocked=blocked, branded=BRANDED)


def test_the_documented_sets():
    assert {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"} == (
        STOP_WORDS
    )
    assert {"START", "YES", "UNSTOP"} == START_WORDS
    assert {"HELP", "INFO"} == HELP_WORDS


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("STOP", "STOP"),
        ("  sToP\n", "STOP"),
        ("unstop", "START"),
        ("info", "HELP"),
        ("Stop please", None),
        ("STOP.", None),
        ("opt out", None),
        ("", None),
    ],
)
def test_a_keyword_is_the_whole_body(body, kind):
    assert keyword_type(body) == kind


@pytest.mark.parametrize("word", sorted(STOP_WORDS | START_WORDS | HELP_WORDS))
def test_none_answers_nothing(word):
    assert applied(CarrierKeywords.NONE, word) == NOTHING


@pytest.mark.parametrize("word", sorted(STOP_WORDS))
def test_default_blocks_answers_and_keeps_quiet_to_the_webhook(word):
    outcome = applied(CarrierKeywords.DEFAULT, word)
    assert (outcome.block, outcome.reply, outcome.announced) == (True, DEFAULT_REPLIES.stop, None)


def test_default_start_help_and_yes():
    assert applied(CarrierKeywords.DEFAULT, "START").block is False
    assert applied(CarrierKeywords.DEFAULT, "START").reply == DEFAULT_REPLIES.start
    assert applied(CarrierKeywords.DEFAULT, "HELP").reply == DEFAULT_REPLIES.help
    assert applied(CarrierKeywords.DEFAULT, "HELP").block is None
    assert applied(CarrierKeywords.DEFAULT, "yes", blocked=True).reply == DEFAULT_REPLIES.start
    assert applied(CarrierKeywords.DEFAULT, "yes", blocked=True).block is False
    assert applied(CarrierKeywords.DEFAULT, "yes").reply is None


@pytest.mark.parametrize(
    ("word", "block", "reply", "announced"),
    [
        ("Stop", True, "Bye from Acme", "STOP"),
        ("yes", False, "Hello again", "START"),
        ("info", None, "Call Acme", "HELP"),
    ],
)
def test_advanced_says_so_and_speaks_for_the_brand(word, block, reply, announced):
    outcome = applied(CarrierKeywords.ADVANCED, word)
    assert (outcome.block, outcome.reply, outcome.announced) == (block, reply, announced)


def test_advanced_with_an_empty_text_is_silent():
    outcome = apply_keyword(
        CarrierKeywords.ADVANCED, "STOP", blocked=False, branded=KeywordReplies(stop="")
    )
    assert (outcome.block, outcome.reply, outcome.announced) == (True, None, "STOP")


def test_toll_free_is_answered_by_the_network():
    stop = applied(CarrierKeywords.TOLL_FREE, "Stop")
    assert stop.block is True
    assert stop.announced is None
    assert (stop.reply or "").startswith('NETWORK MSG: You replied with the word "stop"')
    start = applied(CarrierKeywords.TOLL_FREE, "START", blocked=True)
    assert start.block is False
    assert '"start"' in (start.reply or "")


def test_toll_free_yes_undoes_nothing_and_the_blocked_get_no_help():
    assert applied(CarrierKeywords.TOLL_FREE, "YES", blocked=True) == NOTHING
    assert applied(CarrierKeywords.TOLL_FREE, "HELP", blocked=True) == NOTHING
    assert applied(CarrierKeywords.TOLL_FREE, "HELP").reply == DEFAULT_REPLIES.help
