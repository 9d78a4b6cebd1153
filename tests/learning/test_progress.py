"""진도: what fades is told by name with a way to revive it, and all of it fits one screen of a phone at any time."""

from dataclasses import replace as replace_in
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.course.model import Course
from bot.learning.memory import Card
from bot.learning.standing import History
from bot.message import Address, Go, Message
from bot.record import Record
from bot.record.learner import Line
from bot.texts import Texts
from handlers.header import beside
from tests.learning.turns import at_home, seoul, somebody, turn_of

NOW, TODAY = seoul("2026-12-24 12:00"), date(2026, 12, 24)
KNOWN, FADED = 300.0, 8.0  # days of stability, forty days after the last answer


def progress(course: Course, say: Texts, firm: list[float], parts: int, **learner: object) -> Message:
    """The screen of `record_of`."""
    return turn_of(record_of(course, firm, parts, **learner), NOW, course, say).go(Go("progress"))


def record_of(course: Course, firm: list[float], parts: int, **learner: object) -> Record:
    """Of somebody with so many parts done; of the first lessons all that comes back was known, with a stability."""
    names = {
        quiz.name: stability
        for lesson, stability in zip(course.lessons, firm, strict=False)
        for quiz in lesson.quizzes
        if quiz.review
    }
    last = TODAY - timedelta(days=40)
    finished = {part.name: TODAY - timedelta(days=parts - n) for n, part in enumerate(course.parts[:parts])}
    who = replace(somebody(), **learner)
    return Record(
        who,
        homes=at_home(who),
        finished=finished,
        histories={name: History(last, 1, 1, first=True) for name in names},
        cards={name: Card(name, TODAY + timedelta(days=9), last, days, 5.0) for name, days in names.items()},
        days=frozenset(finished.values()),
    )


@pytest.mark.parametrize(
    ("firm", "known", "fading"),
    [
        ([], "배운 생각 10개: 익힘 0 · 익히는 중 10\n", ""),
        ([KNOWN] * 3, "배운 생각 10개: 익힘 6 · 익히는 중 4\n", ""),
        ([KNOWN, FADED], "익힘 2 · 익히는 중 6 · 흐려짐 2\n", "흐려지는 레슨: 직업을 정의한다는 말\n"),
        (
            [FADED, FADED, KNOWN],
            "익힘 2 · 익히는 중 4 · 흐려짐 4",
            "흐려지는 레슨: 세 전략 지도, 직업을 정의한다는 말\n",
        ),
        (
            [FADED] * 4,
            "익힘 0 · 익히는 중 2 · 흐려짐 8",
            "흐려지는 레슨: 세 전략 지도, 직업을 정의한다는 말, 그 밖에 2개\n",
        ),
    ],
)
def test_what_fades_is_told_by_name(course: Course, say: Texts, firm: list[float], known: str, fading: str) -> None:
    """The counts add up to what was taught; MOST_NAMED is 2; 복습 is offered where something fades, else not."""
    message = progress(course, say, firm, 7)
    text = message.bubbles[0] + "\n"
    assert known in text
    assert fading in text
    assert ("흐려지는" in text) == bool(fading)
    assert (Go("review") in [button.go for button in message.buttons]) == bool(fading)


@pytest.mark.parametrize(
    ("rhythm", "days", "told"),  # days of December; the 24th is a Thursday, the 25th a holiday
    [
        ("daily", [24], "함께한 날 1일\n"),
        ("daily", [23, 24], "함께한 날 2일 (이어서 2일)\n"),
        ("daily", [21, 23, 24], "함께한 날 3일 (이어서 3일, 한 주에 2일까지는 빠져도 끊기지 않아요)\n"),
        ("daily", [21, 22], "함께한 날 2일 (이어서 2일, 한 주에 2일까지는 빠져도 끊기지 않아요)\n"),
        ("daily", [17, 22, 24], "함께한 날 3일 (이어서 2일, 한 주에 2일까지는 빠져도 끊기지 않아요)\n"),
        ("weekdays", [18, 21, 22, 23, 24], "함께한 날 5일 (이어서 5일)\n"),
        ("weekdays", [18, 21, 23, 24], "함께한 날 4일 (이어서 4일, 한 주에 1일까지는 빠져도 끊기지 않아요)\n"),
        ("weekly sun", [13, 20], "함께한 날 2일 (이어서 2일)\n"),
    ],
)
def test_who_left_out_a_day_reads_why_the_count_goes_on(
    course: Course, say: Texts, rhythm: str, days: list[int], told: str
) -> None:
    """In the same sentence, by the free days of their own rhythm."""
    who = somebody(f"{rhythm} 08:00")
    record = Record(who, at_home(who), days=frozenset(date(2026, 12, day) for day in days))
    assert turn_of(record, NOW, course, say).go(Go("progress")).bubbles[0].startswith(told)


