"""The graph. The only importer of langgraph, and only where a graph is run: the desk and `smsbot
explain` read a text or a state without waiting for that import."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsbot.conversation.graph import Conversation

__all__ = ["Conversation"]


def __getattr__(name: str) -> Any:
    if name == "Conversation":
        from smsbot.conversation.graph import Conversation

        return Conversation
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
