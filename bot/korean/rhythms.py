"""How rhythms, their days and changes of them are said: 평일 오후 7시 30분. Pure; the values are in bot.rhythm."""

from datetime import timedelta

from bot.korean.spoken import clock, clocks, dated, length, on_days, weekdays
from bot.rhythm import Clear, Once, Repeat
from bot.rhythm.changes import A_DAY, DaysChange, OnHolidays, Pause, Quiet, Resume, Shift, Switch, TimeChange
from bot.rhythm.days import ALL, LAST, WEEKEND, WORKDAYS, Days, EveryDays, Monthdays, Weekdays

GROUPS = {ALL: "매일", WORKDAYS: "평일", WEEKEND: "주말"}
FEASTS = {"seollal": "설 연휴", "chuseok": "추석 연휴"}


def spoken_rhythm(rhythm: Clear) -> str:
    """What a button or a sentence says of it; 쉬기 follows a pause."""
    match rhythm:
        case Repeat(days, times):
            plain = days == Weekdays(ALL) or isinstance(days, EveryDays)
            return f"{spoken_days(days)} {clocks(times)}" if plain else on_days(spoken_days(days), times)
        case Once(when):
            if isinstance(when, timedelta):
                return f"{length(when)} 뒤"
            return on_days(dated(when.date()), (when.time(),))
        case Quiet(start, end):
            return f"{clock(start)}부터 {clock(end)}까지"
        case Pause():
            return _pause(rhythm)
        case Resume(day):
            return dated(day)
    return _change(rhythm)


def _change(rhythm: DaysChange | TimeChange | Shift | OnHolidays | Switch) -> str:
    match rhythm:
        case DaysChange(sign, Weekdays(days)) if sign:
            return f"{weekdays(days)} {'더하기' if sign == '+' else '빼기'}"
        case DaysChange(_, days):
            return spoken_days(days)
        case TimeChange(times):
            return clocks(times)
        case Shift(minutes):
            return f"{length(timedelta(minutes=abs(minutes)))} {'앞당기기' if minutes < 0 else '늦추기'}"
        case OnHolidays(sent):
            return "공휴일에도 받기" if sent else "공휴일엔 쉬기"
        case Switch(on):
            return "알림 켜기" if on else "알림 끄기"


def _pause(pause: Pause) -> str:
    """7일, 11월 24일(화), 11월 28일(토)까지, 설 연휴."""
    if pause.days:
        return f"{pause.days}일"
    if pause.feast:
        return FEASTS[pause.feast]
    assert pause.back  # one of the three is given
    last = dated(pause.back - A_DAY)
    if pause.first == pause.back - A_DAY:
        return last
    return f"{dated(pause.first)}~{last}" if pause.first else f"{last}까지"


def spoken_days(days: Days) -> str:
    """평일, 매주 월·수·금, 격주 토요일, 이틀에 한 번, 매달 15일."""
    match days:
        case Weekdays(named, 1):
            return GROUPS.get(named) or f"매주 {weekdays(named)}"
        case Weekdays(named, weeks):
            return f"{'격주' if weeks == 2 else f'{weeks}주에 한 번'} {weekdays(named)}"
        case EveryDays(step):
            return "이틀에 한 번" if step == 2 else f"{step}일에 한 번"
        case Monthdays(named_days):
            return "매달 " + "·".join("마지막 날" if day == LAST else f"{day}일" for day in named_days)


def spoken_names(days: frozenset[int]) -> str:
    """평일, 주말, 매일, 월·수·금, 토요일."""
    return GROUPS.get(days) or weekdays(days)