def test_who_rested_reads_that_rests_are_not_counted(course: Course, say: Texts) -> None:
    """A pause and a holiday alike; a day left out is what is told, where there are both."""
    who = replace(somebody("daily 08:00"), past="2026-12-20 2026-12-23 pause")
    record = Record(who, at_home(who), days=frozenset({date(2026, 12, 19), date(2026, 12, 23)}))
    turn = turn_of(record, NOW, course, say)
    assert (
        turn.go(Go("progress")).bubbles[0].startswith("함께한 날 2일 (이어서 2일, 쉬기로 한 날과 공휴일은 빼고 세요)\n")
    )
    record = replace(record, days=frozenset({date(2026, 12, 18), date(2026, 12, 23)}))
    assert "빠져도 끊기지 않아요" in turn_of(record, NOW, course, say).go(Go("progress")).bubbles[0]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([], 0),
        ([(1, "01-three-strategies")], 1),
        ([(1, "01-three-strategies"), (1, "02-defining-work")], 1),
        ([(1, "01-three-strategies"), (7, "18-price-and-no"), (12, "first-week")], 3),
    ],
)
def test_the_boxes_of_the_plan_are_counted_in_one_way(
    course: Course, say: Texts, lines: list[tuple[int, str]], count: int
) -> None:
    """Those that hold a line, in the same words wherever it is told: 진도, 계획 and the end."""
    record = replace(record_of(course, [], 42), written=[Line(box, part, "한 줄", NOW) for box, part in lines])
    told = f"설계서 {count}/12칸 적음"
    for command in (Go("progress"), Go("plan"), Go("ending", "now")):
        message = turn_of(replace(record, learner=replace(record.learner, ended_at=NOW)), NOW, course, say).go(command)
        assert told in message.bubbles[0], command
        assert message.bubbles[0].count("칸") == 1 + ("✓는" in message.bubbles[0])


@pytest.mark.parametrize("parts", [0, 1, 8, 20, 41, 42])
@pytest.mark.parametrize("away", [{}, {"paused_from": TODAY, "paused_until": date(2027, 12, 31)}, {"off": True}])
def test_it_fits_one_screen(course: Course, say: Texts, parts: int, away: dict[str, object]) -> None:
    """With all there may be to tell: some twenty short lines, 500 letters; the bars are as full as the parts done."""
    quiet = {"quiet": "quiet 22:00-07:00", "on_holidays": True, "lighter_until": date(2026, 12, 30)}
    ended = {"ended_at": NOW} if parts == len(course.parts) else {}  # else the end would be told first
    message = progress(course, say, [FADED] * 5, parts, **quiet, **away, **ended)
    (text,) = message.bubbles
    assert len(text) <= 500
    assert len(text.split("\n")) <= 24
    assert text.count("■") == parts
    assert text.count("□") == len(course.parts) - parts
    assert text.startswith(f"함께한 날 {parts}일")
    assert ("앞으로" in text) == (parts < 42)


@pytest.mark.parametrize(
    ("ended", "channel", "said"),
    [
        ("2026-12-20 12:00", "telegram", "1월 19일(화)에 어떻게 되었는지 여쭐게요."),
        ("2026-12-20 12:00", "kakao", "1월 19일(화)쯤 ‘오늘’을 보내 주시면 어떻게 되었는지 여쭐게요."),
        ("2026-11-01 12:00", "telegram", "2월 1일(월)에 어떻게 되었는지 여쭐게요."),
        ("2026-06-01 12:00", "telegram", "과정을 모두 마쳤어요."),
    ],
)
def test_after_the_end_it_tells_when_we_ask(course: Course, say: Texts, ended: str, channel: str, said: str) -> None:
    """No lesson comes any more, at no hour."""
    who = replace(somebody(), ended_at=seoul(ended))
    finished = {part.name: TODAY for part in course.parts}
    turn = turn_of(Record(who, at_home(who), finished=finished), NOW, course, say)
    turn.address = Address(channel, "7")
    assert turn.go(Go("progress")).bubbles[0].endswith(said)


