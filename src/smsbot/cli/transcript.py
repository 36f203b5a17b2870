"""A conversation as a file: what `smsbot chat --save` writes and tests/transcripts replays.

One YAML file is one customer and one local time. Each turn is what somebody did, and what came of
it; what did not change is not written.
"""

from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

ONE_OR_MORE = str | tuple[str, ...]
LOCAL_TIME = "%Y-%m-%d %H:%M"
WIDTH = 96
SHORT = 80
"""Characters up to which a text stands on the line of its key."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Turn(_Part):
    """One turn. Somebody acts: a `customer` texts (several texts are a burst; `media` pictures come
    with the last), or a `rep`, named by id, `does` something or `says` a text. `at` moves the local
    time, and holds from here on.

    Then what came of it: `guard` is action/rule of each text, `bot` what the bot said, `carrier`
    what the carrier answered by itself, `refused` why a rep could not do that, `task` each task
    made or extended, `told` which of our people were texted, `owner` and `consent` what they
    became.
    """

    customer: ONE_OR_MORE | None = None
    media: int = 0
    rep: str | None = None
    does: Literal["claims", "returns", "resolves"] | None = None
    says: str | None = None
    at: str | None = None
    guard: ONE_OR_MORE | None = None
    bot: ONE_OR_MORE | None = None
    carrier: ONE_OR_MORE | None = None
    refused: str | None = None
    task: ONE_OR_MORE | None = None
    told: ONE_OR_MORE | None = None
    owner: str | None = None
    consent: str | None = None

    @model_validator(mode="after")
    def _somebody_acts(self) -> "Turn":
        if (self.customer is None) == (self.rep is None):
            raise ValueError("a turn needs one of customer and rep")
        if self.rep is not None and (self.does is None) == (self.says is None):
            raise ValueError("a rep needs one of does and says")
        return self

    @property
    def texts(self) -> tuple[str, ...]:
        """What the customer texts, in order."""
        if self.customer is None:
            return ()
        return (self.customer,) if isinstance(self.customer, str) else self.customer


class OwnPack(_Part):
    """A pack of one's own, by its directories; relative to the file that names them."""

    graphs: str
    prompts: str


class Transcript(_Part):
    """`about` says in a sentence what it shows; `at` is the business's local time, as
    2026-11-23 10:15."""

    about: str = ""
    pack: Literal["shipped"] | OwnPack = "shipped"
    at: str
    turns: tuple[Turn, ...] = Field(min_length=1)


class BadTranscript(Exception):
    """A transcript that cannot be read: the file, the field, and what is wrong with it."""


def local_time(written: str) -> datetime:
    """`2026-11-23 22:15`, naive: the business's own zone is meant. Raises ValueError."""
    return datetime.strptime(written, LOCAL_TIME)  # noqa: DTZ007 naive on purpose


def folded(values: list[str] | tuple[str, ...]) -> ONE_OR_MORE | None:
    """None, the only one, or all of them: the shortest way to write it."""
    if not values:
        return None
    return values[0] if len(values) == 1 else tuple(values)


def read(path: Path) -> Transcript:
    """Raises `BadTranscript`."""
    try:
        return Transcript.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except yaml.YAMLError as error:
        raise BadTranscript(f"{path}: this is not YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadTranscript(f"{path}: {where}: {first['msg']}") from error


def write(transcript: Transcript) -> str:
    """The file's text; `read` gives the same transcript back."""
    content = transcript.model_dump(mode="json", exclude_defaults=True)
    head = {"about": transcript.about, "pack": content.get("pack", "shipped")}
    turns = content.pop("turns")
    text = _yaml({**head, **content})
    return text + "turns:\n" + "\n".join(_yaml([turn]) for turn in turns)


class _Dumper(yaml.SafeDumper):
    """Bodies as they are read: long ones folded, those of several lines as they stand."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else ">" if len(value) > SHORT else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def _yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
