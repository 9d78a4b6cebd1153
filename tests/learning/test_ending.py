"""The end of the course and the questions after it, as tables; Wednesday, 25 November 2026, 08:00 in Seoul."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.conversation import NotNow, Sorry, Turn
from bot.course.model import Course
from bot.learning.standing import History
from bot.message import LONGEST_BUBBLE, Address, Go, plain
from bot.record import Home, Record
from bot.record.facts import Outcome, Reminder
from bot.record.learner import Learner, Line
from bot.texts import Texts
from handlers import ending, next_act, precheck, study
from handlers.reminder import remind
from tests.learning.small_course import ago, card
from tests.learning.turns import seoul, somebody, turn_of

NOW = seoul("2026-11-25 08:00")
LEARNER = somebody("weekly mon,wed,fri 08:00")
KAKAO = Address("kakao", "k")


def done(course: Course, learner: Learner = LEARNER, *lines: Line) -> Record:
    """Whoever has finished everything, a part a day until yesterday."""
    finished = {part.name: ago(n + 1) for n, part in enumerate(reversed(course.parts))}
    return Record(learner, (Home(KAKAO),), finished=finished, days=frozenset(finished.values()), written=lines)


def line(box: int, part: str, text: str, days: int = 1) -> Line:
    return Line(box, part, text, NOW - timedelta(days=days))


def turn(record: Record, course: Course, say: Texts, words: str = "", *, pushed: bool = True) -> Turn:
    found = turn_of(record, NOW, course, say, words)
    if not pushed:
        found.address = KAKAO
    return found


def five(course: Course, rounds: int, rights: Sequence[int]) -> dict[tuple[str, int], bool]:
    """The answers of so many rounds, the last ones; `rights` are how many are right in each."""
    assert course.precheck
    names = [quiz.name for quiz in course.precheck.quizzes]
    numbered = zip(range(3 - rounds, 3), rights, strict=True)
    return {(name, number): n < right for number, right in numbered for n, name in enumerate(names)}


def test_the_ending_is_told_once_and_settles_what_follows(course: Course, say: Texts) -> None:
    """Its second telling changes nothing; lessons ring no more, and a month later we ask."""
    one = turn(done(course), course, say, "now")
    message = ending.ending(one)
    assert (one.learner.ended_at, one.learner.next_kind) == (NOW, "follow-30")
    assert [str(button.go) for button in message.buttons] == ["/precheck", "/plan", "/story 6", "/quiz"]
    assert say("ending-gain-open-new", left=5, begun="no") in message.bubbles[0]
    later = turn(
        replace(one.record, learner=replace(one.learner, ended_at=NOW - timedelta(days=1))), course, say, "now"
    )
    ending.ending(later)
    assert later.facts == []


def test_no_ending_while_a_part_is_to_come(course: Course, say: Texts) -> None:
    """An old button is refused."""
    record = done(course)
    finished = {part: day for part, day in record.finished.items() if part != "week-6-check"}
    with pytest.raises(Sorry, match="sorry-old-button"):
        ending.ending(turn(replace(record, finished=finished), course, say))


def test_what_was_answered_is_not_asked_again(course: Course, say: Texts) -> None:
    """Who says 오늘 before the hour of the question, and answers, is not rung for it."""
    ended = replace(LEARNER, ended_at=NOW - timedelta(days=32))
    assert remind(turn(done(course, ended), course, say, "follow-30")).expects == Go("write", "follow-30")
    answered = done(course, ended, line(0, "follow-30", "한 분을 만났어요", 0))
    with pytest.raises(NotNow, match="done"):
        remind(turn(answered, course, say, "follow-30"))
    day = date(2026, 11, 23)
    sent = Reminder(1, day, "follow-30", "telegram", "", NOW, NOW, outcome=Outcome.SENT, opened="follow-30")
    with pytest.raises(NotNow, match="done"):  # another rhythm has made today its day
        remind(turn(replace(done(course, ended), reminders=[sent]), course, say, "follow-30"))


def test_the_end_says_its_own_minutes(course: Course, say: Texts) -> None:
    """It comes on top of the day's: all five questions, and the reading; fewer are left of one begun."""
    record = done(course)
    assert "4분이면 돼요" in ending.ending(turn(record, course, say)).bubbles[0]
    some = dict(list(five(course, 1, [3]).items())[:3])
    assert "2분이면 돼요" in ending.ending(turn(replace(record, prechecks=some), course, say)).bubbles[0]


