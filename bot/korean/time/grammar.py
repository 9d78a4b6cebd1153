"""The grammar: every kind of word of time, most telling first, and how each is turned into numbers."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from bot.korean.time import words
from bot.korean.time.words import number
from bot.rhythm.days import ALL, WEEKEND, WORKDAYS

Numbers = tuple[int, ...]
NAMED = "named"  # the value of a row whose group says which word it was
Value = str | Numbers | Callable[[re.Match[str]], Numbers | None]


def _clock(match: re.Match[str]) -> Numbers | None:
    """Hour, minute, whether the hour has a leading zero."""
    hour, *minutes = match.groups()
    said = next((part for part in minutes if part), "0")
    if hour.strip() in ("일", "이", "오") and said == "0":
        return None  # 일시, 이시 and 오시 are other words, unless minutes follow
    half = not said.isdigit() and said[0] not in words.SINO and said[0] != "십"
    return number(hour), 30 if half else number(said), int(hour[0] in "0영")


def _digits(match: re.Match[str]) -> Numbers:
    hour, minute = divmod(int(match[0]), 100)
    return hour, minute, int(match[0][0] == "0")


def _numbers(match: re.Match[str]) -> Numbers:
    return tuple(number(part) if part else 0 for part in match.groups())


def _pair(match: re.Match[str]) -> Numbers:
    """The hours of 7~8시, or of 두세 시."""
    if match[1]:
        return int(match[1]), int(match[2])
    first = words.PAIRS[match[3]]
    return first, first + 1


def _week(match: re.Match[str]) -> Numbers | None:
    """The days of a list such as 월수금 or 월~금; None when the letters spell another word, such as 토목."""
    letters = re.findall("([월화수목금토일])(?:요일|욜일(?!욜|요일)|욜)?", match[0])
    found = ["월화수목금토일".index(letter) for letter in letters]
    bare = "".join(letters) == match[0]
    if letters == ["일", "월"] and bare:
        return None  # January
    in_order = found == sorted(found) or (found[0] == 6 and found[1:] == sorted(found[1:]))
    if bare and len(found) < 4 and (not in_order or len({*found}) < len(found)):
        return None
    spans = [("월화수목금토일".index(a), "월화수목금토일".index(b)) for a, b in words.SPANS.findall(match[0])]
    return tuple(sorted({*found, *((a + n) % 7 for a, b in spans for n in range((b - a) % 7 + 1))}))


def _month_end(match: re.Match[str]) -> Numbers | None:
    """The last day of a month whatever its year; February has none."""
    month = number(match[1])
    return (month, monthrange(2001, month)[1]) if month in range(1, 13) and month != 2 else None


def _month_alone(match: re.Match[str]) -> Numbers | None:
    """A month and its length, of the one month; None for a number that is none."""
    month = int(match[1])
    return (month, 1) if 1 <= month <= 12 else None


def _letter(match: re.Match[str]) -> Numbers:
    return ("월화수목금토일".index(match[0].strip("( ")[0]),)


def _one(match: re.Match[str]) -> Numbers:
    return (number(next(part for part in match.groups() if part)),)


def _week_count(match: re.Match[str]) -> Numbers:
    return *_one(match), 7


# A length is (months, days, minutes)
def _day_word(match: re.Match[str]) -> Numbers:
    return 0, words.DAY_WORDS[match[0]], 0


def _hours(match: re.Match[str]) -> Numbers | None:
    if match[1].strip() in words.SINO and match[1].strip() != "십":
        return None  # 이시간 is "this hour"
    more = 30 if match[3] else number(match[2] or "0")
    return 0, 0, number(match[1]) * 60 + more


def _minutes(match: re.Match[str]) -> Numbers:
    return 0, 0, *_one(match)


def _weeks(match: re.Match[str]) -> Numbers:
    return 0, 7 * _one(match)[0], 0


def _months(match: re.Match[str]) -> Numbers:
    return _one(match)[0] * (12 if match[0].endswith("년") else 1), 0, 0


def _family(rows: Iterable[tuple[str, str]]) -> str:
    """One pattern whose groups are named like the rows."""
    return "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in rows)


def _rules() -> Iterator[tuple[str, str, Value]]:
    """Every row, most telling first."""
    yield "fault", words.TOO_OFTEN, ()
    yield "fault", r"(?<![\w)~])(?<![\d시분]\s)-\d+ (?:분|시간|시|일|주)|마이너스|\d+ 초", ()
    yield "noise", words.REASON, ()
    yield "vague", "(?P<feasts>명절)", NAMED
    yield "season", words.MONTH_ALONE, _month_alone
    for pattern, months in words.SEASONS:
        yield "season", pattern, months
    yield "vague", words.VAGUE, NAMED
    yield from _clocks()
    yield "feast", _family(words.FEAST_WORDS), NAMED
    yield "holiday", words.HOLIDAY, ()
    yield "holiday", f"(?P<long_break>{words.HOLIDAYS})", NAMED
    yield "day off", words.DAY_OFF, ()
    yield "week", words.WORKING, tuple(WORKDAYS)
    yield "part", _family(words.PART_WORDS), NAMED
    yield from _days()
    yield from _lengths()
    yield "verb", _family(words.VERBS), NAMED
    yield "noise", words.STARTING, ()
    yield "mark", _family(words.APART), NAMED
    yield "mark", rf"(?<=\S)(?:{_family(words.GLUED)})", NAMED
    yield "asking", words.ASKING, ()
    yield "noise", rf"(?<=\S)(?:{words.TAIL})", ()
    yield "noise", words.LOOSE_TAIL, ()
    yield "noise", words.NOISE, ()


def _clocks() -> Iterator[tuple[str, str, Value]]:
    """Clock times and dates, before anything else can take their numbers."""
    half = rf"(?: (?:{words.MINUTE}|:?(\d{{2}})(?![\d:./]| [시일월년번회개])|({words.HALF})))?"
    yield "hours", rf"(\d{{1,2}}) [~,-] (\d{{1,2}}) 시(?!간)|({'|'.join(words.PAIRS)}) 시(?!간)", _pair
    yield "clock before", f"{words.HOUR} (?:되기 |정각 )?{words.MINUTE} 전(?!에|까지|날|부터|송)", _numbers
    yield "clock", words.HOUR + half, _clock
    yield "date", r"(\d{4}|\d{2}(?=년)) (?:년|[-./]) (\d{1,2}) (?:월|[-./]) (\d{1,2})(?: 일)?(?!\d)", _numbers
    yield "month day", rf"(\d{{1,3}}|{words.MONTH}) 월 (\d{{1,3}}|{words.SINO_LETTERS}) 일(?!요)", _numbers
    yield "clock", r"(\d{1,4}) [:] (\d{1,4})(?: : \d{2})?(?: 분)?", _clock
    yield "clock", r"(?<![\d./])(\d{1,2})[.](\d{2}) ?(?=[ap]\.?m(?![a-z]))", _clock
    yield "month day", rf"(\d{{1,2}}|{words.MONTH}) 월 (?:말일|마지막 날|말(?=까지))", _month_end
    yield "month day", r"(?<![\d./])(\d{1,2}) [/.] (\d{1,2})(?![\d/]|[.]\d)(?: 일)?", _numbers
    yield "clock", rf"(?<![\d:./-])(\d{{1,2}}) ({words.HALF})(?=이?요|에|으로|쯤|$)", _clock
    yield "clock", r"(?<!\d)(\d{1,2})\s(\d{2})(?!\d| [시분일월/.:년번회개주달])", _clock
    yield "clock", r"(?<![\d./-])(?!202[4-9])\d{3,4}(?![\d./:~-]| [시분일월년번회개주달명층])", _digits
    yield "noon", "정오(?: (?:12|열 두) 시)?", ()
    yield "midnight", "자정(?: (?:12|열 두|0) 시)?", ()


def _days() -> Iterator[tuple[str, str, Value]]:
    """Days of the week and month, and days counted from today."""
    yield "week", "매일 매일|요일 (?:상관|관계) 없이|매일 같이|매일|날마다|맨날|하루도 빠짐없이", tuple(ALL)
    for kind, rows in words.OFFSETS.items():
        for offset, pattern in rows:
            yield kind, pattern, (offset,)
    yield "step", "격주 제?|(?:한|일) 주 (?:걸러|건너)|일주일 (?:걸러|건너)", (0, 14, 0)
    yield "step", "격일제?|하루 (?:씩 )?(?:걸러서?|건너서?)(?!뛰)(?: 하루)?|하루 이틀 걸러", (0, 2, 0)
    yield "weekly", "매 주(?!말)|주마다", ()
    yield "monthly", r"매 월|매 달|달마다|다달이|(?<!\w)월 (?:1|한|일) [회번]", ()
    yield "vague", "주말(?=까지)", ()
    yield "week", "주말", tuple(WEEKEND)
    yield "count", rf"주 (\d{{1,2}}|{words.NATIVE}|{words.SINO_LETTERS}) [회번일]", _week_count
    yield "week", words.WEEKDAY_LIST, _week
    yield "week", words.ONE_WEEKDAY, _letter
    yield "week", words.LONE_WEEKDAY, _letter
    yield "last day", r"말일|마지막 날|그믐날|(?<=달)말(?=까지)|(?<=달\s)말(?=까지)", ()
    yield "day number", "첫 날|초하루", lambda _: (1,)
    yield "note", r"\( ?([월화수목금토일])(?:요일)? ?\)", _letter
    yield "now", "이 (?:시간|시각|맘때)|이맘때", ()


def _lengths() -> Iterator[tuple[str, str, Value]]:
    """How long, how often, and numbers by themselves."""
    many = rf"\d{{1,4}}|{words.NATIVE}"
    yield "length", "일주일(?:간)?", (0, 7, 0)
    yield "length", "반 시간", (0, 0, 30)
    yield "length", "반 년", (6, 0, 0)
    yield "length", "(?:일|한) 년|한 해", (12, 0, 0)
    yield "length", rf"({many}|{words.SINO_LETTERS}) 시간(?!대) (?:{words.MINUTE}|({words.HALF}))?", _hours
    yield "length", words.MINUTE, _minutes
    yield "length", "|".join(sorted(words.DAY_WORDS, key=len, reverse=True)), _day_word
    yield (
        "length",
        (
            rf"({many}|[삼사]) 주(?!말) (?:일(?!요)|간(?!격))?"
            r"|(?<!\w)(이) 주(?:일(?!요)간?|(?= (?:뒤|후|동안|간|쉬|마다|에 (?:한|1) 번)))"
        ),
        _weeks,
    )
    yield "length", rf"({many}|석|넉) 달|({many}|{words.SINO_LETTERS}) 개월|(\d{{1,3}}) 년", _months
    yield "day number", words.DAY_NUMBER, _one
    yield "count", rf"(?!(?:한|1|일) [번회])({many}|{words.SINO_LETTERS}) [번회](?!째|의)", _one
    yield (
        "number",
        rf"(?!1 [회번])(\d{{1,4}})(?!\d)|({words.LONG_NATIVE})(?! 다(?:\s|$))(?=요|이요|이에|에|로|쯤|[^\w\s]|\s*$)",
        _one,
    )


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when a text first needs it: all at once would cost every start 20 ms."""
    return re.compile(pattern)


RULES = tuple((kind, pattern.replace(" ?", " ").replace(" ", " ?"), value) for kind, pattern, value in _rules())
