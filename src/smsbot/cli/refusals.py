"""What a person can mend: said in a line or two, with exit code 2 and no trace."""

from smsbot.beside import OtherVersion
from smsbot.cli.common import CannotDo
from smsbot.config import BadSetting
from smsbot.pack.problem import PackError
from smsbot.pack.starter import WouldOverwrite
from smsbot.pipeline.desk import DeskError
from smsbot.pipeline.replay import NoReplay
from smsbot.pipeline.story import AmbiguousId
from smsbot.store.db import DatabaseDown
from smsbot.store.embedded import AlreadyRunning, NoData

REFUSALS = (
    AlreadyRunning,
    AmbiguousId,
    BadSetting,
    CannotDo,
    DatabaseDown,
    DeskError,
    NoData,
    NoReplay,
    OtherVersion,
    PackError,
    WouldOverwrite,
)
