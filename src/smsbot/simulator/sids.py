"""SIDs and tokens, repeatable under a seed."""

import random
import uuid


class Sids:
    """Makes SIDs; without a seed they come from the system's randomness."""

    def __init__(self, seed: int | None) -> None:
        self._random: random.Random = random.SystemRandom() if seed is None else random.Random(seed)

    def message(self, *, media: bool) -> str:
        """SM, or MM for one with media, and 32 hexadecimal digits."""
        return f"{'MM' if media else 'SM'}{self._random.getrandbits(128):032x}"

    def token(self) -> str:
        """An idempotency token."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def pick(self, options: list[str]) -> str:
        """One of several."""
        return self._random.choice(options)
