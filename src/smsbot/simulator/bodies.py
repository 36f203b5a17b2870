"""The bodies that the control API takes."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from smsbot.simulator.config import E164, NOWHERE, Geo, WebUrl


class TextBody(BaseModel):
    """A phone `from` texts a number `to`.

    `wait`: answer when the webhook was answered. `webhooks`: post the same webhook that often,
    with `parallel` all at once. `from_geo`: where the phone is registered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    from_: Annotated[E164, Field(alias="from")]
    to: E164
    body: str = ""
    media: tuple[WebUrl, ...] = ()
    from_geo: Geo = NOWHERE
    wait: bool = True
    webhooks: Annotated[int, Field(ge=1, le=100)] = 1
    parallel: bool = False


class BlockBody(BaseModel):
    """A customer's `phone` and a `number` of the business."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: E164
    phone: E164