def test_what_is_due_is_offered_once(course: Course, say: Texts) -> None:
    """By the step itself, and not by 복습 as well."""
    record = record_of(course, [FADED] * 3, 7)
    due = replace(record, cards={name: replace(card, due=TODAY) for name, card in record.cards.items()})
    for one, offered in ((record, ["복습"]), (due, ["되살리기"])):
        labels = [button.label for button in turn_of(one, NOW, course, say).go(Go("progress")).buttons]
        assert [label for label in labels if label in ("되살리기", "복습")] == offered


def test_in_a_pause_it_says_when_it_goes_on(course: Course, say: Texts) -> None:
    """And offers no review: memory stands still."""
    message = progress(course, say, [FADED], 7, paused_from=TODAY, paused_until=date(2026, 12, 29))
    assert "지금은 쉬는 중이에요. 12월 29일(화)부터 이어 가요." in message.bubbles[0]
    assert Go("review") not in [button.go for button in message.buttons]


@pytest.mark.parametrize(
    ("learner", "said"),
    [
        ({}, "다음 차례 「개인화는 ‘모두’의 반대」, 지금 열 수 있어요."),
        ({"lighter_until": TODAY + timedelta(days=1)}, "가볍게 가는 주예요. 레슨은 내일(금)부터 이어져요."),
        ({"lighter_until": TODAY}, "지금 열 수 있어요."),  # it is over
        ({"paused_from": TODAY + timedelta(days=1), "paused_until": date(2026, 12, 29)}, "지금 열 수 있어요."),
    ],
)
def test_what_comes_next(course: Course, say: Texts, learner: dict[str, object], said: str) -> None:
    """The part that waits, or the day that brings it."""
    assert said in progress(course, say, [], 7, **learner).bubbles[0]


def test_a_part_done_today_is_followed_at_the_next_hour(course: Course, say: Texts) -> None:
    """By the rhythm, over the holiday; without a rhythm tomorrow."""
    who = somebody()
    names = {course.parts[0].name: TODAY}
    for rhythm, hour in (("weekdays 08:00", "12월 28일(월) 오전 8시"), ("", "내일(금)")):
        record = Record(replace(who, rhythm=rhythm), at_home(who), finished=names, days=frozenset({TODAY}))
        turn = turn_of(record, NOW, course, say, holidays={date(2026, 12, 25)})
        assert f"다음 차례 「직업을 정의한다는 말」, {hour}" in turn.go(Go("progress")).bubbles[0]