def test_no_minutes_stand_above_the_end(course: Course, say: Texts) -> None:
    """Who has answered the five and says 오늘 hears the end, and nothing of a day's minutes before it."""
    due = {thought.name: card(thought.name) for thought in course.lessons[0].thoughts}
    record = replace(done(course), prechecks=five(course, 2, [1, 3]), cards=due)
    found = turn(record, course, say, pushed=False)
    assert study.today(found).bubbles[0].startswith("「나만의 일」을 끝까지 걸었어요.")
    assert found.learner.ended_at == NOW


@pytest.mark.parametrize(
    ("lines", "intention", "act", "day"),
    [
        ([], "", "설계서에서 한 칸을 골라", "27일(금)"),
        ([], "커피를 내리면, 한 분께 보낸다", "커피를 내리면, 한 분께 보낸다", "27일(금)"),
        ([], "커피를 내리면", "설계서에서 한 칸을 골라", "27일(금)"),  # when, and not what
        ([], "커피를 내리면, 레슨을 연다", "설계서에서 한 칸을 골라", "27일(금)"),  # of which none is left
        ([line(12, "30-ninety-days", "월요일에 보낸다")], "커피를 내리면", "월요일에 보낸다", "30일(월)"),
        ([line(12, "30-ninety-days", "가" * 200)], "", "“" + "가" * 200 + "”", "27일(금)"),
        ([line(12, "30-ninety-days", "가" * 201)], "", "“" + "가" * 199 + "…”", "27일(금)"),  # MOST is 200
        ([line(12, "first-week", "한 분께 전화한다")], "커피를 내리면", "한 분께 전화한다", "27일(금)"),
        ([line(12, "first-week", "한 줄", 9), line(12, "30-ninety-days", "세 줄")], "", "한 줄", "27일(금)"),
        # the first week's words open a lesson, of which none is left
        (
            [line(12, "first-week", "토요일에 아침을 먹고 나면 레슨을 열게요")],
            "",
            "설계서에서 한 칸을 골라",
            "27일(금)",
        ),
        (
            [line(12, "first-week", "버스를 타면 레슨을 연다"), line(12, "30-ninety-days", "세 줄")],
            "",
            "세 줄",
            "27일(금)",
        ),
        ([line(12, "first-week", "목요일에 연습이 끝나면, 여쭌다")], "", "목요일에 연습이 끝나면", "26일(목)"),
        ([line(12, "first-week", "수요일에 문을 닫으면, 보낸다")], "", "수요일에 문을 닫으면", "12월 2일(수)"),
        ([line(12, "first-week", "주말에 쉬면, 토요일에 보낸다")], "", "주말에 쉬면", "28일(토)"),
    ],
)
def test_the_next_act(course: Course, say: Texts, lines: list[Line], intention: str, act: str, day: str) -> None:
    """The one act of the first week, else what they wrote for the time after, else their promise; on the day of the
    week that it names, else on the next day of their own rhythm, a Friday.
    """
    record = done(course, replace(LEARNER, intention=intention), *lines)
    last = ending.tell(turn(record, course, say)).bubbles[2]
    assert act in last
    assert f"{day}에 해 봐요" in last


@pytest.mark.parametrize(("which", "quoted"), [("follow-30", "한 줄"), ("follow-90", "세 줄")])
def test_what_was_meant_is_quoted_in_its_time(course: Course, say: Texts, which: str, quoted: str) -> None:
    """After a month the act of the first week, after three the lines of all of them."""
    lines = line(12, "first-week", "한 줄"), line(12, "30-ninety-days", "세 줄")
    record = done(course, replace(LEARNER, ended_at=NOW - timedelta(days=30)), *lines)
    told = ending.follow_up(turn(record, course, say), which)
    assert plain(say("follow-quote", line=quoted)) in told.bubbles[1]


@pytest.mark.parametrize(("makings", "told"), [(0, "레슨 30개 · 설계서"), (1, "레슨 30개 · 만들기 1개 · 설계서")])
def test_what_was_won_is_told_and_nothing_else(course: Course, say: Texts, makings: int, told: str) -> None:
    """No making that was left is counted as none."""
    record = done(course, replace(LEARNER, ended_at=NOW))
    left = [making.name for making in course.practices.values()][makings:]
    record = replace(record, finished={part: day for part, day in record.finished.items() if part not in left})
    assert told in ending.tell(turn(record, course, say)).bubbles[0]


