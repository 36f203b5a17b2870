from smsbot.conversation.draw import drawing, place


def test_the_drawn_graph_is_the_compiled_one() -> None:
    """After a change: `python -m smsbot.conversation.draw`."""
    assert place().read_text(encoding="utf-8") == drawing()
