"""What the clock says, by what the learner left unanswered; Wednesday, 25 November 2026, 08:00 in Seoul."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from bot.conversation import NotNow, Turn
from bot.course.model import Course
from bot.delivery.holidays import korean_holidays
from bot.korean.spoken import on_day
from bot.learning.day import Step, StepKind
from bot.learning.habit import Silence
from bot.learning.memory import Card
from bot.learning.standing import Standing
from bot.learning.wording import chances, draw
from bot.message import MOST_BUTTONS, Message, plain
from bot.record import Record
from bot.record.facts import Outcome, Reminder, WhyNotSent
from bot.record.learner import Line
from bot.texts import Texts
from handlers import returning
from handlers.reminder import WORDINGS, _sentences, remind
from tests.learning.small_course import COURSE, TODAY, ago
from tests.learning.turns import at_home, seoul, somebody, turn_of

NOW = seoul("2026-11-25 08:00")
LEARNER = somebody()


def sent(days_ago: int, opened: str = "lesson", wording: str = "") -> Reminder:
    """A daily lesson that arrived so many days ago."""
    due = NOW - timedelta(days=days_ago)
    return Reminder(
        1, ago(days_ago), "lesson", "telegram", "", due, due, outcome=Outcome.SENT, opened=opened, wording=wording
    )


def finished(course: Course, count: int, first: int = 60) -> Record:
    """The first lessons of the course with the practices and checks after them, a part a day from so many days ago."""
    end = course.parts.index(course.lessons[count]) if count < len(course.lessons) else len(course.parts)
    days = {part.name: ago(first - n) for n, part in enumerate(course.parts[:end])}
    return Record(LEARNER, homes=at_home(LEARNER), finished=days, days=frozenset(days.values()))


def till_yesterday(course: Course, count: int) -> Record:
    """The same, the last of them done yesterday."""
    return finished(course, count, course.parts.index(course.lessons[count]))


def said(record: Record, course: Course, say: Texts, words: str = "lesson") -> tuple[Turn, Message]:
    """The turn of the clock for a record, and the message it leaves."""
    turn = turn_of(record, NOW, course, say, words)
    return turn, remind(turn)


# -- a silence -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unanswered", "asked", "opened"),
    [
        ([], [], "lesson"),
        ([1], [], "lesson"),
        ([1, 2], [], "lesson"),
        ([1, 2, 3], [], Silence.QUESTION),  # ASK_AFTER is 3
        ([0, 1, 2], [], "lesson"),  # this morning's own is not missed yet
        ([0, 1, 2, 3], [], Silence.QUESTION),
        ([1, 2, 3, 4], [], "lesson"),  # it is asked at the third alone
        ([2, 3], [1], "lesson"),  # asked already
        ([1, 2, 3], [0], "lesson"),  # asked today
        (range(1, 10), [], "lesson"),  # nine
        (range(1, 11), [], Silence.FAREWELL),  # HUSH_AFTER is 10
        (range(11), [], Silence.FAREWELL),
        (range(1, 12), [], Silence.FAREWELL),
        (range(4, 13), [3], Silence.FAREWELL),
        (range(10), [], "lesson"),  # nine before today
    ],
)
def test_a_silence_is_asked_about_once_and_then_respected(
    course: Course, say: Texts, unanswered: Sequence[int], asked: Sequence[int], opened: str
) -> None:
    """After three unanswered lessons one question, after ten a farewell; in days ago, with what each had opened."""
    reminders = [*map(sent, unanswered), *(sent(days, Silence.QUESTION) for days in asked)]
    turn, _ = said(replace(finished(course, 2), reminders=reminders), course, say)
    assert turn.opening.opened == opened


@pytest.mark.parametrize(("asked", "opened"), [(20, "lesson"), (27, "lesson"), (28, Silence.QUESTION)])
def test_a_silence_like_the_last_is_not_asked_about_again(course: Course, say: Texts, asked: int, opened: str) -> None:
    """In days ago. Who comes every few days is silent as often; ASK_AGAIN is 28 days."""
    reminders = [*map(sent, (1, 2, 3)), sent(asked, Silence.QUESTION)]
    turn, _ = said(replace(finished(course, 2, 10), reminders=reminders), course, say)
    assert turn.opening.opened == opened


def test_what_is_brought_of_a_lesson_tells_something_alone(course: Course, say: Texts) -> None:
    """Where the first sentence of an idea is nothing without those behind it, its author says which does."""
    brought = {one.name: [text for text, _ in _sentences(one)] for one in course.lessons}
    assert "글쓴이는 오른쪽이에요." not in brought["13-depth-or-breadth"]
    assert brought["13-depth-or-breadth"][0] == "깊이보다 여러 분야를 이어 보는 넓은 눈이 성공을 이끈대요."
    assert all(brought.values())
    pointing = re.compile(r"^(?:그래서|그러니|그런데|그 |글에도|이으려면|셋은|칸마다|한도 셋)")
    assert [text for texts in brought.values() for text in texts if pointing.match(text)] == []
    told = {text: idea.tag for one in course.lessons for text, idea in _sentences(one)}
    scenes = [
        text for one in course.lessons for idea in one.ideas if idea.source for text in [idea.text.split("\n")[0]]
    ]
    assert [scene for scene in scenes if scene in told] == []  # no scene of ours under the name of the article


@pytest.mark.parametrize(
    ("wording", "days", "met"),
    [
        ("return", 0, True),
        ("return", 3, True),
        ("return", 4, False),  # AWAY is 4: after as long a silence once more they are greeted again
        ("first", 0, True),
        ("first", 1, False),
        ("plain", 0, False),
    ],
)
def test_a_greeting_holds_for_a_while(course: Course, say: Texts, wording: str, days: int, *, met: bool) -> None:
    """Of a reminder that greeted and was not answered."""
    turn = turn_of(replace(finished(course, 2), reminders=[sent(days, wording=wording)]), NOW, course, say)
    assert returning.met(turn) is met


def test_who_left_amid_a_lesson_is_asked_too(course: Course, say: Texts) -> None:
    """Their reminders open a question of the lesson, which is not the question whether the hour still fits."""
    record = replace(finished(course, 2), reminders=[sent(days, StepKind.ASK) for days in (1, 2, 3)])
    assert said(record, course, say)[0].opening.opened == Silence.QUESTION


def test_the_question_after_a_silence(course: Course, say: Texts) -> None:
    """Whether the hour still fits: the lesson, another hour, less often, a rest; nothing is changed by it."""
    turn, message = said(replace(finished(course, 2), reminders=[*map(sent, (1, 2, 3))]), course, say)
    assert message.bubbles == (say("reminder-ask"),)
    assert [str(button.go).split()[0] for button in message.buttons] == ["/lesson", "/remind", "/less", "/rest"]
    assert (turn.learner.off, turn.facts) == (False, [])


def test_the_farewell_after_a_silence(course: Course, say: Texts) -> None:
    """We no longer speak first; one tap goes on where it was left."""
    record = replace(finished(course, 2), reminders=[*map(sent, range(1, 11))])
    record = replace(record, learner=replace(LEARNER, next_lesson_at=NOW))
    turn, message = said(record, course, say)
    assert message.bubbles == (say("reminder-hush"),)
    assert [str(button.go) for button in message.buttons] == ["/today", "/remind on"]
    assert turn.learner.off
    assert turn.learner.next_lesson_at is None


# -- nothing to say, and the end -----------------------------------------------------------------------------------


def test_nothing_is_said_on_a_day_already_done(course: Course, say: Texts) -> None:
    """But what was asked for comes: who asks is told that the day is done."""
    done = finished(course, 2, first=1)
    assert TODAY in done.finished.values()
    with pytest.raises(NotNow) as refusal:
        said(done, course, say)
    assert refusal.value.why is WhyNotSent.DONE
    turn, message = said(done, course, say, "again 24 23:00")
    assert turn.opening.opened == "done"
    assert say("reminder-asked") in message.bubbles[0]


def test_the_end_is_told_once_whatever_is_due(course: Course, say: Texts) -> None:
    """Then reviews go on when they are asked for, and a month later we ask how it goes."""
    card = Card(course.lessons[0].checks[0].name, ago(3), ago(9), 5.0, 5.0)
    record = replace(finished(course, len(course.lessons)), cards={card.thought: card})
    turn, message = said(record, course, say)
    assert (turn.opening.opened, turn.learner.ended_at) == ("end", NOW)
    assert (turn.learner.next_kind, turn.learner.next_lesson_at) == ("follow-30", NOW + timedelta(days=30))
    assert message.bubbles[0].startswith(say("course-end"))
    ended = replace(record, learner=turn.learner)
    assert said(ended, course, say)[0].opening.opened == "review"
    assert said(ended, course, say, "again 24 23:00")[0].opening.opened == "review"


@pytest.mark.parametrize("kind", ["follow-30", "follow-90"])
def test_after_the_end_we_ask_how_it_goes(course: Course, say: Texts, kind: str) -> None:
    """Twice, each with its own question."""
    turn, message = said(finished(course, len(course.lessons)), course, say, kind)
    assert (turn.opening.opened, message.bubbles) == (kind, (say(kind), say(f"{kind}-ask")))


# -- the daily lesson ----------------------------------------------------------------------------------------------

LESSON, REVIEW = Step(StepKind.LESSON, "x"), Step(StepKind.REVIEW, "x")
ASK = Step(StepKind.ASK, "x")
BEGUN = {"one": ago(1)}
LONG = Standing(TODAY, BEGUN, days=[ago(n) for n in range(9)])


@pytest.mark.parametrize(
    ("standing", "step", "part", "left", "wordings"),
    [
        (Standing(TODAY), LESSON, "one", 30, "plain small"),
        (Standing(TODAY, BEGUN), LESSON, "one", 30, "plain small go-on"),
        (Standing(TODAY, BEGUN), ASK, "one", 30, "plain small"),
        (Standing(TODAY, BEGUN), REVIEW, "one", 30, "plain small review"),
        (Standing(TODAY, days=[ago(n) for n in range(4)]), LESSON, "one", 30, "plain small"),
        (Standing(TODAY, days=[ago(n) for n in range(5)]), LESSON, "one", 30, "plain small together"),  # TOGETHER is 5
        (Standing(TODAY), LESSON, "one", 11, "plain small"),
        (Standing(TODAY), LESSON, "one", 10, "plain small left"),  # LAST is 10
        (Standing(TODAY), LESSON, "one", 1, "plain small left"),
        (Standing(TODAY), LESSON, "one", 0, "plain small"),
        (LONG, Step(StepKind.PRACTICE, "x"), "making-1", 1, "making"),  # no lesson of three minutes
        (LONG, Step(StepKind.RETRY, "x"), "making-1", 1, "making"),
        (LONG, REVIEW, "making-1", 1, "review making"),
        (LONG, Step(StepKind.CHECK, "x"), "check-1", 1, "check"),
        (LONG, ASK, "check-1", 1, "check"),
        (LONG, REVIEW, "check-1", 1, "review check"),
    ],
)
def test_only_wordings_that_are_true(standing: Standing, step: Step, part: str, left: int, wordings: str) -> None:
    """Each says something that holds for this learner today."""
    assert [
        name for name, true in WORDINGS.items() if true(standing, step, COURSE.part(part), left)
    ] == wordings.split()


@pytest.mark.parametrize(
    ("done", "intention", "values"),
    [
        (0, "", {}),
        (20, "", {"days": 26, "left": 10}),
        (20, "커피를 내리면", {"days": 26, "left": 10}),
    ],
)
def test_the_daily_lesson_opens_with_a_wording(
    course: Course, say: Texts, done: int, intention: str, values: dict[str, int]
) -> None:
    """One of those that are true, with the learner's own plan where there is one; what it was chosen from is kept."""
    record = till_yesterday(course, done)
    once = replace(sent(60), outcome=Outcome.UNKNOWN)  # so that this is not the first message of all
    record = replace(record, learner=replace(LEARNER, intention=intention), reminders=[once])
    turn, message = said(record, course, say)
    opening = turn.opening
    assert opening.opened == "lesson"
    assert set(opening.chances) == ({"plain", "small", "go-on", "together", "left"} if done else {"plain", "small"})
    key = f"reminder-{opening.wording}{'-cue' if intention else ''}"
    assert message.bubbles[0].startswith(say(key, cue=intention, **values))
    assert [str(button.go) for button in message.buttons[-2:]] == ["/remind once +30m", "/less"]
    assert len(message.buttons) <= MOST_BUTTONS