@pytest.mark.parametrize(
    ("parts", "asked", "said"),
    [
        (0, 0, ""),
        (1, 0, "읽고 푼 시간 약 2분\n"),
        (0, 4, "읽고 푼 시간 약 1분\n"),
        (7, 0, "읽고 푼 시간 약 12분\n"),  # a making is apart
        (21, 72, "읽고 푼 시간 약 1시간\n"),
        (42, 172, "읽고 푼 시간 약 2시간 10분\n"),
    ],
)
def test_minutes_spent(course: Course, say: Texts, parts: int, asked: int, said: str) -> None:
    """Read and answered in all; here a part takes two minutes, a question 20 seconds; from an hour on tens of them."""
    taken = {part.name: 120.0 for part in course.parts} | {making.name: 0.0 for making in course.practices.values()}
    timed = replace_in(course, seconds={**dict.fromkeys(course.quizzes, 20.0), **taken})
    names = list(course.quizzes)
    histories = {names[n]: History(TODAY, 1, 1, asked // 4) for n in range(4)} if asked else {}
    finished = {part.name: TODAY for part in course.parts[:parts]}
    who = replace(somebody(), ended_at=NOW)
    record = Record(who, at_home(who), finished=finished, histories=histories)
    (text,) = turn_of(record, NOW, timed, say).go(Go("progress")).bubbles
    assert said in text
    assert ("읽고 푼" in text) == bool(said)


def november(day: int) -> date:
    return date(2026, 11, day)


NOON = seoul("2026-11-25 12:00")


@pytest.mark.parametrize(
    ("rhythm", "until", "back"),  # it is Wednesday, 25 November
    [
        ("daily 08:00", 28, "11월 28일(토)"),
        ("weekdays 08:00", 28, "11월 30일(월)"),
        ("weekly mon,wed,fri 08:00", 27, "모레(금)"),
        ("weekly mon,wed,fri 08:00", 28, "12월 2일(수)"),  # Monday is a holiday
        ("", 28, "11월 28일(토)"),
    ],
)
def test_a_pause_ends_with_a_lesson(course: Course, say: Texts, rhythm: str, until: int, back: str) -> None:
    """Where we speak first it is a day of the rhythm that is named, everywhere the same."""
    who = replace(somebody(rhythm), paused_from=november(25), paused_until=november(until))
    holidays = {november(30)} if "wed" in rhythm else set()
    turn = turn_of(Record(who, at_home(who)), NOON, course, say, holidays=holidays)
    assert say("progress-paused", back=back) in turn.go(Go("progress")).bubbles[0]
    assert say("return-paused", back=back) in turn.go(Go("today")).bubbles[0]
    assert f"{back}부터" in turn.go(Go("remind")).bubbles[0] or not rhythm


def test_a_lesson_is_counted_when_it_is_done(course: Course, say: Texts) -> None:
    """By the page's header as by 진도, on the day before and after."""
    for count in (0, 1, 2):
        who = somebody()
        done = {lesson.name: november(25) for lesson in course.lessons[:count]}
        turn = turn_of(Record(who, at_home(who), finished=done), NOON, course, say)
        assert beside(turn)["lesson"] == f"마친 레슨 {count}/30"
        assert f"마친 레슨 {count}/30 ·" in turn.go(Go("progress")).bubbles[0]


@pytest.mark.parametrize(
    ("learner", "then"),
    [
        ({}, "다음 차례 「직업을 정의한다는 말」, 내일(목) 오전 8시\n\n더 보고 싶으면 미리 볼 수 있어요."),
        ({"rhythm": "weekly wed 08:00"}, "12월 2일(수) 오전 8시\n\n더 보고 싶으면 미리 볼 수 있어요."),
        ({"off": True}, "내일(목)\n\n더 보고 싶으면 미리 볼 수 있어요."),
        (
            {"paused_from": november(25), "paused_until": november(27)},
            "지금은 쉬는 중이에요. 모레(금)부터 이어 가요.",
        ),
        ({"lighter_until": november(27)}, "가볍게 가는 주예요. 레슨은 모레(금)부터 이어져요."),
    ],
)
def test_today_is_done_and_what_then(course: Course, say: Texts, learner: dict[str, object], then: str) -> None:
    """When it goes on, as in 진도: not tomorrow for whoever rests, or has no lesson then."""
    who = replace(somebody(), **learner)
    record = Record(who, at_home(who), finished={course.lessons[0].name: november(25)}, days=frozenset({november(25)}))
    (text,) = turn_of(record, NOON, course, say).go(Go("today")).bubbles
    assert text.startswith("오늘 몫은 다 했어요.\n")
    assert text.endswith(then)


@pytest.mark.parametrize(
    ("channel", "learner", "said"),
    [
        ("telegram", {}, "알림: 평일 오전 8시"),
        ("kakao", {}, "정한 때: 평일 오전 8시. ‘오늘’이라고 보내면 열려요."),
        ("kakao", {"off": True}, "알림: 꺼져 있음"),
        ("kakao", {"rhythm": ""}, "알림: 아직 없음"),
    ],
)
def test_no_reminder_is_told_where_none_can_come(
    course: Course, say: Texts, channel: str, learner: dict[str, object], said: str
) -> None:
    """On KakaoTalk without pushes it is the hour they chose, and how to open it."""
    who = replace(somebody(), **learner)
    turn = turn_of(Record(who, at_home(who)), NOW, course, say)
    turn.address = Address(channel, "7")
    assert turn.go(Go("progress")).bubbles[0].endswith(said)
