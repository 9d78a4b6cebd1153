"""What turns bring about between messengers: two records become one and part again, an address leaves. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from bot.message import Address

PARTS_FOR = timedelta(minutes=10)  # for which two records that became one can be parted again


class Joint(msgspec.Struct, frozen=True, array_like=True):
    """That a guest's record was joined to a learner's at a moment in UTC, on a channel; `before` is the learner as
    they were then, as JSON.
    """

    guest_id: int
    at: datetime
    channel: str
    before: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A guest, who spoke at an address, and the owner of a link code are one learner now: the owner, to whom all of the
    guest's addresses and rows belong. For PARTS_FOR both are kept as they were.
    """

    address: Address
    owner_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Parted:
    """A guest has what was theirs again, and the learner what they had before, with all they did since that moment."""

    guest_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Unlinked:
    """An address belongs to nobody any more; whoever speaks there is a stranger."""

    address: Address


@dataclass(frozen=True, slots=True)
class Told:
    """Whoever speaks at an address has heard there what was joined to their record. It is told at their next word and
    never pushed: they have just said the code themselves, and a push would be one more message of a day that may bring
    only one.
    """

    address: Address
