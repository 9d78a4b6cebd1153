"""What is told beside an hour and is no wish: why, and why not on some days. 월요일은 쉬는 날이라 빼고 저녁 9시 is
월요일 빼고 저녁 9시. Pure.
"""

import re
from typing import NamedTuple

from bot.korean.time.reasons import without_reasons

_DAY = "(?:[월화수목금토일](?:요일|욜일(?!욜|요일)|욜)|주말|평일|주중)"
_LETTERS = r"(?<![가-힣])[월화수목금토일]{2,5}(?=[은는엔만,\s]|에는|에만)"
_DAYS = rf"(?:{_DAY}(?:[\s,·/]*(?:이랑|랑|하고|과|와|및)?[\s,·/]*{_DAY})*|{_LETTERS})"
_HOUR = r"(?:\d|정오|자정|(?:[한두세네]|다섯|여섯|일곱|여덟|아홉|열|열한|열두) ?시(?!간))"
_OTHERS = "(?:나머지|다른|그 ?외|남은)(?: ?(?:요일|날)들?)?(?:에는|엔|은|는|에|로)?"
_PART = "오전|오후|아침|점심|낮|저녁|밤|새벽"
_TIME = rf"(?<![가-힣])(?:{_HOUR}|{_DAY}|{_OTHERS}|{_PART}|매일|날마다|am|pm|출근|퇴근|자기 ?전)"
_OUT = r"(?:만 ?)?(?:빼(?:고|구|면|요| ?[줘주])|뺀|뺄|제외|말고)"
_REFUSED = (
    r"(?:안 ?[돼되될됩]|못 ?[하해할합봐보볼받]|바[쁘빠쁩]|힘[들드]|어[려렵]|곤란|무리|싫"
    r"|불가|쉬고 ?싶|쉴|아니면|아닌 ?날|약속|시간이? ?없)"
)
_RESTS = r"(?:쉬(?!운|고 ?싶)|쉽니|휴무|휴일|노는|놀아|놀고)"
_BEHIND = rf"(?:(?!{_TIME})[^.\n])*?"
_ONE_WEEK = "".join(
    f"(?<!{this} )(?<!{this} ?주 )".replace(" ?", gap) for this in ("이번", "다음", "오는") for gap in ("", " ")
)
_LEFT_OUT = re.compile(
    rf"{_ONE_WEEK}(?P<days>{_DAYS})(?P<how>(?: ?날)?(?:에는|에만|만은|엔|은|는|만|이|에)?(?=\s)"
    rf"{_BEHIND}(?P<why>{_OUT}|{_REFUSED}|{_RESTS}){_BEHIND})(?={_TIME}|[\s.!~]*$)"
)
_TWICE = re.compile(rf"(?P<day>{_DAY})(?:에는|엔|은|는|이)\s[^\d]{{1,20}}?(?=(?P=day)(?:만|은|는|엔|에는)? ?{_OUT})")
_AMONG = re.compile(rf"(?<=평일|주말|매일) ?(?:중에서?|가운데|중)\s(?={_DAY})")
_REST = re.compile(rf"(?:{_OTHERS}|(?<=고 )(?:다|모두|전부))(?=\s)\s(?=.*{_TIME})")
_CLOCK = re.compile(rf"{_HOUR}|{_PART}")
_DIRECT = re.compile(rf"(?:에는|엔|은|는|만)? ?{_OUT}\S*\s+")


_PART_OUT = re.compile(  # 아침은 안 되고 저녁 8시요
    rf"(?:{_PART})(?: ?시간)?(?:은|는|엔|에는) (?:(?!{_TIME})[^.\n]){{0,18}}?{_REFUSED}[가-힣]{{0,4}}?"
    rf"(?:고|구|니까|서|는데|은데|요)[,.]?\s+(?={_TIME})"
)


class Rest(NamedTuple):
    """What is left of a text; `told` whether anything was told beside it, and `sure` unless days are only told to be
    free, which may be a reason for the hour as well: 일요일은 쉬니까 밤 9시.
    """

    text: str
    told: bool = False
    sure: bool = True


def wish_of(text: str) -> Rest:
    """A spelled text without the hours that only tell why, its days that are left out before 빼고, and no reason."""
    if not _CLOCK.search(text):
        return Rest(text)
    plain = _PART_OUT.sub("", without_reasons(text))
    told = plain != text
    if not re.search(rf"{_DAY}|{_LETTERS}", plain):
        return Rest(plain, told)
    days = _days_left_out(plain)
    return days._replace(told=days.told or told)


def _days_left_out(text: str) -> Rest:
    plain = _AMONG.sub(" ", _TWICE.sub("", text))
    found = [found for found in _LEFT_OUT.finditer(plain) if not _DIRECT.fullmatch(found["how"])]
    others = _REST.search(plain) or re.search(_DAY, _LEFT_OUT.sub("", plain))
    sure = bool(others) or all(not re.fullmatch(_RESTS, one["why"]) or re.search(_OUT, one["how"]) for one in found)
    plain = _REST.sub("", _LEFT_OUT.sub(_put, plain)) if found or _LEFT_OUT.search(plain) else text
    return Rest(plain.strip(), bool(found), sure or not found)


def _put(found: re.Match[str]) -> str:
    return found[0] if _DIRECT.fullmatch(found["how"]) else f"{found['days']} 빼고 "
