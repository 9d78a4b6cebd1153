"""The values behind time: written and read back, the next moment, a part changed, said back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.rhythms import spoken_rhythm
from bot.korean.spoken import picked, spoken_moment
from bot.rhythm import Invalid, Once, Repeat, Rhythm, Unclear, Unknown, load, load_repeat
from bot.rhythm.changes import DaysChange, OnHolidays, Pause, Quiet, Resume, Shift, Switch, TimeChange
from bot.rhythm.days import LAST, EveryDays, Monthdays, Weekdays

SEOUL = ZoneInfo("Asia/Seoul")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=SEOUL)  # a Monday


def at(local: str, zone: ZoneInfo = SEOUL) -> datetime:
    """The aware moment of a local time."""
    return datetime.fromisoformat(local).replace(tzinfo=zone)


# Every value, for the round trip

times = st.sets(st.times().map(lambda at: at.replace(second=0, microsecond=0)), min_size=1, max_size=3)
ordered = times.map(lambda some: tuple(sorted(some)))
weekdays = st.sets(st.integers(0, 6), min_size=1).map(frozenset)
days = st.one_of(
    st.builds(Weekdays, weekdays, st.integers(1, 8)),
    st.builds(EveryDays, st.integers(2, 30)),
    st.builds(lambda some: Monthdays(tuple(sorted(some))), st.sets(st.integers(1, LAST), min_size=1, max_size=3)),
)
dates = st.dates(date(2020, 1, 1), date(2100, 1, 1))
rhythms = st.one_of(
    st.builds(Repeat, days, ordered),
    st.builds(lambda day, at: Once(datetime.combine(day, min(at))), dates, times),
    st.builds(lambda minutes: Once(timedelta(minutes=minutes)), st.integers(10, 100_000)),
    st.builds(DaysChange, st.just(""), days),
    st.builds(DaysChange, st.sampled_from("+-"), st.builds(Weekdays, weekdays)),
    st.builds(TimeChange, ordered),
    st.builds(Shift, st.integers(-719, 719).filter(bool)),
    st.builds(Pause, st.integers(1, 99)),
    st.builds(lambda first, n: Pause(first=first, back=first + timedelta(days=n)), dates, st.integers(1, 40)),
    st.builds(lambda back: Pause(back=back), dates),
    st.builds(Resume, dates),
    st.builds(lambda pair: Quiet(*pair), ordered.filter(lambda some: len(some) == 2)),
    st.sampled_from([Pause(feast="seollal"), Pause(feast="chuseok")]),
    st.builds(Switch, st.booleans()),
    st.builds(OnHolidays, st.booleans()),
)
anything = rhythms | st.builds(lambda some: Unclear(tuple(some)), st.lists(rhythms, max_size=3))


@given(anything)
def test_what_is_written_is_read_back(rhythm: Rhythm) -> None:
    assert load(str(rhythm)) == rhythm


@given(rhythms)
def test_nothing_spoken_shows_a_24_hour_clock(rhythm: Rhythm) -> None:
    assert not isinstance(rhythm, Unclear | Invalid | Unknown)
    spoken = spoken_rhythm(rhythm)
    assert spoken
    assert not any(f" {hour}시" in spoken for hour in (0, *range(13, 25)) if f"{hour}시간" not in spoken)


@pytest.mark.parametrize(
    "nonsense",
    [
        *(
            "",
            "daily",
            "daily 25:00",
            "daily 8:00",
            "daily 08:00:00",
            "weekly 08:00",
            "weekly mon,mon 08:00",
            "weekly mon",
        ),
        *(
            "weekly mon,tue,wed,thu,fri 08:00",
            "weekly fri,mon 08:00",
            "every 1d 08:00",
            "every 2w 08:00",
            "monthly 33 08:00",
        ),
        *("once", "once +", "once +0m", "once tomorrow", "once 2026-02-30 08:00", "pause", "pause 0d", "pause -1d"),
        *(
            "pause until",
            "pause holiday:easter",
            "resume",
            "resume soon",
            "quiet 22:00",
            "quiet 07:00-07:00",
            "shift 30m",
        ),
        *(
            "shift -0m",
            "days",
            "days -every 2d",
            "time",
            "holidays",
            "ambiguous: ask ",
            "ambiguous: ask invalid",
            "ask",
        ),
        *("DAILY 08:00", "daily 08:00 ", " daily 08:00", "daily 20:00,08:00", "ambiguous: ask daily 08:00", "on off"),
    ],
)
def test_nonsense_is_not_loaded(nonsense: str) -> None:
    with pytest.raises(ValueError, match="canonical"):
        load(nonsense)


def test_only_a_repeating_rhythm_is_loaded_as_one() -> None:
    assert load_repeat("weekdays 19:30").times == (time(19, 30),)
    with pytest.raises(ValueError, match="repeating"):
        load_repeat("off")


# When the next message comes


@pytest.mark.parametrize(
    ("rhythm", "after", "expected"),
    [
        ("daily 08:00", "2026-11-23 07:59", "2026-11-23 08:00"),
        ("daily 08:00", "2026-11-23 08:00", "2026-11-24 08:00"),
        ("daily 08:00,20:00", "2026-11-23 10:00", "2026-11-23 20:00"),
        ("daily 00:00", "2026-11-23 10:00", "2026-11-24 00:00"),
        ("weekdays 08:00", "2026-11-27 10:00", "2026-11-30 08:00"),
        ("weekends 10:00", "2026-11-23 10:00", "2026-11-28 10:00"),
        ("weekly mon,thu 21:00", "2026-11-23 22:00", "2026-11-26 21:00"),
        ("every 2d 08:00", "2026-11-23 10:00", "2026-11-25 08:00"),
        ("every 2d 08:00", "2026-11-24 10:00", "2026-11-25 08:00"),
        ("every 2w sat 14:00", "2026-11-23 10:00", "2026-11-28 14:00"),
        ("every 2w sat 14:00", "2026-11-28 14:00", "2026-12-12 14:00"),
        ("monthly 15 20:00", "2026-11-23 10:00", "2026-12-15 20:00"),
        ("monthly 31 09:00", "2027-02-01 10:00", "2027-02-28 09:00"),
        ("monthly 29 09:00", "2028-02-01 10:00", "2028-02-29 09:00"),
        ("monthly last 09:00", "2026-11-23 10:00", "2026-11-30 09:00"),
        ("monthly 1,15 09:00", "2026-11-23 10:00", "2026-12-01 09:00"),
    ],
)
def test_the_next_moment_is_strictly_after(rhythm: str, after: str, expected: str) -> None:
    moment = load_repeat(rhythm).next_at(at(after), SEOUL, since=date(2026, 11, 23))
    assert moment == at(expected)
    assert moment is not None
    assert moment.tzinfo is UTC


def test_holidays_are_skipped_but_a_named_day_is_kept() -> None:
    christmas = date(2026, 12, 25)
    daily = load_repeat("weekdays 08:00").next_at(at("2026-12-24 09:00"), SEOUL, skip=lambda day: day == christmas)
    assert daily == at("2026-12-28 08:00")
    once = Once(datetime.fromisoformat("2026-12-25 08:00"))
    assert once.next_at(at("2026-12-24 09:00"), "Asia/Seoul", skip=lambda _: True) == at("2026-12-25 08:00")
    assert once.next_at(at("2026-12-25 08:00"), "Asia/Seoul") is None


def test_a_rhythm_that_never_comes_says_so() -> None:
    assert load_repeat("daily 08:00").next_at(NOW, SEOUL, skip=lambda _: True) is None


def test_a_wait_runs_from_the_moment_it_was_said() -> None:
    assert Once(timedelta(minutes=30)).at(NOW, SEOUL) == at("2026-11-23 10:30")


def test_a_time_the_clocks_jump_over_comes_when_they_land() -> None:
    moment = load_repeat("daily 02:30").next_at(at("2026-03-07 12:00", NEW_YORK), NEW_YORK)
    assert moment == datetime(2026, 3, 8, 7, tzinfo=UTC)  # 03:00, the first time after the gap


def test_a_time_the_clocks_show_twice_comes_at_the_first() -> None:
    daily = load_repeat("daily 01:30")
    first = daily.next_at(at("2026-10-31 12:00", NEW_YORK), "America/New_York")
    assert first == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert daily.next_at(first, "America/New_York") == datetime(2026, 11, 2, 6, 30, tzinfo=UTC)


@given(st.builds(Repeat, days, ordered), st.integers(0, 5 * 366 * 1440))
def test_the_next_moment_is_later_and_shows_one_of_the_times(rhythm: Repeat, minutes: int) -> None:
    after = at("2025-01-01 00:00") + timedelta(minutes=minutes)
    moment = rhythm.next_at(after, SEOUL, since=date(2025, 1, 1))
    assert moment is not None
    assert moment > after
    assert moment.astimezone(SEOUL).time() in rhythm.times


# One part changed


@pytest.mark.parametrize(
    ("current", "by", "expected"),
    [
        ("daily 08:00", "days weekdays", "weekdays 08:00"),
        ("daily 08:00", "days -sun", "weekly mon,tue,wed,thu,fri,sat 08:00"),
        ("weekdays 08:00", "days +sat", "weekly mon,tue,wed,thu,fri,sat 08:00"),
        ("weekdays 08:00", "days -sat,sun", "weekdays 08:00"),
        ("weekly sat 08:00", "days -sat", "invalid"),
        ("every 2d 08:00", "days -sun", "ambiguous: ask"),
        ("daily 08:00", "days every 2w sat", "every 2w sat 08:00"),
        ("monthly 15 08:00", "time 22:00", "monthly 15 22:00"),
        ("weekdays 08:00,20:00", "time 22:00", "weekdays 22:00"),
        ("weekdays 08:00", "shift -30m", "weekdays 07:30"),
        ("weekdays 08:00,20:00", "shift +1h", "weekdays 09:00,21:00"),
        ("daily 00:10", "shift -30m", "ambiguous: ask"),
        ("daily 23:30", "shift +30m", "ambiguous: ask"),
    ],
)
def test_one_part_changes_and_the_rest_stays(current: str, by: str, expected: str) -> None:
    assert str(load_repeat(current).changed(load(by))) == expected


@pytest.mark.parametrize("by", ["off", "weekdays 08:00", "pause 3d", "ambiguous: ask", "invalid"])
def test_only_a_partial_change_can_be_applied(by: str) -> None:
    with pytest.raises(ValueError, match="not a change"):
        load_repeat("daily 08:00").changed(load(by))


# Said back


@pytest.mark.parametrize(
    ("canonical", "spoken"),
    [
        ("daily 08:00", "매일 오전 8시"),
        ("weekdays 19:30", "평일 오후 7시 30분"),
        ("weekends 10:00", "주말 오전 10시"),
        ("daily 08:00,20:00", "매일 오전 8시와 오후 8시"),
        ("daily 08:30,20:00", "매일 오전 8시 30분과 오후 8시"),
        ("weekly mon,wed,fri 07:00", "매주 월·수·금 오전 7시"),
        ("weekly sat 12:00", "매주 토요일 낮 12시"),
        ("every 2w sat 14:00", "격주 토요일 오후 2시"),
        ("every 3w sat 14:00", "3주에 한 번 토요일 오후 2시"),
        ("every 2d 08:00", "이틀에 한 번 오전 8시"),
        ("every 2d 00:00", "이틀에 한 번 밤 12시"),
        ("monthly 15 20:00", "매달 15일 오후 8시"),
        ("monthly last 18:00", "매달 마지막 날 오후 6시"),
        ("daily 00:30", "매일 밤 12시 30분"),
        ("weekly tue 00:00", "매주 화요일로 넘어가는 밤 12시"),
        ("weekdays 00:00", "평일로 넘어가는 밤 12시"),
        ("weekly tue 00:00,08:00", "매주 화요일 오전 8시, 매주 화요일로 넘어가는 밤 12시"),
        ("once 2026-12-24 17:00", "12월 24일(목) 오후 5시"),
        ("once 2026-12-25 00:00", "12월 25일(금)로 넘어가는 밤 12시"),
        ("once +1h20m", "1시간 20분 뒤"),
        ("days -sun", "일요일 빼기"),
        ("shift -30m", "30분 앞당기기"),
        ("pause until 2026-11-30", "11월 29일(일)까지"),
        ("pause 2026-11-28..2026-11-29", "11월 28일(토)~11월 29일(일)"),
        ("quiet 22:00-07:00", "오후 10시부터 오전 7시까지"),
    ],
)
def test_a_rhythm_is_said_back_as_people_say_it(canonical: str, spoken: str) -> None:
    rhythm = load(canonical)
    assert not isinstance(rhythm, Unclear | Invalid | Unknown)
    assert spoken_rhythm(rhythm) == spoken


@pytest.mark.parametrize(
    ("moment", "spoken"),
    [
        ("2026-11-23 19:30", "오늘(월) 오후 7시 30분"),
        ("2026-11-24 08:00", "내일(화) 오전 8시"),
        ("2026-11-24 00:00", "내일(화)로 넘어가는 밤 12시"),
        ("2026-11-25 12:00", "모레(수) 낮 12시"),
        ("2026-11-30 19:00", "11월 30일(월) 오후 7시"),
        ("2027-11-30 19:00", "2027년 11월 30일(화) 오후 7시"),
    ],
)
def test_a_moment_is_said_with_its_day(moment: str, spoken: str) -> None:
    assert spoken_moment(at(moment).astimezone(UTC), NOW) == spoken


@pytest.mark.parametrize(
    ("pause", "first", "back"),
    [
        ("pause 3d", "2026-11-23", "2026-11-26"),
        ("pause 2026-11-24", "2026-11-24", "2026-11-25"),
        ("pause until 2026-11-30", "2026-11-23", "2026-11-30"),
        ("pause 2026-11-28..2026-11-29", "2026-11-28", "2026-11-30"),
        ("pause holiday:seollal", "2027-02-06", "2027-02-09"),
    ],
)
def test_a_pause_has_its_first_day_and_the_day_back(pause: str, first: str, back: str) -> None:
    rhythm = load(pause)
    assert isinstance(rhythm, Pause)
    assert rhythm.span(NOW.date()) == (date.fromisoformat(first), date.fromisoformat(back))


HALVES = ("평일 오전 7시", "평일 오후 7시")
FOUR = ("평일 오전 8시", "평일 오후 8시", "매일 오전 8시", "매일 오후 8시")


@pytest.mark.parametrize(
    ("words", "halves", "four"),
    [
        ("저녁", [1], [1, 3]),
        ("저녁이요", [1], [1, 3]),
        ("저녁에요", [1], [1, 3]),
        ("음 저녁이 좋아요", [1], [1, 3]),
        ("아침으로 할게요", [0], [0, 2]),
        ("저녁 7시로 해주세요", [1], []),
        ("평일", [], [0, 1]),
        ("매일 아침이요", [], [2]),
        ("저녁엔 안 돼요", [0], [0, 2]),
        ("아침 말고요", [1], [1, 3]),
        ("둘 다요", [], []),
        ("저녁 약속이 있어요", [], []),
    ],
)
def test_which_of_the_offered_times_is_meant(words: str, halves: list[int], four: list[int]) -> None:
    """A part of the day or a kind of days narrows them, with any ending; what is denied picks the others."""
    assert picked(words, HALVES) == halves
    assert picked(words, FOUR) == four
