"""The starter set of `smsbot init`: the shipped pack, to be made one's own."""

from pathlib import Path

from smsbot.pack.load import shipped_dirs

PARTS = frozenset({".yaml", ".md"})
"""What a pack is made of; drawings beside it are not copied."""


class WouldOverwrite(Exception):
    """A file of the starter set is there already. Nothing was written."""


def init(directory: Path) -> list[Path]:
    """Write graphs/ and prompts/ into `directory`, and return the files written, in order.

    Raises `WouldOverwrite`, before anything is written, where one of them exists.
    """
    copies = [
        (directory / source.relative_to(shipped.parent), source)
        for shipped in shipped_dirs()
        for source in sorted(shipped.rglob("*"))
        if source.suffix in PARTS
    ]
    for target, _ in copies:
        if target.exists():
            raise WouldOverwrite(
                f"{target} is there already, and nothing was written.\n"
                "    Name an empty directory, or move the file away."
            )
    for target, source in copies:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    return [target for target, _ in copies]
