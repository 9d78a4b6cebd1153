"""How often: fewer or more days a week at the same hours, and days said without an hour, put on those there are."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from itertools import combinations, pairwise

from bot.korean.time.mentions import Mentions, sorted_out
from bot.korean.time.scan import Token, scan, spelled
from bot.korean.time.told import tells
from bot.korean.when import decide
from bot.rhythm import Clear, Repeat, Rhythm, Unclear
from bot.rhythm.days import ALL, WORKDAYS, Days, EveryDays, Monthdays, Weekdays

_EVERY_DAY = re.compile(
    r"매일|날마다|맨날|하루|항상|늘\b|평일|주말|요일|[월화수목금토일]{2,}|every|daily", re.IGNORECASE
)
LEVELS = (7, 5, 3, 2, 1)  # days a week
WEEK = (0, 7, 0)  # a length: months, days, minutes
USUAL = tuple(Repeat(Weekdays(ALL), (time(hour),)) for hour in (8, 12, 19, 21))  # offered to whoever named no hour
# 알림 횟수를 매일 말고 주 3회면 충분해요: no words of time, and no reason to doubt them either
BESIDE = re.compile("(?:알림 ?)?(?:횟수|빈도)[를는도]?|매일 ?말고|충분|족(?=해|합)")
A_WEEK = re.compile(r"(?<!\w)주에 ")
HARMLESS = frozenset({"change", "again", "start"})
REDUCES = re.compile("줄|덜")  # whoever says so never gets more than before


def week_of(count: int, days: frozenset[int]) -> frozenset[int]:
    """So many days, as even over the week as can be, of the learner's own days where they have enough.

    Whoever learns on working days keeps the weekend free.
    """
    free = count <= len(WORKDAYS) and (days >= WORKDAYS or days <= WORKDAYS)
    pool = WORKDAYS if free else ALL
    fewer = count <= len(days)
    weeks = combinations(sorted(days & pool if fewer else pool), count)
    return min((frozenset(week) for week in weeks if fewer or days <= {*week}), key=_unevenness)


def thinner(have: Repeat) -> Repeat | None:
    """The next rarer rhythm at the same hours; None when it comes once a week or less."""
    match have.days:
        case Weekdays(days, weeks) if len(days) > 1:
            return Repeat(Weekdays(week_of(_level_below(len(days)), days), weeks), have.times)
        case EveryDays() as days if _rate(days) > 1:
            return Repeat(Weekdays(week_of(_level_below(_rate(days)), frozenset())), have.times)
        case Monthdays(days) if len(days) > 1:
            return Repeat(Monthdays(days[::2]), have.times)
    return Repeat(have.days, have.times[:1]) if len(have.times) > 1 else None


def denser(have: Repeat) -> Repeat | None:
    """The next more frequent rhythm at the same hours; None when it comes every day."""
    more = min((level for level in LEVELS if level > _rate(have.days)), default=0)
    return Repeat(Weekdays(week_of(more, _weekdays(have.days))), have.times) if more else None


def count(words: str) -> int:
    """How many days a week the words speak of, or 0: 일주일에 두 번만, 주 3회로 줄여줘."""
    return _counted(_tokens(words))[0]


def fitted(words: str, now: datetime, have: Repeat | None) -> Rhythm | None:
    """What days without an hour, or a number of days a week, come to for a learner with that rhythm.

    Without a rhythm, the usual hours to choose from. None when the words are about anything else.
    """
    tokens = () if tells(spelled(words)) else _tokens(words)
    number, rest = _counted(tokens)
    said = sorted_out(rest, now)
    if not tokens or said.verbs - HARMLESS or said.spans or said.lengths or said.repeats.unclear or said.repeats.out:
        return None
    if not number:
        plain = None if said.timed else _plain_days(said)
        if plain is None:
            return None
        return Repeat(plain, have.times) if have else _on(plain, Unclear(USUAL))
    if said.repeats.days:
        return None
    days = Weekdays(week_of(number, _weekdays(have.days) if have else frozenset()))
    if said.timed or not have:
        return _on(days, decide(rest, now) if said.timed else Unclear(USUAL))
    more = _rate(days) >= _rate(have.days)
    return have if more and REDUCES.search(words) else Repeat(days, have.times[:1])


def _tokens(words: str) -> Sequence[Token]:
    """The words of time; none when anything else is said that we do not understand."""
    cut = scan(A_WEEK.sub("주 ", BESIDE.sub(" ", spelled(words))))
    return () if cut.left else cut.tokens


def _counted(tokens: Sequence[Token]) -> tuple[int, list[Token]]:
    """The number of days a week, or 0, and the tokens that do not say it."""
    for token in tokens:
        if token.kind == "count" and token.numbers[1:] == (7,):  # 주 3회
            return _real(token.numbers[0]), [other for other in tokens if other is not token]
        if (token.kind == "weekly" or token.numbers == WEEK) and "one time" in token.marks:  # 일주일에 한 번
            return 1, [other for other in tokens if other is not token]
    for week, token in pairwise(tokens):
        if week.kind == "weekly" or (week.kind == "length" and week.numbers == WEEK and not week.marks):
            if token.kind in ("count", "day number"):  # 일주일에 두 번, 일주일에 3일
                return _real(token.numbers[0]), [other for other in tokens if other is not week and other is not token]
            if token.kind == "length" and token.numbers[0] == token.numbers[2] == 0 and token.numbers[1] < 7:
                return token.numbers[1], [other for other in tokens if other is not week and other is not token]
    return 0, list(tokens)


def _real(number: int) -> int:
    return number if number in range(1, 8) else 0


def _plain_days(said: Mentions) -> Days | None:
    """Days that can be meant in one way only; 월요일 alone may be the next one."""
    repeats = said.repeats
    lone = isinstance(repeats.days, Weekdays) and not repeats.habit
    return None if lone or repeats.fault or repeats.times or "also" in repeats.marks else repeats.days


def _on(days: Days, rhythm: Rhythm) -> Rhythm | None:
    """The rhythm, said of every day, on those days; None when it is another one."""
    match rhythm:
        case Repeat(Weekdays(every, 1), times) if every == ALL:
            return Repeat(days, times)
        case Unclear(choices) if choices:
            found: list[Clear] = [one for one in (_on(days, choice) for choice in choices) if isinstance(one, Repeat)]
            return Unclear(tuple(found)) if len(found) == len(choices) else None
    return None


def _weekdays(days: Days) -> frozenset[int]:
    return days.days if isinstance(days, Weekdays) else frozenset()


def _rate(days: Days) -> float:
    """Days a week."""
    match days:
        case Weekdays(named, weeks):
            return len(named) / weeks
        case EveryDays(step):
            return 7 / step
        case Monthdays(named_days):
            return len(named_days) * 12 / 52


def _level_below(rate: float) -> int:
    return next(level for level in LEVELS if level < rate)


def _unevenness(week: frozenset[int]) -> tuple[int, list[int]]:
    """How unlike the gaps between the days are; of equally even weeks the one that begins first is the least."""
    days = sorted(week)
    gaps = [later - before for before, later in pairwise([*days, days[0] + 7])]
    return sum(gap * gap for gap in gaps), days


def says_every_day(words: str) -> bool:
    """Whether every day is meant in so many words; an hour alone is a wish about the hour."""
    return _EVERY_DAY.search(words) is not None
