"""Which days a question is about: 주말에도 와요?, 내일은 안 오죠? Pure."""

import re
from dataclasses import dataclass
from datetime import date

from bot.korean.time.scan import Token, scan, spelled

DAYS = 7  # of a week
PAIR = 2  # days of a weekend
_GONE = re.compile(
    "지난|저번|지지난|[안못] ?(?:왔|온 |보냈|받았|받은|울렸|보내 ?[주줬]|와[서 ])|빼먹|빠졌|걸렀|건너뛰었"
)
_BEFORE = re.compile("지난|저번")
_LAST_WEEK = re.compile("(?:지난|저번) ?주(?!말)")
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


def days_ago(text: str, today: date | None = None) -> int:
    """How many days before today the day is that words name: 어제, 그제, and, where `today` is told, the day of the
    week in 지난 수요일 and 수요일에 왜 안 왔어요; 0 where they name none gone by.
    """
    tokens = scan(spelled(text)).tokens
    ago = -min((t.numbers[0] for t in tokens if t.kind == "day" and t.numbers), default=0)
    named = [t.numbers[-1] for t in tokens if _is_named(t)]
    if ago > 0 or today is None or len(named) != 1 or not _GONE.search(text):
        return max(0, ago)
    if _LAST_WEEK.search(text):
        return today.weekday() + DAYS - named[0]
    return (today.weekday() - named[0]) % DAYS or (DAYS if _BEFORE.search(text) else 0)


def _is_named(token: Token) -> bool:
    """Whether it names one day of the week, or a weekend by its Sunday; -1 is the one before this week."""
    return (token.kind == "week" and 0 < len(token.numbers) <= PAIR) or token[:2] == ("weekend", (-1,))


def next_week(text: str) -> bool:
    """Whether words are about next week and no other: 다음 주는 가볍게, but not 담주까지, which begins now."""
    weeks = [token for token in scan(spelled(text)).tokens if token.kind == "that week"]
    return bool(weeks) and all(token.numbers == (1,) and "till" not in token.marks for token in weeks)