@pytest.mark.parametrize(
    ("learner", "pushed", "told"),
    [
        (LEARNER, True, "12월 25일(금)과 2월 24일(수)에 어떻게 되었는지 여쭐게요"),
        (LEARNER, False, "쯤 ‘오늘’이라고 보내 주시면"),
        (replace(LEARNER, off=True), True, "쯤 ‘오늘’이라고 보내 주시면"),
        (replace(LEARNER, rhythm=""), False, "11월 26일(목)에 해 봐요"),
    ],
)
def test_what_follows(course: Course, say: Texts, learner: Learner, *, pushed: bool, told: str) -> None:
    """Where we cannot speak first, or shall not, they are told when to come."""
    assert told in ending.tell(turn(done(course, learner), course, say, pushed=pushed)).bubbles[2]


def test_the_plan_is_read_back_in_one_bubble(course: Course, say: Texts) -> None:
    """The lines that stand for their boxes, the longest ones cut; what came of it later stands elsewhere."""
    lines = [line(slot.box, slot.part, f"{slot.name}: " + "가" * 280) for slot in course.slots]
    lines += [line(7, "18-price-and-no", "3만 원", 0), line(0, "follow-30", "한 달 뒤의 말")]
    read = ending.tell(turn(done(course, LEARNER, *lines), course, say)).bubbles[1]
    assert len(read) <= LONGEST_BUBBLE
    assert [slot.name for slot in course.slots if (f"\n{slot.name}\n“" in read) != slot.brief] == []
    assert {slot.box for slot in course.slots if slot.brief} == {*range(1, 13)}
    assert "가격\n“3만 원”" in read
    assert "한 달 뒤" not in read


# -- the gain --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rounds", "rights", "gain"),
    [
        (0, [], ""),
        (2, [2, 4], "첫날에는 2개, 오늘은 4개를"),
        (1, [3], "레슨에서 처음 풀 때는 3문제 가운데 2개,\n오늘은 다섯 문제 가운데 3개를"),
    ],
)
def test_the_gain(course: Course, say: Texts, rounds: int, rights: Sequence[int], gain: str) -> None:
    """Of the five now against then; without those of the first day beside the first tries of the lessons' questions."""
    first, second = course.lessons[:2]
    histories = {
        first.checks[0].name: History(ago(9), 1, 0, 3, first=True),
        first.checks[1].name: History(ago(9), 1, 1, 3),
        second.checks[0].name: History(ago(8), 1, 1, 1, first=True),
        second.quizzes[2].name: History(ago(8), 1, 1, 1, first=True),  # of the bank: not asked in the lesson
    }
    record = replace(done(course), histories=histories, prechecks=five(course, rounds, rights))
    found = precheck.gain(turn(record, course, say))
    assert gain in found
    assert bool(found) is bool(gain)


@pytest.mark.parametrize(
    ("ended", "rounds", "open_"),
    [(None, 0, False), (0, 0, True), (7 * 24 - 1, 0, True), (7 * 24, 0, False), (1, 2, False)],
)
def test_the_five_stay_open_for_a_week(course: Course, say: Texts, ended: int | None, rounds: int, open_: bool) -> None:  # noqa: FBT001 - a column of a table
    """`ended` in hours ago. GAIN_OPEN is 7 days: so long 오늘 leads to them before anything else."""
    told = None if ended is None else NOW - timedelta(hours=ended)
    record = replace(done(course, replace(LEARNER, ended_at=told)), prechecks=five(course, rounds, [1] * rounds))
    assert ending.five_open(turn(record, course, say)) is open_