@pytest.mark.parametrize("intention", ["", "커피를 내리면"])
def test_the_first_message_says_what_it_is(course: Course, say: Texts, intention: str) -> None:
    """Whose it is and why it comes; it has no rival, and teaches nothing about the others."""
    record = replace(till_yesterday(course, 1), learner=replace(LEARNER, intention=intention))
    turn, message = said(record, course, say)
    assert message.bubbles[0].startswith(say("reminder-first-cue" if intention else "reminder-first", cue=intention))
    assert (turn.opening.wording, turn.opening.chances) == ("first", {"first": 1.0})
    again, _ = said(replace(record, reminders=[sent(1, wording="first")]), course, say)
    assert again.opening.wording in WORDINGS


@pytest.mark.parametrize("outcome", Outcome)
def test_what_never_came_was_no_first_message(course: Course, say: Texts, outcome: Outcome) -> None:
    """The lesson of the first day was done before its hour, so that the second day's is the first to say what it is."""
    before = replace(sent(1), outcome=outcome)
    turn, _ = said(replace(till_yesterday(course, 1), reminders=[before]), course, say)
    assert (turn.opening.wording == "first") is (outcome not in {Outcome.SENT, Outcome.BEGUN, Outcome.UNKNOWN})


@pytest.mark.parametrize("learner_id", range(1, 9))
def test_the_wording_is_drawn_for_this_learner_and_day(course: Course, say: Texts, learner_id: int) -> None:
    """By the rule of bot.learning.wording, from what this learner read lately."""
    record = finished(course, 20)
    seen = [sent(2, wording="plain"), sent(5, wording="small"), sent(1, wording="left")]
    record = replace(record, learner=replace(LEARNER, id=learner_id), days=record.days | {TODAY}, reminders=seen)
    opening = said(record, course, say)[0].opening
    lately = {"plain": ago(2), "small": ago(5), "left": ago(1)}
    assert opening.chances == chances(["plain", "small", "go-on", "together", "left"], lately, TODAY)
    assert opening.wording == draw(opening.chances, learner_id, TODAY)


