"""Hours told as the distance from another one: 6시 반보다 한 시간 뒤 is 7시 30분. Pure."""

import re

from bot.korean.time.words import number

DAY = 1440  # minutes
HALF_A_DAY = 720

_NUMBER = "(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열)"
_PART = "(?:오전|오후|아침|점심|낮|저녁|밤|새벽)"
_FROM = re.compile(
    rf"(?P<part>{_PART} ?)?(?<![\d가-힣])(?:(?P<digits>\d{{1,2}}):(?P<minutes>\d{{2}})"
    rf"|(?P<hour>\d{{1,2}}|{_NUMBER}) ?시(?!간) ?(?:(?P<half>반)|(?P<minute>\d{{1,2}}) ?분)?)"
    rf"(?:보다|에서|서) ?(?:(?P<hours>\d{{1,2}}|{_NUMBER}) ?시간(?P<and_half> ?반)?"
    r"|(?P<span>\d{1,3}|[일이삼사오육칠팔구십]{1,3}) ?분|(?P<half_hour>반 ?시간)) ?"
    r"(?:(?P<later>뒤|후|늦게|늦은|지나서|더 ?있다가?)|(?P<earlier>전|먼저|일찍|앞서|앞당겨|빨리|이른))"
    r"(?:로|에|쯤|이요|이에요|요)*"
)


def summed(text: str) -> str:
    """A spelled text with such an hour in the place of the two, in the half of the day that the first was told in; as
    it stands where the sum leads out of that half, or letters are no numeral.
    """
    return _FROM.sub(_sum, text)


def _sum(found: re.Match[str]) -> str:
    try:
        return _told(found)
    except KeyError:
        return found[0]


def _told(found: re.Match[str]) -> str:
    """The hour. Raises KeyError for letters that are no numeral."""
    minutes = 30 if found["half"] else int(found["minute"] or found["minutes"] or 0)
    start = number(found["hour"] or found["digits"]) * 60 + minutes
    span = number(found["hours"]) * 60 if found["hours"] else number(found["span"] or "30")
    span += 30 if found["and_half"] else 0
    at = start + (span if found["later"] else -span)
    part = found["part"] or ""
    if not part and start <= HALF_A_DAY:  # which half of the day is asked as of any other hour
        at = (at - 1) % HALF_A_DAY + 1
    elif part and not 0 < at <= HALF_A_DAY:
        return found[0]
    hour, minute = divmod(at % DAY, 60)
    return f"{part}{hour or 12}시{f' {minute}분' if minute else ''}"
