"""The hours that somebody likely means by a moment of their day, to be offered where it is asked when. Pure.

`bot.korean.when.read` never guesses, and for most moments has nothing to offer; who was asked “when?” meant some hour.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from bot.korean.time.clocks import DAY, RANGES, read_clocks
from bot.korean.time.left_out import wish_of
from bot.korean.time.mentions import sorted_out
from bot.korean.time.scan import Token, scan, spelled
from bot.korean.time.told import tells_routine
from bot.korean.time.words import PARTS
from bot.rhythm.days import ALL, Weekdays

MOMENTS = (
    (r"출퇴근", 6, 22, "08:00 18:30"),
    (r"(?:등원|등교|학교|유치원|어린이집)에? ?(?:시키|시킨|보내|보낸|가고|가면|후)", 7, 12, "09:00 09:30 10:00"),
    (r"육퇴|애들? ?자|(?:애|아이|아기)(?:들)? ?잠(?!깐)", 19, 24, "21:00 21:30 22:00"),
    (r"(?:가게|매장|카페|식당|문)[을를]? ?(?:열기|오픈)|오픈 ?(?:전|준비)", 5, 13, "08:00 09:00 10:00"),
    (r"낮잠", 11, 17, "13:30 14:00 15:00"),
    (r"(?:학교|수업|학원|알바) ?(?:끝나|마치)|시(?: ?반)?에 (?:마치|마쳐)", 12, 23, "16:00 18:00 21:00"),
    (r"마감|(?:가게|매장|문)[을를]? ?닫|정산", 16, 24, "20:00 21:00 22:00"),
    (r"브레이크 ?타임", 13, 18, "14:00 15:00 16:00"),
    (r"눈 ?뜨|일어나|기상", 4, 11, "06:30 07:00 07:30"),
    (r"(?<!낮)잠(?!깐|시|실|옷|바)|자러|누워|눕|침대", 20, 24, "22:00 22:30 23:00"),
)
"""Moments that parts of a day do not name: between which hours they lie, and what is offered."""


NO_PARTS = re.compile(r"출퇴근|낮잠(?: ?(?:잘 때|자면|자고 나면))?")
"""What looks like a part of the day, or two of them, and is none."""
EARLIER = re.compile(
    r"^(?!.*(?:끝|마치|닫|마감)).*(?:출근|나가|나서|[^가-힣]자(?:요|거든|는|고 있|$)|잠(?!깐)|취침|눕|누워"
    r"|(?:문|가게|매장|카페|식당)[을은]? ?열|오픈|개점"
    r"|등교|등원(?! ?시)|수업|회의|학교|시작|출발)"
)
"""What is told of a day that lessons would stand before, and not behind: 9시에 출근해요, 밤 11시에 자요."""


AFTER_IT = re.compile(
    r"(?:라서?|니까|이고|[는은인]데|거든요?|[아어해]서|[아어에예해]요|[가-힣]면)[\s,.]+(?:그 ?(?:뒤|후|이후|다음)|이후)"
    r"(?:로는|에는|로|에|엔|부터|면|라면)? ?(?:아무|암|언제|다 ?(?:괜찮|[돼되])|괜찮|가능|상관)"
)
"""6시 40분에 끝나니까 그 뒤로 아무 때나: any hour behind the one that is told."""
HALF_AN_HOUR = 30  # minutes
_CANNOT = (
    r"(?:[^.\n]{1,16}? )??(?:못 ?[가-힣]|안 ?[돼되됩]|힘[들드]|어[렵려]|바[쁘빠쁩]|정신 ?없|무리|곤란|싫|빡[세셉]|꿈도"
    r"|자(?:요|고|는|거|니)|일[하해]|(?:새|틈|시간|짬|여유)[이가도은]? ?없)"
)
_BEFORE = re.compile(
    rf"(?:그 ?|[시반분] ?)(?:전|이전)(?:에는|에도|엔|에|까지는|까진|까지|은)? {_CANNOT}"
    rf"|(?:[시반분]|그때|그 ?시간)(?:까지는|까진|까지) {_CANNOT}"
)
_BEHIND = re.compile(
    rf"(?:그 ?|[시반분] ?)(?:이후|후|뒤|넘어서|넘어|넘으면|지나서|지나면)(?:에는|엔|에|로는|론|로|는|면)? {_CANNOT}"
)
"""퇴근이 일곱시라 그 전엔 못 봐요, 밤 10시 이후엔 못 봐요: the hours before or behind the one that is told."""
_MORNING = re.compile(r"자(?:고|느라|요|거든)|일어나|기상|출근|등[원교]|아침|오전|새벽")
_LATER = re.compile(
    r"끝나|마치|마쳐|퇴근|일[하해]|장사|가게|마감|하원|육퇴|(?:애|아이|아기)들?[이은는]? ?(?:\S+ )?(?:자|재우)"
)
NOON = 720  # minutes of the day


class _Moment(NamedTuple):
    hours: frozenset[int]
    offers: tuple[int, ...]
    at_work: bool


class Likely(NamedTuple):
    """Minutes of the day to offer; whether the one was said so that nothing need be asked; whether a moment of MOMENTS
    told them.
    """

    minutes: tuple[int, ...] = ()
    sure: bool = False
    named: bool = False


def likely(words: str, now: datetime) -> Likely:
    """What to offer; nothing for words that name neither an hour nor a moment, or several hours. `now` is in the
    learner's zone.
    """
    text = wish_of(spelled(words)).text
    named = [*_named(text)]
    cut = scan(NO_PARTS.sub("", text))
    tokens = [token for token in cut.tokens if token.kind != "number" or not cut.left]  # 3교대라 is no hour
    moments = [*named, *(_part(token) for token in tokens if token.kind == "part")]
    clocks = read_clocks(tokens, now.hour * 60 + now.minute)
    if clocks.fault:
        return Likely()
    allowed = frozenset(range(25)).intersection(*(moment.hours for moment in moments))
    several = len(clocks.readings) > 1 and not clocks.marks & (RANGES - {"or"})  # 평일엔 7시 주말엔 10시
    if several or len(clocks.readings) > 2 or (clocks.readings and not allowed):
        return Likely()
    options = {option for reading in clocks.readings[:1] for option in reading.options if option // 60 in allowed}
    if options:
        doubted = clocks.marks & RANGES or any(moment.at_work for moment in moments) or tells_routine(text)
        sure = len(clocks.readings) == len(options) == 1 and not doubted
        return Likely(tuple(sorted(options)), sure, named=bool(named))
    return Likely(_offered(moments, allowed), named=bool(named))


def around(words: str, now: datetime) -> tuple[str, ...]:
    """Rhythms at hours near one that is told of one's own day, and is no wish: behind 저녁 8시에 문 닫아요 and 7시까지
    일해요, on the half-hours behind 퇴근이 6시 40분이라 그 뒤로 아무 때나, before 9시에 출근해요; on the days named, or
    every day; where the hours before one are said not to fit, at it and behind it, and the other way round. None for
    words that tell no such thing. `now` is in the learner's zone.
    """
    text = wish_of(spelled(words)).text
    bars = barred(text)
    behind = bars == "before" or AFTER_IT.search(text) is not None
    if not (behind or bars or tells_routine(text)):
        return ()
    cut = scan(NO_PARTS.sub("", text))
    said = sorted_out([token for token in cut.tokens if token.kind != "number"], now)
    moments = [*_named(text), *(_part(token) for token in cut.tokens if "work" in token.name)]
    allowed = frozenset(range(25)).intersection(*(moment.hours for moment in moments))
    last = said.clocks.readings[-1].options if said.clocks.readings else ()
    earlier = bars == "behind" or (EARLIER.search(text) and not behind)
    steps: tuple[int, ...] = (-60, -30) if earlier else (0, 30)
    fits = [option for option in last if option // 60 in allowed]
    if bars:
        fits = _in_the_half(fits, text, bars)
        steps = (steps[-1] if earlier else steps[0],) if len(fits) > 1 else steps
    fits = [-(-option // HALF_AN_HOUR) * HALF_AN_HOUR for option in fits] if behind else fits
    minutes = sorted((option + step) % DAY for option in fits for step in steps)
    return tuple(f"{said.repeats.days or Weekdays(ALL)} {at // 60:02}:{at % 60:02}" for at in minutes)


def barred(text: str) -> str:
    """Whether the hours "before" or "behind" one that is told are said not to fit; "" for neither."""
    if "시" not in text:
        return ""
    return "before" if _BEFORE.search(text) else "behind" if _BEHIND.search(text) else ""


def _in_the_half(fits: list[int], text: str, bars: str) -> list[int]:
    """Those in the half of the day that is likely: who sleeps until then sleeps in the morning."""
    early = bars == "before" and _MORNING.search(text) and not _LATER.search(text)
    late = bars == "behind" or _LATER.search(text)
    half = [at for at in fits if (early and at < NOON) or (late and not early and at >= NOON)]
    return half or fits


def every_day(minutes: Iterable[int]) -> Iterable[str]:
    """Each as the canonical form of a daily rhythm: daily 21:00."""
    return (f"{Weekdays(ALL)} {minute // 60 % 24:02}:{minute % 60:02}" for minute in minutes)


def _offered(moments: list[_Moment], allowed: frozenset[int]) -> tuple[int, ...]:
    """The hours of the first moment that all of them allow; those that are named are surer than parts of the day."""
    found = (tuple(at for at in moment.offers if at // 60 in allowed) for moment in moments)
    return next(filter(None, found), ())


def _named(text: str) -> Iterable[_Moment]:
    for pattern, first, last, offers in MOMENTS:
        if re.search(pattern, text):
            yield _Moment(frozenset(range(first, last + 1)), _minutes(offers), at_work=False)


def _part(token: Token) -> _Moment:
    first, last, offers = PARTS[token.name]
    return _Moment(frozenset(range(first, last + 1)), _minutes(offers), at_work="work" in token.name)


def _minutes(clocks: str) -> tuple[int, ...]:
    return tuple(int(clock[:2]) * 60 + int(clock[3:]) for clock in clocks.split())