def test_a_long_rest_is_announced_under_the_opening(course: Course, say: Texts) -> None:
    """The last lesson before 추석 of 2026, the 23rd of September, says when the next one comes."""
    holidays = korean_holidays([2026])
    turn = turn_of(Record(LEARNER, homes=at_home(LEARNER)), seoul("2026-09-23 08:00"), course, say, "lesson", holidays)
    opening, rest, lesson, *_ = remind(turn).bubbles[0].split("\n\n")
    assert opening == f"{say(f'reminder-{turn.opening.wording}')}\n{say('day-minutes', minutes=3)}"
    assert rest == say("reminder-holiday", feast="chuseok", back=on_day(date(2026, 9, 28), turn.day))
    assert course.lessons[0].head.title in lesson


def test_the_wording_read_last_sleeps(course: Course, say: Texts) -> None:
    """What was read yesterday does not come today."""
    record = replace(till_yesterday(course, 1), reminders=[sent(1, wording="small")])
    assert set(said(record, course, say)[0].opening.chances) == {"plain", "go-on"}


# -- after a missed day, and after a rest --------------------------------------------------------------------------


def rung(course: Course, say: Texts, done: int, missed: Sequence[int], lines: Sequence[Line] = ()) -> list[Message]:
    """What comes on the last of some missed days, for each of their numbers."""
    record = replace(finished(course, done), written=lines)
    silence = [sent(days, Silence.QUESTION if days == 1 else "lesson") for days in range(1, 10)]
    return [said(replace(record, reminders=silence[:count]), course, say)[1] for count in missed]


