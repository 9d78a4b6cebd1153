"""What stands in a learner's calendar: each rhythm on its days, nothing in a rest, what was promised and no more."""

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Turn
from bot.korean.meant import day_to_look
from bot.message import Address
from bot.record import Home, Record
from bot.record.learner import ALL_LESSONS, Learner, Line
from bot.record.people import Person
from handlers import calendar
from tests.ics import Part, comes, faults, read
from tests.independent_calendar import HOLIDAYS, falls, span, times_of, within
from tests.language import COURSE, SAY
from tests.learning.turns import HOME, seoul, turn_of

NOW = seoul("2026-11-25 10:00")  # a Wednesday
TODAY = date(2026, 11, 25)
MONTH = timedelta(days=28)
RHYTHMS = (
    "daily 08:00", "weekdays 08:00", "weekends 10:00", "weekly mon,wed,fri 19:30", "weekly sun 23:30", "every 2d 21:00",
    "every 3d 06:00", "every 2w sat 10:00", "every 3w mon,thu 07:15", "monthly 15 09:00", "monthly 29 09:00",
    "monthly 30 09:00", "monthly 31 09:00", "monthly last 09:00", "monthly 15,30 09:00", "monthly 1,31,last 09:00",
    "daily 08:00,21:00", "weekdays 00:30", "weekly tue,sat 12:30,20:00",
)  # fmt: skip
ZONES = ("Asia/Seoul", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo")


def learner_with(rhythm: str = "weekdays 08:00", zone: str = "Asia/Seoul", **values: Any) -> Learner:
    """Somebody who has been with us since the beginning of November."""
    since = datetime(2026, 11, 2, 12, 0, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return Learner(1, since, rhythm=rhythm, zone=zone, **values)


def turn(learner: Learner, now: datetime = NOW, holidays: Container[date] = HOLIDAYS, **record: Any) -> Turn:
    return turn_of(Record(learner, (Home(HOME),), **record), now, COURSE, SAY, holidays=holidays)


def file(learner: Learner, now: datetime = NOW, **record: Any) -> bytes:
    content = calendar.draw(calendar.view(turn(learner, now, **record)))
    assert faults(content) == []
    return content


def lessons(content: bytes) -> list[datetime]:
    """When lessons come by the file, in order."""
    events = [event for event in read(content).of("VEVENT") if event.values["UID"][0][1].startswith(("lesson", "once"))]
    return sorted(moment for event in events for moment in comes(event))


def name_of(event: Part) -> str:
    """What tells an event apart from the others of its learner."""
    return event.values["UID"][0][1].partition("@")[0].rpartition("-")[0]


def promises(content: bytes) -> dict[str, tuple[date, str, str]]:
    """Whole days by the first words of their names: the day, the title, what else is said."""
    days = {}
    for event in read(content).of("VEVENT"):
        given, value = event.values["DTSTART"][0]
        if given.get("VALUE") == "DATE":
            days[name_of(event)] = (
                date.fromisoformat(value),
                event.text("SUMMARY"),
                event.text("DESCRIPTION"),
            )
    return days


def expected(learner: Learner, first: date, last: date, holidays: Container[date] = HOLIDAYS) -> list[datetime]:
    """When lessons come from one day to another, by a calendar that shares no code with the product."""
    since, zone = learner.local(learner.since).date(), ZoneInfo(learner.zone)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    names = learner.rhythm.rpartition(" ")[0]
    kept = [day for day in days if falls(names, day, since) and (learner.on_holidays or day not in holidays)]
    rests = (learner.paused_from, learner.paused_until)
    kept = [day for day in kept if not (rests[0] and rests[1] and rests[0] <= day < rests[1])]
    hours = [time(*at) for at in sorted(times_of(learner.rhythm))]
    hours = [at for at in hours if not (learner.quiet and within(learner.quiet.removeprefix("quiet "), at))]
    return [datetime.combine(day, at, zone) for day in kept for at in hours]


def held(learner: Learner, now: datetime = NOW) -> None:
    """The file has exactly those moments, from today to its own end, and as many lessons as are left at least."""
    found = lessons(file(learner, now))
    assert found == expected(learner, learner.local(now).date(), found[-1].date())
    left = len(COURSE.parts)
    assert len({moment.date() for moment in found}) >= left or found[-1] - found[0] > timedelta(days=300)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_every_rhythm_comes_on_its_days(rhythm: str, zone: str) -> None:
    """And on no other, wherever one lives, whatever the clocks do there meanwhile."""
    held(learner_with(rhythm, zone))


@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize("pause", ["until 2026-12-01", "2026-12-07..2026-12-18", "2026-11-30", "3d"])
def test_a_rest_is_left_out(rhythm: str, pause: str) -> None:
    """One that has begun and one to come."""
    first, last = span(pause, TODAY)
    held(learner_with(rhythm, paused_from=first, paused_until=last + timedelta(days=1)))


@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize("quiet", ["quiet 22:00-07:00", "quiet 12:00-20:30"])
def test_quiet_hours_are_left_out(rhythm: str, quiet: str) -> None:
    """Of two hours the one that is not quiet stays; of one nothing."""
    learner = learner_with(rhythm, quiet=quiet)
    found = lessons(file(learner))
    assert found == (expected(learner, TODAY, found[-1].date()) if found else [])
    assert bool(found) == any(not within(quiet.removeprefix("quiet "), time(*at)) for at in times_of(rhythm))


def test_holidays_are_left_out_unless_they_are_wanted() -> None:
    """Christmas is a Friday."""
    christmas = date(2026, 12, 25)
    assert christmas not in {moment.date() for moment in lessons(file(learner_with()))}
    wanted = learner_with(on_holidays=True)
    assert christmas in {moment.date() for moment in lessons(file(wanted))}
    held(wanted)


def test_the_wall_clock_stays_when_the_clocks_change() -> None:
    """Who lives in New York is rung at 08:00 there in winter and in summer, in the moments at which we would speak."""
    learner = learner_with("weekdays 08:00", "America/New_York")
    now = datetime(2027, 3, 10, 3, 0, tzinfo=UTC)
    found = lessons(file(learner, now))
    offsets = {moment.utcoffset() for moment in found}
    assert {moment.time() for moment in found} == {time(8)}
    assert offsets == {timedelta(hours=-5), timedelta(hours=-4)}
    coming: list[datetime] = []
    beat = now
    while len(coming) < 20 and (following := learner.next_hour(beat, HOLIDAYS)):
        beat = following
        coming.append(beat)
    assert [moment.astimezone(UTC) for moment in found if moment > now][:20] == coming


@pytest.mark.parametrize("zone", ZONES)
def test_icalendar_reads_back_what_it_wrote(zone: str) -> None:
    """Titles, alarms at the beginning, the zone by its name and with its rules."""
    read_back = icalendar.Calendar.from_ical(file(learner_with("daily 08:00,21:00", zone)))
    assert read_back["version"] == "2.0"
    assert [str(zone_["tzid"]) for zone_ in read_back.walk("VTIMEZONE")] == [zone]
    events = read_back.walk("VEVENT")
    assert len(events) == 2
    for event in events:
        assert str(event["summary"]) == "나만의 일 · 오늘의 레슨"
        [alarm] = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta()
        assert event["dtstart"].params["tzid"] == zone
        assert event["class"] == "PRIVATE"


# -- what of today is left --


def test_a_day_that_is_done_or_hushed_rings_no_more() -> None:
    """Today stands in it while its lesson is to be opened, even when its hour is over."""
    assert lessons(file(learner_with()))[0] == datetime(2026, 11, 25, 8, tzinfo=ZoneInfo("Asia/Seoul"))
    hushed = learner_with(reminded_on=TODAY, reminded=ALL_LESSONS)
    assert lessons(file(hushed))[0].date() == TODAY + timedelta(days=1)
    done: dict[str, Any] = {"finished": {COURSE.parts[0].name: TODAY}, "days": frozenset({TODAY})}
    assert lessons(file(learner_with(), **done))[0].date() == TODAY + timedelta(days=1)


def test_after_midnight_the_day_before_is_meant() -> None:
    """At 01:00 who has finished has finished the day before; the morning's lesson is to come."""
    done: dict[str, Any] = {
        "finished": {COURSE.parts[0].name: TODAY - timedelta(days=1)},
        "days": frozenset({TODAY - timedelta(days=1)}),
    }
    assert lessons(file(learner_with(), seoul("2026-11-25 01:00"), **done))[0].date() == TODAY


def test_what_was_asked_for_once_stands_in_for_its_day() -> None:
    """A single event, and no other that day."""
    once = learner_with(once_at=seoul("2026-11-26 17:00"))
    found = lessons(file(once))
    assert [moment.time() for moment in found if moment.date() == date(2026, 11, 26)] == [time(17)]
    assert found[:2] == [datetime(2026, 11, 25, 8, tzinfo=ZoneInfo("Asia/Seoul")), *[m for m in found if m.hour == 17]]
    assert len(read(file(once)).of("VEVENT")) == 2


@pytest.mark.parametrize(
    "values",
    [{"rhythm": ""}, {"off": True}, {"quiet": "quiet 07:00-09:00"}, {"ended_at": NOW - timedelta(days=100)}],
)
def test_where_no_lesson_comes_none_stands_in_it(values: dict[str, Any]) -> None:
    assert lessons(file(msgspec.structs.replace(learner_with(), **values))) == []


def test_a_rest_of_years_has_its_end() -> None:
    """The days after it stand in it."""
    rests = learner_with(paused_from=TODAY, paused_until=date(2029, 1, 1))
    assert lessons(file(rests))[0].date() == date(2029, 1, 1)


# -- what was promised --

TOLD = {
    "why": "예약 전화가 겹친대요",
    "said": "15분만 들려주세요",
    "answer": "화요일에 봐요",
    "sent_on": date(2026, 11, 20),
}
PEOPLE = (
    Person(1, "미용실 원장님", next_step="견적 보내기", next_on=date(2026, 12, 1), **TOLD),  # type: ignore[arg-type]
    Person(2, "꽃집 사장님", "물일이 많대요", next_on=date(2026, 11, 24)),
    Person(3, "김○○", next_on=TODAY),
    Person(4, "옆집"),
)
PRIVATE = ("예약 전화", "15분만", "화요일에 봐요", "물일", "커피를 내리면", "민지", "카페", "셔츠", "세 명")


def test_promises_to_people_stand_on_their_day() -> None:
    """Under the alias, with the step that was promised; what is over is over, and no other word of the row leaves."""
    content = file(
        learner_with(intention="커피를 내리면", called="민지", job="카페"),
        ledger=PEOPLE,
        written=[
            Line(7, "16-one-line-promise", "셔츠 다섯 장", NOW),
            Line(8, "20-stop-line", "12월 20일까지 세 명", NOW),
        ],
    )
    assert promises(content) == {
        "person-1": (date(2026, 12, 1), "나만의 일 · ‘미용실 원장님’께 연락", "견적 보내기"),
        "person-3": (TODAY, "나만의 일 · ‘김○○’께 연락", ""),
        "line-20-stop-line": (date(2026, 12, 20), "나만의 일 · 가설 다시 볼 날", ""),
    }
    assert not any(
        word in read(content).text("DESCRIPTION") + content.decode().replace("\r\n ", "") for word in PRIVATE
    )


def test_a_promised_day_rings_in_the_morning_unless_that_is_quiet() -> None:
    """An alarm at midnight would wake them."""

    def triggers(learner: Learner) -> list[str]:
        events = read(file(learner, ledger=PEOPLE[:1])).of("VEVENT")
        return [part.values["TRIGGER"][0][1] for event in events for part in event.parts if "DATE" in str(event.values)]

    assert triggers(learner_with("")) == ["PT9H"]
    assert triggers(learner_with("", quiet="quiet 08:30-10:00")) == []


def test_the_next_act_of_the_end_and_what_we_ask_after_it() -> None:
    """On the days that were told with the end; an act whose day is over is gone."""
    ended = learner_with(ended_at=seoul("2026-11-24 08:30"))
    act = [Line(12, "first-week", "금요일에 가게 문을 닫으면, 옆집 ㄱ께 전화해요.", NOW - timedelta(days=1))]
    assert promises(file(ended, written=act)) == {
        "act": (date(2026, 11, 27), "나만의 일 · 다음에 할 일", "금요일에 가게 문을 닫으면, 옆집 ㄱ께 전화해요."),
        "follow-30": (date(2026, 12, 24), "나만의 일 · 어떻게 되었나요?", SAY("calendar-follow-text")),
        "follow-90": (date(2027, 2, 22), "나만의 일 · 어떻게 되었나요?", SAY("calendar-follow-text")),
    }
    assert "act" not in promises(file(ended, seoul("2026-11-28 10:00"), written=act))
    assert promises(file(msgspec.structs.replace(ended, off=True))) == {}


def test_a_promise_of_the_week_stands_on_the_day_it_names() -> None:
    """One that tells when lessons are opened rings with them, and one without a day has none."""
    named = learner_with(intention="금요일에 문을 닫으면, 공방 주인께 전화해요")
    assert promises(file(named)) == {
        "promise": (date(2026, 11, 27), "나만의 일 · 약속한 일", "금요일에 문을 닫으면, 공방 주인께 전화해요")
    }
    for intention in ("금요일에 퇴근하면, 레슨을 열어요", "문을 닫으면, 공방 주인께 전화해요", "커피를 내리면", ""):
        assert promises(file(learner_with(intention=intention))) == {}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12월 20일까지 세 명, 없으면 접어요", date(2026, 12, 20)),
        ("12/20까지 다섯 명에게 물어봐요", date(2026, 12, 20)),
        ("다음 주 토요일까지 네 명에게 물어 두 명은 겪은 일일 거예요. 아니면 다른 어려움을 찾아요.", date(2026, 12, 5)),
        ("이달 말까지 8만 원을 알리면 한 명은 맡길 거예요.", date(2026, 11, 30)),
        ("2주 안에 세 명", date(2026, 12, 9)),
        ("크리스마스까지 열 명", date(2026, 12, 25)),
        ("아직 두 분이에요. 20일에 기록을 다시 펴 볼게요.", date(2026, 12, 20)),
        ("바꿈이에요. 11월 9일, 세 분이 어렵대요. 요일만 수요일로 바꾸고 30일에 다시 볼게요.", date(2026, 11, 30)),
        ("그만이에요. 11월 2일, 여섯 분은 겪은 적이 없었어요.", None),
        ("요일을 수요일로 바꿔 볼게요", None),
        ("한 주에 세 명이 오면 계속해요", None),
        ("내년 여름까지 다섯 명", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_to_look_at_a_line_again(line: str, day: date | None) -> None:
    """The day that is ahead of it, and none that was told of."""
    assert day_to_look(line, TODAY) == day


# -- imported again, and whatever is written --


def test_what_is_imported_again_takes_the_place_of_what_was() -> None:
    """Another hour, another day: the same names, of a later edition; somebody else's are others."""

    def names(content: bytes) -> dict[str, int]:
        return {event.values["UID"][0][1]: int(event.values["SEQUENCE"][0][1]) for event in read(content).of("VEVENT")}

    before = names(file(learner_with(), ledger=PEOPLE[:1]))
    moved = (msgspec.structs.replace(PEOPLE[0], next_on=date(2026, 12, 9)),)
    after = names(file(learner_with("daily 21:00"), NOW + timedelta(days=1), ledger=moved))
    assert before.keys() == after.keys()
    assert all(after[name] > before[name] for name in before)
    other = names(file(msgspec.structs.replace(learner_with(), id=2), ledger=PEOPLE[:1]))
    assert not other.keys() & before.keys()


SIGNS = '\r\n\t\x00\x07;,\\:"\u202e\u2066\u200f\ufeff가나다😀\U0001f469\u200d\U0001f467é'  # breaks, directions, joiners
ODD = st.text(st.characters(codec="utf-8") | st.sampled_from(SIGNS), max_size=120)


@given(alias=ODD, step=ODD, promise=ODD)
def test_whatever_people_write_is_text(alias: str, step: str, promise: str) -> None:
    """Emoji, writing directions, line breaks, commas, a forged END:VEVENT: the file stays one, event by event."""
    ledger = (Person(1, f"{alias}\r\nEND:VEVENT\r\n", next_step=step, next_on=TODAY),)
    content = file(learner_with(intention=f"금요일이 되면, {promise} 편지를 써요"), ledger=ledger)
    calendar_ = read(content)
    assert {"lesson-1", "person-1"} <= {name_of(event) for event in calendar_.of("VEVENT")}
    assert "\u202e" not in content.decode()
    assert [str(event["uid"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT")] == [
        event.values["UID"][0][1] for event in calendar_.of("VEVENT")
    ]


def test_where_it_opens_is_told_to_who_has_a_page() -> None:
    """The address of the page, of those who chat there; a stranger's page would open for all others."""

    def links(*homes: str) -> set[str]:
        homes_ = tuple(Home(Address(channel, "1")) for channel in homes)
        made = turn_of(Record(learner_with(), homes_), NOW, COURSE, SAY)
        made.public_url = "https://work.example"
        events = read(calendar.draw(calendar.view(made))).of("VEVENT")
        return {value for event in events for _, value in event.values.get("URL", [])}

    assert links("kakao") == set()
    assert links("kakao", "web") == {"https://work.example/"}
