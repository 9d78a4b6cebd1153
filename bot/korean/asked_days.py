"""Which days a question is about: 주말에도 와요?, 내일은 안 오죠? Pure."""

import re
from dataclasses import dataclass

from bot.korean.time.scan import scan, spelled

_OTHERWISE = re.compile(r"안\s?(?:와|오|보내|가|받|하)|없|몇|언제")


@dataclass(frozen=True, slots=True)
class AskedDays:
    """Days of the week (0 is Monday), how many days from today on, whether days off work are meant, whether only those
    are, and whether it is asked otherwise than by what yes would answer: 안 와요?, 몇 시에 와요?
    """

    week: frozenset[int]
    ahead: int | None
    free: bool
    only: bool
    otherwise: bool


def asked_days(text: str) -> AskedDays | None:
    """The days that a question names, or None. One day of another week is not told apart from that day of any."""
    tokens = scan(spelled(text)).tokens
    week = frozenset(number for token in tokens if token.kind == "week" for number in token.numbers)
    ahead = next(
        (token.numbers[0] for token in tokens if token.kind == "day" and token.numbers and token.numbers[0] >= 0), None
    )
    free = any(token.kind in {"holiday", "feast"} for token in tokens)
    if not (week or free or ahead is not None):
        return None
    only = any("only" in token.marks for token in tokens)
    return AskedDays(week, ahead, free, only, _OTHERWISE.search(text) is not None)


def next_week(text: str) -> bool:
    """Whether words are about next week and no other: 다음 주는 가볍게, but not 담주까지, which begins now."""
    weeks = [token for token in scan(spelled(text)).tokens if token.kind == "that week"]
    return bool(weeks) and all(token.numbers == (1,) and "till" not in token.marks for token in weeks)