def test_the_sentence_that_comes_says_something(course: Course, say: Texts) -> None:
    """What the article says, and not the scene that leads to it."""
    texts = [message.bubbles[0] for message in rung(course, say, 1, range(1, 6))]
    assert any("직업은 남이 내주는 자리가 아니라" in text for text in texts)
    assert not any("처음 만난 자리에서" in text for text in texts)


@pytest.mark.parametrize("done", [0, 1, 4, 5, 17, 29])
@pytest.mark.parametrize("lines", [0, 1, 3])
def test_no_two_evenings_of_a_silence_are_alike(course: Course, say: Texts, done: int, lines: int) -> None:
    """Nothing is asked once more: each brings a line of theirs, a sentence or a word of what waits, and one button."""
    own = [Line(n + 1, f"x{n}", f"{n}번째로 적은 줄", NOW - timedelta(days=70 - n)) for n in range(lines)]
    messages = rung(course, say, done, range(1, 10), own)
    texts = [message.bubbles[0] for message in messages]
    assert all(one != other for one, other in pairwise(texts))
    assert len(set(texts)) >= 3
    assert {message.expects for message in messages} == {None}
    assert [str(button.go) for button in messages[0].buttons] == ["/today", "/remind once +30m", "/less"]
    assert any("적은 줄" in text for text in texts) is bool(lines)


