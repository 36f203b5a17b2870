"""The drawn graph: `python -m smsbot.conversation.draw` writes it anew from the compiled one."""

import sys
from pathlib import Path

from smsbot.conversation.graph import build
from smsbot.pack.load import shipped_dirs

HEAD = "%% Drawn from the compiled graph by `python -m smsbot.conversation.draw`; do not edit.\n"


def drawing() -> str:
    """The graph in Mermaid's words. A broken line is a way that is taken where it is needed."""
    return HEAD + build().get_graph().draw_mermaid(with_styles=False)


def place() -> Path:
    return shipped_dirs()[0] / "conversation" / "graph.mmd"


if __name__ == "__main__":
    place().write_text(drawing(), encoding="utf-8")
    sys.stdout.write(f"{place()}\n")
