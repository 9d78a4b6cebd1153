"""Whom and which day a report is about: 어제 셔츠 손님한테 보냈어요, 3번은 빼 줘, 다음 주 화요일에 다시. Pure."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.korean.time.dates import read_dates
from bot.korean.time.scan import scan, spelled

_NUMBER = re.compile(
    r"(?:^|\s)(\d{1,2})\s?번(?:째)?(?:\s?(?:줄|분|사람|님|칸))?(?:(?:한테|에게|께)[도는만]?|은|는|을|를|께서|이|가|도|에)?(?=\s|$)"
)
_COUNTED_PLACES = "첫 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split(), "첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split()
_ORDINAL = re.compile(  # 둘째 사람, 세 번째 분은, 마지막 사람
    rf"(?:^|\s)(?:(?P<one>{'|'.join(_COUNTED_PLACES[0])})째|(?P<nth>{'|'.join(_COUNTED_PLACES[1])})\s?번째|(?P<last>(?:맨\s?)?마지막|맨\s?(?:끝|아래)))"
    r"(?:에)?\s?(?:줄|분|사람|님|칸)(?=(?:한테|에게|께|은|는|을|를|이|가|도)?(?:\s|$))"
)
_PARTICLE = re.compile(
    r"(?:님|씨)?(?:께서[는도]?|(?:한테|에게)[서는도만]?|께[는도만]?|에[다도는]?|이랑|랑|하고|은|는|이|가|을|를|도|의|부터)?$"
)
_ASIDE = re.compile(
    r"^(?:네|응|아|방금|아까|드디어|지금|막|이미|벌써|또|다시|한번|한\s?번|더|먼저|제가|내가|저는|나는|그분|그\s?분|이분|분|첫|메시지|문자|카톡|톡|디엠|메일|연락|편지|소개|글|"
    r"명단|목록|열|사람|줄|좀|그냥|일단|우선|하나|그럼|그래서|그런데)?(?:에게|한테|께|에서|에|으로|로|은|는|이|가|을|를|도)?$"
)
_AFTER = re.compile(
    r"(\d{1,3}|하루|이틀|사흘|나흘|닷새|일주일|이\s?주일?|보름|한\s?주|한\s?달|두\s?주|두\s?달)\s?(일|주일|주|달|개월)?\s?(?:뒤|후|있다가|이따)"
)
_BEFORE = re.compile(
    r"(\d{1,3}|하루|이틀|사흘|나흘|닷새|일주일|이\s?주일?|보름|한\s?주|한\s?달|두\s?주|두\s?달)\s?(일|주일|주|달|개월)?\s?전"
)
_OF_MONTH = re.compile(
    r"(?:(?<!\d)(?<!월)(?<!월\s)(?P<day>[12]?\d|3[01])일(?=에|날|까지|쯤|\s|$)(?!\s?(?:동안|간|뒤|후|전|이상|안|내|째|만에|씩|걸|쉬|정도|치|만))|(?<![가-힣])(?:이번\s?달\s?)?(?:말일|월말))"
)
_LAST_WEEK = re.compile(r"^(?:지난|저번)\s(?=[월화수목금토일]요일)")  # said of what was done: 지난 금요일
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "일주일": 7,
    "한주": 7,
    "이주": 14,
    "이주일": 14,
    "두주": 14,
    "보름": 15,
}
_UNITS = {"": 1, "일": 1, "주": 7, "주일": 7, "달": 30, "개월": 30}
_MONTHS = {"한달": 30, "두달": 60}
_PLACE = re.compile(r"(?<!\d)(\d{1,2})\s?번(?!째)")
_PLACE_ALONE = re.compile(r"\d{1,2}\s?번(?:째)?(?:\s?(?:줄|분|사람))?\s?(?:한테|에게|께|은|는|을|를|이)?")
_BETWEEN = re.compile(
    r"(?:^|(?<=\s))(?:이랑|랑|하고|과|와|,|(?:한테|에게|께)[도는만]?|은|는|이|도)(?=\s|$)"
)  # around places
_CLAUSES = re.compile(r"[.!?,\n]\s")
_LOOKS = re.compile(
    r"까지|(?:뒤|후|말)에|다시|보기로|살펴|펴\s?[보볼]|점검|확인|정할|정하|고를|고르|[일날]에\s(?:\S+\s)*볼"
)
_WITHIN = re.compile(r"(?<=[일주달월])\s?(?:안|이내)(?:에|로)?(?=\s|$)")
_COUNTED = re.compile(
    r"(?:이번\s?주|금주|다음\s?주|담\s?주|차주|다다음\s?주|다담\s?주)\s?[월화수목금토일]요일|(?<![가-힣])(?:내일|모레|글피)(?![가-힣]*\s?모레)"
)
_FARTHEST = timedelta(days=120)  # from a line to the day it looks ahead to: the plan is one of ninety days
_LONG_AGO = timedelta(days=183)  # a date without a year that was longer ago is a slip
_ANY_DAY = date(2026, 1, 1)
_SHORTEST = 2  # letters of a word that tells one nickname from another


@dataclass(frozen=True, slots=True)
class Meant:
    """The keys of those that the words may be about, and what of the words is neither them nor a filler."""

    keys: tuple[int, ...] = ()
    rest: str = ""


def meant(words: str, aliases: Mapping[int, str]) -> Meant:
    """Who is meant, by place in the list (3번), by nickname or by words of it; the last words may be a day."""
    words = with_places(words, len(aliases))
    if (number := _NUMBER.search(words)) and 1 <= int(number[1]) <= len(aliases):
        rest = f"{words[: number.start()]} {words[number.end() :]}"
        return Meant(([*aliases][int(number[1]) - 1],), _leftover(rest.split()))
    tokens = words.split()
    scores = {key: _said_of(tokens, alias) for key, alias in aliases.items()}
    best = max((len(said) for said in scores.values()), default=0)
    if not best:
        return Meant((), _leftover(tokens))
    letters = {key: sum(len(tokens[at]) for at in said) for key, said in scores.items() if said}
    most = max(letters.values())
    keys = tuple(key for key, count in letters.items() if count == most)
    said = scores[keys[0]]
    return Meant(keys, _leftover([token for at, token in enumerate(tokens) if at not in said]))


def places_named(words: str) -> tuple[tuple[int, ...], str]:
    """The places in the list that words name, each once, and the rest: 2번이랑 4번한테 어제 are 2 and 4, and 어제."""
    places = tuple(dict.fromkeys(map(int, _PLACE.findall(words))))
    return places, _BETWEEN.sub(" ", _PLACE.sub(" ", words)).strip()


def with_places(words: str, count: int) -> str:
    """둘째 사람 as 2번, and the last of so many by its number."""
    return _ORDINAL.sub(lambda found: f" {_place(found, count)}번", words)


def _place(found: re.Match[str], count: int) -> int:
    for name, each in zip(("one", "nth"), _COUNTED_PLACES, strict=True):
        if found[name]:
            return each.index(found[name]) + 1
    return count


def is_place(words: str) -> bool:
    """Whether words are nothing but a place in the list: 9번, 9번 분한테."""
    return _PLACE_ALONE.fullmatch(words.strip()) is not None


def _said_of(tokens: Sequence[str], alias: str) -> set[int]:
    """The places of the words that are of a nickname."""
    parts = [without_particle(part) for part in alias.split()]
    joined = "".join(parts).replace("○", "")  # 이과장님 is 이○○ 과장
    return {
        at
        for at, token in enumerate(tokens)
        if (word := without_particle(token)) in parts or (len(word) > _SHORTEST and word in joined)
    }


def without_particle(token: str) -> str:
    """A word without its particle and 님."""
    bare = _PARTICLE.sub("", token.strip(",.·:"), count=1)
    return bare or token


def _leftover(tokens: Sequence[str]) -> str:
    return " ".join(token for token in tokens if not _ASIDE.fullmatch(token))


def is_time(words: str) -> bool:
    """Whether the words are nothing but a day, with or without its hour."""
    bare = _LAST_WEEK.sub("", words.strip().removesuffix("에"))
    if _AFTER.fullmatch(bare) or _BEFORE.fullmatch(bare) or _OF_MONTH.fullmatch(bare):
        return True
    tokens, left = scan(spelled(words))
    return not left and (bool(read_dates(tokens, _ANY_DAY).spans) or any(token.kind == "week" for token in tokens))


def with_its_date(words: str, today: date) -> str:
    """다담주 화요일(12월 22일)까지: a day that is counted from today with its date, for whoever reads it later."""
    found = _COUNTED.search(words)
    days = days_named(found[0], today) if found and not _OF_MONTH.search(words) else ()
    if found is None or len(days) != 1 or re.search(r"\d\s?월", words):
        return words
    return f"{words[: found.end()]}({days[0].month}월 {days[0].day}일){words[found.end() :]}"


def days_named(words: str, today: date) -> tuple[date, ...]:
    """The day that words name, counted from today; two where it may be either, none for none and for a whole week."""
    if after := _AFTER.search(words):
        return (today + timedelta(days=_span(after[1].replace(" ", ""), after[2] or "")),)
    tokens = scan(spelled(words)).tokens
    spans = read_dates(tokens, today).spans
    if spans:
        one = spans[0].first == spans[0].last
        return spans[0].doubts if len(spans[0].doubts) > 1 else (spans[0].first,) if one else ()
    if found := _OF_MONTH.search(words):
        return (_in_month(found, today),)
    weekday = next((token.numbers[0] for token in tokens if token.kind == "week" and len(token.numbers) == 1), None)
    return () if weekday is None else (today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1),)


def day_to_look(text: str, written: date) -> date | None:
    """The first day after a line was `written` by which it says that something shall be, or on which it will be looked
    at again: 12월 20일까지 세 명, 30일에 다시 볼게요. One far off is none that was meant: 3월 9일 was last March.
    """
    clauses = (_WITHIN.sub(" 뒤에", said) for said in _CLAUSES.split(text))
    ahead = (day for said in clauses if _LOOKS.search(said) for day in days_named(said, written)[:1])
    return next((day for day in ahead if timedelta() < day - written <= _FARTHEST), None)


def _in_month(found: re.Match[str], today: date, *, past: bool = False) -> date:
    """The next day of that number; of the `past` the last one, which may be today."""
    months = [today.replace(day=1) + timedelta(days=31 * n) for n in (range(0, -4, -1) if past else range(4))]
    each = [_of_month(month.year, month.month, found["day"]) for month in months]
    fits = (day for day in each if day and (day <= today if past else day > today))
    return next(fits, today)


def _of_month(year: int, month: int, number: str | None) -> date | None:
    """A day of a month, the last one without a number; None where the month has none such."""
    last = monthrange(year, month)[1]
    day = int(number) if number else last
    return date(year, month, day) if 1 <= day <= last else None


def past_day(words: str, today: date) -> date:
    """The day on which something was done: a weekday and a date are those that were last; today where none is named."""
    if ago := _BEFORE.search(words):
        return today - timedelta(days=_span(ago[1].replace(" ", ""), ago[2] or ""))
    days = days_named(words, today)
    if not days:
        return today
    day = days[0]
    if day <= today:
        return day
    if (found := _OF_MONTH.search(words)) and "월" not in words:
        return _in_month(found, today, past=True)
    if "요일" in words:  # 금요일에 보냈어요
        return day - timedelta(days=-(-(day - today).days // 7) * 7)
    before = day - timedelta(days=365)
    return before if today - before < _LONG_AGO else today


def _span(number: str, unit: str) -> int:
    if number in _MONTHS:
        return _MONTHS[number]
    return _DAYS[number] if number in _DAYS else int(number) * _UNITS[unit]