# -- a month and three months after it -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ended", "answered", "pushed", "due"),
    [
        (None, "", False, ""),
        (29, "", False, ""),
        (30, "", False, "follow-30"),
        (30, "", True, "follow-30"),  # the clock asks it; until it has, their word does
        (59, "", False, "follow-30"),  # ASKED_FOR is 30 days
        (60, "", False, ""),
        (89, "", False, ""),
        (90, "", False, "follow-90"),
        (119, "", False, "follow-90"),
        (120, "", False, ""),
        (31, "follow-30", False, ""),
        (91, "follow-30", False, "follow-90"),
        (91, "follow-90", False, ""),
    ],
)
def test_where_we_cannot_speak_first_the_question_waits(
    course: Course, say: Texts, *, ended: int | None, answered: str, pushed: bool, due: str
) -> None:
    """It comes with their next 오늘; `ended` in days ago."""
    told = None if ended is None else NOW - timedelta(days=ended)
    lines = [line(0, answered, "한 분을 만났어요")] if answered else []
    record = done(course, replace(LEARNER, ended_at=told), *lines)
    assert ending.follow_up_due(turn(record, course, say, pushed=pushed)) == due


@pytest.mark.parametrize(
    ("day", "outcome", "due"),
    [
        (25, Outcome.SENT, "follow-30"),
        (24, Outcome.SENT, ""),
        (24, Outcome.UNKNOWN, "follow-30"),
    ],
)
def test_a_question_that_was_sent_today_stays_open_today(
    course: Course, say: Texts, day: int, outcome: Outcome, due: str
) -> None:
    """Who says 오늘 to it is not led past it."""
    at = seoul(f"2026-11-{day} 07:00")
    sent = Reminder(1, date(2026, 11, day), "follow-30", "telegram", "", at, at, outcome=outcome, opened="follow-30")
    record = replace(done(course, replace(LEARNER, ended_at=NOW - timedelta(days=31))), reminders=[sent])
    assert ending.follow_up_due(turn(record, course, say)) == due


@pytest.mark.parametrize(
    ("which", "days", "off", "pushed", "then"),
    [
        ("follow-30", 30, False, True, "1월 25일(월)에 어떻게"),
        ("follow-30", 30, False, False, "1월 25일(월)쯤 ‘오늘’을"),
        ("follow-30", 30, True, True, "먼저 여쭙는 일은 없어요"),
        ("follow-90", 90, False, True, "먼저 여쭙는 일은 없어요"),
    ],
)
def test_who_answers_reads_what_is_still_to_come(
    course: Course, say: Texts, which: str, *, days: int, off: bool, pushed: bool, then: str
) -> None:
    """The day of the other question, or that there is none."""
    record = done(course, replace(LEARNER, ended_at=NOW - timedelta(days=days), off=off))
    told = ending.answer(turn(record, course, say, pushed=pushed), which, "한 분을 만났어요")
    assert then in told.bubbles[0]


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("한 줄이에요", 6, "한 줄이에요"),
        ("한 줄이에요", 5, "한 줄이…"),
        ("한 줄이에요 두 줄", 8, "한 줄이에요…"),
        ("한 줄이에요 두 줄", 9, "한 줄이에요 두…"),
        ("빈칸없이이어지는말이에요", 6, "빈칸없이이…"),
        ("가 나다라마바사아자차", 8, "가 나다라마바…"),  # the last space stands too far in front
    ],
)
def test_a_line_is_cut_between_words(text: str, most: int, cut: str) -> None:
    """Never longer than it may be; a word of its end is cut only where else less than half would be left."""
    assert next_act.cut(text, most) == cut
    assert len(cut) <= most


def test_their_own_lines_are_quoted(course: Course, say: Texts) -> None:
    """What they meant to do, and at three months also what they said at one."""
    lines = [line(12, "30-ninety-days", "월요일에 보낸다"), line(0, "follow-30", "두 분께 보냈어요")]
    record = done(course, LEARNER, *lines)
    _, month = ending.follow_up(turn(done(course, LEARNER, lines[0]), course, say), "follow-30").bubbles
    _, quarter = ending.follow_up(turn(record, course, say), "follow-90").bubbles
    assert "“월요일에 보낸다”" in month
    assert "“월요일에 보낸다”" in quarter
    assert "“두 분께 보냈어요”" in quarter
    assert "“" not in ending.follow_up(turn(done(course), course, say), "follow-30").bubbles[1]  # nothing to quote
    other = turn(done(course, LEARNER, line(3, "x", "첫 손님", 5), line(4, "y", "기다리는 분", 9)), course, say)
    assert "“첫 손님”" in ending.follow_up(other, "follow-30").bubbles[1]  # no act of theirs: the newest line
