"""Packs prepared for reading, kept: preparing one takes some milliseconds."""

from smsbot.conversation.reading import Reader, reader_of
from smsbot.pack.models import Pack

PACKS_KEPT = 8
"""A running process knows the active one and those of turns under way."""


class Readers:
    def __init__(self) -> None:
        self._readers: dict[str, Reader] = {}

    def of(self, pack: Pack) -> Reader:
        reader = self._readers.get(pack.hash)
        if reader is None:
            while len(self._readers) >= PACKS_KEPT:
                self._readers.pop(next(iter(self._readers)))
            reader = self._readers[pack.hash] = reader_of(pack)
        return reader
