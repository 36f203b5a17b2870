"""The same question asked in several processes."""

import os
import subprocess
import sys
from pathlib import Path

SENTENCE = "we had an appointment at nine and nobody came so what does it cost to move it"


def said_by_several(asked: str, place: Path) -> set[bytes]:
    """What `asked`, a script that reads a file of `{texts!r}`, prints in three processes. Sets of
    words have another order in each; a score just at a threshold must not move."""
    texts = place / "texts"
    texts.write_text("\n".join(SENTENCE[:cut] for cut in range(8, len(SENTENCE))), encoding="utf-8")
    return {
        subprocess.run(
            [sys.executable, "-c", asked.format(texts=str(texts))],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