def wordings(say: Texts, key: str, **values: str) -> list[str]:
    """All the ways to say a sentence."""
    count = len(say.wordings[key])
    return [plain(say.worded(lambda _, __, n=n: n)(key, **values)) for n in range(count)]  # type: ignore[misc]


def test_the_newest_line_comes_first(course: Course, say: Texts) -> None:
    """The same words twice are one line."""
    old, again, new = (Line(n, f"x{n}", text, NOW - timedelta(days=9 - n)) for n, text in enumerate("가가나", 1))
    own, sentence, term, second = (one.bubbles[0] for one in rung(course, say, 2, [1, 2, 3, 4], [old, again, new]))
    assert own in wordings(say, "reminder-own-line", line="나")
    assert "〔" in sentence
    assert any(word in term for word in course.lessons[2].terms)
    assert second in wordings(say, "reminder-own-line", line="가")


@pytest.mark.parametrize(
    ("seen", "first"),
    [
        ((), "own-line"),
        (("own-line",), "sentence"),
        (("own-line", "sentence"), "term"),
        (("sentence", "term"), "own-line"),
        (("own-line", "sentence", "term"), "own-line"),  # which came longest ago
    ],
)
def test_single_days_missed_bring_one_kind_after_the_other(
    course: Course, say: Texts, seen: Sequence[str], first: str
) -> None:
    """Whoever misses a day now and then does not read a line of theirs every time."""
    before = [sent(30 - days, wording=wording) for days, wording in enumerate(seen)]
    record = till_yesterday(course, 2)
    record = replace(record, days=record.days - {ago(1)}, reminders=[*before, sent(1)])
    record = replace(record, written=[Line(1, "x", "내 줄", NOW - timedelta(days=3))])
    assert said(record, course, say)[0].opening.wording == first


@pytest.mark.parametrize("part", ["week-1-practice", "week-1-check"])
def test_what_waits_may_be_no_lesson(course: Course, say: Texts, part: str) -> None:
    """Before a making or a check it is a sentence or a word of the lessons of its unit, which were read."""
    place = [one.name for one in course.parts].index(part)
    done = {one.name: ago(30 - n) for n, one in enumerate(course.parts[:place])}
    record = Record(LEARNER, homes=at_home(LEARNER), finished=done, days=frozenset(done.values()))
    texts = [said(replace(record, reminders=[*map(sent, days)]), course, say)[1].bubbles[0] for days in ((1,), (1, 2))]
    sentence, term = ("reminder-sentence-unit", "reminder-term-unit")
    empty = {"sentence": "", "tag": "", "term": "", "meaning": ""}
    assert texts[0].partition("\n")[0] in [one.partition("\n")[0] for one in wordings(say, sentence, **empty)]
    assert texts[1].partition("\n")[0] in [one.partition("\n")[0] for one in wordings(say, term, **empty)]


