"""Hours that are told as a reason, and not wished: 9시 출근이라 8시 반, 애들 10시에 자니까 10시 반. Pure."""

import re
from collections.abc import Iterator

from bot.korean.time.told import tells_routine
from bot.korean.time.words import number

DAY = 1440  # minutes
NEAR = 180  # minutes between what is done then and the hour wished for it: nobody gets up in the morning for an evening

_PART = "(?:오전|오후|아침|점심|낮|저녁|밤|새벽)"
_DAYS = "평일|주말|주중|매일|[월화수목금토일](?:요일|욜)"
_NUMBER = "(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열)"
_CLOCK = (
    rf"(?:\d{{1,2}}:\d{{2}}|(?:\d{{1,2}}|{_NUMBER}) ?시(?!간)"
    r"(?: ?반| ?\d{1,2} ?분| ?[일이삼사오육칠팔구십]{1,4}분)?)"
)
_AT = rf"(?:{_PART} ?)?(?<![가-힣]){_CLOCK}(?: ?(?:쯤|경|정도|즈음|무렵))?"
_LESSON = (
    "(?:받|보내|알림|레슨|공부|배우|읽|풀|[하해할한합보봐볼본봅]|좋|괜찮|편하|편해"
    "|[되돼될됩]|가능|시간|여유|아니|안|못|말고|그[리런래러냥])"
)
"""What is no deed of one's own: it is said of lessons, or of whether an hour fits."""
_SINCE = (
    "(?:이?라서?|[으이]?니까?|(?<!에)서|[는은인한운던]데요?|거든요?"
    "|기? ?때문에|느라고?|고(?: ?나서| ?나면)?|자마자|면|요)"
)
_THEN = rf"(?=[\s,.~!]+(?:[^.\n]*?\s)?{_AT})"
_BEHIND = rf"(?:(?!{_CLOCK})[^.\n]){{0,18}}?(?<=[가-힣]){_SINCE}{_THEN}[\s,.~!]+"
_WHO = rf"(?:(?<![가-힣])(?!{_DAYS}|{_PART}|{_LESSON})[가-힣]{{1,5}}[이가은는들]\s)?"
_DONE_AT = re.compile(
    rf"{_WHO}(?:(?:{_PART} ?)?{_CLOCK}(?:부터|에서|~|-) ?)?(?P<at>{_AT})"
    rf"(?:(?:에는?|엔|까지|부터|이?면)\s?|\s)(?!반\s|{_LESSON})[가-힣]{_BEHIND}"
)
_EVENT = (
    "(?:출근|퇴근|출퇴근|기상|취침|마감|오픈|등원|하원|등교|하교|수업|회의|근무|영업|점심|저녁 식사|식사)(?: ?시간)?"
)
_IS_AT = re.compile(
    rf"(?<![가-힣])(?:{_EVENT}(?:이|가|은|는)?|(?!{_DAYS}|{_PART}|{_LESSON})[가-힣]{{2,5}}[이가은는]"
    r"|(?:[가-힣]{1,4} )?[가-힣]{1,3}면) "
    rf"(?P<at>{_AT})(?:에 [가-힣 ]{{1,10}}?)?{_SINCE}{_THEN}[\s,.~!]+"
)
_CLOCK_SAID = re.compile(
    rf"(?P<part>{_PART})? ?(?:(?P<digits>\d{{1,2}}):(?P<minute>\d{{2}})|(?P<hour>\d{{1,2}}|{_NUMBER}) ?시)"
)
_MINUTE = re.compile(r"\s?(?:(?P<half>반)|(?P<minute>\d{1,2}) ?분)")
_DEEDS = (  # what is done at an hour, and between which hours of the day that lies
    (r"일어나|기상|눈 ?[떠뜨]|출근|등[원교]|오픈|문[을은]? ?열|개점", 4, 12),
    ("점심", 11, 14),
    (r"까지.*(?:일[하해]|근무|장사|알바)", 15, 25),
    (r"(?<![가-힣])자(?=[니서는고러기])|잠(?!깐)|취침|재우|재운|퇴근|하[원교]|마감|닫|드라마|저녁|육퇴", 15, 25),
)
_HALVES = {"오전": (0, 11), "아침": (4, 11), "새벽": (0, 6), "점심": (11, 15), "낮": (11, 16), "오후": (12, 23)}
_EVENING = (17, 25)


_WORK = re.compile(  # 새벽장사라 오후 네시: a part of the day in the name of one's work
    r"(?<![가-힣])(?:새벽|아침|점심|낮|저녁|밤) ?(?:장사|근무|시장|알바|배달|운전|영업|당직|일)(?:을|를|이|도|만)? ?"
    rf"(?:이?라서?|이?어서|여서|이?니까|인데|하[느니는]라?고?까?데?|해서|뛰[고느]라?고?|끝나[고면서]|마치[고면]){_THEN}[\s,.~!]+"
)


def without_reasons(text: str) -> str:
    """A spelled text without the hours that only tell why another one is wished. That one is put into the half of the
    day that the reason lies in, where it names none: 7시에 일어나서 7시 20분 is 오전 7시 20분.
    """
    text = _WORK.sub("", text)
    while found := next(_reasons(text), None):
        text = text[: found.start()] + _in_its_half(text[found.end() :], _minutes(found))
    return text


def _reasons(text: str) -> Iterator[re.Match[str]]:
    """The clauses that tell of an hour of one's own day, with another hour behind them."""
    for pattern in (_IS_AT, _DONE_AT):
        for found in pattern.finditer(text):
            clause = found[0].strip(" ,.~!")
            if not clause.endswith("요") or tells_routine(clause):
                yield found


def _in_its_half(text: str, near: list[int]) -> str:
    """The text with the half of the day before its first hour: the one that is nearest to what is done then."""
    said = _CLOCK_SAID.search(text)
    if said is None or said["part"]:
        return text
    options = [
        at for at in _options(said, text[said.end() :], (0, 24)) if any(abs(at - other) <= NEAR for other in near)
    ]
    if len(options) != 1:
        return text
    half = "밤" if options[0] >= DAY else "오후" if options[0] >= DAY // 2 else "오전"
    place = said.start() + len(said[0]) - len(said[0].lstrip())
    return f"{text[:place]}{half} {text[place:]}"


def _minutes(found: re.Match[str]) -> list[int]:
    """When that is which a clause tells of, in minutes of the day; 1440 is the midnight behind it."""
    said = _CLOCK_SAID.search(found["at"])
    assert said  # it is a part of the clause
    hours = (0, 24)
    if said["part"]:
        hours = _HALVES.get(said["part"], _EVENING)
    else:
        hours = next(((first, last) for deed, first, last in _DEEDS if re.search(deed, found[0])), hours)
    return _options(said, found["at"][said.end() :], hours)


def _options(said: re.Match[str], behind: str, hours: tuple[int, int]) -> list[int]:
    hour = number(said["hour"]) if said["hour"] else int(said["digits"])
    minute = int(said["minute"] or 0)
    if (more := _MINUTE.match(behind)) and said["hour"]:
        minute = 30 if more["half"] else int(more["minute"])
    halves = {hour, hour % 12, hour % 12 + 12, 24 if hour == 12 else hour} if hour < 13 else {hour}
    return sorted({at * 60 + minute for at in halves if hours[0] <= at <= hours[1] and (at or hour == 0)})