PROMISES = {  # on a Wednesday; how a reminder may begin, whatever the wording
    "커피를 내리면, 레슨을 연다": "‘커피를 내리면’",
    "수요일에 버스를 타면, 읽어요": "‘수요일에 버스를 타면’",
    "화요일에 버스를 타면, 읽어요": "",
    "수요일에 문을 닫으면, 총무님께 전화해요": "“수요일에 문을 닫으면, 총무님께 전화해요”",
    "화요일에 문을 닫으면, 총무님께 전화해요": "",
    "문을 닫으면, 총무님께 전화해요": "“문을 닫으면, 총무님께 전화해요”",
}


@pytest.mark.parametrize(("promise", "quoted"), PROMISES.items())
def test_a_promise_is_quoted_where_it_is_true(course: Course, say: Texts, promise: str, quoted: str) -> None:
    """One to open lessons by its moment, one of another act whole and among other wordings; none of another day."""
    record = replace(till_yesterday(course, 7), reminders=[sent(1, wording="small")])
    texts = [
        said(replace(record, learner=replace(LEARNER, id=n, intention=promise)), course, say)[1].bubbles[0]
        for n in range(1, 40)
    ]
    told = [text.split("\n\n")[0] for text in texts]
    assert any("전화해요" in text for text in told) is quoted.startswith("“")
    assert any("열기로" in text or "내딛는" in text for text in told) is quoted.startswith("‘")
    assert any(quoted in text for text in told)


@pytest.mark.parametrize(
    ("words", "sent_on", "new"),
    [
        ("lesson", (), False),
        ("lesson-2", (), False),  # the first of today was done, or did not come
        ("lesson-2", (0,), True),
        ("lesson-3", (0,), True),
        ("lesson", (1,), True),
        ("lesson-2", (1, 0), True),
    ],
)
def test_a_second_lesson_of_a_day_is_no_copy_of_the_first(
    course: Course, say: Texts, words: str, sent_on: Sequence[int], *, new: bool
) -> None:
    """What the morning brought and nobody opened is not pushed once more in the evening."""
    record = till_yesterday(course, 2)
    record = replace(record, days=record.days - {ago(1)}, learner=replace(LEARNER, rhythm="daily 08:00,14:00,20:00"))
    record = replace(record, reminders=[sent(30), *map(sent, sent_on)])
    turn, message = said(record, course, say, words)
    assert (turn.opening.wording in {"own-line", "sentence", "term"}) is new
    assert (message.expects is None) is new


@pytest.mark.parametrize("kind", ["lesson", "lesson-2"])
def test_two_lessons_a_day_bring_two_things(course: Course, say: Texts, kind: str) -> None:
    """The second of a missed day is another than the first, and than the first of the next."""
    record = replace(finished(course, 2), learner=replace(LEARNER, rhythm="daily 08:00,20:00"))
    texts = [
        said(replace(record, reminders=[*map(sent, range(1, missed + 1))]), course, say, words)[1].bubbles[0]
        for missed in (1, 2)
        for words in ("lesson", "lesson-2")
    ]
    assert len(set(texts)) == len(texts), kind


@pytest.mark.parametrize(("first", "greeted"), [(1, False), (3, False), (4, True), (30, True)])  # AWAY is 4
def test_the_first_ring_after_a_rest_greets(course: Course, say: Texts, first: int, *, greeted: bool) -> None:
    """And says where one is; nothing had rung in between."""
    record = replace(finished(course, 1, first), reminders=[sent(first)])
    turn, message = said(record, course, say)
    assert (turn.opening.wording == "return") is greeted
    where = say("return-where", done=1, title=course.lessons[1].head.title)
    assert message.bubbles[0].startswith(f"{say('return-hello')}\n{where}") is greeted


def test_the_first_message_of_all_after_a_rest(course: Course, say: Texts) -> None:
    """It greets, and says what it is."""
    text = said(finished(course, 1, 9), course, say)[1].bubbles[0]
    assert text.startswith(say("return-hello"))
    assert say("reminder-first") in text


def test_a_day_of_rest_is_greeted_too(course: Course, say: Texts) -> None:
    """A pause that ends with the ring."""
    record = replace(finished(course, 1, 2), reminders=[sent(2)])
    turn = turn_of(record, NOW, course, say, "lesson")
    turn.rested = True
    assert remind(turn).bubbles[0].startswith(say("return-hello"))
